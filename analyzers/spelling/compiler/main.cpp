#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "analyzers/spelling/replacement_table.hpp"
#include "analyzers/spelling/word_graph.hpp"
#include "config/command_line.hpp"
#include "config/file.hpp"
#include "config/index/durable_file.hpp"

namespace {

using schakel::Error;
using schakel::ExitStatus;
using schakel::Result;

struct SpellingSources {
    std::filesystem::path words;    // one a line
    std::filesystem::path affixes;  // Hunspell's
};

struct SpellingOutputs {
    std::filesystem::path words;
    std::filesystem::path replacements;
};

ExitStatus complain(const Error& error) {
    fmt::print(stderr, "schakel-spelling: {}\n", schakel::to_text(error, schakel::Language::dutch));
    return schakel::row_of(error.code).exit_status;
}

void add_options(CLI::App& program, SpellingSources& sources, SpellingOutputs& outputs) {
    const auto add = [&program](const char* option, std::filesystem::path& value, const char* help) {
        program.add_option(option, value, help)->required()->type_name("PAD");
    };
    add("--words", sources.words, "Woordenlijst met een woord per regel (wdutch)");
    add("--affixes", sources.affixes, "Affixregels van Hunspell (nl.aff)");
    add("--output-words", outputs.words, "Woordenlijst die gemaakt wordt");
    add("--output-replacements", outputs.replacements, "Tabel met verwisselingen die gemaakt wordt");
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Result<void> compile(const SpellingSources& sources, const SpellingOutputs& outputs) {
    const auto words = schakel::read_file(sources.words);
    if (!words) return tl::unexpected(words.error());
    const auto affixes = schakel::read_file(sources.affixes);
    if (!affixes) return tl::unexpected(affixes.error());
    if (auto written = schakel::write_word_graph(outputs.words, lines_of(*words)); !written) return written;
    return schakel::write_durably(outputs.replacements, schakel::replacement_table(*affixes));
}

ExitStatus run(int argc, char** argv) {
    CLI::App program("schakel-spelling: maakt de woordenlijst voor spellingsuggesties", "schakel-spelling");
    schakel::speak_dutch(program);
    SpellingSources sources;
    SpellingOutputs outputs;
    add_options(program, sources, outputs);
    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& help) {
        return static_cast<ExitStatus>(program.exit(help));
    } catch (const CLI::ParseError& mistake) {
        return complain(schakel::usage_error(program, mistake));
    }
    const auto compiled = compile(sources, outputs);
    return compiled ? ExitStatus::success : complain(compiled.error());
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return static_cast<int>(run(argc, argv));
    } catch (const std::exception& problem) {
        fmt::print(stderr, "schakel-spelling: onverwachte fout: {}\n", problem.what());
        return static_cast<int>(ExitStatus::nothing_published);
    }
}

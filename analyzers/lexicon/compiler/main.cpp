#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "analyzers/lexicon/compiler/lexicon_compiler.hpp"
#include "config/command_line.hpp"

namespace {

using schakel::Error;
using schakel::ExitStatus;

ExitStatus complain(const Error& error) {
    fmt::print(stderr, "schakel-lexicon: {}\n", schakel::to_text(error, schakel::Language::dutch));
    return schakel::row_of(error.code).exit_status;
}

void add_options(CLI::App& program, schakel::LexiconSources& sources, std::filesystem::path& output) {
    const auto add = [&program](const char* option, std::filesystem::path& value, const char* help) {
        program.add_option(option, value, help)->required()->type_name("PAD");
    };
    add("--words", sources.words, "Woordenlijst met een woord per regel (wdutch)");
    add("--dictionary", sources.dictionary, "Woordenboek van Hunspell (nl.dic)");
    add("--affixes", sources.affixes, "Affixregels van Hunspell (nl.aff)");
    add("--tables", sources.tables, "Map met de eigen tabellen van Schakel");
    program.add_option("--headwords", sources.headwords, "Indexen van woordenboeken uit het Nederlands (FreeDict)")
        ->required()
        ->type_name("PAD");
    add("--output", output, "Woordenboek dat gemaakt wordt");
}

ExitStatus compile(const schakel::LexiconSources& sources, const std::filesystem::path& output) {
    auto words = schakel::compile_lexicon(sources);
    if (!words) return complain(words.error());
    const std::size_t count = words->size();
    if (const auto written = schakel::write_lexicon(output, std::move(*words)); !written)
        return complain(written.error());
    fmt::print("{} woordvormen naar {}\n", count, output.string());
    return ExitStatus::success;
}

ExitStatus run(int argc, char** argv) {
    CLI::App program("schakel-lexicon: maakt het woordenboek met grondvormen", "schakel-lexicon");
    schakel::speak_dutch(program);
    schakel::LexiconSources sources;
    std::filesystem::path output;
    add_options(program, sources, output);
    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& help) {
        return static_cast<ExitStatus>(program.exit(help));
    } catch (const CLI::ParseError& mistake) {
        return complain(schakel::usage_error(program, mistake));
    }
    return compile(sources, output);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return static_cast<int>(run(argc, argv));
    } catch (const std::exception& problem) {
        fmt::print(stderr, "schakel-lexicon: onverwachte fout: {}\n", problem.what());
        return static_cast<int>(ExitStatus::nothing_published);
    }
}

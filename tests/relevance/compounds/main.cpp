// Fits the weights of compound traits to labelled words, and tells how well weights do on words that were held out; see README.md.
#include <cstdio>
#include <exception>
#include <fstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "config/command_line.hpp"
#include "config/file.hpp"
#include "tests/analyzers/compound_lists.hpp"
#include "tests/analyzers/shipped_speller.hpp"
#include "tests/paths.hpp"
#include "tests/relevance/compounds/fitted_weights.hpp"
#include "tests/relevance/compounds/folds.hpp"
#include "tests/relevance/compounds/split_figures.hpp"
#include "tests/relevance/compounds/weight_fit.hpp"
#include "tests/relevance/compounds/weight_table.hpp"

namespace {

using namespace schakel;

/// The rules of the curator without those for single words: what he decided says nothing of the weights.
CompoundRules rules_without_words() {
    CompoundRules rules = shipped_compound_rules();
    rules.splits.clear();
    rules.whole.clear();
    return rules;
}

/// The labelled words with all their readings.
struct Material {
    std::vector<LabelledWord> words;
    std::vector<Lattice> lattices;

    Material(const std::filesystem::path& treebank, const CompoundRules& rules)
        : words(labelled_words(shipped_lexicon(), treebank)) {
        const PartCandidates candidates(shipped_lexicon(), rules);
        for (const LabelledWord& word : words) lattices.emplace_back(word, shipped_lexicon(), candidates);
    }

    /// Those of the folds other than `held_out`.
    std::vector<const Lattice*> to_learn(std::size_t held_out) const {
        std::vector<const Lattice*> chosen;
        for (std::size_t i = 0; i < words.size(); ++i)
            if (words[i].weight > 0 && fold_of(words[i].text) != held_out) chosen.push_back(&lattices[i]);
        return chosen;
    }
};

SplitReport cross_validated(const Material& material, const CompoundSplitter& splitter) {
    SplitReport report;
    for (std::size_t held_out = 0; held_out < folds; ++held_out) {
        use_weights(fit_weights(material.to_learn(held_out)));
        for (const LabelledWord& word : material.words)
            if (fold_of(word.text) == held_out) report.add(word, splitter);
    }
    return report;
}

Result<void> write_weights(const std::filesystem::path& file, const TraitWeights& weights) {
    const auto source = read_file(file);
    if (!source) return tl::unexpected(source.error());
    const auto text = with_weights(*source, weights);
    if (!text) return tl::unexpected(text.error());
    std::ofstream stream(file, std::ios::binary);
    if (stream.write(text->data(), static_cast<std::streamsize>(text->size())).flush()) return {};
    return fail(ErrorCode::unreadable,
                {fmt::format("{} kan niet geschreven worden.", file.string()),
                 fmt::format("{} cannot be written.", file.string())},
                {"Controleer de rechten op het bestand.", "Check the permissions of the file."});
}

ExitStatus complain(const Error& error) {
    fmt::print(stderr, "schakel-fit-compounds: {}\n", to_text(error, Language::dutch));
    return row_of(error.code).exit_status;
}

struct CommandLine {
    std::filesystem::path treebank;
    std::filesystem::path weights;  // compound_weights.cpp; empty = it stays as it is
    bool with_misses = false;
};

void add_options(CLI::App& program, CommandLine& line) {
    program.add_option("--treebank", line.treebank, "Samenstellingen met delen en grondvormen (eval/compounds.tsv)")
        ->required();
    program.add_option("--write", line.weights,
                       "Zet de gewichten, op alle woorden bepaald, in dit compound_weights.cpp");
    program.add_flag("--misses", line.with_misses, "Toon de samenstellingen die anders gesplitst worden");
}

ExitStatus fit(const CommandLine& line) {
    const CompoundRules rules = rules_without_words();
    const Material material(line.treebank, rules);
    const CompoundSplitter splitter(shipped_lexicon(), rules);
    const SplitReport report = cross_validated(material, splitter);
    fmt::print("{}", report.to_text());
    if (line.with_misses) fmt::print("{}", report.misses);
    if (line.weights.empty()) return ExitStatus::success;
    const auto written = write_weights(line.weights, fit_weights(material.to_learn(folds)));
    return written ? ExitStatus::success : complain(written.error());
}

ExitStatus run(int argc, char** argv) {
    CLI::App program("schakel-fit-compounds: bepaalt de gewichten waarmee samenstellingen gesplitst worden",
                     "schakel-fit-compounds");
    speak_dutch(program);
    CommandLine line;
    add_options(program, line);
    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& help) {
        return static_cast<ExitStatus>(program.exit(help));
    } catch (const CLI::ParseError& mistake) {
        return complain(usage_error(program, mistake));
    }
    return fit(line);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return static_cast<int>(run(argc, argv));
    } catch (const std::exception& problem) {
        fmt::print(stderr, "schakel-fit-compounds: onverwachte fout: {}\n", problem.what());
        return static_cast<int>(ExitStatus::nothing_published);
    }
}

#include <iostream>

#include <fmt/format.h>

#include "analyzers/analysis_rows.hpp"
#include "analyzers/analyzer.hpp"
#include "analyzers/installation.hpp"
#include "analyzers/spelling/speller.hpp"
#include "indexer/commands/command.hpp"

namespace schakel {

namespace {

void print(std::string_view line, const Tokens& tokens, std::string_view format, const ExpansionTables& tables) {
    if (format == "json")
        fmt::print("{}\n", to_json(line, analysis_rows(line, tokens, tables)));
    else if (format == "text")
        fmt::print("{}\n", to_text(tokens));
    else
        fmt::print("{}", to_tsv(analysis_rows(line, tokens, tables)));
}

/// Calls `take(line)` for every word of the command line, or else for every line of standard input.
template <class Take>
void for_each_line(const CommandLine& command, Take&& take) {
    for (const std::string& word : command.words) take(word);
    if (!command.words.empty()) return;
    for (std::string line; std::getline(std::cin, line);) {
        if (line.ends_with('\r')) line.pop_back();
        take(line);
    }
}

/// The most likely correction of each line, or the line itself when nothing is better.
void suggest(const CommandLine& command, const Installation& installation) {
    const Commonness commonness(*installation.language.lexicon, installation.spelling->common_words);
    const Speller speller(installation.spelling->words, installation.spelling->confusions, commonness);
    for_each_line(command, [&](const std::string& line) {
        const std::vector<Suggestion> suggestions = speller.suggest(line, 1);
        fmt::print("{}\n", suggestions.empty() ? line : suggestions.front().word);
    });
}

}  // namespace

ExitStatus run_analyze(const CommandLine& command) {
    const auto installation = load_installation(command.config);
    if (!installation) return complain(installation.error(), command.language);
    if (command.suggest) {
        suggest(command, *installation);
        return ExitStatus::success;
    }
    Analyzer analyzer(installation->language);
    const ExpansionTables tables(*installation);
    for_each_line(command, [&](const std::string& line) {
        analyzer.trim();
        print(line, analyzer.analyze(line), command.format, tables);
    });
    return ExitStatus::success;
}

}  // namespace schakel

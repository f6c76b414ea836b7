#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analyzers/analyzer.hpp"
#include "config/folding.hpp"
#include "indexer/commands/command.hpp"

namespace schakel {

namespace {

using nlohmann::ordered_json;

std::string_view surface_of(std::string_view line, const Token& token) {
    return line.substr(token.begin, token.end - token.begin);
}

/// `word as typed<TAB>stem<TAB>part|part`; no splitter yet, so a word is its only part.
void print_tsv(std::string_view line, const Tokens& tokens) {
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::reference_part) continue;
        const std::string_view surface = surface_of(line, token);
        fmt::print("{}\t{}\t{}\n", surface, token.term, fold(surface));
    }
}

void print_json(std::string_view line, const Tokens& tokens) {
    static constexpr std::array<std::string_view, 4> kinds{"woord", "getal", "verwijzing", "deel"};
    ordered_json words = ordered_json::array();
    for (const Token& token : tokens) {
        const std::string surface(surface_of(line, token));
        words.push_back({{"woord", surface},
                         {"stam", token.term},
                         {"delen", {fold(surface)}},
                         {"soort", kinds[static_cast<std::size_t>(token.kind)]},
                         {"positie", token.position},
                         {"van", token.begin},
                         {"tot", token.end},
                         {"stopwoord", token.stop}});
    }
    fmt::print("{}\n", ordered_json{{"tekst", line}, {"woorden", words}}.dump(-1, ' ', false,
                                                                              ordered_json::error_handler_t::replace));
}

}  // namespace

ExitStatus run_analyze(const CommandLine& command) {
    const auto installation = load_installation(command.config);
    if (!installation) return complain(installation.error(), command.language);
    Analyzer analyzer(installation->language);
    std::string line;
    while (std::getline(std::cin, line)) {
        if (line.ends_with('\r')) line.pop_back();
        const Tokens tokens = analyzer.analyze(line);
        if (command.format == "json")
            print_json(line, tokens);
        else if (command.format == "text")
            fmt::print("{}\n", to_text(tokens));
        else
            print_tsv(line, tokens);
    }
    return ExitStatus::success;
}

}  // namespace schakel

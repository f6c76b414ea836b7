#include "analyzers/token.hpp"

#include <fmt/format.h>

namespace schakel {

namespace {

std::string_view mark_of(const Token& token) {
    switch (token.kind) {
        case TokenKind::number: return "/num";
        case TokenKind::reference: return "/ref";
        case TokenKind::reference_part: return "/part";
        case TokenKind::joined: return "/joined";
        case TokenKind::word: break;
    }
    return token.stop() ? "/stop" : "";
}

std::string parts_of(const Word& word) {
    std::string parts;
    for (const WordPart& part : word.parts) parts += (parts.empty() ? "(" : "|") + part.term;
    return parts.empty() ? parts : parts + ')';
}

}  // namespace

std::string to_text(const Tokens& tokens) {
    std::string text;
    for (const Token& token : tokens) {
        if (!text.empty()) text += ' ';
        text += fmt::format("{}[{}]{{{}-{}}}{}{}", token.term(), token.position, token.begin, token.end,
                            parts_of(*token.word), mark_of(token));
    }
    return text;
}

}  // namespace schakel

#include "analyzers/token.hpp"

#include <fmt/format.h>

namespace schakel {

namespace {

std::string_view mark_of(const Token& token) {
    switch (token.kind) {
        case TokenKind::number: return "/num";
        case TokenKind::reference: return "/ref";
        case TokenKind::reference_part: return "/part";
        case TokenKind::word: break;
    }
    return token.stop ? "/stop" : "";
}

}  // namespace

std::string to_text(const Tokens& tokens) {
    std::string text;
    for (const Token& token : tokens) {
        if (!text.empty()) text += ' ';
        text += fmt::format("{}[{}]{{{}-{}}}{}", token.term, token.position, token.begin, token.end, mark_of(token));
    }
    return text;
}

}  // namespace schakel

#include "searchd/sru/cql_lexer.hpp"

#include <algorithm>

#include "searchd/query/typed_text.hpp"

namespace schakel {

namespace {

constexpr std::string_view white_space = " \t\r\n";
constexpr std::string_view special = " \t\r\n()=<>\"/";
constexpr std::size_t shown = 30;  // characters of the query in an error

class CqlLexer {
public:
    explicit CqlLexer(std::string_view query) : query_(query) {}

    Diagnosed<std::vector<CqlToken>> lex() {
        while (skip_white_space()) {
            if (query_[at_] == '"' ? !lex_quoted() : !lex_plain())
                return cql_syntax_error(query_, at_,
                                        {"Een aanhalingsteken wordt niet gesloten, of achter een \\ staat niets.",
                                         "A quotation mark is not closed, or nothing follows a \\."});
        }
        push(CqlTokenKind::end, 0);
        return std::move(tokens_);
    }

private:
    bool skip_white_space() {
        at_ = std::min(query_.find_first_not_of(white_space, at_), query_.size());
        return at_ < query_.size();
    }

    bool push(CqlTokenKind kind, std::size_t length) {
        tokens_.push_back({kind, query_.substr(at_, length), at_});
        at_ += length;
        return true;
    }

    bool lex_plain() {
        switch (query_[at_]) {
            case '(': return push(CqlTokenKind::open, 1);
            case ')': return push(CqlTokenKind::close, 1);
            case '/': return push(CqlTokenKind::slash, 1);
            case '=':
            case '<':
            case '>': return push(CqlTokenKind::comparison, comparison_length());
            default: break;
        }
        const std::size_t length = std::min(query_.find_first_of(special, at_), query_.size()) - at_;
        return !ends_with_escape(query_.substr(at_, length)) && push(CqlTokenKind::word, length);
    }

    /// An odd number of backslashes: the last one is about what follows.
    static bool ends_with_escape(std::string_view word) {
        const std::size_t before = word.find_last_not_of('\\') + 1;
        return (word.size() - before) % 2 == 1;
    }

    std::size_t comparison_length() const {
        const std::string_view two = query_.substr(at_, 2);
        return two == "==" || two == "<=" || two == ">=" || two == "<>" ? 2 : 1;
    }

    /// A backslash and what follows it do not end the string.
    bool lex_quoted() {
        std::size_t end = at_ + 1;
        while (end < query_.size() && query_[end] != '"') end += query_[end] == '\\' ? 2U : 1U;
        if (end >= query_.size()) return false;
        tokens_.push_back({CqlTokenKind::quoted, query_.substr(at_ + 1, end - at_ - 1), at_});
        at_ = end + 1;
        return true;
    }

    std::string_view query_;
    std::size_t at_ = 0;
    std::vector<CqlToken> tokens_;
};

}  // namespace

Diagnosed<std::vector<CqlToken>> lex_cql(std::string_view query) { return CqlLexer(query).lex(); }

tl::unexpected<Diagnostic> cql_syntax_error(std::string_view query, std::size_t at, Text message) {
    return refuse(DiagnosticCode::syntax_error, std::string(first_characters(query.substr(at), shown)),
                  std::move(message));
}

}  // namespace schakel

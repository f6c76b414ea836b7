#include "searchd/query/query.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace schakel {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

/// A piece of the query between spaces or quotes.
struct Piece {
    std::string_view text;
    bool quoted = false;
    bool excluded = false;
};

/// Length of the quotation mark at the start of `text`: " or one of the typographic ones; 0 when there is none.
std::size_t quote_length(std::string_view text) {
    for (const std::string_view quote : {"\"", "\u201c", "\u201d", "\u201e"})
        if (text.starts_with(quote)) return quote.size();
    return 0;
}

class PieceReader {
public:
    explicit PieceReader(std::string_view typed) : rest_(typed) {}

    bool next(Piece& piece) {
        while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
        if (rest_.empty()) return false;
        piece = {};
        piece.excluded = rest_.front() == '-' && rest_.size() > 1 && !is_space(rest_[1]) && rest_[1] != '-';
        if (piece.excluded) rest_.remove_prefix(1);
        if (const std::size_t quote = quote_length(rest_); quote > 0)
            read_quoted(piece, quote);
        else
            piece.text = take(word_length());
        return true;
    }

private:
    void read_quoted(Piece& piece, std::size_t quote) {
        rest_.remove_prefix(quote);
        std::size_t end = 0;
        while (end < rest_.size() && quote_length(rest_.substr(end)) == 0) ++end;
        piece.text = take(end);
        piece.quoted = true;
        rest_.remove_prefix(quote_length(rest_));  // a quotation mark that is not closed ends with the query
    }

    std::size_t word_length() const {
        std::size_t end = 0;
        while (end < rest_.size() && !is_space(rest_[end]) && quote_length(rest_.substr(end)) == 0) ++end;
        return std::max<std::size_t>(end, 1);
    }

    std::string_view take(std::size_t size) {
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    std::string_view rest_;
};

QueryClause clause_of(const Tokens& tokens, bool excluded) {
    QueryClause clause{{}, excluded, true};
    for (const Token& token : tokens) {
        clause.terms.push_back({token.term, token.position - tokens.front().position});
        clause.stop = clause.stop && token.stop;
    }
    return clause;
}

bool same_terms(const QueryClause& a, const QueryClause& b) {
    const auto same = [](const QueryTerm& x, const QueryTerm& y) { return x.term == y.term && x.offset == y.offset; };
    return a.excluded == b.excluded && std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(), same);
}

void add_clause(Query& query, QueryClause clause) {
    if (clause.terms.empty()) return;
    const bool known = std::any_of(query.clauses.begin(), query.clauses.end(),
                                   [&](const QueryClause& c) { return same_terms(c, clause); });
    if (!known) query.clauses.push_back(std::move(clause));
}

void add_piece(Query& query, const Piece& piece, Analyzer& analyzer) {
    Tokens tokens = analyzer.analyze(piece.text);
    std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::reference_part; });
    if (piece.quoted || piece.excluded) return add_clause(query, clause_of(tokens, piece.excluded));
    for (const Token& token : tokens) add_clause(query, clause_of({token}, false));
}

/// The first `most` characters.
std::string_view shortened(std::string_view typed, std::size_t most) {
    for (std::size_t at = 0; at < typed.size(); ++at) {
        const bool starts_character = (static_cast<unsigned char>(typed[at]) & 0xC0) != 0x80;
        if (starts_character && most-- == 0) return typed.substr(0, at);
    }
    return typed;
}

}  // namespace

std::vector<QueryClause> Query::wanted() const {
    std::vector<QueryClause> wanted;
    const bool only_stop_words =
        std::all_of(clauses.begin(), clauses.end(), [](const QueryClause& c) { return c.stop || c.excluded; });
    for (const QueryClause& clause : clauses)
        if (!clause.excluded && (only_stop_words || !clause.stop)) wanted.push_back(clause);
    return wanted;
}

std::vector<QueryClause> Query::unwanted() const {
    std::vector<QueryClause> unwanted;
    std::copy_if(clauses.begin(), clauses.end(), std::back_inserter(unwanted),
                 [](const QueryClause& c) { return c.excluded; });
    return unwanted;
}

Query parse_query(std::string_view typed, Analyzer& analyzer, const Settings::Search& limits) {
    Query query;
    const std::string_view read = shortened(typed, static_cast<std::size_t>(limits.maximum_query_characters));
    if (read.size() < typed.size())
        query.notices.push_back({fmt::format("Uw vraag is te lang; alleen de eerste {} tekens zijn gebruikt.",
                                             limits.maximum_query_characters),
                                 fmt::format("Your query is too long; only the first {} characters were used.",
                                             limits.maximum_query_characters)});
    PieceReader pieces(read);
    for (Piece piece; pieces.next(piece);) add_piece(query, piece, analyzer);
    const bool only_spaces = std::all_of(typed.begin(), typed.end(), is_space);
    if (query.clauses.empty() && !only_spaces)
        query.notices.push_back({"In uw vraag staat geen woord om op te zoeken; u ziet alles.",
                                 "Your query holds no word to search for; everything is shown."});
    const auto most = static_cast<std::size_t>(limits.maximum_query_words);
    if (query.clauses.size() > most) {
        query.clauses.resize(most);
        query.notices.push_back(
            {fmt::format("Uw vraag heeft te veel woorden; alleen de eerste {} zijn gebruikt.", most),
             fmt::format("Your query has too many words; only the first {} were used.", most)});
    }
    return query;
}

std::string to_text(const Query& query) {
    std::string text;
    for (const QueryClause& clause : query.clauses) {
        std::string words;
        for (const QueryTerm& term : clause.terms) words += (words.empty() ? "" : " ") + term.term;
        if (clause.is_phrase()) words = '"' + words + '"';
        text += text.empty() ? "" : " ";
        text += clause.excluded ? "-" + words : clause.stop ? "(" + words + ")" : "+" + words;
    }
    return text;
}

}  // namespace schakel

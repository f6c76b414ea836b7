#include "searchd/query/query_parser.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analyzers/index_terms.hpp"

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

/// What the clauses of a query must differ in.
std::string identity_of(const QueryClause& clause) {
    Query single;
    single.clauses.push_back(clause);
    return to_text(single);
}

void add_clause(Query& query, QueryClause clause) {
    const std::string identity = identity_of(clause);
    const bool known = std::any_of(query.clauses.begin(), query.clauses.end(),
                                   [&](const QueryClause& other) { return identity_of(other) == identity; });
    if (!known) query.clauses.push_back(std::move(clause));
}

/// Words in quotes, in exactly these forms and behind each other.
QueryClause quoted_clause(std::string_view text, const Tokens& tokens) {
    QueryClause clause;
    clause.typed = std::string(text);
    clause.quoted = true;
    clause.stop = std::all_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.stop(); });
    Alternative exact;
    exact.reason = tokens.size() > 1 ? Reason::typed : Reason::exact_form;
    exact.arrangement = tokens.size() > 1 ? Arrangement::phrase : Arrangement::single;
    for (const Token& token : tokens)
        exact.terms.push_back({exact_term_of(*token.word), token.position - tokens.front().position});
    clause.alternatives.push_back(std::move(exact));
    return clause;
}

QueryClause word_clause(std::string_view text, const Token& token) {
    QueryClause clause;
    clause.typed = std::string(text.substr(token.begin, token.end - token.begin));
    clause.stop = token.stop();
    if (token.word->has_form()) clause.word = token.word;
    clause.alternatives.push_back({{{token.term(), 0}}, Arrangement::single, Reason::typed, 1, ""});
    return clause;
}

/// A typed word has every joined word that the text gives in its place: "Wmo-werkplaats" asks for wmowerkplaats, or else
/// for wmo and werkplaats.
void add_joined_words(QueryClause& clause, const Token& token, const Tokens& joined, double weight) {
    for (const Token& other : joined)
        if (other.begin <= token.begin && token.end <= other.end && other.term() != token.term())
            clause.alternatives.push_back({{{other.term(), 0}}, Arrangement::single, Reason::joined, weight, ""});
}

Tokens take_joined(Tokens& tokens) {
    const auto is_joined = [](const Token& token) { return token.kind == TokenKind::joined; };
    Tokens joined;
    std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(joined), is_joined);
    std::erase_if(tokens, is_joined);
    return joined;
}

/// Words that stand between quotes, or -words of more than one part: "-Wmo-werkplaats".
void add_phrase(Query& query, const Piece& piece, const Tokens& tokens) {
    if (tokens.empty()) return;
    QueryClause clause =
        piece.quoted || tokens.size() > 1 ? quoted_clause(piece.text, tokens) : word_clause(piece.text, tokens.front());
    clause.excluded = piece.excluded;
    add_clause(query, std::move(clause));
}

/// Unquoted words behind each other are analysed together: "jeugd- en gezinsbeleid" is more than its words.
void add_words(Query& query, std::string_view text, Analyzer& analyzer, double joined_weight) {
    Tokens tokens = analyzer.analyze(text);
    std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::reference_part; });
    const Tokens joined = take_joined(tokens);
    for (const Token& token : tokens) {
        QueryClause clause = word_clause(text, token);
        add_joined_words(clause, token, joined, joined_weight);
        add_clause(query, std::move(clause));
    }
}

/// The first `most` characters.
std::string_view shortened(std::string_view typed, std::size_t most) {
    for (std::size_t at = 0; at < typed.size(); ++at) {
        const bool starts_character = (static_cast<unsigned char>(typed[at]) & 0xC0) != 0x80;
        if (starts_character && most-- == 0) return typed.substr(0, at);
    }
    return typed;
}

/// Runs of unquoted words, quoted and unwanted pieces, in the order typed.
void add_pieces(Query& query, std::string_view typed, Analyzer& analyzer, double joined_weight) {
    PieceReader pieces(typed);
    std::string_view run;
    const auto close_run = [&] {
        if (!run.empty()) add_words(query, run, analyzer, joined_weight);
        run = {};
    };
    for (Piece piece; pieces.next(piece);) {
        if (!piece.quoted && !piece.excluded) {
            const char* begin = run.empty() ? piece.text.data() : run.data();
            run = {begin, static_cast<std::size_t>(piece.text.data() + piece.text.size() - begin)};
            continue;
        }
        close_run();
        Tokens tokens = analyzer.analyze(piece.text);
        std::erase_if(tokens, [](const Token& token) {
            return token.kind == TokenKind::reference_part || token.kind == TokenKind::joined;
        });
        add_phrase(query, piece, tokens);
    }
    close_run();
}

}  // namespace

Query parse_query(std::string_view typed, Analyzer& analyzer, const Settings::Search& settings) {
    Query query;
    const std::string_view read = shortened(typed, static_cast<std::size_t>(settings.maximum_query_characters));
    if (read.size() < typed.size())
        query.notices.push_back({fmt::format("Uw vraag is te lang; alleen de eerste {} tekens zijn gebruikt.",
                                             settings.maximum_query_characters),
                                 fmt::format("Your query is too long; only the first {} characters were used.",
                                             settings.maximum_query_characters)});
    add_pieces(query, read, analyzer, settings.weight_joined);
    const bool only_spaces = std::all_of(typed.begin(), typed.end(), is_space);
    if (query.clauses.empty() && !only_spaces)
        query.notices.push_back({"In uw vraag staat geen woord om op te zoeken; u ziet alles.",
                                 "Your query holds no word to search for; everything is shown."});
    const auto most = static_cast<std::size_t>(settings.maximum_query_words);
    if (query.clauses.size() > most) {
        query.clauses.resize(most);
        query.notices.push_back(
            {fmt::format("Uw vraag heeft te veel woorden; alleen de eerste {} zijn gebruikt.", most),
             fmt::format("Your query has too many words; only the first {} were used.", most)});
    }
    return query;
}

}  // namespace schakel

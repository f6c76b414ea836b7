#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/expansion/synonyms.hpp"
#include "analyzers/token.hpp"
#include "config/index/field_table.hpp"
#include "config/text.hpp"

namespace schakel {

/// Why an alternative is searched for.
enum class Reason : std::uint8_t {
    typed,       // the word itself, in all its forms
    exact_form,  // the form as typed: all that words in quotes ask for, a bonus for other words
    joined,   // the word that the typed words make together: wmowerkplaats for Wmo-werkplaats, jeugdzorg for jeugd zorg
    inside,   // the word as a part of a longer compound: wijkteam in jeugdwijkteam
    parts,    // all parts of a compound, apart from each other: jeugd and zorg for jeugdzorg
    synonym,  // another name for it
    successor,   // what took its place, or what it took the place of
    derivation,  // a word derived from it, or that it is derived from: eenzaam for eenzaamheid
    english,     // its form in English text
    pattern,     // a word that a pattern stands for: zorgverlener for zorg*
    beginning,   // a word that begins with what was typed so far: wijkteam for "wijkt" while typing
};

/// How the terms of an alternative must stand in a product.
enum class Arrangement : std::uint8_t {
    single,    // one term
    phrase,    // behind each other in one field, at their offsets
    together,  // all of them anywhere, each as a word or as a part of a compound
    any,       // one of them, whichever: the words of the index that a pattern stands for
};

/// A term as it stands in the postings, without field prefix, and its distance from the first of an alternative.
using QueryTerm = NameTerm;

/// One way in which a product can have what a clause asks for.
struct Alternative {
    std::vector<QueryTerm> terms;  // never empty
    Arrangement arrangement = Arrangement::single;
    Reason reason = Reason::typed;
    double weight = 1;  // of its score, against 1 for the word itself
    std::string label;  // what to call it to a user: "onbegrepen gedrag"; empty for the forms of the word itself
};

/// What a product must be filed under, whatever its words: thema:jeugd, jaar:2015..2020. Adds nothing to a score.
struct ValueCondition {
    FieldId facet = FieldId::theme;
    std::vector<std::string> codes;  // any of them; codes of the facet
    std::optional<int> from;         // of years, inclusive; then there are no codes
    std::optional<int> until;
};

/// A word of the query, or words in quotes, with the ways to have it; the first alternative is what was typed. A clause with
/// `values` is about what a product is filed under and has no alternatives; one with a `pattern` gets them from the index.
struct QueryClause {
    std::string typed;  // as typed
    std::vector<Alternative> alternatives;
    std::optional<FieldId> text_field;     // only there: titel:wijkteam; none = in any text field
    std::optional<ValueCondition> values;  // thema:jeugd
    std::string pattern;                   // folded, with * for any letters and ? for one: zorg*; empty = none
    bool excluded = false;                 // -woord, and under an odd number of NIETs: products with it are left out
    bool stop = false;                     // a stop word: only asked for when there is nothing else
    bool quoted = false;                   // exactly this form: never expanded
    bool adjoins = false;                  // stands right behind the clause before it: nothing between them in the text
    const Word* word =
        nullptr;  // of a clause of one word; null for words in quotes and for references; lives as its analyzer
};

/// How clauses are joined by EN, OF, NIET and brackets. A plain value.
struct Condition {
    enum class Kind : std::uint8_t {
        clause,  // the clause with that number
        all,     // each of the operands; true when there are none
        any,     // one of them or more
        none,    // not one of them
    };
    Kind kind = Kind::clause;
    std::size_t clause = 0;
    std::vector<Condition> operands;
};

/// What the engine looks for. Clauses are unique and in the order typed.
struct Query {
    std::vector<QueryClause> clauses;
    /// What a product must meet, exactly as the user said it: never loosened. None = the ordinary rule: all wanted clauses, or
    /// some when few products have them all, and none of the unwanted ones.
    std::optional<Condition> condition;
    std::vector<Text> notices;  // what was left out or read differently, and why

    bool has_only_stop_words() const;

    /// The clauses a product is ranked by; stop words only when there is nothing else.
    std::vector<const QueryClause*> wanted() const;
    std::vector<const QueryClause*> unwanted() const;

    /// Stop words that may add to the score of products that have the other words.
    std::vector<const QueryClause*> optional() const;
};

/// Dutch name of a reason: "deel van een langer woord".
std::string_view reason_name(Reason reason);

/// A clause without its sign: `wijkteam`, `"=wet _ _ =zorg"` (_ is any word), `titel:zorg*`, `{thema: jeugd}`, `zorg|zorg*`
/// for a word that may go on.
std::string spelled(const QueryClause& clause);

/// `+wijkteam -"formele zorg" (de)`: wanted, unwanted, and stop words in brackets; behind them ` => ` and the condition.
std::string to_text(const Query& query);

/// The same with all alternatives, one clause a line: `+jeugdzorg | =jeugdzorg^0.3 vorm | [jeugd zorg]^0.4 delen`.
std::string to_expanded_text(const Query& query);

}  // namespace schakel

#include "searchd/sru/cql_clause.hpp"

#include "searchd/request/url.hpp"
#include "searchd/sru/cql_relation.hpp"
#include "searchd/sru/cql_term.hpp"
#include "searchd/sru/typed_values.hpp"
#include "searchd/sru/typed_words.hpp"

namespace schakel {

namespace {

using Kind = CqlIndexKind;

Diagnosed<ClauseMeaning> as_meaning(Diagnosed<TypedPart> part) {
    if (!part) return tl::unexpected(part.error());
    return ClauseMeaning{std::move(*part), std::nullopt, false};
}

Diagnosed<TypedPart> everything() { return TypedPart{}; }

class ClauseReader {
public:
    ClauseReader(const CqlClause& clause, CqlIndex index, CqlRelation relation, const CqlSurroundings& surroundings)
        : clause_(clause), index_(index), relation_(std::move(relation)), surroundings_(surroundings) {}

    Diagnosed<ClauseMeaning> read() const;

private:
    Diagnosed<ClauseMeaning> read_words() const;
    Diagnosed<ClauseMeaning> read_subject() const;
    Diagnosed<ClauseMeaning> read_values() const;
    Diagnosed<ClauseMeaning> read_identifier() const;
    Diagnosed<ClauseMeaning> read_all_records() const;
    Diagnosed<TypedPart> value_part(std::string_view value) const;
    Diagnosed<TypedPart> each_word(std::string_view value) const;
    Diagnosed<TypedPart> theme_named() const;
    std::optional<WordJoint> word_joint() const;
    tl::unexpected<Diagnostic> wrong_relation() const {
        return refuse(DiagnosticCode::unsupported_relation_for_index, clause_.index + ' ' + clause_.relation);
    }

    const CqlClause& clause_;
    CqlIndex index_;
    CqlRelation relation_;
    const CqlSurroundings& surroundings_;
};

Diagnosed<ClauseMeaning> ClauseReader::read() const {
    switch (index_.kind) {
        case Kind::anywhere:
        case Kind::text: return read_words();
        case Kind::subject: return read_subject();
        case Kind::values:
        case Kind::year: return read_values();
        case Kind::identifier: return read_identifier();
        case Kind::all_records: return read_all_records();
        case Kind::result_set: break;
    }
    return refuse(DiagnosticCode::unsupported_result_sets, clause_.term);
}

std::optional<WordJoint> ClauseReader::word_joint() const {
    if (relation_.name == "=" || relation_.name == "adj") return WordJoint::phrase;
    if (relation_.name == "all") return WordJoint::all;
    if (relation_.name == "any") return WordJoint::any;
    return std::nullopt;
}

Diagnosed<ClauseMeaning> ClauseReader::read_words() const {
    const auto joint = word_joint();
    if (!joint) return wrong_relation();
    const auto term = read_term(clause_.term, relation_.masking);
    if (!term) return tl::unexpected(term.error());
    const StringSet& stop_words = surroundings_.installation.language.stop_words;
    auto meaning = as_meaning(typed_words(*term, index_.field.field, *joint, stop_words));
    if (meaning) meaning->masked = term->masked;
    return meaning;
}

/// A theme that is called so, if there is one. A masked term names none.
Diagnosed<TypedPart> ClauseReader::theme_named() const {
    const auto value = read_value(clause_.term, relation_.masking);
    if (!value)
        return value.error().code == DiagnosticCode::unsupported_masking
                   ? Diagnosed<TypedPart>(nothing_at_all())
                   : Diagnosed<TypedPart>(tl::unexpected(value.error()));
    return typed_value(*value, {&field(FieldId::theme), ""}, surroundings_.installation, surroundings_.snapshot);
}

/// Themes have more below them than their words: what is filed under schuldhulpverlening is about armoede too.
Diagnosed<ClauseMeaning> ClauseReader::read_subject() const {
    if (relation_.name != "=" && relation_.name != "==") return read_words();
    auto theme = theme_named();
    if (!theme || relation_.name == "==") return as_meaning(std::move(theme));
    auto words = read_words();
    if (!words) return words;
    auto either = either_of(std::move(*theme), std::move(words->part));
    if (!either) return tl::unexpected(either.error());
    words->part = std::move(*either);
    return words;
}

Diagnosed<TypedPart> ClauseReader::value_part(std::string_view value) const {
    if (index_.kind == Kind::year) {
        const bool each = relation_.name == "any" || relation_.name == "all" || relation_.name == "<>";
        return typed_years(value, each ? "=" : relation_.name);
    }
    return typed_value(value, index_.field, surroundings_.installation, surroundings_.snapshot);
}

/// any "2015 2016": each word a value of its own.
Diagnosed<TypedPart> ClauseReader::each_word(std::string_view value) const {
    const bool any = relation_.name == "any";
    Diagnosed<TypedPart> joined = any ? nothing_at_all() : TypedPart{};
    for (const std::string_view word : words_of(value)) {
        auto part = value_part(word);
        if (!part) return part;
        joined = any ? either_of(std::move(*joined), std::move(*part)) : both_of(std::move(*joined), std::move(*part));
        if (!joined) return joined;
    }
    return joined;
}

Diagnosed<ClauseMeaning> ClauseReader::read_values() const {
    const auto value = read_value(clause_.term, relation_.masking);
    if (!value) return tl::unexpected(value.error());
    if (words_of(*value).empty()) return refuse(DiagnosticCode::empty_term, *value);
    if (relation_.name == "any" || relation_.name == "all") return as_meaning(each_word(*value));
    const bool compares = relation_.name == "=" || relation_.name == "==" || relation_.name == "<>";
    if (!compares && index_.kind != Kind::year) return wrong_relation();
    auto part = value_part(*value);
    if (!part || relation_.name != "<>") return as_meaning(std::move(part));
    return as_meaning(first_without(*everything(), std::move(*part)));
}

/// By id, or by the address of its page here.
Diagnosed<ClauseMeaning> ClauseReader::read_identifier() const {
    if (relation_.name != "=" && relation_.name != "==") return wrong_relation();
    auto value = read_value(clause_.term, relation_.masking);
    if (!value) return tl::unexpected(value.error());
    if (value->starts_with(surroundings_.product_pages))
        value = percent_decode(std::string_view(*value).substr(surroundings_.product_pages.size()), false);
    return ClauseMeaning{{}, std::move(*value), false};
}

Diagnosed<ClauseMeaning> ClauseReader::read_all_records() const {
    if (relation_.name != "=" && relation_.name != "==") return wrong_relation();
    if (clause_.term != "1") return refuse(DiagnosticCode::invalid_term, clause_.term);
    return as_meaning(everything());
}

}  // namespace

Diagnosed<ClauseMeaning> meaning_of(const CqlClause& clause, std::span<const CqlPrefix> prefixes,
                                    const CqlSurroundings& surroundings) {
    CqlIndex index;
    if (!clause.index.empty()) {
        const auto found = find_cql_index(clause.index, prefixes);
        if (!found) return tl::unexpected(found.error());
        index = *found;
    }
    auto relation = relation_of(clause);
    if (!relation) return tl::unexpected(relation.error());
    return ClauseReader(clause, index, std::move(*relation), surroundings).read();
}

}  // namespace schakel

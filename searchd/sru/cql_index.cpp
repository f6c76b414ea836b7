#include "searchd/sru/cql_index.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace schakel {

namespace {

using Kind = CqlIndexKind;

constexpr std::array sets{
    ContextSet{"cql", "info:srw/context-set/1/cql-v1.2"},
    ContextSet{"cql", "info:srw/context-set/1/cql-v1.1"},
    ContextSet{"cql", "http://docs.oasis-open.org/ns/search-ws/cql"},
    ContextSet{"dc", "info:srw/context-set/1/dc-v1.1"},
    ContextSet{"rec", "info:srw/context-set/2/rec-1.1"},
    ContextSet{"schakel", "urn:schakel:context-set:1"},
};

constexpr std::array<std::string_view, 3> sets_without_prefix{"cql", "dc", "schakel"};

std::vector<CqlIndexRow> standard_indexes() {
    return {
        {"cql", "serverChoice", Kind::anywhere, std::nullopt, {"overal", "anywhere"}},
        {"cql", "anywhere", Kind::anywhere, std::nullopt, {"overal", "anywhere"}},
        {"cql", "anyIndexes", Kind::anywhere, std::nullopt, {"overal", "anywhere"}},
        {"cql", "allIndexes", Kind::anywhere, std::nullopt, {"overal", "anywhere"}},
        {"cql", "keywords", Kind::anywhere, std::nullopt, {"overal", "anywhere"}},
        {"cql", "allRecords", Kind::all_records, std::nullopt, {"alles", "everything"}},
        {"cql", "resultSetId", Kind::result_set, std::nullopt, {"bewaarde resultaten", "result set"}},
        {"dc", "title", Kind::text, FieldId::title, {"titel", "title"}},
        {"dc", "creator", Kind::text, FieldId::names, {"auteur of organisatie", "author or organisation"}},
        {"dc", "contributor", Kind::text, FieldId::names, {"auteur of organisatie", "author or organisation"}},
        {"dc", "subject", Kind::subject, FieldId::subjects, {"onderwerp of thema", "subject or theme"}},
        {"dc", "description", Kind::text, FieldId::abstract, {"samenvatting", "abstract"}},
        {"dc", "publisher", Kind::values, FieldId::organisation, {"organisatie", "organisation"}},
        {"dc", "date", Kind::year, FieldId::year, {"jaar", "year"}},
        {"dc", "type", Kind::values, FieldId::type, {"type", "type"}},
        {"dc", "coverage", Kind::values, FieldId::region, {"regio", "region"}},
        {"dc", "language", Kind::values, FieldId::language, {"taal", "language"}},
        {"dc", "identifier", Kind::identifier, std::nullopt, {"id", "identifier"}},
        {"rec", "identifier", Kind::identifier, std::nullopt, {"id", "identifier"}},
    };
}

Kind kind_of(const Field& field) {
    if (field.kind == FieldKind::text) return Kind::text;
    return field.id == FieldId::year ? Kind::year : Kind::values;
}

std::vector<CqlIndexRow> all_indexes() {
    std::vector<CqlIndexRow> rows = standard_indexes();
    for (const Field& field : field_table)
        rows.push_back(
            {"schakel", field.name, kind_of(field), field.id, {std::string(field.name), std::string(field.name)}});
    return rows;
}

/// Our own names are those of the query language: also auteur, gemeente, provincie.
std::optional<CqlIndex> own_index(std::string_view name) {
    const auto field = find_search_field(name);
    if (!field) return std::nullopt;
    return CqlIndex{kind_of(*field->field), *field};
}

std::optional<CqlIndex> index_in(std::string_view set, std::string_view name) {
    if (set == "schakel") return own_index(name);
    for (const CqlIndexRow& row : cql_indexes())
        if (row.set == set && is_same_name(row.name, name))
            return CqlIndex{row.kind, {row.field ? &field(*row.field) : nullptr, ""}};
    return std::nullopt;
}

std::optional<std::string_view> set_with_identifier(std::string_view identifier) {
    for (const ContextSet& set : sets)
        if (set.identifier == identifier) return set.name;
    return std::nullopt;
}

std::optional<std::string_view> set_with_name(std::string_view name) {
    for (const ContextSet& set : sets)
        if (is_same_name(set.name, name)) return set.name;
    return std::nullopt;
}

/// What `prefix` stands for here, if the query says so.
const CqlPrefix* assigned(std::string_view prefix, std::span<const CqlPrefix> prefixes) {
    const auto found = std::find_if(prefixes.rbegin(), prefixes.rend(),
                                    [&](const CqlPrefix& each) { return is_same_name(each.name, prefix); });
    return found == prefixes.rend() ? nullptr : &*found;
}

Diagnosed<CqlIndex> index_of_set(std::optional<std::string_view> set, std::string_view written,
                                 std::string_view set_written, std::string_view name) {
    if (!set) return refuse(DiagnosticCode::unsupported_context_set, std::string(set_written));
    if (const auto index = index_in(*set, name)) return *index;
    return refuse(DiagnosticCode::unsupported_index, std::string(written));
}

Diagnosed<CqlIndex> index_without_prefix(std::string_view written) {
    for (const std::string_view set : sets_without_prefix)
        if (const auto index = index_in(set, written)) return *index;
    return refuse(DiagnosticCode::unsupported_index, std::string(written));
}

}  // namespace

std::span<const ContextSet> context_sets() { return sets; }

const std::vector<CqlIndexRow>& cql_indexes() {
    static const std::vector<CqlIndexRow> rows = all_indexes();
    return rows;
}

Diagnosed<CqlIndex> find_cql_index(std::string_view written, std::span<const CqlPrefix> prefixes) {
    const std::size_t dot = written.find('.');
    const std::string_view prefix = dot == std::string_view::npos ? std::string_view{} : written.substr(0, dot);
    const std::string_view name = dot == std::string_view::npos ? written : written.substr(dot + 1);
    if (const CqlPrefix* own = assigned(prefix, prefixes))
        return index_of_set(set_with_identifier(own->identifier), written, own->identifier, name);
    if (prefix.empty()) return index_without_prefix(name);
    return index_of_set(set_with_name(prefix), written, prefix, name);
}

}  // namespace schakel

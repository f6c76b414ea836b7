#include "searchd/exports/publication_kind.hpp"

#include <array>

#include "config/folding.hpp"

namespace schakel {

namespace {

struct KindRow {
    std::string_view name;
    PublicationKind kind;
};

constexpr PublicationKind general{"GEN", "misc", "CreativeWork"};

/// By code of config/vocabularies/types.xml.
constexpr std::array types{
    KindRow{"rapport", {"RPRT", "techreport", "Report"}},
    KindRow{"publicatie", {"GEN", "misc", "Article"}},
    KindRow{"praktijkvoorbeeld", {"GEN", "misc", "Article"}},
    KindRow{"methodiek", {"GEN", "misc", "CreativeWork"}},
    KindRow{"instrument", {"GEN", "misc", "CreativeWork"}},
    KindRow{"leermodule", {"GEN", "misc", "LearningResource"}},
    KindRow{"dataset", {"DATA", "misc", "Dataset"}},
    KindRow{"onderzoek", {"UNPB", "misc", "ResearchProject", SchemaShape::body}},
    KindRow{"leerkring", {"GEN", "misc", "Event", SchemaShape::event}},
    KindRow{"programma", {"GEN", "misc", "Project", SchemaShape::body}},
    KindRow{"netwerk", {"ELEC", "misc", "Organization", SchemaShape::body}},
    KindRow{"kennispartner", {"ELEC", "misc", "Organization", SchemaShape::body}},
};

/// By the word of the source, of texts only.
constexpr std::array sorts{
    KindRow{"boek", {"BOOK", "book", "Book"}},
    KindRow{"hoofdstuk", {"CHAP", "incollection", "Chapter"}},
    KindRow{"proefschrift", {"THES", "phdthesis", "Thesis"}},
    KindRow{"dissertatie", {"THES", "phdthesis", "Thesis"}},
    KindRow{"scriptie", {"THES", "mastersthesis", "Thesis"}},
    KindRow{"wetenschappelijk-artikel", {"JOUR", "article", "ScholarlyArticle"}},
    KindRow{"tijdschriftartikel", {"JOUR", "article", "Article"}},
};

template <class Rows>
const PublicationKind* find_kind(const Rows& rows, std::string_view name) {
    for (const KindRow& row : rows)
        if (row.name == name) return &row.kind;
    return nullptr;
}

}  // namespace

const PublicationKind& publication_kind(const StoredRecord& record) {
    const auto& values = record.of(FieldId::type);
    const std::string_view type = values.empty() ? std::string_view{} : values.front().code;
    const bool is_text = type.empty() || type == "rapport" || type == "publicatie";
    if (is_text && !record.kind.empty())
        if (const PublicationKind* known = find_kind(sorts, slug(record.kind))) return *known;
    const PublicationKind* known = find_kind(types, type);
    return known == nullptr ? general : *known;
}

}  // namespace schakel

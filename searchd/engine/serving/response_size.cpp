#include "searchd/engine/serving/response_size.hpp"

#include <string>
#include <vector>

namespace schakel {

namespace {

constexpr std::size_t per_allocation = 16;  // glibc: a header, and rounding up to 16
constexpr std::size_t within_string = 15;   // as many bytes stand in the string itself

std::size_t outside(const std::string& text);
std::size_t outside(const Text& text);
std::size_t outside(const StoredValue& value);
std::size_t outside(const StoredFile& file);
std::size_t outside(const StoredRelation& relation);
std::size_t outside(const FragmentPiece& piece);
std::size_t outside(const Fragment& fragment);
std::size_t outside(const ScorePart& part);
std::size_t outside(const SearchHit& hit);
std::size_t outside(const FacetValueCount& value);
std::size_t outside(const FacetCounts& facet);
std::size_t outside(const UsedSynonym& synonym);

/// What the elements take, beside the vector itself.
template <class Element>
std::size_t outside(const std::vector<Element>& elements) {
    if (elements.capacity() == 0) return 0;
    std::size_t bytes = per_allocation + elements.capacity() * sizeof(Element);
    for (const Element& element : elements) bytes += outside(element);
    return bytes;
}

template <class... Parts>
std::size_t sum_of(const Parts&... parts) {
    return (outside(parts) + ...);
}

std::size_t outside(const std::string& text) {
    return text.capacity() <= within_string ? 0 : per_allocation + text.capacity() + 1;
}

std::size_t outside(const Text& text) { return sum_of(text.nl, text.en); }

std::size_t outside(const StoredValue& value) {
    return sum_of(value.code, value.label, value.role, value.provenance, value.evidence);
}

std::size_t outside(const StoredFile& file) { return sum_of(file.url, file.media_type); }
std::size_t outside(const StoredRelation& relation) { return sum_of(relation.id, relation.kind); }

std::size_t outside(const StoredRecord& record) {
    std::size_t bytes =
        sum_of(record.id, record.title, record.kind, record.abstract, record.abstract_language, record.authors,
               record.keywords, record.evidence_source, record.date, record.url, record.url_consulted, record.sources,
               record.reference_date, record.status, record.successor, record.last_checked, record.relations,
               record.note, record.files, record.licence);
    for (const auto& values : record.values) bytes += outside(values);
    return bytes;
}

std::size_t outside(const FragmentPiece& piece) { return outside(piece.text); }
std::size_t outside(const Fragment& fragment) { return outside(fragment.pieces); }
std::size_t outside(const ScorePart& part) { return outside(part.label); }

std::size_t outside(const SearchHit& hit) {
    return outside(hit.record) + sum_of(hit.fragments, hit.nearness, hit.likeness, hit.index, hit.explanation);
}

std::size_t outside(const FacetValueCount& value) { return sum_of(value.code, value.label, value.children); }
std::size_t outside(const FacetCounts& facet) { return outside(facet.values); }
std::size_t outside(const UsedSynonym& synonym) { return sum_of(synonym.typed, synonym.synonym); }

}  // namespace

std::size_t size_in_memory(const SearchResponse& response) {
    return sizeof response + per_allocation +
           sum_of(response.hits, response.facets, response.synonyms, response.suggestion, response.related,
                  response.notices);
}

}  // namespace schakel

#include "searchd/engine/scoring/alternative_hits.hpp"

#include <algorithm>

#include "config/index/postings.hpp"

namespace schakel {

namespace {

constexpr std::size_t list_bytes_per_document = 48;
constexpr std::size_t phrase_bytes_per_document = 16;
constexpr std::size_t least_cache_bytes = 1 << 19;
constexpr std::size_t phrase_cost = 50;  // of looking how words stand in a document, against one posting
constexpr std::size_t few_candidates =
    1000;  // documents that a phrase may stand in: all are looked at, and that is kept
constexpr std::size_t least_documents = 10;  // asked about, for that to be worth it

std::vector<std::string> terms_of(const Alternative& alternative) {
    std::vector<std::string> terms;
    for (const QueryTerm& term : alternative.terms) terms.push_back(term.term);
    return terms;
}

/// A part of a compound, by itself or within another compound.
Alternative part_of(const QueryTerm& part) {
    return {{{part.term, 0}, {part_term(part.term), 0}}, Arrangement::any, Reason::parts, 1, ""};
}

std::string key_of(const Alternative& alternative, FieldChoice text_field) {
    std::string key;
    key += static_cast<char>(text_field ? static_cast<int>(*text_field) + 1 : 0);
    key +=
        static_cast<char>(alternative.arrangement == Arrangement::any ? Arrangement::single : alternative.arrangement);
    for (const QueryTerm& term : alternative.terms) {
        if (alternative.arrangement == Arrangement::phrase) (key += std::to_string(term.offset)) += ' ';
        (key += term.term) += '\0';
    }
    return key;
}

/// The first hit at or behind `from` of a document that is not before `document`, searched for in growing steps: as quick for a
/// few documents among many as for many.
Hits::const_iterator advance_to(Hits::const_iterator from, Hits::const_iterator end, DocumentId document) {
    const auto before = [](const Hit& hit, DocumentId id) { return hit.document < id; };
    std::ptrdiff_t step = 1;
    while (end - from > step && from[step].document < document) {
        from += step;
        step *= 2;
    }
    return std::lower_bound(from, from + std::min(step + 1, end - from), document, before);
}

/// Documents that both have, with `weight` × the value of the others added.
void keep_common(Hits& hits, const Hits& others, float weight) {
    auto kept = hits.begin();
    auto other = others.begin();
    for (const Hit& hit : hits) {
        other = advance_to(other, others.end(), hit.document);
        if (other == others.end()) break;
        if (other->document == hit.document) *kept++ = {hit.document, hit.value + weight * other->value};
    }
    hits.erase(kept, hits.end());
}

Hits picked(std::span<const DocumentId> documents, const Hits& hits) {
    Hits found;
    auto at = hits.begin();
    for (const DocumentId document : documents) {
        at = advance_to(at, hits.end(), document);
        if (at == hits.end()) break;
        if (at->document == document) found.push_back(*at);
    }
    return found;
}

std::size_t cache_bytes(const IndexSnapshot& snapshot, std::size_t bytes_per_document) {
    return std::max(snapshot.documents() * bytes_per_document, least_cache_bytes);
}

std::vector<DocumentId> documents_of(const Hits& hits) {
    std::vector<DocumentId> documents;
    documents.reserve(hits.size());
    for (const Hit& hit : hits) documents.push_back(hit.document);
    return documents;
}

}  // namespace

AlternativeHits::AlternativeHits(const IndexSnapshot& snapshot, const std::vector<Xapian::Database>& postings,
                                 TermStatistics& statistics)
    : statistics_(statistics),
      terms_(snapshot, postings, statistics),
      phrases_(snapshot, postings, statistics),
      lists_(cache_bytes(snapshot, list_bytes_per_document)),
      found_phrases_(cache_bytes(snapshot, phrase_bytes_per_document)) {}

void AlternativeHits::set_saturation(Saturation saturation) {
    if (saturation == saturation_) return;
    saturation_ = saturation;
    lists_.clear();
    found_phrases_.clear();
}

HitCache& AlternativeHits::cache_for(const Alternative& alternative) {
    return alternative.arrangement == Arrangement::phrase ? found_phrases_ : lists_;
}

Result<std::shared_ptr<const Hits>> AlternativeHits::all(const Alternative& alternative, FieldChoice text_field) {
    const std::string key = key_of(alternative, text_field);
    HitCache& cache = cache_for(alternative);
    if (auto known = cache.find(key)) return known;
    auto found = hits_of(alternative, text_field);
    if (!found) return tl::unexpected(found.error());
    found->shrink_to_fit();
    auto hits = std::make_shared<const Hits>(std::move(*found));
    cache.keep(key, hits);
    return hits;
}

Result<Hits> AlternativeHits::hits_of(const Alternative& alternative, FieldChoice text_field) {
    if (alternative.arrangement == Arrangement::phrase) return phrase_hits(alternative, text_field, std::nullopt);
    if (alternative.arrangement == Arrangement::together) return together_hits(alternative, text_field);
    Hits hits;
    hits.reserve(most(alternative));
    terms_.visit(terms_of(alternative), text_field, [&](DocumentId document, const Occurrences& found) {
        hits.push_back({document, saturation_.value_of(found)});
    });
    return hits;
}

Result<Hits> AlternativeHits::among(std::span<const DocumentId> documents, const Alternative& alternative,
                                    FieldChoice text_field) {
    if (const auto known = cache_for(alternative).find(key_of(alternative, text_field)))
        return picked(documents, *known);
    if (alternative.arrangement == Arrangement::phrase) return phrase_among(documents, alternative, text_field);
    if (alternative.arrangement == Arrangement::together) return together_among(documents, alternative, text_field);
    Hits hits;
    terms_.visit_among(documents, terms_of(alternative), text_field,
                       [&](DocumentId document, const Occurrences& found) {
                           hits.push_back({document, saturation_.value_of(found)});
                       });
    return hits;
}

Result<Hits> AlternativeHits::phrase_hits(const Alternative& alternative, FieldChoice text_field,
                                          std::optional<std::span<const DocumentId>> documents) const {
    const auto found = phrases_.find(alternative.terms, text_field, documents);
    if (!found) return tl::unexpected(found.error());
    Hits hits;
    for (const PhraseHit& hit : *found) hits.push_back({hit.document, saturation_.value_of(hit.found)});
    return hits;
}

/// Other names of a word come back with each query that has it, and to see them in reports takes long: then all are worth keeping.
Result<Hits> AlternativeHits::phrase_among(std::span<const DocumentId> documents, const Alternative& alternative,
                                           FieldChoice text_field) {
    const std::size_t candidates = most(alternative);
    if (candidates > few_candidates || documents.size() < least_documents)
        return phrase_hits(alternative, text_field, documents);
    const auto found = all(alternative, text_field);
    if (!found) return tl::unexpected(found.error());
    return picked(documents, **found);
}

Result<Hits> AlternativeHits::together_hits(const Alternative& alternative, FieldChoice text_field) {
    Hits common;
    for (const QueryTerm& term : alternative.terms) {
        const Alternative part = part_of(term);
        const auto own = all(part, text_field);
        if (!own) return tl::unexpected(own.error());
        const auto weight = static_cast<float>(rarity(part));
        if (&term == &alternative.terms.front())
            for (const Hit& hit : **own) common.push_back({hit.document, weight * hit.value});
        else
            keep_common(common, **own, weight);
        if (common.empty()) break;
    }
    return common;
}

Result<Hits> AlternativeHits::together_among(std::span<const DocumentId> documents, const Alternative& alternative,
                                             FieldChoice text_field) {
    Hits common;
    for (const DocumentId document : documents) common.push_back({document, 0});
    for (const QueryTerm& term : alternative.terms) {
        const Alternative part = part_of(term);
        const auto own = among(documents_of(common), part, text_field);
        if (!own) return tl::unexpected(own.error());
        keep_common(common, *own, static_cast<float>(rarity(part)));
    }
    return common;
}

Result<Occurrences> AlternativeHits::occurrences(DocumentId document, const Alternative& alternative,
                                                 FieldId text_field) const {
    Occurrences sum;
    const std::span<const DocumentId> only(&document, 1);
    if (alternative.arrangement == Arrangement::phrase) {
        const auto found = phrases_.find(alternative.terms, text_field, only);
        if (!found) return tl::unexpected(found.error());
        for (const PhraseHit& hit : *found) sum.add(hit.found);
        return sum;
    }
    terms_.visit_among(only, terms_of(alternative), text_field,
                       [&](DocumentId, const Occurrences& found) { sum.add(found); });
    return sum;
}

Result<std::optional<std::array<double, text_field_count>>> AlternativeHits::shares(DocumentId document,
                                                                                    const Alternative& alternative,
                                                                                    FieldChoice text_field) const {
    if (alternative.arrangement == Arrangement::together) return std::nullopt;
    std::array<Occurrences, text_field_count> by_field;
    Occurrences all;
    for (std::size_t i = 0; i < text_field_count; ++i) {
        if (text_field && static_cast<FieldId>(i) != *text_field) continue;
        const auto found = occurrences(document, alternative, static_cast<FieldId>(i));
        if (!found) return tl::unexpected(found.error());
        by_field[i] = *found;
        all.add(*found);
    }
    const auto value = static_cast<double>(saturation_.value_of(all));
    if (value <= 0) return std::nullopt;
    // Saturation works on the sum of the fields; what a title adds behind it is the title's alone.
    const double bonus = static_cast<double>(saturation_.title_bonus) * static_cast<double>(all.title);
    std::array<double, text_field_count> shares{};
    for (std::size_t i = 0; i < text_field_count; ++i) {
        const double part = static_cast<double>(by_field[i].weight) / static_cast<double>(all.weight);
        shares[i] = ((value - bonus) * part + (by_field[i].title > 0 ? bonus : 0)) / value;
    }
    return shares;
}

std::size_t AlternativeHits::most(const Alternative& alternative) const {
    std::size_t sum = 0;
    std::size_t least = static_cast<std::size_t>(-1);
    for (const QueryTerm& term : alternative.terms) {
        std::size_t own = statistics_.frequency(term.term);
        if (alternative.arrangement == Arrangement::together) own += statistics_.frequency(part_term(term.term));
        sum += own;
        least = std::min(least, own);
    }
    const bool one_suffices =
        alternative.arrangement == Arrangement::single || alternative.arrangement == Arrangement::any;
    return one_suffices ? sum : least;
}

std::size_t AlternativeHits::cost(const Alternative& alternative) const {
    const std::size_t documents = most(alternative);
    return alternative.arrangement == Arrangement::phrase ? documents * phrase_cost : documents;
}

double AlternativeHits::rarity(const Alternative& alternative) const {
    if (alternative.arrangement == Arrangement::any) return statistics_.rarity(terms_of(alternative));
    double sum = 0;
    for (const QueryTerm& term : alternative.terms) sum += statistics_.rarity(term.term);
    return sum;
}

float AlternativeHits::weight(const Alternative& alternative, double highest_rarity) const {
    // The parts of a compound are common words; their rarities are in their values.
    if (alternative.arrangement == Arrangement::together) return static_cast<float>(alternative.weight);
    return static_cast<float>(alternative.weight * std::min(rarity(alternative), highest_rarity));
}

double AlternativeHits::typed_rarity(const QueryClause& clause) const {
    return clause.alternatives.empty() ? 0 : rarity(clause.alternatives.front());
}

}  // namespace schakel

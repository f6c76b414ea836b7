#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "config/index/field_table.hpp"
#include "config/index/stored_record.hpp"
#include "config/text.hpp"

namespace schakel {

/// A run of text of a fragment; marked where it is a word of the query. Plain text: whoever renders it escapes it.
struct FragmentPiece {
    std::string text;
    bool marked = false;
};

/// A passage that shows why a product was found.
struct Fragment {
    std::vector<FragmentPiece> pieces;
    std::uint32_t page = 0;   // page of the source document; 0 = not paged
    bool cut_before = false;  // text was left out before / behind the passage
    bool cut_after = false;
};

/// What one word or factor contributes to the score of a hit.
struct ScorePart {
    Text label;               // "wijkteam in de titel", "zelfde provincie"
    double contribution = 0;  // may be negative: a factor below 1 takes away
};

struct SearchHit {
    StoredRecord record;
    std::vector<Fragment> fragments;
    double score = 0;  // 0 when nothing was asked for
    Text
        nearness;  // nabijheid: what it has in common with vanuitRegio, "zelfde GGD-regio"; empty = nothing, or not asked
    Text likeness;      // gelijkenis: in what it is like lijktOp, "zelfde grootteklasse"; empty = nothing, or not asked
    std::string index;  // name of the index that it comes from, when that is not the own one
    bool editors_choice = false;         // a curator put it first for this query
    std::vector<ScorePart> explanation;  // adds up to `score`; empty unless asked for
};

enum class FacetStatus { chosen, available, empty };  // gekozen, beschikbaar, leeg

/// A value of a facet with the number of hits that choosing it gives (for a chosen one: that it gives now).
struct FacetValueCount {
    std::string code;
    Text label;
    std::uint32_t count = 0;
    FacetStatus status = FacetStatus::available;
    std::vector<FacetValueCount> children;  // most hits first
};

struct FacetCounts {
    FieldId facet = FieldId::theme;
    std::vector<FacetValueCount> values;  // most hits first, years newest first
};

/// Which of the words of the query a hit must have.
enum class WordMode { all, any };

/// Another name that was searched for beside what was typed.
struct UsedSynonym {
    std::string typed;        // the words of the query that it stands for
    std::string synonym;      // as the curator wrote it
    bool succession = false;  // one of the two took the place of the other
};

/// The answer to a SearchRequest.
struct SearchResponse {
    std::uint64_t total = 0;          // exact
    std::vector<SearchHit> hits;      // of the page asked for
    std::vector<FacetCounts> facets;  // those asked for, in that order
    std::uint32_t local = 0;          // hits per scale, as if no scale had been chosen
    std::uint32_t regional = 0;
    std::uint32_t national = 0;
    WordMode words = WordMode::all;
    std::vector<UsedSynonym> synonyms;  // those that the index has
    std::string suggestion;             // bedoeldeU: the query as it may have been meant; empty = nothing better
    std::vector<std::string> related;   // gerelateerd: words that set these hits apart from the rest
    std::vector<Text> notices;
    bool incomplete = false;  // onvolledig: an index that should be searched too could not be; a notice tells which
    double milliseconds = 0;  // time in the engine
    std::uint32_t generation = 0;
};

}  // namespace schakel

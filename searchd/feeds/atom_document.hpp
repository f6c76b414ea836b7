#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "analyzers/installation.hpp"
#include "config/index/stored_record.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// What a feed tells.
struct AtomContents {
    const SearchRequest& request;  // with the page that is shown
    std::string words;             // what is asked for, in words; empty = everything
    std::span<const StoredRecord> records;
    std::uint64_t total = 0;  // on all pages
    std::string built_at;     // of the index, ISO 8601; the time of what has no date
    std::string site;         // public address of this installation
    Language language = Language::dutch;
};

/// A page of what a search finds as an Atom feed (RFC 4287, paged as RFC 5005, with the counts of OpenSearch 1.1). In English it leads to
/// the pages below /en. Entries are known by the address of the product's page in Dutch, in either language. Pure; safe from any thread.
std::string atom_document(const AtomContents& contents, const Installation& installation);

/// When a product last changed, as far as known: when the index first had it as it is, else its date or year, else `built_at`.
std::string atom_time(const StoredRecord& record, const std::string& built_at);

}  // namespace schakel

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/index/field_table.hpp"
#include "searchd/request/url.hpp"
#include "searchd/sru/diagnostic.hpp"
#include "searchd/sru/facet_wish.hpp"

namespace schakel {

enum class SruVersion { v1_1, v1_2, v2_0 };

enum class SruOperation { explain, search, scan, unknown };

/// How the records stand in an answer.
enum class RecordPacking { xml, string };

inline constexpr int default_records = 10;
inline constexpr int most_records = 100;

/// The parameters of a request to the SRU server, read. A plain value.
struct SruRequest {
    SruVersion version = SruVersion::v2_0;
    SruOperation operation = SruOperation::explain;
    std::string query;
    bool plain_words = false;  // queryType=searchTerms: the query is what somebody typed, not CQL
    int first = 1;             // startRecord
    int most = default_records;
    RecordPacking packing = RecordPacking::xml;
    std::vector<FacetWish> facets;
    QueryParameters written;           // as they came, to be echoed
    std::vector<Diagnostic> problems;  // everything that is wrong; then the request is not to be answered

    bool is_2_0() const { return version == SruVersion::v2_0; }
};

/// Reads the parameters of SRU 2.0, and those of 1.1 and 1.2, which a request with `operation` is of unless it says otherwise.
/// Never fails: see `problems`. x-… and what says how to show the answer (stylesheet, httpAccept) is passed over. Pure; safe
/// from any thread.
SruRequest parse_sru_request(const QueryParameters& parameters);

/// "2.0".
std::string_view name_of(SruVersion version);

}  // namespace schakel

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// What a repository does with records that are withdrawn (OAI-PMH 2.0, section 2.5.1).
enum class DeletedRecords { no, transient, persistent };

struct OaiIdentity {
    std::string repository_name;
    std::string earliest_datestamp;
    DeletedRecords deleted_records = DeletedRecords::no;
    bool counts_seconds = false;  // granularity; otherwise days
};

struct OaiRecord {
    std::string identifier;  // empty when the record has none, against the rules
    bool deleted = false;
    std::string xml;  // an OAI-PMH document of its own with only this record; empty when it has no metadata
};

struct OaiError {
    std::string code;  // noRecordsMatch, badResumptionToken, …
    std::string message;
};

/// An OAI-PMH answer, whatever verb it answers. What the answer does not hold is empty.
struct OaiAnswer {
    std::string response_date;
    std::vector<OaiError> errors;
    std::optional<OaiIdentity> identity;
    std::vector<std::string> sets;  // their setSpec
    std::vector<OaiRecord> records;
    std::string token;           // empty = there is no next page
    std::optional<Text> notice;  // how the text was read, when it was not flawless UTF-8
};

/// Reads an answer; `url` is what errors call it. Elements are known by their local names once the document is found to be
/// OAI-PMH 2.0. Errors: malformed, also for a page of HTML. Safe from any thread.
Result<OaiAnswer> parse_oai_answer(const std::string& url, std::string_view body, std::string_view content_type = {});

}  // namespace schakel

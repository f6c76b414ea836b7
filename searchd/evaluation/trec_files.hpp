#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// Relevance by document id: 1 and more is relevant, 0 and less is not.
using Judgements = std::map<std::string, int, std::less<>>;

/// Judgements by query id.
using Qrels = std::map<std::string, Judgements, std::less<>>;

/// A document in the answer to a query.
struct RunEntry {
    std::string document;  // its id, as `trec_id` writes it
    int rank = 0;          // from 1; a run may leave out ranks
    double score = 0;
};

/// The answer to one query, by rank.
using Ranking = std::vector<RunEntry>;

/// Answers by query id.
using Run = std::map<std::string, Ranking, std::less<>>;

/// How a document id stands in a TREC file, where white space separates: with %20 for a space (RFC 3986); the rest as it is.
std::string trec_id(std::string_view id);

/// Reads judgements: lines of `query 0 document relevance`. Format of this and of runs: the Text REtrieval Conference (NIST),
/// as trec_eval reads it; lines that start with # do not count. Errors, with file:line: malformed (another number of fields, a
/// number that is none, a document judged twice for a query), invalid_utf8; not_found, unreadable. Safe from any thread.
Result<Qrels> read_qrels(const std::filesystem::path& file);
Result<Qrels> parse_qrels(const std::string& name, std::string_view text);

/// Reads a run: lines of `query Q0 document rank score name`, in any order. Errors: those of `read_qrels`; also a rank below
/// 1, and a rank or document that a query has twice.
Result<Run> read_run(const std::filesystem::path& file);
Result<Run> parse_run(const std::string& name, std::string_view text);

/// A run as a file. Scores fall from rank to rank, equal ones by the least that a float can: trec_eval looks at scores only
/// and orders equal ones by document id.
std::string to_text(const Run& run, std::string_view name);

}  // namespace schakel

#pragma once

#include <string>

#include "config/error.hpp"
#include "corpus/harvesters/harvest_run.hpp"
#include "corpus/harvesters/oai_answer.hpp"

namespace schakel {

/// Which records to list. Empty = not limited.
struct OaiSelection {
    std::string metadata_prefix;
    std::string set;
    std::string from;
    std::string until;
};

/// The address of a request to a repository with this base address, which may hold a query itself.
std::string identify_url(const std::string& base);
std::string list_sets_url(const std::string& base, const std::string& token);
std::string list_records_url(const std::string& base, const OaiSelection& selection);
std::string list_records_url(const std::string& base, const std::string& token);

/// Fetches one answer. An answer that cannot be read is asked for again, twice, because a repository under load gives half
/// answers and error pages. OAI-PMH errors are in the answer. Errors: unreadable, malformed.
Result<OaiAnswer> ask(HarvestRun& run, const std::string& url);

/// The errors of an answer in words, with what to do about them.
Error oai_failure(const std::string& url, const OaiError& error);

}  // namespace schakel

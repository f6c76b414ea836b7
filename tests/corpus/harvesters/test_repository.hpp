#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corpus/harvesters/harvest.hpp"
#include "tests/corpus/harvesters/test_server.hpp"

namespace schakel {

struct RepositoryRecord {
    std::string identifier;
    std::string datestamp;  // 2026-03-01T10:00:00Z
    std::string title;
    std::string set = "rapporten";
    bool deleted = false;
};

/// A repository that keeps to OAI-PMH 2.0, on what tests put in it. `misbehave` may answer a request in its stead.
struct TestRepository {
    std::vector<RepositoryRecord> records;
    std::size_t page_size = 3;
    std::string deleted_records = "persistent";
    bool counts_seconds = true;
    std::string response_date = "2026-06-01T12:00:00Z";
    std::vector<std::string> sets{"rapporten", "artikelen"};
    /// The request and its number, from 1.
    std::function<std::optional<ServedAnswer>(const ServedRequest& request, std::size_t number)> misbehave;

    ServedAnswer answer(const ServedRequest& request);

    std::size_t asked = 0;
};

/// The text of an OAI-PMH answer around `content`.
std::string oai_document(const std::string& content, const std::string& response_date = "2026-06-01T12:00:00Z");

/// `count` records with identifiers oai:test:1, oai:test:2, …
std::vector<RepositoryRecord> numbered_records(std::size_t count);

/// The parameters of a target, decoded.
std::map<std::string, std::string> parameters_of(const std::string& target);

/// Options for a server on the loopback address: no pauses, short limits.
HarvestOptions quick_options(const std::filesystem::path& store);

HarvestSource repository_source(const TestServer& server);

/// Everything that a reader of the store would find: name → content.
std::map<std::string, std::string> content_of(const std::filesystem::path& records);

/// The identifiers in a store of OAI-PMH records, sorted.
std::vector<std::string> identifiers_in(const std::filesystem::path& records);

}  // namespace schakel

#pragma once

#include <string>
#include <vector>

#include "corpus/harvesters/harvest_state.hpp"
#include "tests/corpus/harvesters/test_repository.hpp"
#include "tests/paths.hpp"

namespace schakel {

/// A repository, a server before it and a store.
struct RepositoryScene {
    TestRepository repository;
    TestServer server{[this](const ServedRequest& request) { return repository.answer(request); }};
    TemporaryFolder folder;
    HarvestOptions options = quick_options(folder.path());
    HarvestSource source = repository_source(server);

    explicit RepositoryScene(std::size_t records = 7) { repository.records = numbered_records(records); }

    HarvestReport run() const { return harvest(source, options); }
    std::filesystem::path records() const { return record_folder(folder.path(), source); }
    std::vector<std::string> identifiers() const { return identifiers_in(records()); }
    HarvestState state() const { return read_harvest_state(folder.path() / source.name).value(); }
};

/// Why a harvest failed, in Dutch; “geen” when it did not.
std::string failure_of(const HarvestReport& report);

bool says(const std::string& text, const std::string& part);
bool notices_say(const HarvestReport& report, const std::string& part);

/// Whether a request asks for a page of records after the first.
bool is_later_page(const ServedRequest& request);

/// A page with one record, and a token for the next.
ServedAnswer page_with_token(const std::string& identifier, const std::string& token);

}  // namespace schakel

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/engine/index/index_snapshot.hpp"
#include "tests/sample_index.hpp"

namespace schakel {

/// A product of which only this matters.
struct SmallProduct {
    std::string title;
    std::string text;
    std::vector<std::string> themes = {};
    std::vector<std::string> authors = {};
};

/// Products as searchd has them, with the id of their number, in as many segments as asked for. What terms they have is
/// counted the long way round, so that tests need no engine.
class SmallLibrary {
public:
    explicit SmallLibrary(const std::vector<SmallProduct>& products, std::size_t segments = 1);

    const IndexSnapshot& snapshot() const { return *snapshot_; }
    std::shared_ptr<const IndexSnapshot> without(std::string id) const;
    StoredRecord record(DocumentId document) const;
    bool holds(DocumentId document, const std::string& term) const;
    std::size_t frequency(const std::string& term) const;

private:
    std::unique_ptr<SampleIndex> files_;
    std::shared_ptr<const IndexSnapshot> snapshot_;
};

}  // namespace schakel

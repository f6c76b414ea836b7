#include "tests/searchd/engine/snapshot_without.hpp"

#include "tests/sample_index.hpp"

namespace schakel {

std::shared_ptr<const IndexSnapshot> snapshot_without(const IndexSnapshot& snapshot, std::vector<std::string> ids) {
    Blocklist blocklist;
    for (std::string& id : ids) blocklist.add({.id = std::move(id)});
    SearchedIndex index = snapshot.indexes().front();
    index.blocklist = std::make_shared<const Blocklist>(std::move(blocklist));
    return IndexSnapshot::join({std::move(index)}, {}, sample_installation().settings.search, &snapshot).value();
}

}  // namespace schakel

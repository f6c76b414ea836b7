#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "corpus/readers/pdf/page_fragment.hpp"

namespace schakel {

/// Finds what stands above and below the text of page after page, by place and likeness: the same words (whatever their
/// digits) at the same height near the edge of at least three pages that follow each other, or every other page; or a number
/// that grows with the pages. A document of one or two pages has none. Not for several threads.
class RunningHeads {
public:
    /// Looks at the next pages of a document. What was found in earlier ones still counts.
    void learn(const std::vector<FragmentPage>& pages);

    /// Takes what was found off a page.
    void remove_from(FragmentPage& page) const;

private:
    /// The likeness of a fragment and its height on the page.
    using Key = std::pair<std::string, int>;

    static std::optional<Key> key_of(const PageFragment& fragment, int page);
    bool is_head(const PageFragment& fragment, int page) const;
    void see(const Key& key, int page);

    struct Sighting {
        int last_page = 0;
        int pages = 0;  // that follow each other
    };
    std::map<Key, Sighting> seen_;
    std::set<Key> heads_;
};

}  // namespace schakel

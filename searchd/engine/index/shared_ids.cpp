#include "searchd/engine/index/shared_ids.hpp"

#include <algorithm>
#include <queue>

#include <xapian.h>

#include "config/index/postings.hpp"

namespace schakel {

namespace {

/// Walks the ids of one segment in order.
class IdWalk {
public:
    explicit IdWalk(const SnapshotSegment& segment)
        : segment_(&segment),
          postings_(segment.files->postings.database()),
          at_(postings_.allterms_begin(id_term(""))),
          end_(postings_.allterms_end(id_term(""))) {
        look();
    }

    bool is_done() const { return at_ == end_; }
    const std::string& term() const { return term_; }
    std::size_t index() const { return segment_->index; }

    void add_documents(SharedId& documents) const {
        for (auto at = postings_.postlist_begin(term_); at != postings_.postlist_end(term_); ++at)
            documents.push_back(segment_->first + *at - 1);
    }

    void next() {
        ++at_;
        look();
    }

private:
    void look() {
        if (!is_done()) term_ = *at_;
    }

    const SnapshotSegment* segment_;
    Xapian::Database postings_;
    Xapian::TermIterator at_;
    Xapian::TermIterator end_;
    std::string term_;
};

struct Later {
    bool operator()(const IdWalk* a, const IdWalk* b) const { return a->term() > b->term(); }
};

using Walks = std::priority_queue<IdWalk*, std::vector<IdWalk*>, Later>;

/// Takes all walks that stand at the first id.
std::vector<IdWalk*> take_first(Walks& walks) {
    std::vector<IdWalk*> first;
    do {
        first.push_back(walks.top());
        walks.pop();
    } while (!walks.empty() && walks.top()->term() == first.front()->term());
    return first;
}

bool in_several_indexes(const std::vector<IdWalk*>& walks) {
    return std::any_of(walks.begin(), walks.end(),
                       [&](const IdWalk* walk) { return walk->index() != walks.front()->index(); });
}

}  // namespace

std::vector<SharedId> shared_ids(std::span<const SnapshotSegment> segments) {
    std::vector<SharedId> shared;
    if (segments.empty() || segments.front().index == segments.back().index) return shared;
    std::vector<IdWalk> all(segments.begin(), segments.end());
    Walks walks;
    for (IdWalk& walk : all)
        if (!walk.is_done()) walks.push(&walk);
    while (!walks.empty()) {
        const std::vector<IdWalk*> same = take_first(walks);
        if (in_several_indexes(same)) {
            SharedId& documents = shared.emplace_back();
            for (const IdWalk* walk : same) walk->add_documents(documents);
            std::sort(documents.begin(), documents.end());
        }
        for (IdWalk* walk : same) {
            walk->next();
            if (!walk->is_done()) walks.push(walk);
        }
    }
    return shared;
}

}  // namespace schakel

#include "searchd/engine/scoring/document_set.hpp"

#include <set>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

namespace schakel {
namespace {

DocumentSet set_of(std::size_t documents, const std::set<DocumentId>& members) {
    DocumentSet set(documents);
    for (const DocumentId member : members) set.insert(member);
    return set;
}

std::vector<DocumentId> members_of(const DocumentSet& set) {
    std::vector<DocumentId> members;
    set.visit([&](DocumentId document) { members.push_back(document); });
    return members;
}

std::set<DocumentId> any_members(DocumentId documents) {
    return *rc::gen::container<std::set<DocumentId>>(rc::gen::inRange<DocumentId>(0, documents));
}

}  // namespace

TEST_CASE("sets of documents do what sets do") {
    rc::prop("for any two of them", [] {
        const auto documents = *rc::gen::inRange<DocumentId>(1, 200);
        const std::set<DocumentId> a = any_members(documents);
        const std::set<DocumentId> b = any_members(documents);
        DocumentSet both = set_of(documents, a);
        both.keep(set_of(documents, b));
        DocumentSet either = set_of(documents, a);
        either.add(set_of(documents, b));
        DocumentSet rest = set_of(documents, a);
        rest.remove(set_of(documents, b));
        DocumentSet others = set_of(documents, a);
        others.invert();
        for (DocumentId document = 0; document < documents; ++document) {
            RC_ASSERT(both.contains(document) == (a.contains(document) && b.contains(document)));
            RC_ASSERT(either.contains(document) == (a.contains(document) || b.contains(document)));
            RC_ASSERT(rest.contains(document) == (a.contains(document) && !b.contains(document)));
            RC_ASSERT(others.contains(document) == !a.contains(document));
        }
        RC_ASSERT(members_of(set_of(documents, a)) == std::vector<DocumentId>(a.begin(), a.end()));
        RC_ASSERT(others.count() == documents - a.size());
    });
}

TEST_CASE("a full set has no documents that do not exist") {
    for (const std::size_t documents : {0U, 1U, 63U, 64U, 65U}) {
        DocumentSet set(documents);
        set.fill();
        CHECK(set.count() == documents);
        set.invert();
        CHECK(set.count() == 0);
    }
}

}  // namespace schakel

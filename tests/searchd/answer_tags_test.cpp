#include "searchd/answer_tags.hpp"

#include <catch2/catch.hpp>

#include "tests/sample_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"

using namespace schakel;

namespace {

std::shared_ptr<const IndexSnapshot> opened(const SampleIndex& index) {
    auto snapshot = IndexSnapshot::open(index.folder(), 1, sample_installation());
    REQUIRE(snapshot);
    return *snapshot;
}

}  // namespace

TEST_CASE("what is answered from other indexes has another tag, also when they come back") {
    const SampleIndex index({sample_documents(sample_products(3))});
    AnswerTags tags;
    const HttpRequest request{"GET", "/v1/themas", "", "", ""};
    const auto tag = [&](const std::shared_ptr<const IndexSnapshot>& live) {
        return tags.of_request(request, Language::dutch, live);
    };
    auto first = opened(index);
    const std::string before = tag(first);
    CHECK(tag(first) == before);
    const auto second = opened(index);  // as after a change of a blocklist: the same generation
    const std::string after = tag(second);
    CHECK(after != before);
    CHECK(tag(second) == after);
    first.reset();
    CHECK(tag(opened(index)) != before);
}

TEST_CASE("another run of the program has other tags") {
    const SampleIndex index({sample_documents(sample_products(3))});
    const auto live = opened(index);
    const HttpRequest request{"GET", "/v1/themas", "", "", ""};
    AnswerTags one;
    AnswerTags other;
    CHECK(one.of_request(request, Language::dutch, live) != other.of_request(request, Language::dutch, live));
}

TEST_CASE("names and values do not run together") {
    const SampleIndex index({sample_documents(sample_products(3))});
    const auto live = opened(index);
    AnswerTags tags;
    const auto tag = [&](const std::string& query) {
        return tags.of_request({"GET", "/", query, "", ""}, Language::dutch, live);
    };
    CHECK(tag("a=bc") != tag("ab=c"));
    CHECK(tag("a=b&a=c") != tag("a=bc"));
    CHECK(tag("a=b%26c%3Dd") != tag("a=b&c=d"));
    CHECK(tag("b=2&a=1") == tag("a=1&b=2"));
}

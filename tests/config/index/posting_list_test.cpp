#include "config/index/posting_list.hpp"

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

namespace schakel {
namespace {

using Counted = std::map<std::uint32_t, std::uint32_t>;  // packed counts by document

constexpr std::uint32_t documents = 100'000;

std::string encoded(const Counted& postings) {
    PostingListWriter writer;
    for (const auto& [document, counts] : postings) writer.add(document, FieldCounts(counts));
    return writer.take();
}

Counted read(PostingList list) {
    Counted postings;
    for (; !list.at_end(); list.advance()) postings[list.document()] = list.counts().packed();
    return postings;
}

/// Every `step`-th document, the seventh always with a word in the title as well.
Counted every(std::uint32_t step, std::size_t size) {
    Counted postings;
    for (std::uint32_t i = 0; i < size; ++i) postings[i * step] = i % 7 == 0 ? 33 : 1;
    return postings;
}

Counted random_postings() {
    Counted postings;
    std::uint32_t document = 0;
    for (const auto& [step, counts] : *rc::gen::arbitrary<std::vector<std::pair<std::uint8_t, std::uint8_t>>>()) {
        document += step % 5 == 0 ? 300U * step : step % 3;
        postings[document % documents] = counts + 1U;
    }
    return postings;
}

}  // namespace

TEST_CASE("a list comes back as it was, whatever its length in blocks") {
    for (const std::size_t size : {0U, 1U, 2U, 127U, 128U, 129U, 255U, 256U, 257U, 1000U})
        for (const std::uint32_t step : {1U, 63U, 64U, 90U}) {
            CAPTURE(size, step);
            CHECK(read({encoded(every(step, size)), documents}) == every(step, size));
        }
}

TEST_CASE("no bytes are no documents") {
    PostingList list({}, documents);
    CHECK(list.at_end());
    list.advance();
    list.skip_to(5);
    CHECK(list.document() == PostingList::past_all);
}

TEST_CASE("a word that stands once in the text of neighbours takes a byte for each") {
    CHECK(encoded(every(1, 1)).size() == 3);  // blocks, document and counts, as it stands in the title
    CHECK(encoded({{0, 1}, {1, 1}, {5, 1}}).size() == 4);
}

TEST_CASE("skipping stands at the first document that is not before") {
    PostingList list(encoded(every(10, 500)), documents);
    list.skip_to(0);
    CHECK(list.document() == 0);
    list.skip_to(11);
    CHECK(list.document() == 20);
    CHECK(list.counts().packed() == 1);
    list.skip_to(15);
    CHECK(list.document() == 20);
    list.skip_to(2561);
    CHECK(list.document() == 2570);
    list.advance();
    CHECK(list.document() == 2580);
    list.skip_to(4990);
    CHECK(list.document() == 4990);
    list.skip_to(4991);
    CHECK(list.at_end());
}

TEST_CASE("skipping finds what walking finds") {
    rc::prop("skips", [] {
        const Counted postings = random_postings();
        PostingList list(encoded(postings), documents);
        auto wanted = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(0U, documents));
        std::ranges::sort(wanted);
        for (const std::uint32_t document : wanted) {
            list.skip_to(document);
            const auto expected = postings.lower_bound(document);
            RC_ASSERT(list.document() == (expected == postings.end() ? PostingList::past_all : expected->first));
            RC_ASSERT(list.at_end() || list.counts().packed() == expected->second);
        }
    });
}

TEST_CASE("a list is read in one way only: as it was written") {
    rc::prop("round trip", [] {
        const Counted postings = random_postings();
        RC_ASSERT(read({encoded(postings), documents}) == postings);
    });
}

TEST_CASE("damaged bytes rise, end, and name no document that is not there") {
    rc::prop("damage", [] {
        std::string bytes = encoded(every(*rc::gen::inRange(1U, 90U), *rc::gen::inRange(0U, 700U)));
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
            bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
        bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size() + 1));
        PostingList walked(bytes, 1000);
        for (std::uint32_t lowest = 0; !walked.at_end(); walked.advance()) {
            RC_ASSERT(walked.document() >= lowest);
            RC_ASSERT(walked.document() < 1000U);
            lowest = walked.document() + 1;
        }
        PostingList skipped(bytes, 1000);
        for (std::uint32_t document = 0; document < 1000 && !skipped.at_end(); document += 37) {
            skipped.skip_to(document);
            RC_ASSERT(skipped.document() >= document);
        }
    });
}

}  // namespace schakel

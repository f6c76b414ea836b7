#include "searchd/oai/record_list.hpp"

#include <catch2/catch.hpp>

#include "config/utc_time.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

using Documents = std::vector<IndexDocument>;

template <class T>
T expected(Result<T> result) {
    if (!result) throw std::runtime_error(to_text(result.error(), Language::english));
    return std::move(*result);
}

std::shared_ptr<const IndexSnapshot> opened(const SampleIndex& index) {
    return expected(IndexSnapshot::open(index.folder(), 1, sample_installation()));
}

SearchedIndex searched(const SampleIndex& index, std::string name) {
    const auto generation = IndexGeneration::open(index.folder(), 1, sample_installation().identity(), nullptr);
    return {std::move(name), expected(generation), std::make_shared<const Blocklist>()};
}

void date(const SampleIndex& index, std::uint32_t generation, std::vector<LivingRecord> living, int second) {
    const std::chrono::sys_seconds now(std::chrono::seconds{second});
    REQUIRE(follow_generation(index.folder().root(), generation, living, now));
}

std::string ids_of(const RecordList& list) {
    std::string ids;
    for (const ListedRecord& record : list.between({}, {}))
        ids += (ids.empty() ? "" : " ") + std::string(record.id) + (record.document ? "" : "-");
    return ids;
}

const Documents two{document_of_words("a", {"een"}), document_of_words("b", {"twee"})};

}  // namespace

TEST_CASE("a list is made once, and again when products are dated anew") {
    const SampleIndex index({two});
    const auto snapshot = opened(index);
    CurrentRecordList lists;
    const auto first = expected(lists.of(snapshot));
    CHECK(ids_of(*first) == "a b");
    CHECK(expected(lists.of(snapshot)) == first);
    date(index, 1, {{"a", 1}, {"b", 1}, {"weg", 1}}, 10);
    date(index, 1, {{"a", 2}, {"b", 1}}, 20);
    CHECK(ids_of(*expected(lists.of(snapshot))) == "b a weg-");
    CHECK(ids_of(*first) == "a b");  // who holds it goes on with it
}

TEST_CASE("dates of a generation that is not shown yet wait until it is") {
    const SampleIndex index({two});
    const auto snapshot = opened(index);
    CurrentRecordList lists;
    date(index, 1, {{"a", 1}, {"b", 1}}, 10);
    const auto first = expected(lists.of(snapshot));
    date(index, 2, {{"a", 2}}, 20);
    CHECK(expected(lists.of(snapshot)) == first);
    CHECK(ids_of(*expected(lists.of(opened(index)))) == "a b-");
}

TEST_CASE("only products of the own index are offered") {
    const SampleIndex own({two});
    const SampleIndex other({{document_of_words("c", {"drie"})}});
    const auto both = IndexSnapshot::join({searched(own, ""), searched(other, "Kennispunt Twente")}, {},
                                          sample_installation().settings.search, nullptr);
    CHECK(ids_of(*expected(CurrentRecordList().of(expected(both)))) == "a b");
}

TEST_CASE("dates that cannot be read are an error, not an empty list") {
    const SampleIndex index({two});
    date(index, 1, {{"a", 1}}, 10);
    std::filesystem::resize_file(index.folder().root() / record_dates_name, 15);
    const auto list = CurrentRecordList().of(opened(index));
    REQUIRE_FALSE(list);
    CHECK(list.error().code == ErrorCode::index_corrupt);
}

TEST_CASE("records are found by their id, and by the time of their last change") {
    const SampleIndex index({two});
    date(index, 1, {{"a", 1}, {"b", 1}}, 10);
    date(index, 1, {{"a", 1}, {"b", 2}}, 20);
    const auto list = expected(CurrentRecordList().of(opened(index)));
    CHECK(list->find("b")->since == std::chrono::sys_seconds(std::chrono::seconds(20)));
    CHECK(list->find("c") == nullptr);
    CHECK(list->earliest() == std::chrono::sys_seconds(std::chrono::seconds(10)));
    const auto between = [&](int from, int until) {
        return list
            ->between(std::chrono::sys_seconds(std::chrono::seconds(from)),
                      std::chrono::sys_seconds(std::chrono::seconds(until)))
            .size();
    };
    CHECK(between(10, 20) == 2);
    CHECK(between(11, 20) == 1);
    CHECK(between(11, 19) == 0);
    CHECK(between(30, 5) == 0);
}

}  // namespace schakel

#include "config/index/place_lists.hpp"

#include <algorithm>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/index/varint.hpp"

namespace schakel {
namespace {

using Places = std::vector<PlacedForm>;

/// Forms that often repeat; positions rise from 1, sometimes stay.
Places random_places() {
    const auto steps = *rc::gen::container<std::vector<std::pair<std::uint8_t, std::uint8_t>>>(
        rc::gen::arbitrary<std::pair<std::uint8_t, std::uint8_t>>());
    Places places;
    std::uint32_t position = 1;
    for (const auto& [form, step] : steps) {
        const bool implied = !places.empty() && places.back().position == position;
        places.push_back({form % 9U * 1000U, position, implied});
        position += step < 20 ? 0 : step < 200 ? 1 : step * step;
    }
    return places;
}

Places only(const Places& places, const std::vector<FormNumber>& forms) {
    Places kept;
    for (const PlacedForm& place : places)
        if (std::binary_search(forms.begin(), forms.end(), place.form)) kept.push_back(place);
    return kept;
}

/// At one position the order of implied forms is left open.
Places in_order(Places places) {
    std::stable_sort(places.begin(), places.end(), [](const PlacedForm& a, const PlacedForm& b) {
        return std::tie(a.position, a.implied, a.form) < std::tie(b.position, b.implied, b.form);
    });
    return places;
}

/// "gemeente" (1) on every tenth word of a long text, "wijkteam" (2) on two of them.
Places long_text() {
    Places places;
    for (std::uint32_t i = 1; i <= 1000; ++i) places.push_back({1, i * 10});
    places.push_back({2, 5003});
    places.push_back({2, 9998});
    return in_order(places);
}

std::vector<std::uint32_t> positions_of(const Places& places, FormNumber form) {
    std::vector<std::uint32_t> positions;
    for (const PlacedForm& place : places)
        if (place.form == form) positions.push_back(place.position);
    return positions;
}

}  // namespace

TEST_CASE("places near each other: all of the rarest word, and of the others what stands around it") {
    rc::prop("as a look at every place finds", [] {
        const Places places = random_places();
        const std::string lists = encode_place_lists(places);
        const std::vector<FormNumber> one{0, 3000};
        const std::vector<FormNumber> other{1000, 3000, 5000};
        const auto near = *rc::gen::inRange<std::uint32_t>(0, 12);
        const auto first = listed_word(lists, one);
        const auto second = listed_word(lists, other);
        RC_ASSERT(first.has_value());
        RC_ASSERT(second.has_value());
        const auto found = read_near_places({*first, *second}, near);
        RC_ASSERT(found.has_value());
        Places expected;
        if (first->bytes > 0 && second->bytes > 0) {
            const bool first_leads = first->bytes <= second->bytes;
            const Places rarest = only(places, first_leads ? one : other);
            expected = rarest;
            for (const PlacedForm& place : only(places, first_leads ? other : one)) {
                const bool stands_near = std::any_of(rarest.begin(), rarest.end(), [&](const PlacedForm& rare) {
                    return rare.position <= place.position + near && place.position <= rare.position + near;
                });
                const bool known = std::find(expected.begin(), expected.end(), place) != expected.end();
                if (stands_near && !known) expected.push_back(place);
            }
        }
        expected = in_order(expected);
        expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
        RC_ASSERT(*found == expected);
    });
    const std::string text = encode_place_lists(long_text());
    const auto found = read_near_places({*listed_word(text, std::vector<FormNumber>{1}),  //
                                         *listed_word(text, std::vector<FormNumber>{2})},
                                        5);
    REQUIRE(found);
    CHECK(positions_of(*found, 1) == std::vector<std::uint32_t>{5000, 10000});
    CHECK(positions_of(*found, 2) == std::vector<std::uint32_t>{5003, 9998});
    CHECK(first_place(*listed_word(text, std::vector<FormNumber>{1, 2})) == positions_of(long_text(), 1).front());
    CHECK(first_place(*listed_word(text, std::vector<FormNumber>{4711})) == 0);
}

TEST_CASE("every place comes back, in reading order") {
    rc::prop("whatever the text", [] {
        const Places places = random_places();
        const std::string lists = encode_place_lists(places);
        for (const std::vector<FormNumber>& forms : {std::vector<FormNumber>{0},
                                                     {1000, 3000, 8000},
                                                     {1, 7},
                                                     {0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000}}) {
            const auto read = read_place_lists(lists, forms);
            RC_ASSERT(read.has_value());
            RC_ASSERT(std::is_sorted(read->begin(), read->end(), [](const PlacedForm& a, const PlacedForm& b) {
                return std::tie(a.position, a.implied) < std::tie(b.position, b.implied);
            }));
            RC_ASSERT(in_order(*read) == in_order(only(places, forms)));
        }
    });
}

TEST_CASE("of a frequent word the first places are read, and those beside a rare one") {
    const std::string lists = encode_place_lists(long_text());
    const std::vector<FormNumber> both{1, 2};
    const auto places = read_place_lists(lists, both, {.most = 3, .near = 12});
    REQUIRE(places);
    CHECK(positions_of(*places, 1) == std::vector<std::uint32_t>{10, 20, 30, 5000, 5010, 9990, 10000});
    CHECK(positions_of(*places, 2) == std::vector<std::uint32_t>{5003, 9998});
    CHECK(positions_of(*read_place_lists(lists, both), 1).size() == 1000);
    CHECK(positions_of(*read_place_lists(lists, both, {.most = 0, .near = 0}), 1).empty());
}

TEST_CASE("lists of no words have no places") {
    const auto places = read_place_lists(encode_place_lists({}), std::vector<FormNumber>{0, 1});
    REQUIRE(places);
    CHECK(places->empty());
}

TEST_CASE("damaged lists are noticed or harmless") {
    const std::string lists = encode_place_lists(long_text());
    const std::vector<FormNumber> all{0, 1, 2, 3};
    const auto check = [&](std::string_view damaged) {
        const auto places = read_place_lists(damaged, all);
        if (!places) CHECK(places.error().code == ErrorCode::index_corrupt);
    };
    for (std::size_t size = 0; size < lists.size(); size += size < 64 ? 1 : 31)
        check(std::string_view(lists).substr(0, size));
    CHECK_FALSE(read_place_lists("", all));
    CHECK_FALSE(read_place_lists("\xFF\xFF\xFF\xFF", all));
    rc::prop("whatever byte changes", [&] {
        std::string damaged = lists;
        damaged[*rc::gen::inRange<std::size_t>(0, damaged.size())] = *rc::gen::arbitrary<char>();
        const auto places = read_place_lists(damaged, all);
        RC_ASSERT(places || places.error().code == ErrorCode::index_corrupt);
    });
}

TEST_CASE("numbers take the bytes they need") {
    for (const std::uint32_t number : {0U, 1U, 127U, 128U, 16'383U, 16'384U, 4'294'967'295U}) {
        std::string bytes;
        append_varint(bytes, number);
        VarintReader reader{bytes};
        CHECK(reader.next() == number);
        CHECK(reader.ok);
        CHECK(reader.rest.empty());
        CHECK(reader.next() == 0);
        CHECK_FALSE(reader.ok);
    }
}

}  // namespace schakel

#include "config/index/columns.hpp"

#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck/catch.h>

#include "tests/config/index/damaged_copy.hpp"
#include "tests/paths.hpp"
#include "tests/properties.hpp"

namespace schakel {
namespace {

using Codes = std::vector<std::string>;

std::vector<ColumnValue> values_of(const Codes& codes) {
    std::vector<ColumnValue> values;
    for (const std::string& code : codes) values.push_back({code, code.size() > 2 ? "label van " + code : ""});
    return values;
}

FacetColumn column_of(const std::vector<Codes>& documents) {
    FacetColumnBuilder builder;
    for (const Codes& codes : documents) REQUIRE(builder.add_document(values_of(codes)));
    return builder.finish();
}

std::set<std::string> codes_at(const FacetColumn& column, std::size_t document) {
    std::set<std::string> codes;
    for (const Ordinal ordinal : column.of(document)) codes.insert(column.values[ordinal].code);
    return codes;
}

/// Columns of as many documents as there are lists of codes.
Columns columns_of(const std::vector<Codes>& documents) {
    Columns columns;
    for (std::size_t i = 0; i < facet_count; ++i)
        columns.facets[i] = column_of(i % 3 == 0 ? documents : std::vector<Codes>(documents.size()));
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto number = static_cast<std::uint32_t>(i);
        for (auto& lengths : columns.lengths) lengths.push_back(number * 3);
        columns.dates.push_back(20150101 + number);
        columns.title_keys.push_back(fmt::format("titel {}", i));
    }
    return columns;
}

bool same(const Columns& a, const Columns& b) {
    for (std::size_t i = 0; i < facet_count; ++i) {
        const FacetColumn& x = a.facets[i];
        const FacetColumn& y = b.facets[i];
        if (x.set_offsets != y.set_offsets || x.set_ordinals != y.set_ordinals || x.set_sizes != y.set_sizes ||
            x.set_of != y.set_of || x.values.size() != y.values.size())
            return false;
        for (std::size_t v = 0; v < x.values.size(); ++v)
            if (x.values[v].code != y.values[v].code || x.values[v].label != y.values[v].label) return false;
    }
    return a.lengths == b.lengths && a.dates == b.dates && a.title_keys == b.title_keys;
}

/// What a searcher relies on without looking again.
void check_consistent(const Columns& columns) {
    for (const FacetColumn& facet : columns.facets) {
        REQUIRE(facet.documents() == columns.documents());
        for (std::size_t document = 0; document < facet.documents(); ++document)
            for (const Ordinal ordinal : facet.of(document)) REQUIRE(ordinal < facet.values.size());
        REQUIRE(facet.set(0).empty());
        std::vector<std::uint32_t> sizes(facet.sets());
        for (std::size_t document = 0; document < facet.documents(); ++document) ++sizes[facet.set_of[document]];
        REQUIRE(sizes == facet.set_sizes);
    }
    for (const auto& lengths : columns.lengths) REQUIRE(lengths.size() == columns.documents());
    REQUIRE(columns.title_keys.size() == columns.documents());
}

void check_harmless(const std::filesystem::path& file) {
    const auto columns = read_columns(file);
    if (columns) return check_consistent(*columns);
    CHECK(columns.error().code == ErrorCode::index_corrupt);
}

}  // namespace

TEST_CASE("a facet column gives every document its own values, sorted and without repeats") {
    rc::prop("whatever the values", [](const std::vector<std::vector<std::uint8_t>>& documents) {
        std::vector<Codes> codes;
        for (const auto& numbers : documents) {
            codes.emplace_back();
            for (const std::uint8_t number : numbers) codes.back().push_back(fmt::format("c{}", number % 20));
        }
        const FacetColumn column = column_of(codes);
        RC_ASSERT(column.documents() == codes.size());
        for (std::size_t i = 0; i < codes.size(); ++i) {
            RC_ASSERT(codes_at(column, i) == std::set<std::string>(codes[i].begin(), codes[i].end()));
            const auto own = column.of(i);
            RC_ASSERT(std::adjacent_find(own.begin(), own.end(), std::greater_equal<>()) == own.end());
        }
    });
}

TEST_CASE("documents with the same values share one set") {
    const FacetColumn column = column_of({{"a", "b"}, {}, {"b", "a", "b"}, {"a"}, {"a", "b"}});
    CHECK(column.sets() == 3);
    CHECK(column.set_of[0] == column.set_of[2]);
    CHECK(column.set_of[0] == column.set_of[4]);
    CHECK(column.set_of[1] == 0);
    CHECK(column.set_sizes[column.set_of[0]] == 3);
    CHECK(column.set_sizes[0] == 1);
}

TEST_CASE("columns behind each other hold what one column of all documents holds") {
    rc::prop("wherever they are cut", [](const std::vector<std::vector<std::uint8_t>>& documents) {
        const auto cut = *rc::gen::inRange<std::size_t>(0, documents.size() + 1);
        std::vector<Codes> codes;
        for (const auto& numbers : documents) {
            codes.emplace_back();
            for (const std::uint8_t number : numbers) codes.back().push_back(fmt::format("c{}", number % 6));
        }
        const auto middle = codes.begin() + static_cast<std::ptrdiff_t>(cut);
        FacetColumnBuilder builder;
        RC_ASSERT(builder.add_column(column_of({codes.begin(), middle})));
        RC_ASSERT(builder.add_column(column_of({middle, codes.end()})));
        const FacetColumn joined = builder.finish();
        const FacetColumn whole = column_of(codes);
        RC_ASSERT(joined.documents() == codes.size());
        RC_ASSERT(joined.sets() == whole.sets());
        for (std::size_t i = 0; i < codes.size(); ++i) {
            RC_ASSERT(codes_at(joined, i) == codes_at(whole, i));
            RC_ASSERT(joined.set_sizes[joined.set_of[i]] == whole.set_sizes[whole.set_of[i]]);
        }
    });
}

TEST_CASE("columns that together have too many values say so") {
    FacetColumnBuilder builder;
    std::vector<Codes> codes;
    for (std::size_t i = 0; i < most_values_per_column; ++i) codes.push_back({std::to_string(i)});
    REQUIRE(builder.add_column(column_of(codes)));
    CHECK(builder.add_column(column_of({{"7"}})));
    CHECK_FALSE(builder.add_column(column_of({{"een te veel"}})));
}

TEST_CASE("a facet column says so when it is full") {
    FacetColumnBuilder builder;
    for (std::size_t i = 0; i < most_values_per_column; ++i)
        REQUIRE(builder.add_document(values_of({std::to_string(i)})));
    CHECK(builder.add_document(values_of({"7"})));
    CHECK_FALSE(builder.add_document(values_of({"een te veel"})));
}

TEST_CASE("columns come back from the file as they were") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "columns.bin";
    few_times("whatever they hold", 30, [&](const std::vector<Codes>& documents) {
        const Columns columns = columns_of(documents);
        RC_ASSERT(write_columns(path, columns).has_value());
        const auto found = read_columns(path);
        RC_ASSERT(found.has_value());
        RC_ASSERT(same(*found, columns));
    });
}

TEST_CASE("damaged columns are refused") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "columns.bin";
    REQUIRE(write_columns(path, columns_of({{"eenzaamheid", "jeugd"}, {}, {"jeugd"}})));
    SECTION("truncated anywhere") {
        for_each_truncation(path, [&](std::size_t size) {
            INFO(size << " bytes left");
            const auto columns = read_columns(path);
            REQUIRE_FALSE(columns);
            CHECK(columns.error().code == ErrorCode::index_corrupt);
        });
    }
    SECTION("any byte changed: refused, or still consistent") {
        for_each_changed_byte(path, [&](std::size_t at) {
            INFO("byte " << at);
            check_harmless(path);
        });
    }
    SECTION("of another machine") {
        std::string bytes = bytes_of(path);
        std::reverse(bytes.begin() + 8, bytes.begin() + 12);
        write_bytes(path, bytes);
        CHECK(read_columns(path).error().code == ErrorCode::index_corrupt);
    }
    SECTION("with something behind the end") {
        write_bytes(path, bytes_of(path) + "x");
        CHECK(read_columns(path).error().code == ErrorCode::index_corrupt);
    }
    SECTION("gone") {
        std::filesystem::remove(path);
        CHECK(read_columns(path).error().code == ErrorCode::not_found);
    }
}

TEST_CASE("random bytes are no columns") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "columns.bin";
    rc::prop("with or without the right beginning", [&](const std::string& bytes, bool marked) {
        write_bytes(path, marked ? "SKCOLS2\n\x04\x03\x02\x01" + bytes : bytes);
        check_harmless(path);
    });
}

}  // namespace schakel

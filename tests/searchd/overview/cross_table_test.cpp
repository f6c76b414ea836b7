#include "searchd/overview/cross_table.hpp"

#include <algorithm>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck/catch.h>

#include "searchd/engine/facets/facet_counts.hpp"
#include "tests/searchd/engine/open_index.hpp"

namespace schakel {
namespace {

constexpr auto scales = static_cast<std::size_t>(field(FieldId::scale).column);

IndexDocument document(const std::vector<std::pair<FieldId, const char*>>& values) {
    static int number = 0;
    IndexDocument made = document_of_words(fmt::format("d{}", ++number), {"zorg"});
    for (const auto& [facet, code] : values)
        made.facets[static_cast<std::size_t>(field(facet).column)].push_back({code, ""});
    return made;
}

/// In two segments; the last has no scale, and the one before it no theme.
const OpenIndex& library() {
    static const OpenIndex index(
        {{document({{FieldId::theme, "meedoen"}, {FieldId::scale, "lokaal"}}),
          document({{FieldId::theme, "meedoen"},
                    {FieldId::theme, "eenzaamheid"},
                    {FieldId::scale, "lokaal"},
                    {FieldId::year, "2015"}})},
         {document({{FieldId::theme, "meedoen"}, {FieldId::theme, "eenzaamheid"}, {FieldId::scale, "landelijk"}}),
          document({{FieldId::scale, "landelijk"}}),
          document({{FieldId::theme, "meedoen"}, {FieldId::theme, "eenzaamheid"}})}});
    return index;
}

Axis axis(FieldId facet, const SearchRequest& request = {}) {
    return axis_of(facet, request, library().snapshot(), sample_installation());
}

CrossTable counted(const std::vector<DocumentId>& documents, const SearchRequest& request = {}) {
    const Axis rows = axis(FieldId::theme, request);
    const Axis columns = axis(FieldId::scale, request);
    return cross_table(library().snapshot(), documents, {rows, request.filter(FieldId::theme)},
                       {columns, request.filter(FieldId::scale)});
}

std::size_t place(const Axis& axis, const std::string& code) {
    const auto found =
        std::find_if(axis.values.begin(), axis.values.end(), [&](const AxisValue& v) { return v.code == code; });
    REQUIRE(found != axis.values.end());
    return static_cast<std::size_t>(found - axis.values.begin());
}

/// Of one row: its total, its cells from local to national, and what is in none of them.
std::string row(const CrossTable& table, const Axis& rows, const std::string& code) {
    const std::size_t at = place(rows, code);
    return fmt::format("{}: {} {} {} + {}", table.rows[at], table.cell(at, 0), table.cell(at, 1), table.cell(at, 2),
                       table.outside[at]);
}

const std::vector<DocumentId> all{0, 1, 2, 3, 4};

}  // namespace

TEST_CASE("a cell counts what has both values, and a row what is in no column too") {
    const CrossTable table = counted(all);
    CHECK(row(table, axis(FieldId::theme), "meedoen") == "4: 2 0 1 + 1");
    CHECK(row(table, axis(FieldId::theme), "eenzaamheid") == "3: 1 0 1 + 1");
    CHECK(row(table, axis(FieldId::theme), "mantelzorg") == "0: 0 0 0 + 0");
    CHECK(table.columns == std::vector<std::uint32_t>{2, 0, 2});
    CHECK(table.total == 5);
}

TEST_CASE("only the documents that are given count") {
    CHECK(row(counted({1, 3}), axis(FieldId::theme), "meedoen") == "1: 1 0 0 + 0");
    CHECK(counted({}).total == 0);
}

TEST_CASE("a filter on one side limits the totals of the other, and no cell") {
    SearchRequest request;
    request.filter(FieldId::scale) = {"landelijk"};
    const Axis rows = axis(FieldId::theme, request);
    const Axis columns = axis(FieldId::scale, request);
    REQUIRE(columns.values.size() == 1);
    const CrossTable table = counted(all, request);
    CHECK(table.rows[place(rows, "meedoen")] == 1);
    CHECK(table.outside[place(rows, "meedoen")] == 0);
    CHECK(table.cell(place(rows, "meedoen"), 0) == 1);
    CHECK(table.columns == std::vector<std::uint32_t>{2});
    CHECK(table.total == 2);
}

TEST_CASE("a value that nothing has was chosen: nothing is found, and it says so") {
    SearchRequest request;
    request.filter(FieldId::scale) = {"regionaal"};
    const CrossTable table = counted(all, request);
    CHECK(table.total == 0);
    CHECK(table.columns == std::vector<std::uint32_t>{0});
}

TEST_CASE(
    "of a facet with one value each, the cells of a row and the rest are its total, and its total is the facet's "
    "count") {
    rc::prop("whatever documents are counted", [] {
        std::vector<DocumentId> documents;
        for (const DocumentId candidate : all)
            if (*rc::gen::arbitrary<bool>()) documents.push_back(candidate);
        const CrossTable table = counted(documents);
        ValueCounts of_scale(library().snapshot().facet(scales).values.size());
        add_counts(library().snapshot().facet(scales), documents, of_scale);
        const Axis columns = axis(FieldId::scale);
        for (std::size_t at = 0; at < table.rows.size(); ++at) {
            std::uint32_t sum = table.outside[at];
            for (std::size_t column = 0; column < table.columns.size(); ++column) sum += table.cell(at, column);
            RC_ASSERT(sum == table.rows[at]);
        }
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const auto ordinal = columns.values[column].ordinal;
            RC_ASSERT(table.columns[column] == (ordinal ? of_scale[*ordinal] : 0));
        }
        RC_ASSERT(table.total == documents.size());
    });
}

}  // namespace schakel

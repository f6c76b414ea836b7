#include "searchd/api/render_overview.hpp"

#include <cmath>

#include "searchd/api/json_writer.hpp"
#include "searchd/api/render_values.hpp"

namespace schakel {

namespace {

constexpr std::size_t bytes_of_head = 128;
constexpr std::size_t bytes_of_cell = 4;

/// Leaves the object open: a row has its counts to tell.
void begin_head(JsonWriter& json, const AxisValue& value, std::uint32_t count, Language language) {
    json.begin_object();
    json.member("code", value.code);
    json.member("label", value.label.in(language));
    json.known_member("ouder", value.parent);
    json.member("aantal", count);
}

void write_columns(JsonWriter& json, const OverviewCounts& counts, Language language) {
    json.begin_array("kolommen");
    for (std::size_t column = 0; column < counts.columns.values.size(); ++column) {
        begin_head(json, counts.columns.values[column], counts.table.columns[column], language);
        json.end_object();
    }
    json.end_array();
}

void write_rows(JsonWriter& json, const OverviewCounts& counts, Language language) {
    json.begin_array("rijen");
    for (std::size_t row = 0; row < counts.rows.values.size(); ++row) {
        begin_head(json, counts.rows.values[row], counts.table.rows[row], language);
        json.begin_array("aantallen");
        for (std::size_t column = 0; column < counts.columns.values.size(); ++column)
            json.value(counts.table.cell(row, column));
        json.end_array();
        json.member("overig", counts.table.outside[row]);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

std::string render_overview(const OverviewRequest& request, const OverviewCounts& counts, Language language,
                            double milliseconds) {
    JsonWriter json(1024 + (counts.rows.values.size() + counts.columns.values.size()) * bytes_of_head +
                    counts.table.cells.size() * bytes_of_cell);
    json.begin_object();
    json.member("zoek", request.search.query);
    json.member("rij", field(request.row).name);
    json.member("kolom", field(request.column).name);
    if (request.row == FieldId::region || request.column == FieldId::region)
        json.member("indeling", request.search.region_scheme);
    json.member("aantal", counts.table.total);
    json.member("aantalExact", true);
    json.member("duurMs", std::round(milliseconds * 100) / 100);
    write_columns(json, counts, language);
    write_rows(json, counts, language);
    write_words(json, request.search.query, counts.words, language);
    write_notices(json, counts.notices, language);
    json.member("onvolledig", counts.incomplete);
    json.end_object();
    return json.take();
}

}  // namespace schakel

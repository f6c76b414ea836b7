#include "config/region_rows.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "config/date.hpp"
#include "config/folding.hpp"
#include "config/table_file.hpp"

namespace schakel {
namespace {

using Outcome = Result<void>;

tl::unexpected<Error> invalid(const std::string& place, const Text& message, Text hint) {
    return fail(ErrorCode::regions_invalid, at_place(place, message), std::move(hint));
}

Outcome check_date(const std::string& place, std::string_view date) {
    if (date.empty() || is_iso_date(date)) return {};
    return invalid(place, {fmt::format("“{}” is geen datum", date), fmt::format("“{}” is not a date", date)},
                   {"schrijf jaar-maand-dag, bijvoorbeeld 2026-01-01", "write year-month-day, such as 2026-01-01"});
}

Outcome check_period(const std::string& place, const Period& period) {
    for (const std::string& date : {period.from, period.until})
        if (auto good = check_date(place, date); !good) return good;
    if (period.from.empty() || period.until.empty() || period.from <= period.until) return {};
    return invalid(place,
                   {fmt::format("geldigTot ({}) ligt voor geldigVan ({})", period.until, period.from),
                    fmt::format("geldigTot ({}) is before geldigVan ({})", period.until, period.from)},
                   {"verwissel de datums of verbeter ze", "swap the dates or correct them"});
}

bool is_municipality_code(std::string_view code) {
    return code.size() == 6 && code.starts_with("GM") &&
           std::all_of(code.begin() + 2, code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Outcome check_municipality_code(const std::string& place, std::string_view code) {
    if (is_municipality_code(code)) return {};
    return invalid(
        place, {fmt::format("“{}” is geen gemeentecode", code), fmt::format("“{}” is not a municipality code", code)},
        {"schrijf GM en vier cijfers, bijvoorbeeld GM0153", "write GM and four digits, such as GM0153"});
}

Outcome check_region_code(const std::string& place, std::string_view code) {
    // Official codes are in capitals (PV23), our own are slugs (ggd-twente); neither may hold anything else.
    if (code == slug(code) || fold(code) == slug(code)) return {};
    return invalid(place, {fmt::format("“{}” is geen regiocode", code), fmt::format("“{}” is not a region code", code)},
                   {fmt::format("gebruik letters, cijfers en streepjes: “{}”", slug(code)),
                    fmt::format("use letters, digits and hyphens: “{}”", slug(code))});
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = text.find(separator);
        std::string_view part = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        if (!part.empty()) parts.emplace_back(part);
    }
    return parts;
}

Result<MunicipalityRow> municipality_row(const TableFile& table, const TableRow& row) {
    enum { code, name, variants, province, valid_from, valid_until };
    const auto& cells = row.cells;
    MunicipalityRow read{table.place(row.line),       cells[code],     cells[name],
                         split(cells[variants], '|'), cells[province], {cells[valid_from], cells[valid_until]}};
    if (auto good = check_municipality_code(read.place, read.code); !good) return tl::unexpected(good.error());
    if (auto good = check_period(read.place, read.valid); !good) return tl::unexpected(good.error());
    return read;
}

Outcome check_kind_of_merger(const MergerRow& row, std::string_view kind) {
    const bool is_split = kind == "gesplitst";
    if (!is_split && kind != "opgegaan")
        return invalid(
            row.place,
            {fmt::format("“{}” is geen soort herindeling", kind), fmt::format("“{}” is not a kind of merger", kind)},
            {"schrijf opgegaan of gesplitst", "write opgegaan or gesplitst"});
    if (is_split == (row.successors.size() > 1)) return {};
    return invalid(row.place,
                   {fmt::format("“{}” past niet bij {} opvolger(s)", kind, row.successors.size()),
                    fmt::format("“{}” does not fit {} successor(s)", kind, row.successors.size())},
                   {"opgegaan heeft één opvolger, gesplitst twee of meer, gescheiden door een spatie",
                    "opgegaan has one successor, gesplitst two or more, separated by a space"});
}

Result<MergerRow> merger_row(const TableFile& table, const TableRow& row) {
    enum { day, old_code, successors, kind };
    const auto& cells = row.cells;
    MergerRow read{table.place(row.line), cells[day], cells[old_code], split(cells[successors], ' ')};
    if (auto good = check_date(read.place, read.day); !good) return tl::unexpected(good.error());
    if (auto good = check_kind_of_merger(read, cells[kind]); !good) return tl::unexpected(good.error());
    return read;
}

Result<MembershipRow> membership_row(const TableFile& table, const TableRow& row) {
    enum { region, name, variants, member, valid_from, valid_until };
    const auto& cells = row.cells;
    MembershipRow read{table.place(row.line),       cells[region], cells[name],
                       split(cells[variants], '|'), cells[member], {cells[valid_from], cells[valid_until]}};
    if (auto good = check_region_code(read.place, read.region); !good) return tl::unexpected(good.error());
    if (auto good = check_period(read.place, read.valid); !good) return tl::unexpected(good.error());
    return read;
}

template <class Row>
Result<std::vector<Row>> rows_of(const TableFile& table, Result<Row> (*read_row)(const TableFile&, const TableRow&)) {
    std::vector<Row> rows;
    for (const TableRow& row : table.rows()) {
        auto read = read_row(table, row);
        if (!read) return tl::unexpected(read.error());
        rows.push_back(std::move(*read));
    }
    return rows;
}

Outcome check_head_is_complete(const TableFile& table) {
    for (const std::string_view key : {"indeling", "naam", "soort", "geldigVan"})
        if (table.head(key).empty())
            return invalid(table.place(table.head_line(key)),
                           {fmt::format("de regel “# {}: …” ontbreekt of is leeg", key),
                            fmt::format("the line “# {}: …” is missing or empty", key)},
                           {"vul die in boven de kolomnamen; zie config/regions/README.md",
                            "fill it in above the column names; see config/regions/README.md"});
    return {};
}

Result<RegionScheme> scheme_of(const TableFile& table) {
    if (auto complete = check_head_is_complete(table); !complete) return tl::unexpected(complete.error());
    RegionScheme scheme;
    scheme.code = table.head("indeling");
    scheme.name = table.head("naam");
    scheme.valid_from = table.head("geldigVan");
    scheme.valid_until = table.head("geldigTot");
    if (scheme.code != slug(scheme.code))
        return invalid(table.place(table.head_line("indeling")),
                       {fmt::format("“{}” is geen code", scheme.code), fmt::format("“{}” is not a code", scheme.code)},
                       {fmt::format("schrijf “{}”", slug(scheme.code)), fmt::format("write “{}”", slug(scheme.code))});
    const std::string_view kind = table.head("soort");
    if (kind != "partitie" && kind != "overlappend")
        return invalid(
            table.place(table.head_line("soort")),
            {fmt::format("“{}” is geen soort indeling", kind), fmt::format("“{}” is not a kind of scheme", kind)},
            {"schrijf partitie (elke gemeente hoogstens één keer) of overlappend",
             "write partitie (every municipality at most once) or overlappend"});
    scheme.kind = kind == "partitie" ? SchemeKind::partition : SchemeKind::overlapping;
    const std::string place = table.place(table.head_line(is_iso_date(scheme.valid_from) ? "geldigTot" : "geldigVan"));
    if (auto good = check_period(place, {scheme.valid_from, scheme.valid_until}); !good)
        return tl::unexpected(good.error());
    return scheme;
}

}  // namespace

Result<std::vector<MunicipalityRow>> read_municipality_rows(const std::string& name, std::string_view text) {
    constexpr std::array<TableColumn, 6> columns{
        {{"code", true}, {"naam", true}, {"varianten"}, {"provincie"}, {"geldigVan"}, {"geldigTot"}}};
    return TableFile::parse(name, text, columns, ErrorCode::regions_invalid).and_then([](const TableFile& table) {
        return rows_of(table, municipality_row);
    });
}

Result<std::vector<MergerRow>> read_merger_rows(const std::string& name, std::string_view text) {
    constexpr std::array<TableColumn, 4> columns{{{"per", true}, {"oud", true}, {"opvolgers", true}, {"soort", true}}};
    return TableFile::parse(name, text, columns, ErrorCode::regions_invalid).and_then([](const TableFile& table) {
        return rows_of(table, merger_row);
    });
}

Result<SchemeRows> read_scheme_rows(const std::string& name, std::string_view text) {
    constexpr std::array<TableColumn, 6> columns{
        {{"regio", true}, {"naam"}, {"varianten"}, {"gemeente", true}, {"geldigVan"}, {"geldigTot"}}};
    const auto table = TableFile::parse(name, text, columns, ErrorCode::regions_invalid);
    if (!table) return tl::unexpected(table.error());
    auto scheme = scheme_of(*table);
    if (!scheme) return tl::unexpected(scheme.error());
    auto memberships = rows_of(*table, membership_row);
    if (!memberships) return tl::unexpected(memberships.error());
    return SchemeRows{table->place(table->head_line("indeling")), std::move(*scheme), std::move(*memberships)};
}

}  // namespace schakel

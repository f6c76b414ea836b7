#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "config/content_hash.hpp"
#include "config/date.hpp"
#include "config/file.hpp"
#include "config/folding.hpp"
#include "config/region_inclusion.hpp"
#include "config/region_rows.hpp"
#include "config/regions.hpp"

namespace schakel {
namespace {

namespace fs = std::filesystem;

using Outcome = Result<void>;

constexpr std::string_view municipality_scheme = "gemeente";
constexpr std::string_view national_scheme = "landelijk";

tl::unexpected<Error> invalid(const std::string& place, const Text& message, Text hint) {
    return fail(ErrorCode::regions_invalid, at_place(place, message), std::move(hint));
}

tl::unexpected<Error> unknown_code(const std::string& place, const std::string& code) {
    return invalid(
        place, {fmt::format("de code {} is niet bekend", code), fmt::format("the code {} is not known", code)},
        {"verbeter de code, of voeg de gemeente toe aan gemeenten.tsv of de regio aan een bestand in schemes",
         "correct the code, or add the municipality to gemeenten.tsv or the region to a file in schemes"});
}

}  // namespace

/// Builds one RegionTable out of the rows of a folder; stops at the first error.
class RegionTableLoader {
public:
    Result<RegionTable> load(const fs::path& folder) {
        const Outcome outcome = read_files(folder)
                                    .and_then([&] { return add_municipalities(); })
                                    .and_then([&] { return add_mergers(); })
                                    .and_then([&] { return resolve_successors(); })
                                    .and_then([&] { return add_schemes(); })
                                    .and_then([&] { return add_members(); })
                                    .and_then([&] { return check_provinces(); })
                                    .and_then([&] { return index_names(); });
        if (!outcome) return tl::unexpected(outcome.error());
        list_regions_of_schemes();
        add_national_region();
        table_.containing_ = regions_containing_each(table_.regions_, table_.schemes_, table_.current_);
        return std::move(table_);
    }

private:
    /// A municipality, by the code a table uses, in a region; `row` is where that is written.
    struct Leaf {
        std::string municipality;
        const MembershipRow* row;
    };

    // ---- reading

    Outcome read_files(const fs::path& folder) {
        ContentHash hash;
        const Outcome read =
            read_into(folder / "gemeenten.tsv", hash, read_municipality_rows, municipality_rows_)
                .and_then([&] { return read_into(folder / "herindelingen.tsv", hash, read_merger_rows, merger_rows_); })
                .and_then([&] { return read_schemes(folder / "schemes", hash); });
        table_.version_ = hash.hex();
        return read;
    }

    Outcome read_schemes(const fs::path& folder, ContentHash& hash) {
        const auto files = files_in(folder, ".tsv");
        if (!files) return tl::unexpected(files.error());
        scheme_rows_.resize(files->size());
        for (std::size_t i = 0; i < files->size(); ++i)
            if (auto read = read_into((*files)[i], hash, read_scheme_rows, scheme_rows_[i]); !read) return read;
        return {};
    }

    template <class Rows>
    static Outcome read_into(const fs::path& file, ContentHash& hash,
                             Result<Rows> (*read_rows)(const std::string&, std::string_view), Rows& rows) {
        const auto text = read_file(file);
        if (!text) return tl::unexpected(text.error());
        hash.add(file.filename().string(), *text);
        auto read = read_rows(file.string(), *text);
        if (!read) return tl::unexpected(read.error());
        rows = std::move(*read);
        return {};
    }

    // ---- municipalities and their history

    Outcome add_municipalities() {
        for (const MunicipalityRow& row : municipality_rows_) {
            Region municipality{row.code,       row.name,        row.variants, std::string(municipality_scheme),
                                row.valid.from, row.valid.until, {},           {}};
            if (!table_.regions_.emplace(row.code, std::move(municipality)).second)
                return code_taken(row.place, row.code);
            places_.emplace(row.code, row.place);
            if (row.valid.until.empty()) table_.current_.push_back(row.code);
        }
        std::sort(table_.current_.begin(), table_.current_.end());
        return {};
    }

    tl::unexpected<Error> code_taken(const std::string& place, const std::string& code) const {
        return invalid(
            place,
            {fmt::format("de code {} bestaat al op {}", code, places_.find(code)->second),
             fmt::format("the code {} already exists at {}", code, places_.find(code)->second)},
            {"geef elke gemeente en regio een eigen code", "give every municipality and region its own code"});
    }

    Outcome add_mergers() {
        for (const MergerRow& row : merger_rows_) {
            if (auto good = check_merger(row); !good) return good;
            if (const auto [first, is_new] = merger_of_.emplace(row.old_code, &row); !is_new)
                return invalid(row.place,
                               {fmt::format("{} is al opgeheven op {}", row.old_code, first->second->place),
                                fmt::format("{} is already abolished at {}", row.old_code, first->second->place)},
                               {"zet alle opvolgers op één regel", "put all successors on one line"});
        }
        return {};
    }

    Outcome check_merger(const MergerRow& row) const {
        const Region* old = municipality(row.old_code);
        if (!old) return unknown_code(row.place, row.old_code);
        for (const std::string& successor : row.successors)
            if (!municipality(successor)) return unknown_code(row.place, successor);
        const auto last_day = parse_iso_date(old->valid_until);
        if (last_day && *last_day + std::chrono::days{1} == *parse_iso_date(row.day)) return {};
        const std::string& place = places_.find(row.old_code)->second;
        return invalid(
            row.place,
            {fmt::format("{} houdt op te bestaan per {}, maar op {} staat geldigTot “{}”", row.old_code, row.day, place,
                         old->valid_until),
             fmt::format("{} stops existing on {}, but at {} geldigTot is “{}”", row.old_code, row.day, place,
                         old->valid_until)},
            {"geldigTot is de laatste dag voor de herindeling", "geldigTot is the last day before the merger"});
    }

    const Region* municipality(std::string_view code) const {
        const Region* found = table_.find(code);
        return found && found->scheme == municipality_scheme ? found : nullptr;
    }

    Outcome resolve_successors() {
        for (const MunicipalityRow& row : municipality_rows_) {
            std::set<std::string> today;
            std::vector<std::string> path;
            if (auto followed = follow_successors(row.code, path, today); !followed) return followed;
            Region& region = table_.regions_.find(row.code)->second;
            region.municipalities.assign(today.begin(), today.end());
            if (!row.valid.until.empty()) region.successors = region.municipalities;
        }
        return {};
    }

    Outcome follow_successors(const std::string& code, std::vector<std::string>& path,
                              std::set<std::string>& today) const {
        if (municipality(code)->valid_until.empty()) {
            today.insert(code);
            return {};
        }
        const auto merger = merger_of_.find(code);
        if (merger == merger_of_.end())
            return invalid(places_.find(code)->second,
                           {fmt::format("{} bestaat niet meer, maar heeft geen opvolger", code),
                            fmt::format("{} no longer exists, but has no successor", code)},
                           {"voeg een regel toe aan herindelingen.tsv", "add a line to herindelingen.tsv"});
        if (std::find(path.begin(), path.end(), code) != path.end()) return successor_cycle(*merger->second, path);
        path.push_back(code);
        for (const std::string& successor : merger->second->successors)
            if (auto followed = follow_successors(successor, path, today); !followed) return followed;
        path.pop_back();
        return {};
    }

    static tl::unexpected<Error> successor_cycle(const MergerRow& row, const std::vector<std::string>& path) {
        const std::string links = fmt::format("{} → {}", fmt::join(path, " → "), row.old_code);
        return invalid(row.place,
                       {"de opvolgers lopen in een kring: " + links, "the successors run in a circle: " + links},
                       {"een opvolger moet later zijn ontstaan; verbeter een van deze regels",
                        "a successor must have come later; correct one of these lines"});
    }

    // ---- schemes

    Outcome add_schemes() {
        for (const SchemeRows& rows : scheme_rows_) {
            const bool reserved = rows.scheme.code == municipality_scheme || rows.scheme.code == national_scheme;
            if (reserved || !table_.schemes_.emplace(rows.scheme.code, rows.scheme).second)
                return invalid(rows.place,
                               {fmt::format("de indeling {} bestaat al", rows.scheme.code),
                                fmt::format("the scheme {} already exists", rows.scheme.code)},
                               {"geef elke indeling een eigen code", "give every scheme a code of its own"});
            for (const MembershipRow& row : rows.memberships)
                if (auto added = add_membership(rows.scheme, row); !added) return added;
        }
        return {};
    }

    Outcome add_membership(const RegionScheme& scheme, const MembershipRow& row) {
        const auto [found, is_new] = table_.regions_.try_emplace(row.region);
        Region& region = found->second;
        if (is_new) {
            if (row.name.empty())
                return invalid(row.place,
                               {fmt::format("de eerste regel van {} heeft geen naam", row.region),
                                fmt::format("the first line of {} has no name", row.region)},
                               {"vul op de eerste regel van een regio de naam in",
                                "fill in the name on the first line of a region"});
            region = {row.region, row.name, {}, scheme.code, scheme.valid_from, scheme.valid_until, {}, {}};
            places_.emplace(row.region, row.place);
        } else if (region.scheme != scheme.code) {
            return code_taken(row.place, row.region);
        } else if (!row.name.empty() && row.name != region.name) {
            return invalid(
                row.place,
                {fmt::format("{} heet hier “{}” en op {} “{}”", row.region, row.name, places_.find(row.region)->second,
                             region.name),
                 fmt::format("{} is called “{}” here and “{}” at {}", row.region, row.name, region.name,
                             places_.find(row.region)->second)},
                {"houd één naam en zet de andere bij varianten", "keep one name and put the other in varianten"});
        }
        region.variants.insert(region.variants.end(), row.variants.begin(), row.variants.end());
        memberships_[row.region].push_back(&row);
        return {};
    }

    Outcome add_members() {
        for (const SchemeRows& rows : scheme_rows_)
            for (const MembershipRow& row : rows.memberships)
                if (!table_.find(row.member)) return unknown_code(row.place, row.member);
        for (const SchemeRows& rows : scheme_rows_) {
            const std::vector<std::string> regions = regions_in_order(rows);
            for (const std::string& region : regions) {
                std::vector<std::string> path;
                if (auto expanded = expand(region, path); !expanded) return expanded;
            }
            if (auto good = check_partition(rows.scheme, regions); !good) return good;
            const std::set<std::string_view> listed = municipalities_listed(regions);
            for (const std::string& region : regions) settle(rows.scheme, listed, table_.regions_.find(region)->second);
        }
        return {};
    }

    static std::vector<std::string> regions_in_order(const SchemeRows& rows) {
        std::vector<std::string> regions;
        for (const MembershipRow& row : rows.memberships)
            if (std::find(regions.begin(), regions.end(), row.region) == regions.end()) regions.push_back(row.region);
        return regions;
    }

    /// Fills `leaves_[region]`, following regions that are made of regions.
    Outcome expand(const std::string& region, std::vector<std::string>& path) {
        if (leaves_.contains(region)) return {};
        path.push_back(region);
        std::vector<Leaf> leaves;
        for (const MembershipRow* row : memberships_.find(region)->second) {
            if (municipality(row->member)) {
                leaves.push_back({row->member, row});
                continue;
            }
            if (std::find(path.begin(), path.end(), row->member) != path.end()) return region_cycle(*row, path);
            if (auto expanded = expand(row->member, path); !expanded) return expanded;
            for (const Leaf& leaf : leaves_.find(row->member)->second) leaves.push_back({leaf.municipality, row});
        }
        path.pop_back();
        leaves_.emplace(region, std::move(leaves));
        return {};
    }

    static tl::unexpected<Error> region_cycle(const MembershipRow& row, const std::vector<std::string>& path) {
        const std::string links = fmt::format("{} → {}", fmt::join(path, " → "), row.member);
        return invalid(row.place, {"een regio ligt in zichzelf: " + links, "a region lies within itself: " + links},
                       {"haal een van deze regels weg", "remove one of these lines"});
    }

    static Period period_of(const RegionScheme& scheme, const MembershipRow& row) {
        return {row.valid.from.empty() ? scheme.valid_from : row.valid.from,
                row.valid.until.empty() ? scheme.valid_until : row.valid.until};
    }

    Outcome check_partition(const RegionScheme& scheme, const std::vector<std::string>& regions) const {
        if (scheme.kind != SchemeKind::partition) return {};
        StringMap<std::vector<const MembershipRow*>> rows_of;  // municipality → where it is placed
        for (const std::string& region : regions)
            for (const Leaf& leaf : leaves_.find(region)->second) {
                auto& rows = rows_of[leaf.municipality];
                for (const MembershipRow* earlier : rows)
                    if (period_of(scheme, *earlier).overlaps(period_of(scheme, *leaf.row)))
                        return placed_twice(scheme, leaf, *earlier);
                rows.push_back(leaf.row);
            }
        return {};
    }

    tl::unexpected<Error> placed_twice(const RegionScheme& scheme, const Leaf& leaf,
                                       const MembershipRow& earlier) const {
        const std::string& name = municipality(leaf.municipality)->name;
        return invalid(
            leaf.row->place,
            {fmt::format("{} ({}) staat in {} en op {} in {}", leaf.municipality, name, leaf.row->region, earlier.place,
                         earlier.region),
             fmt::format("{} ({}) is in {} and at {} in {}", leaf.municipality, name, leaf.row->region, earlier.place,
                         earlier.region)},
            {fmt::format("{} is een partitie: een gemeente hoort er in één regio; haal een regel weg of schrijf "
                         "“# soort: overlappend”",
                         scheme.code),
             fmt::format("{} is a partition: a municipality belongs to one region; remove a line or write "
                         "“# soort: overlappend”",
                         scheme.code)});
    }

    std::set<std::string_view> municipalities_listed(const std::vector<std::string>& regions) const {
        std::set<std::string_view> listed;
        for (const std::string& region : regions)
            for (const Leaf& leaf : leaves_.find(region)->second) listed.insert(leaf.municipality);
        return listed;
    }

    /// Decides until when a region is in force and which of today's municipalities it holds: those of the rows that last
    /// as long as the region does. Rows that ended earlier are history. A municipality that a partition lists itself does
    /// not come into another region of it as well by having absorbed a municipality there (Weesp does not bring Amsterdam
    /// into Gooi en Vechtstreek).
    void settle(const RegionScheme& scheme, const std::set<std::string_view>& listed, Region& region) {
        const auto& rows = memberships_.find(region.code)->second;
        region.valid_until = last_day_of(scheme, rows);
        std::set<std::string> today;
        for (const Leaf& leaf : leaves_.find(region.code)->second) {
            if (period_of(scheme, *leaf.row).until != region.valid_until) continue;
            for (const std::string& code : municipality(leaf.municipality)->municipalities)
                if (scheme.kind == SchemeKind::overlapping || code == leaf.municipality || !listed.contains(code))
                    today.insert(code);
        }
        region.municipalities.assign(today.begin(), today.end());
    }

    /// Empty as soon as one row has no end.
    static std::string last_day_of(const RegionScheme& scheme, const std::vector<const MembershipRow*>& rows) {
        std::string last;
        for (const MembershipRow* row : rows) {
            const std::string until = period_of(scheme, *row).until;
            if (until.empty()) return {};
            last = std::max(last, until);
        }
        return last;
    }

    // ---- checks over everything

    Outcome check_provinces() const {
        for (const MunicipalityRow& row : municipality_rows_) {
            if (row.province.empty()) continue;
            const Region* province = table_.find(row.province);
            if (!province) return unknown_code(row.place, row.province);
            const auto& inside = province->municipalities;
            if (!row.valid.until.empty() || std::binary_search(inside.begin(), inside.end(), row.code)) continue;
            return invalid(
                row.place,
                {fmt::format("{} staat hier in {}, maar niet in de indeling {}", row.code, row.province,
                             province->scheme),
                 fmt::format("{} is in {} here, but not in the scheme {}", row.code, row.province, province->scheme)},
                {"maak de kolom provincie en het bestand van de indeling gelijk",
                 "make the column provincie and the file of the scheme agree"});
        }
        return {};
    }

    /// Fills `by_name_`; within one scheme two regions of the same time may not share a name.
    Outcome index_names() {
        for (const MunicipalityRow& row : municipality_rows_)
            if (auto named = index_names_of(row.code); !named) return named;
        for (const SchemeRows& rows : scheme_rows_)
            for (const std::string& region : regions_in_order(rows))
                if (auto named = index_names_of(region); !named) return named;
        for (const auto& [code, region] : table_.regions_) index_bare_name(region);
        return {};
    }

    /// "Bergen (L.)" is also found as "Bergen"; that this means two municipalities is for `resolve` to report.
    void index_bare_name(const Region& region) {
        const auto qualifier = region.name.find(" (");
        if (qualifier == std::string::npos) return;
        auto& carriers = table_.by_name_[slug(region.name.substr(0, qualifier))];
        if (std::find(carriers.begin(), carriers.end(), region.code) != carriers.end()) return;
        carriers.push_back(region.code);
        std::sort(carriers.begin(), carriers.end());  // the order of the map must not show
    }

    Outcome index_names_of(const std::string& code) {
        const Region& region = *table_.find(code);
        std::vector<std::string> names = region.variants;
        names.push_back(region.name);
        names.push_back(code);
        for (const std::string& name : names) {
            auto& carriers = table_.by_name_[slug(name)];
            if (std::find(carriers.begin(), carriers.end(), code) != carriers.end()) continue;
            for (const std::string& carrier : carriers)
                if (clashes(region, *table_.find(carrier))) return name_taken(name, code, carrier);
            carriers.push_back(code);
        }
        return {};
    }

    static bool clashes(const Region& a, const Region& b) {
        return a.scheme == b.scheme && Period{a.valid_from, a.valid_until}.overlaps({b.valid_from, b.valid_until});
    }

    tl::unexpected<Error> name_taken(const std::string& name, const std::string& code,
                                     const std::string& carrier) const {
        return invalid(places_.find(code)->second,
                       {fmt::format("de naam “{}” van {} hoort al bij {} (op {})", name, code, carrier,
                                    places_.find(carrier)->second),
                        fmt::format("the name “{}” of {} already belongs to {} (at {})", name, code, carrier,
                                    places_.find(carrier)->second)},
                       {"maak de namen binnen één indeling verschillend", "make the names within one scheme differ"});
    }

    // ---- what answers are computed from

    void list_regions_of_schemes() {
        RegionScheme municipalities{
            std::string(municipality_scheme), "Gemeente", SchemeKind::partition, {}, {}, table_.current_};
        for (const MergerRow& row : merger_rows_)
            municipalities.valid_from = std::max(municipalities.valid_from, row.day);
        table_.schemes_.emplace(municipality_scheme, std::move(municipalities));
        for (const auto& [code, region] : table_.regions_)
            if (region.scheme != municipality_scheme)
                if (RegionScheme& scheme = table_.schemes_.find(region.scheme)->second; is_in_force(region, scheme))
                    scheme.regions.push_back(code);
        for (auto& [code, scheme] : table_.schemes_) sort_by_name(scheme.regions);
    }

    static bool is_in_force(const Region& region, const RegionScheme& scheme) {
        return region.valid_until == scheme.valid_until;
    }

    void sort_by_name(std::vector<std::string>& codes) const {
        std::vector<std::pair<std::string, std::string>> named;
        for (std::string& code : codes) named.emplace_back(fold(table_.find(code)->name), std::move(code));
        std::sort(named.begin(), named.end());
        codes.clear();
        for (auto& [name, code] : named) codes.push_back(std::move(code));
    }

    void add_national_region() {
        Region national{std::string(national_region),
                        "Landelijk",
                        {"Nederland", "heel Nederland"},
                        std::string(national_scheme),
                        {},
                        {},
                        {},
                        {}};
        for (const std::string_view name : {"nl", "landelijk", "nederland", "heel-nederland"})
            table_.by_name_[std::string(name)].emplace_back(national_region);
        table_.regions_.emplace(national_region, std::move(national));
    }

    std::vector<MunicipalityRow> municipality_rows_;
    std::vector<MergerRow> merger_rows_;
    std::vector<SchemeRows> scheme_rows_;
    StringMap<std::string> places_;                             // code → file:line where it is first given
    StringMap<const MergerRow*> merger_of_;                     // abolished municipality → its row
    StringMap<std::vector<const MembershipRow*>> memberships_;  // region → its rows
    StringMap<std::vector<Leaf>> leaves_;                       // region → municipalities as the table names them
    RegionTable table_;
};

Result<RegionTable> RegionTable::load(const fs::path& folder) { return RegionTableLoader().load(folder); }

}  // namespace schakel

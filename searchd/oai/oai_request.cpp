#include "searchd/oai/oai_request.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "config/date.hpp"
#include "config/utc_time.hpp"
#include "config/utf8.hpp"

namespace schakel {

namespace {

/// Longer than any identifier, set or token that we give out.
constexpr std::size_t longest_argument = 2000;

struct VerbRow {
    OaiVerb verb;
    const char* name;
    std::array<std::string_view, 2> required;
    std::array<std::string_view, 4> optional;
    bool has_token;  // resumptionToken takes the place of all others
};

constexpr std::array verbs{
    VerbRow{OaiVerb::identify, "Identify", {}, {}, false},
    VerbRow{OaiVerb::list_metadata_formats, "ListMetadataFormats", {}, {"identifier"}, false},
    VerbRow{OaiVerb::list_sets, "ListSets", {}, {}, true},
    VerbRow{OaiVerb::list_identifiers, "ListIdentifiers", {"metadataPrefix"}, {"from", "until", "set"}, true},
    VerbRow{OaiVerb::list_records, "ListRecords", {"metadataPrefix"}, {"from", "until", "set"}, true},
    VerbRow{OaiVerb::get_record, "GetRecord", {"identifier", "metadataPrefix"}, {}, false},
};

tl::unexpected<OaiFault> bad_argument(std::string message) { return oai_fault("badArgument", std::move(message)); }

template <class Names>
bool has(const Names& names, std::string_view name) {
    return !name.empty() && std::ranges::find(names, name) != names.end();
}

bool takes(const VerbRow& row, std::string_view argument) {
    return has(row.required, argument) || has(row.optional, argument) ||
           (row.has_token && argument == "resumptionToken");
}

std::string value_of(const QueryParameters& arguments, std::string_view name) {
    const auto found = std::ranges::find(arguments, name, [](const auto& argument) { return argument.first; });
    return found == arguments.end() ? std::string{} : found->second;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

/// What can stand in an answer again.
bool is_plain(std::string_view value) {
    return !value.empty() && value.size() <= longest_argument && !first_invalid_utf8(value) &&
           std::ranges::none_of(value, is_control);
}

OaiOutcome<const VerbRow*> verb_in(const QueryParameters& parameters) {
    const auto is_verb = [](const auto& parameter) { return parameter.first == "verb"; };
    if (std::ranges::count_if(parameters, is_verb) != 1)
        return oai_fault("badVerb", "A request has one argument verb, once.");
    const std::string name = value_of(parameters, "verb");
    const auto found = std::ranges::find_if(verbs, [&](const VerbRow& row) { return row.name == name; });
    if (found == verbs.end())
        return oai_fault(
            "badVerb",
            "The verb is none of Identify, ListMetadataFormats, ListSets, ListIdentifiers, ListRecords and "
            "GetRecord.");
    return &*found;
}

OaiOutcome<void> check_argument(const VerbRow& row, const std::string& name, const std::string& value,
                                const QueryParameters& all) {
    if (!takes(row, name)) {
        const std::string shown = is_plain(name) ? fmt::format("\"{:.40}\"", name) : "with a name that is not text";
        return bad_argument(fmt::format("{} takes no argument {}.", row.name, shown));
    }
    if (std::ranges::count(all, name, [](const auto& argument) { return argument.first; }) > 1)
        return bad_argument(fmt::format("The argument {} is given more than once.", name));
    if (name != "resumptionToken" && !is_plain(value))
        return bad_argument(fmt::format("The value of {} is empty, too long or not text.", name));
    return {};
}

OaiOutcome<void> check_arguments(const VerbRow& row, const QueryParameters& arguments) {
    for (const auto& [name, value] : arguments)
        if (auto checked = check_argument(row, name, value, arguments); !checked) return checked;
    const bool has_token = std::ranges::any_of(arguments, [](const auto& a) { return a.first == "resumptionToken"; });
    if (has_token && arguments.size() > 1) return bad_argument("The argument resumptionToken excludes all others.");
    for (const std::string_view name : row.required)
        if (!name.empty() && !has_token && value_of(arguments, name).empty())
            return bad_argument(fmt::format("{} needs the argument {}.", row.name, name));
    return {};
}

bool is_day(std::string_view text) { return text.size() == 10; }

/// A day or a second; `ends` when it is the last second of the day that counts.
OaiOutcome<std::optional<std::chrono::sys_seconds>> bound(const QueryParameters& arguments, std::string_view name,
                                                          bool ends) {
    const std::string text = value_of(arguments, name);
    if (text.empty()) return std::nullopt;
    if (const auto day = parse_iso_date(text))
        return ends ? *day + std::chrono::days(1) - std::chrono::seconds(1) : std::chrono::sys_seconds(*day);
    if (const auto time = parse_utc_time(text)) return time;
    return bad_argument(fmt::format("The value of {} is no date as 2026-01-31 or 2026-01-31T12:00:00Z.", name));
}

OaiOutcome<OaiRange> range_of(const QueryParameters& arguments) {
    const auto from = bound(arguments, "from", false);
    if (!from) return tl::unexpected(from.error());
    const auto until = bound(arguments, "until", true);
    if (!until) return tl::unexpected(until.error());
    if (*from && *until && is_day(value_of(arguments, "from")) != is_day(value_of(arguments, "until")))
        return bad_argument("The arguments from and until have different granularities.");
    if (*from && *until && **from > **until) return bad_argument("The argument from is later than until.");
    return OaiRange{value_of(arguments, "metadataPrefix"), value_of(arguments, "set"), *from, *until};
}

}  // namespace

OaiOutcome<OaiRequest> parse_oai_request(std::string_view query) {
    QueryParameters parameters = parse_parameters(query);
    const auto row = verb_in(parameters);
    if (!row) return tl::unexpected(row.error());
    QueryParameters arguments = parameters;
    std::erase_if(arguments, [](const auto& argument) { return argument.first == "verb"; });
    if (auto checked = check_arguments(**row, arguments); !checked) return tl::unexpected(checked.error());
    auto range = range_of(arguments);
    if (!range) return tl::unexpected(range.error());
    return OaiRequest{(*row)->verb, std::move(parameters), value_of(arguments, "identifier"),
                      value_of(arguments, "resumptionToken"), std::move(*range)};
}

const char* name_of(OaiVerb verb) { return std::ranges::find(verbs, verb, &VerbRow::verb)->name; }

}  // namespace schakel

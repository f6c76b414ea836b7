#include "corpus/harvesters/opt_out.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "corpus/harvesters/robots.hpp"

namespace schakel {
namespace {

constexpr std::size_t most_rules = 10'000;
constexpr std::size_t deepest_json = 16;
constexpr std::size_t longest_head = std::size_t{256} * 1024;

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), to_lower);
    return lower;
}

bool is_white_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool says_reserved(std::string_view value) { return value.starts_with('1'); }

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// A list of directives, such as "noarchive, noindex". Those for another robot stand behind its name and do not count.
bool says_no_index(std::string_view value) {
    const std::string lower = lower_case(value);
    for (std::size_t at = 0; at < lower.size();) {
        const auto end = std::min(lower.find(',', at), lower.size());
        std::string_view directive = trimmed(std::string_view(lower).substr(at, end - at));
        if (directive.starts_with("schakel:")) directive = trimmed(directive.substr(8));
        if (directive == "noindex" || directive == "none") return true;
        at = end + 1;
    }
    return false;
}

/// The value of an attribute in the inside of a tag, in small letters; empty when it is absent.
std::string attribute(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + name.size())) {
        if (at == 0 || !is_white_space(tag[at - 1])) continue;
        std::size_t value = tag.find_first_not_of(" \t\r\n\f", at + name.size());
        if (value == std::string_view::npos || tag[value] != '=') continue;
        value = tag.find_first_not_of(" \t\r\n\f", value + 1);
        if (value == std::string_view::npos) return {};
        const char quote = tag[value];
        if (quote != '"' && quote != '\'')
            return std::string(tag.substr(value, tag.find_first_of(" \t\r\n\f/", value) - value));
        return std::string(tag.substr(value + 1, tag.find(quote, value + 1) - value - 1));
    }
    return {};
}

OptOut opt_out_in_meta(std::string_view tag) {
    const std::string name = attribute(tag, "name");
    if (name == "tdm-reservation" && says_reserved(attribute(tag, "content"))) return OptOut::tdm_reservation;
    if ((name == "robots" || name == "schakel") && says_no_index(attribute(tag, "content"))) return OptOut::no_index;
    return OptOut::none;
}

/// 1 as a number, a text or true: all three are met.
bool is_one(const nlohmann::json& value) {
    if (value.is_boolean()) return value.get<bool>();
    if (value.is_string()) return says_reserved(value.get_ref<const std::string&>());
    return value.is_number_integer() && value.get<std::int64_t>() == 1;
}

/// Nesting is bounded, because nlohmann's tree is destroyed by recursion.
nlohmann::json parse_shallow_json(std::string_view text) {
    const auto keep = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
        return static_cast<std::size_t>(depth) <= deepest_json;
    };
    return nlohmann::json::parse(text, keep, false);
}

}  // namespace

Result<TdmReservations> TdmReservations::parse(const std::string& url, std::string_view json) {
    const nlohmann::json parsed = parse_shallow_json(json);
    if (!parsed.is_array())
        return fail(ErrorCode::malformed, at_place(url, {"dit is geen lijst van TDM-voorbehouden",
                                                         "this is not a list of TDM reservations"}));
    TdmReservations reservations;
    for (const nlohmann::json& entry : parsed) {
        if (reservations.rules_.size() == most_rules) break;
        if (!entry.is_object()) continue;
        const auto location = entry.find("location");
        const auto reservation = entry.find("tdm-reservation");
        if (location == entry.end() || !location->is_string() || reservation == entry.end()) continue;
        reservations.rules_.push_back({location->get<std::string>().substr(0, 1024), is_one(*reservation)});
    }
    return reservations;
}

bool TdmReservations::reserve(std::string_view target) const {
    const Rule* decisive = nullptr;
    for (const Rule& rule : rules_) {
        const bool weighs_more = decisive == nullptr || rule.location.size() > decisive->location.size() ||
                                 (rule.location.size() == decisive->location.size() && rule.reserves);
        if (weighs_more && matches_path_pattern(rule.location, target)) decisive = &rule;
    }
    return decisive != nullptr && decisive->reserves;
}

OptOut opt_out_in_html(std::string_view html) {
    const std::string head = lower_case(html.substr(0, longest_head));
    for (auto at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 1)) {
        const auto end = head.find('>', at);
        if (end == std::string::npos) break;
        const OptOut found = opt_out_in_meta(std::string_view(head).substr(at + 5, end - at - 5));
        if (found != OptOut::none) return found;
    }
    return OptOut::none;
}

OptOut opt_out_of(const HttpAnswer& answer) {
    if (says_reserved(answer.header("tdm-reservation"))) return OptOut::tdm_reservation;
    if (says_no_index(answer.header("x-robots-tag"))) return OptOut::no_index;
    const std::string type = lower_case(answer.header("content-type"));
    return type.find("html") == std::string::npos ? OptOut::none : opt_out_in_html(answer.body);
}

}  // namespace schakel

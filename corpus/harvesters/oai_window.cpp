#include "corpus/harvesters/oai_window.hpp"

#include <algorithm>

#include "corpus/harvesters/oai_date.hpp"

namespace schakel {
namespace {

constexpr std::chrono::days overlap{1};

bool mark_is_of_use(const HarvestState& state, const std::string& selection, const std::string& server_time) {
    if (state.selection != selection || !parse_oai_date(state.mark)) return false;
    const auto now = parse_oai_date(server_time);
    return !now || *parse_oai_date(state.mark) <= *now + overlap;
}

/// No earlier than the source wants, and no earlier than the repository has anything.
std::string since(std::string_view mark, const HarvestSource& source, const OaiIdentity& identity) {
    std::string from = oai_date(*parse_oai_date(mark) - overlap, identity.counts_seconds);
    return std::max(from, lower_bound(source.from, identity));
}

}  // namespace

std::string selection_of(const HarvestSource& source) {
    return source.url + " " + source.metadata_prefix + " " + source.set + " " + source.from + " " + source.until;
}

std::string lower_bound(const std::string& day, const OaiIdentity& identity) {
    const auto time = parse_oai_date(day);
    return time ? oai_date(*time, identity.counts_seconds) : std::string();
}

std::string upper_bound(const std::string& day, const OaiIdentity& identity) {
    const auto time = parse_oai_date(day);
    if (!time) return {};
    const bool is_day = day.size() == 10;
    return oai_date(is_day ? *time + overlap - std::chrono::seconds(1) : *time, identity.counts_seconds);
}

HarvestWindow next_window(const HarvestSource& source, const HarvestState& state, const OaiIdentity& identity,
                          const std::string& server_time, bool full) {
    const bool same_selection = state.selection == selection_of(source);
    if (state.window && same_selection && (state.window->full || !full)) return *state.window;
    HarvestWindow window;
    window.full = full || !mark_is_of_use(state, selection_of(source), server_time);
    window.from = window.full ? lower_bound(source.from, identity) : since(state.mark, source, identity);
    return window;
}

}  // namespace schakel

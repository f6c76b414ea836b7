#include <algorithm>
#include <chrono>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include "corpus/harvesters/http_client.hpp"
#include "indexer/commands/command.hpp"
#include "indexer/link_states.hpp"
#include "indexer/live_products.hpp"

namespace schakel {

namespace {

std::string today() {
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%F}", fmt::gmtime(now));
}

/// Addresses with the ids of the products that lead there.
using Links = std::map<std::string, std::vector<std::string>>;

/// Every address that the products of the live index lead to.
Result<Links> links_of(const std::filesystem::path& index) {
    Links found;
    const auto visited = visit_live_products(index, [&](const LiveProduct& product) {
        if (!product.record.url.empty()) found[product.record.url].push_back(product.record.id);
        return true;
    });
    if (!visited) return tl::unexpected(visited.error());
    return found;
}

/// Checks one address after the other.
class LinkCheck {
public:
    LinkCheck(bool allow_private_addresses, LinkStates& states)
        : client_({.exchange = std::chrono::seconds{30},
                   .largest_body = std::size_t{4} << 20,
                   .tries = 2,
                   .allow_private_addresses = allow_private_addresses}),
          states_(states) {}

    void check(const std::string& address) {
        const auto answer = client_.get({.url = address});
        if (!answer && answer.error().kind == HttpFailureKind::refused_address) return not_visited_.push_back(address);
        const LinkState* before = states_.find(address);
        states_.set(address, state_of(answer, before == nullptr ? 0 : before->failures));
    }

    /// Addresses that may not be asked: of them nothing is known, so nothing changes.
    const std::vector<std::string>& not_visited() const { return not_visited_; }

private:
    /// A few bytes would do, but many servers answer HEAD wrongly: a page that is too large is there all the same.
    static LinkState state_of(const HttpResult<HttpAnswer>& answer, int failures_before) {
        const bool is_too_large = !answer && answer.error().kind == HttpFailureKind::too_large;
        const bool is_there = is_too_large || (answer && answer->status < 400);
        return {.checked = today(),
                .status = is_too_large ? 200 : (answer ? answer->status : 0),
                .failures = is_there ? 0 : failures_before + 1};
    }

    HttpClient client_;
    LinkStates& states_;
    std::vector<std::string> not_visited_;
};

/// How far the check is, on a terminal: it asks each server once a second at most.
class LinkProgress {
public:
    LinkProgress(std::size_t all, bool dutch) : all_(all), dutch_(dutch), is_shown_(::isatty(STDERR_FILENO) == 1) {}

    void next() {
        ++checked_;
        if (is_shown_) fmt::print(stderr, "\r{} {}/{}\x1b[K", dutch_ ? "adres" : "address", checked_, all_);
    }

    void finish() const {
        if (is_shown_) fmt::print(stderr, "\r\x1b[K");
    }

private:
    std::size_t all_;
    bool dutch_;
    bool is_shown_;
    std::size_t checked_ = 0;
};

/// Some of the products that lead to an address.
std::string some_of(const std::vector<std::string>& ids, bool dutch) {
    constexpr std::size_t most_named = 3;
    const auto named = std::span(ids).first(std::min(ids.size(), most_named));
    const std::string more =
        ids.size() == named.size() ? "" : fmt::format(" {} {}", dutch ? "en nog" : "and", ids.size() - named.size());
    return fmt::format("{}{}", fmt::join(named, ", "), more);
}

std::string shown(const LinkState& state) { return state.status == 0 ? "---" : std::to_string(state.status); }

void report(const LinkStates& states, const Links& links, const std::vector<std::string>& not_visited, bool dutch) {
    std::size_t dead = 0;
    std::size_t doubtful = 0;
    for (const auto& [address, ids] : links) {
        const LinkState* state = states.find(address);
        if (state == nullptr || state->failures == 0 || std::ranges::find(not_visited, address) != not_visited.end())
            continue;
        ++(states.is_dead(address) ? dead : doubtful);
        fmt::print("{} {} ({})\n", shown(*state), address, some_of(ids, dutch));
    }
    fmt::print(fmt::runtime(dutch ? "Gecontroleerd: {}, dood: {}, twijfelachtig (nog eens controleren): {}\n"
                                  : "Checked: {}, dead: {}, doubtful (check again): {}\n"),
               links.size() - not_visited.size(), dead, doubtful);
    if (not_visited.empty()) return;
    fmt::print(
        fmt::runtime(dutch ? "Niet bezocht: {}, want op een besloten netwerk of onveilig doorverwezen. Mag het, geef "
                             "dan --allow-private-addresses.\n"
                           : "Not visited: {}, being in a private network or redirected insecurely. If it may be, "
                             "give --allow-private-addresses.\n"),
        not_visited.size());
}

}  // namespace

ExitStatus run_linkcheck(const CommandLine& command) {
    const bool dutch = command.language == Language::dutch;
    const auto links = links_of(command.index);
    if (!links) return complain(links.error(), command.language);
    auto states = read_link_states(command.index);
    if (!states) return complain(states.error(), command.language);
    LinkCheck check(command.allow_private_addresses, *states);
    LinkProgress progress(links->size(), dutch);
    constexpr std::size_t kept_at_a_time = 100;  // a check that is broken off is not for nothing
    std::size_t checked = 0;
    for (const auto& [address, ids] : *links) {
        progress.next();
        check.check(address);
        if (++checked % kept_at_a_time != 0) continue;
        if (auto written = write_link_states(command.index, *states); !written)
            return complain(written.error(), command.language);
    }
    progress.finish();
    if (auto written = write_link_states(command.index, *states); !written)
        return complain(written.error(), command.language);
    report(*states, *links, check.not_visited(), dutch);
    return ExitStatus::success;
}

}  // namespace schakel

#include <chrono>
#include <set>

#include <fmt/chrono.h>
#include <fmt/format.h>

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

/// Every address that the products of the live index lead to.
Result<std::set<std::string>> addresses(const std::filesystem::path& index) {
    std::set<std::string> found;
    const auto visited = visit_live_products(index, [&](const LiveProduct& product) {
        if (!product.record.url.empty()) found.insert(product.record.url);
        return true;
    });
    if (!visited) return tl::unexpected(visited.error());
    return found;
}

/// A few bytes would do, but many servers answer HEAD wrongly: a page that is too large is there all the same.
LinkState check(HttpClient& client, const std::string& address, const LinkState* before) {
    LinkState state{.checked = today()};
    const auto answer = client.get({.url = address});
    if (answer) state.status = answer->status;
    const bool is_there = answer ? answer->status < 400 : answer.error().kind == HttpFailureKind::too_large;
    if (is_there && !answer) state.status = 200;
    state.failures = is_there ? 0 : 1 + (before == nullptr ? 0 : before->failures);
    return state;
}

void report(const LinkStates& states, const std::set<std::string>& checked, bool dutch) {
    std::size_t dead = 0;
    std::size_t doubtful = 0;
    for (const std::string& address : checked) {
        const LinkState* state = states.find(address);
        if (state == nullptr || state->failures == 0) continue;
        ++(states.is_dead(address) ? dead : doubtful);
        fmt::print("{} {}\n", state->status == 0 ? "---" : std::to_string(state->status), address);
    }
    fmt::print(fmt::runtime(dutch ? "Gecontroleerd: {}, dood: {}, twijfelachtig (nog eens controleren): {}\n"
                                  : "Checked: {}, dead: {}, doubtful (check again): {}\n"),
               checked.size(), dead, doubtful);
}

}  // namespace

ExitStatus run_linkcheck(const CommandLine& command) {
    const auto found = addresses(command.index);
    if (!found) return complain(found.error(), command.language);
    auto states = read_link_states(command.index);
    if (!states) return complain(states.error(), command.language);
    HttpClient client({.exchange = std::chrono::seconds{30},
                       .largest_body = std::size_t{4} << 20,
                       .tries = 2,
                       .allow_private_addresses = command.allow_private_addresses});
    for (const std::string& address : *found) states->set(address, check(client, address, states->find(address)));
    if (auto written = write_link_states(command.index, *states); !written)
        return complain(written.error(), command.language);
    report(*states, *found, command.language == Language::dutch);
    return ExitStatus::success;
}

}  // namespace schakel

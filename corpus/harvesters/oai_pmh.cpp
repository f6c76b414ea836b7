#include "corpus/harvesters/oai_pmh.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "corpus/harvesters/harvest_state.hpp"
#include "corpus/harvesters/met_records.hpp"
#include "corpus/harvesters/oai_date.hpp"
#include "corpus/harvesters/oai_requests.hpp"
#include "corpus/harvesters/oai_window.hpp"

namespace schakel {
namespace {

constexpr int most_set_pages = 200;
constexpr int most_pages_without_news = 10;  // repositories give empty pages, but not one after another
constexpr std::string_view extension = ".xml";

/// One run through the pages of a repository, with what must be known from one page to the next.
class OaiHarvest {
public:
    OaiHarvest(HarvestRun& run, HarvestState state, MetRecords met)
        : run_(run), state_(std::move(state)), met_(std::move(met)) {}

    Result<void> harvest() {
        Result<void> harvested = identify()
                                     .and_then([this] { return check_set(); })
                                     .and_then([this] { return begin(); })
                                     .and_then([this] { return read_pages(); })
                                     .and_then([this] { return end(); });
        if (harvested || harvested.error().code != ErrorCode::malformed) return harvested;
        // To go on at a page that is wrong would be to fail there for ever.
        state_.window.reset();
        const Result<void> forgotten = write_harvest_state(run_.store().folder(), state_);
        return forgotten ? harvested : forgotten;
    }

private:
    Result<void> identify();
    Result<void> check_set();
    Result<void> begin();
    Result<void> begin_window();
    Result<void> read_pages();
    Result<bool> read_page();
    Result<bool> take_page(const OaiAnswer& answer, const std::string& url);
    Result<bool> take_errors(const OaiAnswer& answer, const std::string& url);
    Result<bool> restart();
    Result<void> take(const OaiRecord& record);
    Result<void> guard_against_loops(const OaiAnswer& answer, const std::string& url);
    Result<void> save();
    Result<void> end();

    const HarvestSource& source() const { return run_.source(); }
    HarvestWindow& window() { return *state_.window; }
    std::string until() const { return upper_bound(source().until, identity_); }
    std::string page_url() const;

    HarvestRun& run_;
    HarvestState state_;
    MetRecords met_;
    OaiIdentity identity_;
    std::string server_time_;
    StringSet tokens_;
    std::size_t new_on_page_ = 0;
    int pages_without_news_ = 0;
};

tl::unexpected<Error> goes_in_circles(const std::string& url, const Text& how) {
    return fail(ErrorCode::malformed, at_place(url, how),
                {"de bron draait in een kring; vraag de beheerder om raad",
                 "the source goes round in circles; ask its keeper"});
}

Result<void> OaiHarvest::identify() {
    const std::string url = identify_url(source().url);
    const Result<OaiAnswer> answer = ask(run_, url);
    if (!answer) return tl::unexpected(answer.error());
    if (!answer->errors.empty()) return tl::unexpected(oai_failure(url, answer->errors.front()));
    if (!answer->identity)
        return fail(ErrorCode::malformed, at_place(url, {"de server zegt niet wie hij is (Identify ontbreekt)",
                                                         "the server does not identify itself (no Identify)"}));
    identity_ = *answer->identity;
    server_time_ = answer->response_date;
    return {};
}

/// A set that does not exist gives noRecordsMatch, and that would pass for a source without news.
Result<void> OaiHarvest::check_set() {
    if (source().set.empty()) return {};
    std::string token;
    for (int page = 0; page < most_set_pages; ++page) {
        const std::string url = list_sets_url(source().url, token);
        const Result<OaiAnswer> answer = ask(run_, url);
        if (!answer) return tl::unexpected(answer.error());
        if (!answer->errors.empty()) return tl::unexpected(oai_failure(url, answer->errors.front()));
        if (std::ranges::find(answer->sets, source().set) != answer->sets.end()) return {};
        if (answer->token.empty() || answer->token == token)
            return fail(ErrorCode::not_found,
                        at_place(source().url, {fmt::format("de set “{}” bestaat niet", source().set),
                                                fmt::format("there is no set “{}”", source().set)}),
                        {"het verzoek ListSets noemt de sets van deze bron",
                         "the request ListSets names the sets of this source"});
        token = answer->token;
    }
    return {};  // too many to look through: then the repository will have to say so
}

/// What was met counts only for the window that is on the disk, so that goes there before the other is cleared.
Result<void> OaiHarvest::begin() {
    const HarvestWindow next = next_window(source(), state_, identity_, server_time_, run_.options().full);
    run_.report().resumed = state_.window == next;
    run_.report().full = next.full;
    if (state_.selection != selection_of(source())) state_ = {selection_of(source()), {}, {}, {}};
    state_.window = next;
    window().restarted = false;  // once in every run
    return next.token.empty() ? begin_window() : Result<void>{};
}

Result<void> OaiHarvest::begin_window() {
    tokens_.clear();
    pages_without_news_ = 0;
    if (auto written = write_harvest_state(run_.store().folder(), state_); !written) return written;
    run_.step();
    return met_.clear();
}

std::string OaiHarvest::page_url() const {
    const HarvestWindow& window = *state_.window;
    if (!window.token.empty()) return list_records_url(source().url, window.token);
    return list_records_url(source().url, {source().metadata_prefix, source().set, window.from, until()});
}

Result<void> OaiHarvest::read_pages() {
    if (!until().empty() && window().from > until()) {  // all that the source is to give was harvested before
        window().mark = server_time_;
        return {};
    }
    for (;;) {
        const Result<bool> more = read_page();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return {};
    }
}

Result<bool> OaiHarvest::read_page() {
    const std::string url = page_url();
    const Result<OaiAnswer> answer = ask(run_, url);
    if (!answer) return tl::unexpected(answer.error());
    if (window().mark.empty())
        window().mark = parse_oai_date(answer->response_date) ? answer->response_date : server_time_;
    return answer->errors.empty() ? take_page(*answer, url) : take_errors(*answer, url);
}

Result<bool> OaiHarvest::take_errors(const OaiAnswer& answer, const std::string& url) {
    const OaiError& error = answer.errors.front();
    if (error.code == "noRecordsMatch") return false;
    if (error.code == "badResumptionToken" && !window().token.empty() && !window().restarted) return restart();
    return tl::unexpected(oai_failure(url, error));
}

/// Tokens expire; then there is nothing for it but to ask everything since `from` again, once.
Result<bool> OaiHarvest::restart() {
    run_.report().notice({"de bron was vergeten waar het oogsten gebleven was; er is opnieuw begonnen",
                          "the source had forgotten where harvesting had got to; it was begun again"});
    window().token.clear();
    window().restarted = true;
    if (auto begun = begin_window(); !begun) return tl::unexpected(begun.error());
    return true;
}

Result<bool> OaiHarvest::take_page(const OaiAnswer& answer, const std::string& url) {
    if (answer.notice) run_.report().notice(*answer.notice);
    new_on_page_ = 0;
    for (const OaiRecord& record : answer.records)
        if (auto taken = take(record); !taken) return tl::unexpected(taken.error());
    if (auto guarded = guard_against_loops(answer, url); !guarded) return tl::unexpected(guarded.error());
    window().token = answer.token;
    if (answer.token.empty()) return false;
    if (auto saved = save(); !saved) return tl::unexpected(saved.error());
    return true;
}

Result<void> OaiHarvest::take(const OaiRecord& record) {
    if (record.identifier.empty()) {
        run_.report().refuse(
            {RefusalKind::format, source().url, {"een record zonder identifier", "a record without identifier"}});
        return {};
    }
    if (met_.add(record_key(record.identifier))) ++new_on_page_;
    const Result<bool> blocked = run_.withhold_blocked(record.identifier);
    if (!blocked) return tl::unexpected(blocked.error());
    if (*blocked) return {};
    if (record.deleted) return run_.remove(record.identifier);
    if (!record.xml.empty()) return run_.keep(record.identifier, extension, record.xml);
    run_.report().refuse(
        {RefusalKind::format, record.identifier, {"een record zonder metagegevens", "a record without metadata"}});
    return {};
}

Result<void> OaiHarvest::guard_against_loops(const OaiAnswer& answer, const std::string& url) {
    if (answer.token.empty()) return {};
    if (answer.token == window().token || !tokens_.insert(answer.token).second)
        return goes_in_circles(url, {"de bron geeft een resumptionToken voor de tweede keer",
                                     "the source gives a resumptionToken for the second time"});
    pages_without_news_ = new_on_page_ > 0 ? 0 : pages_without_news_ + 1;
    if (pages_without_news_ >= most_pages_without_news)
        return goes_in_circles(url,
                               {fmt::format("{} pagina's achter elkaar zonder nieuwe records", pages_without_news_),
                                fmt::format("{} pages in a row without new records", pages_without_news_)});
    if (met_.keys().size() > run_.options().most_records)
        return fail(ErrorCode::malformed,
                    at_place(url, {fmt::format("meer dan {} records", run_.options().most_records),
                                   fmt::format("more than {} records", run_.options().most_records)}),
                    {"kies een set, of verhoog de grens", "choose a set, or raise the limit"});
    return {};
}

/// First the records, then what was met, and only when both are on the disk the place to go on from.
Result<void> OaiHarvest::save() {
    if (auto written = met_.write(); !written) return written;
    run_.step();
    if (auto flushed = run_.store().flush(); !flushed) return flushed;
    if (auto written = write_harvest_state(run_.store().folder(), state_); !written) return written;
    run_.step();
    return {};
}

Result<void> OaiHarvest::end() {
    if (window().full) {
        if (auto removed = run_.remove_unmet(met_.keys()); !removed) return removed;
        state_.last_full = window().mark;
    } else if (identity_.deleted_records != DeletedRecords::persistent) {
        run_.report().notice(
            {"deze bron meldt verwijderde records niet of niet blijvend; een volledige oogst (--full) vindt ze",
             "this source does not announce deleted records, or not for long; a full harvest (--full) finds them"});
    }
    state_.mark = window().mark;
    state_.window.reset();
    if (auto flushed = run_.store().flush(); !flushed) return flushed;
    if (auto written = write_harvest_state(run_.store().folder(), state_); !written) return written;
    run_.step();
    return met_.clear();
}

}  // namespace

Result<void> harvest_oai(HarvestRun& run) {
    const auto address = parse_http_address(run.source().url);
    if (!address)
        return fail(ErrorCode::config_invalid,
                    at_place(run.source().name, {"het adres van de bron is geen http- of https-adres",
                                                 "the address of the source is not an http or https address"}));
    if (const auto refusal = run.permissions().refusal_of(*address)) {
        run.report().refuse(*refusal);
        return tl::unexpected(not_to_be_harvested(run.source().url, *refusal));
    }
    Result<HarvestState> state = read_harvest_state(run.store().folder());
    if (!state) return tl::unexpected(state.error());
    Result<MetRecords> met = MetRecords::open(run.store().folder() / "met.txt");
    if (!met) return tl::unexpected(met.error());
    return OaiHarvest(run, std::move(*state), std::move(*met)).harvest();
}

}  // namespace schakel

#include "searchd/ranking/place_aliases.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "analyzers/analyzer.hpp"
#include "analyzers/recognition/recognition_tables.hpp"
#include "config/date.hpp"
#include "config/file.hpp"
#include "config/folding.hpp"
#include "config/region_rows.hpp"
#include "searchd/ranking/scheme_names.hpp"

namespace schakel {

namespace {

std::vector<std::string> names_of(const Region& region) {
    std::vector<std::string> names{region.name};
    names.insert(names.end(), region.variants.begin(), region.variants.end());
    return names;
}

/// "Boxtel, Oisterwijk en Vught".
std::string listed(const std::vector<std::string>& names, std::string_view conjunction) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? fmt::format(" {} ", conjunction) : ", ";
        text += names[i];
    }
    return text;
}

/// The first year without a municipality whose last day is given; 0 when that is no date.
int year_after(const std::string& last_day) {
    const auto day = parse_iso_date(last_day);
    if (!day) return 0;
    return static_cast<int>(std::chrono::year_month_day(*day + std::chrono::days(1)).year());
}

/// Official additions that nobody writes in a sentence: "Bergen (NH.)".
bool is_only_official(const std::string& name) { return name.find('(') != std::string::npos; }

/// Whoever writes the longer name writes the shorter one too.
bool is_longer_form(const std::string& other, const std::string& name) { return other.starts_with(name + "-"); }

bool can_be_part_of_name(const QueryClause& clause) {
    return !clause.excluded && !clause.quoted && !clause.values && clause.pattern.empty() &&
           !clause.alternatives.empty() && clause.alternatives.front().arrangement == Arrangement::single;
}

bool starts_small(const std::string& typed) { return !typed.empty() && typed.front() >= 'a' && typed.front() <= 'z'; }

void add(QueryClause& clause, const Alternative& other, double weight) {
    const bool known = std::any_of(clause.alternatives.begin(), clause.alternatives.end(), [&](const Alternative& own) {
        return own.terms == other.terms && own.arrangement == other.arrangement;
    });
    if (known) return;
    clause.alternatives.push_back(other);
    clause.alternatives.back().weight = weight;
}

}  // namespace

/// Gathers the names of an installation.
class PlaceAliasReader {
public:
    explicit PlaceAliasReader(const Installation& installation)
        : installation_(installation), analyzer_(installation.language) {}

    Result<PlaceAliases> read() {
        const auto recognition =
            load_recognition_tables(installation_.settings.paths.recognition, installation_.regions);
        if (!recognition) return tl::unexpected(recognition.error());
        for (const AmbiguousName& name : recognition->ambiguous)
            if (name.name_class != NameClass::government) words_.insert(slug(name.name));
        for (const std::string_view scheme : {municipality_scheme, province_scheme}) add_variants_of(scheme);
        if (auto added = add_former_municipalities(); !added) return tl::unexpected(added.error());
        return std::move(aliases_);
    }

private:
    void add_variants_of(std::string_view scheme) {
        const auto found = installation_.regions.schemes().find(scheme);
        if (found == installation_.regions.schemes().end()) return;
        for (const std::string& code : found->second.regions) {
            const std::vector<std::string> names = names_of(*installation_.regions.find(code));
            for (const std::string& name : names) {
                today_.insert(slug(name));
                for (const std::string& other : names) add_variant(name, other);
            }
        }
    }

    void add_variant(const std::string& name, const std::string& other) {
        const std::string from = slug(name);
        const std::string to = slug(other);
        const bool only_signs_differ = from == to && is_only_official(name);
        if (name == other || only_signs_differ || is_only_official(other) || is_longer_form(to, from)) return;
        add_other(from, other, Reason::synonym);
    }

    Result<void> add_former_municipalities() {
        const std::filesystem::path file = installation_.settings.paths.regions / "gemeenten.tsv";
        const auto text = read_file(file);
        if (!text) return tl::unexpected(text.error());
        const auto rows = read_municipality_rows(file.string(), *text);
        if (!rows) return tl::unexpected(rows.error());
        for (const MunicipalityRow& row : *rows)
            if (const Region* region = installation_.regions.find(row.code);
                region != nullptr && !region->successors.empty())
                add_former(*region);
        return {};
    }

    /// A name that is still in use elsewhere means that place.
    void add_former(const Region& former) {
        const Text notice = merger_notice(former);
        for (const std::string& name : names_of(former)) {
            const std::string from = slug(name);
            if (today_.contains(from)) continue;
            for (const std::string& code : former.successors)
                add_other(from, installation_.regions.find(code)->name, Reason::successor);
            aliases_.by_slug_[from].notice = notice;
        }
    }

    Text merger_notice(const Region& former) const {
        std::vector<std::string> names;
        for (const std::string& code : former.successors) names.push_back(installation_.regions.find(code)->name);
        const int year = year_after(former.valid_until);
        return {fmt::format("{} is sinds {} opgegaan in {}; er is ook daarop gezocht.", former.name, year,
                            listed(names, "en")),
                fmt::format("{} has been part of {} since {}; that was searched for too.", former.name,
                            listed(names, "and"), year)};
    }

    void add_other(const std::string& from, const std::string& label, Reason reason) {
        Alternative other{terms_of(label), Arrangement::single, reason, 1, label};
        if (other.terms.empty()) return;
        if (other.terms.size() > 1) other.arrangement = Arrangement::phrase;
        PlaceAliases::Entry& entry = aliases_.by_slug_[from];
        if (is_told(entry, from, label)) other.label.clear();
        entry.others.push_back(std::move(other));
        entry.needs_capital = words_.contains(from);
        const auto hyphens = static_cast<std::size_t>(std::count(from.begin(), from.end(), '-'));
        aliases_.longest_ = std::max(aliases_.longest_, hyphens + 1);
    }

    /// "'s Gravenhage" is searched for beside "'s-Gravenhage", but to a reader they are one name.
    static bool is_told(const PlaceAliases::Entry& entry, const std::string& from, const std::string& label) {
        const std::string same = slug(label);
        return same == from || std::any_of(entry.others.begin(), entry.others.end(),
                                           [&](const Alternative& other) { return slug(other.label) == same; });
    }

    std::vector<QueryTerm> terms_of(const std::string& name) {
        const Tokens tokens = analyzer_.analyze(name);
        std::vector<QueryTerm> terms;
        for (const Token& token : tokens)
            if (token.kind != TokenKind::reference_part && token.kind != TokenKind::joined)
                terms.push_back({token.term(), token.position - tokens.front().position});
        return terms;
    }

    const Installation& installation_;
    Analyzer analyzer_;
    StringSet words_;  // slugs of names that are also something else
    StringSet today_;  // slugs of names of places that exist
    PlaceAliases aliases_;
};

Result<PlaceAliases> PlaceAliases::load(const Installation& installation) {
    return PlaceAliasReader(installation).read();
}

PlaceAliases::Match PlaceAliases::longest_name_at(const Query& query, std::size_t first) const {
    Match match;
    std::string typed;
    const std::size_t last = std::min(query.clauses.size(), first + longest_);
    for (std::size_t i = first; i < last; ++i) {
        const QueryClause& clause = query.clauses[i];
        if (!can_be_part_of_name(clause) || clause.text_field != query.clauses[first].text_field) break;
        typed += (typed.empty() ? "" : " ") + clause.typed;
        const auto found = by_slug_.find(slug(typed));
        if (found == by_slug_.end() || (found->second.needs_capital && starts_small(typed))) continue;
        match = {&found->second, i + 1 - first};
    }
    return match;
}

void PlaceAliases::add_to(Query& query, double weight) const {
    if (weight <= 0) return;
    for (std::size_t first = 0; first < query.clauses.size();) {
        const Match match = longest_name_at(query, first);
        for (std::size_t i = first; i < first + match.clauses; ++i)
            for (const Alternative& other : match.entry->others)
                add(query.clauses[i], other, weight / static_cast<double>(match.clauses));
        if (match.clauses > 0 && !match.entry->notice.empty()) query.notices.push_back(match.entry->notice);
        first += std::max<std::size_t>(match.clauses, 1);
    }
}

}  // namespace schakel

#include "analyzers/recognition/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "analyzers/recognition/scanned_word.hpp"
#include "config/folding.hpp"

namespace schakel {
namespace {

constexpr std::string_view municipality_scheme = "gemeente";
constexpr std::string_view province_scheme = "provincie";

/// Where several schemes have a region of one name, the first of these is meant unless the text says otherwise.
constexpr std::array<std::string_view, 6> scheme_order{"provincie",         "corop", "veiligheidsregio",
                                                       "arbeidsmarktregio", "ggd",   "samenwerkingsverband"};

std::vector<std::string> provinces_of(const RegionTable& regions, const std::vector<std::string>& municipalities) {
    std::vector<std::string> provinces;
    for (const std::string& municipality : municipalities)
        for (const std::string& code : regions.containing(municipality)) {
            const Region* region = regions.find(code);
            const bool is_new = std::find(provinces.begin(), provinces.end(), code) == provinces.end();
            if (region && region->scheme == province_scheme && is_new) provinces.push_back(code);
        }
    return provinces;
}

bool same_meaning(const Candidate& a, const Candidate& b) { return a.kind == b.kind && a.codes == b.codes; }

bool starts_with_capital(std::string_view name) {
    std::vector<ScannedWord> words;
    scan_words(name, KnownWords::none(), words);
    return std::any_of(words.begin(), words.end(), [](const ScannedWord& word) {
        return word.letter_case == LetterCase::initial_capital || word.letter_case == LetterCase::all_capitals;
    });
}

std::uint32_t longest_word(std::string_view name) {
    std::vector<ScannedWord> words;
    scan_words(name, KnownWords::none(), words);
    const auto longest = std::max_element(words.begin(), words.end(), [](const ScannedWord& a, const ScannedWord& b) {
        return a.end - a.begin < b.end - b.begin;
    });
    return static_cast<std::uint32_t>(longest - words.begin());
}

}  // namespace

std::size_t rank_of_scheme(std::string_view scheme) {
    return static_cast<std::size_t>(std::find(scheme_order.begin(), scheme_order.end(), scheme) - scheme_order.begin());
}

std::vector<WordNumber> words_of_phrase(std::string_view phrase, KnownWords& known) {
    std::vector<ScannedWord> scanned;
    scan_words(phrase, known, scanned);
    std::vector<WordNumber> words;
    for (const ScannedWord& word : scanned) {
        words.push_back(known.add(fold(phrase.substr(word.begin, word.end - word.begin))));
        if (words.back() == unknown_word) return {};
    }
    return words;
}

/// Puts together one Gazetteer.
class GazetteerMaker {
public:
    GazetteerMaker(const Gazetteer::Sources& sources, KnownWords& known) : sources_(sources), known_(known) {}

    Result<Gazetteer> make() {
        for (const auto& [code, scheme] : sources_.regions.schemes()) add_scheme(scheme);
        add_former_municipalities();
        add_places();
        for (GazetteerName& name : made_.names_) put_in_order(name);
        if (auto classified = classify(); !classified) return tl::unexpected(classified.error());
        if (auto added = add_inflected(); !added) return tl::unexpected(added.error());
        add_regular_inflections();
        add_words_beside();
        return std::move(made_);
    }

private:
    PhraseMeaning* meaning_of(std::string_view phrase) {
        const auto words = words_of_phrase(phrase, known_);
        if (words.empty()) return nullptr;
        const std::uint32_t number = made_.phrases_.add(words);
        if (number == made_.meanings_.size()) made_.meanings_.emplace_back();
        return &made_.meanings_[number];
    }

    /// The name, a new one if there was none; nullptr for a text without words.
    GazetteerName* name_of(std::string_view written) {
        PhraseMeaning* meaning = meaning_of(written);
        if (!meaning) return nullptr;
        if (meaning->name < 0) {
            meaning->name = static_cast<std::int32_t>(made_.names_.size());
            made_.names_.push_back({.lower_case = !starts_with_capital(written), .main_word = longest_word(written)});
        }
        return &made_.names_[static_cast<std::size_t>(meaning->name)];
    }

    void add(std::string_view written, const Candidate& candidate) {
        GazetteerName* name = name_of(written);
        if (!name) return;
        const auto same = [&](const Candidate& known) { return same_meaning(known, candidate); };
        if (std::none_of(name->candidates.begin(), name->candidates.end(), same)) name->candidates.push_back(candidate);
    }

    void add_all(const std::string& written, const std::vector<std::string>& variants, const Candidate& candidate) {
        add(written, candidate);
        for (const std::string& variant : variants) add(variant, candidate);
    }

    Candidate candidate_of(const Region& region) const {
        const CandidateKind kind = region.scheme == municipality_scheme ? CandidateKind::municipality
                                   : region.scheme == province_scheme   ? CandidateKind::province
                                                                        : CandidateKind::region;
        return {kind, {region.code}, provinces_of(sources_.regions, region.municipalities), region.scheme};
    }

    void add_scheme(const RegionScheme& scheme) {
        for (const std::string& code : scheme.regions) {
            const Region* region = sources_.regions.find(code);
            if (!is_two_municipalities(*region)) add_all(region->name, region->variants, candidate_of(*region));
        }
    }

    /// “Delft en Westland” is sooner two municipalities than the COROP area.
    bool is_two_municipalities(const Region& region) const {
        constexpr std::string_view conjunction = " en ";
        const std::size_t at = region.name.find(conjunction);
        if (at == std::string::npos || region.scheme == municipality_scheme) return false;
        const auto is_municipality = [&](const std::string& name) {
            return sources_.regions.resolve("gemeente " + name).has_value();
        };
        return is_municipality(region.name.substr(0, at)) &&
               is_municipality(region.name.substr(at + conjunction.size()));
    }

    void add_former_municipalities() {
        for (const auto& [code, region] : former_municipalities()) {
            Candidate candidate = candidate_of(*region);
            candidate.kind = CandidateKind::former_municipality;
            candidate.codes = region->successors;
            add_all(region->name, region->variants, candidate);
        }
    }

    /// By code. The table does not list them, so they are found through the codes of municipalities.
    std::vector<std::pair<std::string, const Region*>> former_municipalities() const {
        std::vector<std::pair<std::string, const Region*>> former;
        for (int number = 1; number < 10000; ++number) {
            const std::string code = fmt::format("GM{:04}", number);
            const Region* region = sources_.regions.find(code);
            if (region && !region->valid_until.empty()) former.emplace_back(code, region);
        }
        return former;
    }

    void add_places() {
        for (const Place& place : sources_.places) {
            const Candidate candidate{
                CandidateKind::place, {place.municipality}, provinces_of(sources_.regions, {place.municipality}), {}};
            add_all(place.name, place.variants, candidate);
        }
    }

    /// A village of the same name in the same municipality adds nothing, and a former municipality that was split is better
    /// known by its village.
    static void put_in_order(GazetteerName& name) {
        auto& candidates = name.candidates;
        const auto has_place_in = [&](const Candidate& former) {
            return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& place) {
                return place.kind == CandidateKind::place &&
                       std::find(former.codes.begin(), former.codes.end(), place.codes[0]) != former.codes.end();
            });
        };
        std::erase_if(candidates, [&](const Candidate& candidate) {
            return candidate.kind == CandidateKind::former_municipality && has_place_in(candidate);
        });
        std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
            return std::pair(a.kind, rank_of_scheme(a.scheme)) < std::pair(b.kind, rank_of_scheme(b.scheme));
        });
        drop_doubles(candidates);
    }

    static void drop_doubles(std::vector<Candidate>& candidates) {
        std::vector<Candidate> kept;
        for (Candidate& candidate : candidates) {
            const bool known = std::any_of(kept.begin(), kept.end(),
                                           [&](const Candidate& other) { return other.codes == candidate.codes; });
            if (!known) kept.push_back(std::move(candidate));
        }
        candidates = std::move(kept);
    }

    const GazetteerName* find_name(std::string_view written) {
        const PhraseMeaning* meaning = meaning_of(written);
        return meaning && meaning->name >= 0 ? &made_.name(*meaning) : nullptr;
    }

    static tl::unexpected<Error> unknown_name(const std::string& place, const std::string& name) {
        return fail(ErrorCode::language_data_invalid,
                    at_place(place, {fmt::format("geen plaats of gebied heet “{}”", name),
                                     fmt::format("no place or region is called “{}”", name)}),
                    {"verbeter de naam, of haal de regel weg", "correct the name, or remove the line"});
    }

    Result<void> add_inflected() {
        for (const InflectedName& row : sources_.tables.inflected) {
            const GazetteerName* base = find_name(row.name);
            if (!base) return unknown_name(row.place, row.name);
            add_inflection(row.form, GazetteerName(*base));
        }
        return {};
    }

    void add_inflection(std::string_view form, GazetteerName base) {
        PhraseMeaning* meaning = meaning_of(form);
        if (!meaning || meaning->name >= 0) return;
        base.inflected = true;
        base.lower_case = false;
        base.main_word = longest_word(form);
        meaning->name = static_cast<std::int32_t>(made_.names_.size());
        made_.names_.push_back(std::move(base));
    }

    /// Almelo → Almelose, Winterswijk → Winterswijks, Winterswijkse. Names in -en, -a and -s go otherwise; the table has those
    /// that matter.
    void add_regular_inflections() {
        for (const std::string& code : sources_.regions.current_municipalities()) {
            const std::string& name = sources_.regions.find(code)->name;
            const bool one_word = name.find_first_of(" -(,'") == std::string::npos;
            if (!one_word || name.size() < 4 || name.ends_with("en") || name.ends_with('a') || name.ends_with('s'))
                continue;
            if (const GazetteerName* base = find_name(name)) {
                add_inflection(name + "se", GazetteerName(*base));
                add_inflection(name + "s", GazetteerName(*base));
            }
        }
    }

    Result<void> classify() {
        for (const AmbiguousName& row : sources_.tables.ambiguous) {
            if (!find_name(row.name)) return unknown_name(row.place, row.name);
            name_of(row.name)->name_class = row.name_class;
        }
        return {};
    }

    template <class Change>
    void mark(std::string_view phrase, Change change) {
        if (PhraseMeaning* meaning = meaning_of(phrase)) change(*meaning);
    }

    void add_words_beside() {
        for (const CueRow& row : sources_.tables.cues)
            mark(row.words, [&](PhraseMeaning& meaning) {
                Cues& cues = row.before ? meaning.before : meaning.after;
                cues = cues | row.cue;
            });
        for (const std::string& name : sources_.tables.first_names)
            mark(name, [](PhraseMeaning& meaning) { meaning.before = meaning.before | Cue::first_name; });
        for (const std::string& country : sources_.tables.countries)
            mark(country, [](PhraseMeaning& meaning) { meaning.country = true; });
        for (const std::string& phrase : sources_.tables.no_regions)
            mark(phrase, [](PhraseMeaning& meaning) { meaning.no_region = true; });
        for (const ProvinceAbbreviation& row : sources_.tables.abbreviations)
            mark(row.abbreviation, [&](PhraseMeaning& meaning) { meaning.abbreviates = row.province; });
    }

    const Gazetteer::Sources& sources_;
    KnownWords& known_;
    Gazetteer made_;
};

Result<Gazetteer> Gazetteer::make(const Sources& sources, KnownWords& known) {
    return GazetteerMaker(sources, known).make();
}

}  // namespace schakel

#include "analyzers/recognition/region_mentions.hpp"

#include <algorithm>
#include <array>

#include "analyzers/recognition/name_context.hpp"

namespace schakel {
namespace {

/// How often a name is meant as a place, by what it is and what stands around it. Estimates, tuned on the first half of the
/// judged passages (tests/golden/recognition).
namespace strengths {

constexpr double municipality = 0.8;
constexpr double province_or_region = 0.85;
constexpr double village = 0.65;
constexpr double short_village = 0.5;  // up to four letters: often something else
constexpr double word_municipality = 0.62;
constexpr double word_village = 0.3;
constexpr double word_where_capital_says_nothing = 0.2;
constexpr double verb_at_sentence_start = 0.35;
constexpr double surname_municipality = 0.62;
constexpr double surname_village = 0.4;
constexpr double known_abroad = 0.35;
constexpr double government = 0.45;
constexpr double government_with_location = 0.7;
constexpr double inflected = 0.75;
constexpr double located = 0.85;
constexpr double enumerated = 0.8;
constexpr double named_as_region = 0.95;
constexpr double of_a_noun = 0.65;
constexpr double begins_enumeration = 0.7;
constexpr double by_verb = 0.2;  // added
constexpr double governing = 0.65;
constexpr double keyword = 0.9;

}  // namespace strengths

constexpr std::size_t longest_short_name = 4;

struct WantedByCue {
    Cue cue;
    WantedKind kind;
    std::string_view scheme;
};

constexpr std::array wanted_by_cue{
    WantedByCue{Cue::municipality, WantedKind::municipality, ""},
    WantedByCue{Cue::place_name, WantedKind::municipality, ""},
    WantedByCue{Cue::province, WantedKind::province, ""},
    WantedByCue{Cue::safety_region, WantedKind::region, "veiligheidsregio"},
    WantedByCue{Cue::labour_region, WantedKind::region, "arbeidsmarktregio"},
    WantedByCue{Cue::corop, WantedKind::region, "corop"},
    WantedByCue{Cue::health_region, WantedKind::region, "ggd"},
    WantedByCue{Cue::region, WantedKind::region, ""},
};

const WantedByCue* wanted_by(Cues cues) {
    const auto found = std::find_if(wanted_by_cue.begin(), wanted_by_cue.end(),
                                    [&](const WantedByCue& row) { return cues.has(row.cue); });
    return found == wanted_by_cue.end() ? nullptr : &*found;
}

Cues naming_cues() {
    return Cue::municipality | Cue::place_name | Cue::province | Cue::safety_region | Cue::labour_region | Cue::corop |
           Cue::health_region | Cue::region;
}

Cues hiding_cues() { return Cue::organisation | Cue::treaty | Cue::line | Cue::seat | Cue::abroad; }

bool is_municipality(const GazetteerName& name) {
    return name.candidates.front().kind == CandidateKind::municipality ||
           name.candidates.front().kind == CandidateKind::former_municipality;
}

bool is_village(const GazetteerName& name) { return name.candidates.front().kind == CandidateKind::place; }

bool may_be_surname(const GazetteerName& name) {
    return name.name_class == NameClass::surname || name.name_class == NameClass::word ||
           name.name_class == NameClass::sentence_start;
}

/// The names in one text, judged one after the other; what a name in an enumeration is, its neighbours are too.
class MentionFinder {
public:
    MentionFinder(const Gazetteer& gazetteer, const ScannedText& text, std::span<const TakenWords> taken,
                  std::vector<RegionMention>& mentions)
        : gazetteer_(gazetteer), text_(text), taken_(taken), mentions_(mentions) {
        gazetteer.phrases().find_longest(text.text, text.words, matches_);
    }

    void find() {
        for (std::size_t at = 0; at < matches_.size(); ++at) {
            const PhraseMeaning& meaning = gazetteer_.meaning(matches_[at].phrase);
            if (meaning.name >= 0 && !meaning.no_region && !is_taken(matches_[at])) judge(at, gazetteer_.name(meaning));
        }
    }

private:
    /// What was decided of the name before, for those that go on its enumeration.
    struct Previous {
        bool hidden = false;
        bool accepted = false;
        const WantedByCue* wanted = nullptr;
    };

    bool is_taken(const PhraseMatch& match) {
        while (next_taken_ < taken_.size() && taken_[next_taken_].last < match.first) ++next_taken_;
        return next_taken_ < taken_.size() && taken_[next_taken_].first <= match.last;
    }

    void judge(std::size_t at, const GazetteerName& name) {
        const NameContext context(gazetteer_, text_, matches_, at);
        const bool enumerated = context.continues_enumeration();
        const Cues before = context.before();
        const Cues after = context.after();
        const WantedByCue* wanted = wanted_by(before);
        if (!wanted && enumerated) wanted = previous_.wanted;
        if (is_hidden(name, context, before, after) || (enumerated && previous_.hidden && before.empty())) {
            previous_ = {.hidden = before.any_of(hiding_cues()) || (enumerated && previous_.hidden)};
            return;
        }
        const double strength = strength_of(name, context, before, after, enumerated && previous_.accepted, wanted);
        previous_ = {.accepted = strength >= strengths::short_village, .wanted = wanted};
        if (is_qualifier(at)) return;
        if (enumerated && strength >= strengths::short_village) confirm_beginning();
        add(at, name, strength, wanted, province_of(name, context));
        mentions_.back().enumerated = enumerated && mentions_.size() > 1;
    }

    bool is_hidden(const GazetteerName& name, const NameContext& context, Cues before, Cues after) const {
        if (name.name_class == NameClass::never) return true;
        const bool keyword = text_.zone == Zone::keyword;
        if (!name.lower_case && !context.has_capital(name.main_word) &&
            !(keyword && name.name_class == NameClass::plain))
            return true;
        if (is_village(name) && context.has_lower_case_article()) return true;
        if (before.any_of(hiding_cues()) && !before.any_of(naming_cues())) return true;
        if (context.follows_capital_van()) return true;
        if (after.any_of(Cue::organisation | Cue::line | Cue::street)) return true;
        if (after.has(Cue::person) && may_be_surname(name)) return true;
        if (name.inflected && after.has(Cue::product)) return true;
        if (name.name_class == NameClass::government && after.has(Cue::circles)) return true;
        if (context.is_abroad(name.name_class != NameClass::plain)) return true;
        if (before.any_of(naming_cues())) return false;
        return context.is_address() || context.is_surname(may_be_surname(name));
    }

    /// “Ede en Wageningen”: what begins an enumeration of places is one.
    void confirm_beginning() {
        if (mentions_.empty() || mentions_.back().text.data() != text_.text.data()) return;
        RegionMention& beginning = mentions_.back();
        if (beginning.name->name_class != NameClass::abroad && beginning.name->name_class != NameClass::government)
            beginning.strength = std::max(beginning.strength, strengths::begins_enumeration);
    }

    /// The province that the text puts the place in; empty when none, or when no place of that name is there.
    static std::string_view province_of(const GazetteerName& name, const NameContext& context) {
        const auto local = [](const Candidate& candidate) {
            return candidate.scheme.empty() || candidate.scheme == "gemeente";
        };
        const auto places = std::count_if(name.candidates.begin(), name.candidates.end(), local);
        const std::string_view province = context.province(places > 1);
        const bool known = std::any_of(name.candidates.begin(), name.candidates.end(), [&](const Candidate& candidate) {
            const auto& provinces = candidate.provinces;
            return local(candidate) && std::find(provinces.begin(), provinces.end(), province) != provinces.end();
        });
        return known ? province : std::string_view{};
    }

    /// The province in “Bergen in Limburg” and “Hengelo (Gelderland)” only says which Bergen.
    bool is_qualifier(std::size_t at) const {
        if (at == 0 || mentions_.empty()) return false;
        const RegionMention& last = mentions_.back();
        if (last.province.empty() || last.text.data() != text_.text.data()) return false;
        const GazetteerName& name = gazetteer_.name(gazetteer_.meaning(matches_[at].phrase));
        const auto is_that_province = [&](const Candidate& candidate) {
            return candidate.kind == CandidateKind::province && candidate.codes.front() == last.province;
        };
        const bool near = text_.words[matches_[at].first].begin - last.end <= longest_qualifier_gap;
        return near && std::any_of(name.candidates.begin(), name.candidates.end(), is_that_province);
    }

    static double base_strength(const GazetteerName& name, bool capital_says_nothing, std::string_view phrase) {
        const bool municipality = is_municipality(name);
        switch (name.name_class) {
            case NameClass::word:
                if (capital_says_nothing) return strengths::word_where_capital_says_nothing;
                return municipality ? strengths::word_municipality : strengths::word_village;
            case NameClass::sentence_start:
                if (capital_says_nothing) return strengths::verb_at_sentence_start;
                break;
            case NameClass::surname: return municipality ? strengths::surname_municipality : strengths::surname_village;
            case NameClass::abroad: return strengths::known_abroad;
            case NameClass::government: return strengths::government;
            case NameClass::plain:
            case NameClass::never: break;
        }
        if (municipality) return strengths::municipality;
        if (!is_village(name)) return strengths::province_or_region;
        if (phrase.find('(') != std::string_view::npos) return strengths::named_as_region;  // Hengelo (Gld)
        return phrase.size() <= longest_short_name ? strengths::short_village : strengths::village;
    }

    double strength_of(const GazetteerName& name, const NameContext& context, Cues before, Cues after, bool enumerated,
                       const WantedByCue* wanted) const {
        if (wanted) return strengths::named_as_region;
        if (text_.zone == Zone::keyword) return strengths::keyword;
        if (name.inflected) return strengths::inflected;
        const bool capital_says_nothing = context.capital_says_nothing();
        double strength = base_strength(name, capital_says_nothing, context.phrase());
        if (after.any_of(Cue::verb | Cue::governs) && name.name_class != NameClass::government)
            strength += strengths::by_verb;
        if (capital_says_nothing && is_confirmed_by_verb(context, after))
            strength = std::max(strength, strengths::governing);
        if (enumerated && name.name_class != NameClass::abroad) strength = std::max(strength, strengths::enumerated);
        if (name.name_class == NameClass::word && (context.follows_article() || context.is_part_of_other_name()))
            strength = std::min(strength, strengths::word_village);
        else if (before.has(Cue::location))
            strength = std::max(strength, with_location(name));
        else if (context.belongs_to_noun() && name.name_class != NameClass::abroad &&
                 name.name_class != NameClass::government)
            strength = std::max(strength, strengths::of_a_noun);
        if (!province_of(name, context).empty()) strength = std::max(strength, strengths::named_as_region);
        return std::min(strength, strengths::named_as_region);
    }

    static double with_location(const GazetteerName& name) {
        if (name.name_class == NameClass::government) return strengths::government_with_location;
        return name.name_class == NameClass::abroad ? strengths::known_abroad : strengths::located;
    }

    /// “Best kiest”, and “Huizen is”: a plural noun would have a plural verb.
    static bool is_confirmed_by_verb(const NameContext& context, Cues after) {
        return after.has(Cue::governs) || (after.has(Cue::verb) && context.phrase().ends_with("en"));
    }

    void add(std::size_t at, const GazetteerName& name, double strength, const WantedByCue* wanted,
             std::string_view province) {
        const PhraseMatch& match = matches_[at];
        if (!province.empty()) drop_adjective_before(text_.words[match.first].begin);
        mentions_.push_back({.name = &name,
                             .strength = strength,
                             .wanted = wanted ? wanted->kind : WantedKind::any,
                             .scheme = wanted ? wanted->scheme : std::string_view{},
                             .province = province,
                             .zone = text_.zone,
                             .text = text_.text,
                             .begin = text_.words[match.first].begin,
                             .end = text_.words[match.last].end});
    }

    /// Het Groningse Winsum: the adjective only says which Winsum.
    void drop_adjective_before(std::uint32_t begin) {
        if (mentions_.empty()) return;
        const RegionMention& last = mentions_.back();
        if (last.text.data() == text_.text.data() && last.name->inflected && last.end + 1 == begin)
            mentions_.pop_back();
    }

    static constexpr std::size_t longest_qualifier_gap = 5;  // " in " and " ("

    const Gazetteer& gazetteer_;
    const ScannedText& text_;
    std::span<const TakenWords> taken_;
    std::vector<RegionMention>& mentions_;
    std::vector<PhraseMatch> matches_;
    std::size_t next_taken_ = 0;
    Previous previous_;
};

}  // namespace

void find_region_mentions(const Gazetteer& gazetteer, const ScannedText& text, std::span<const TakenWords> taken,
                          std::vector<RegionMention>& mentions) {
    MentionFinder(gazetteer, text, taken, mentions).find();
}

}  // namespace schakel

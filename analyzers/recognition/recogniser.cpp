#include "analyzers/recognition/recogniser.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "analyzers/recognition/concept_tally.hpp"
#include "analyzers/recognition/organisation_roles.hpp"
#include "analyzers/recognition/publication_year.hpp"
#include "analyzers/recognition/region_tally.hpp"

namespace schakel {
namespace {

constexpr std::size_t longest_piece = 1U << 16U;   // bytes scanned at once
constexpr std::size_t longest_character = 4;       // bytes of UTF-8
constexpr std::size_t most_mentions_kept = 20000;  // per kind: what comes later changes no share any more

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Up to `longest` bytes from `begin`, cut between two words where there is a space at all, else between two characters.
std::string_view piece_at(std::string_view text, std::size_t begin, std::size_t longest) {
    const std::string_view piece = text.substr(begin, longest);
    if (begin + piece.size() == text.size()) return piece;
    if (const std::size_t blank = piece.find_last_of(" \n"); blank != std::string_view::npos)
        return piece.substr(0, blank + 1);
    std::size_t length = piece.size();
    while (length > 1 && piece.size() - length < longest_character && continues_character(text[begin + length]))
        --length;
    return piece.substr(0, length);
}

/// The last `longest` bytes, from the beginning of a line on.
std::string_view end_of(std::string_view text, std::size_t longest) {
    if (text.size() <= longest) return text;
    const std::size_t line_end = text.find('\n', text.size() - longest);
    return line_end == std::string_view::npos ? std::string_view{} : text.substr(line_end + 1);
}

/// Everything found in the texts of one product so far.
class Findings {
public:
    Findings(const KnownWords& known, const Gazetteer& gazetteer, const ConceptLabels& labels, WantedValues wanted)
        : known_(known), gazetteer_(gazetteer), labels_(labels), wanted_(wanted) {}

    /// A text of any length, piece by piece.
    void read(Zone zone, std::string_view text) {
        for (std::size_t begin = 0; begin < text.size();) {
            const std::string_view piece = piece_at(text, begin, longest_piece);
            read_piece(zone, piece);
            begin += piece.size();
        }
    }

    std::span<const RegionMention> regions() const { return regions_; }
    std::span<const ConceptMention> concepts() const { return concepts_; }
    std::span<const OrganisationMention> organisations() const { return organisations_; }

private:
    void read_piece(Zone zone, std::string_view text) {
        if (!may_hold_wanted(zone, text)) return;
        scanned_.zone = zone;
        scanned_.text = text;
        scanned_.words.clear();
        scan_words(text, known_, scanned_.words);
        here_.clear();
        labels_.find(scanned_, here_);
        if (wanted_.organisations && organisations_.size() < most_mentions_kept)
            find_organisation_roles(gazetteer_, scanned_, here_, organisations_);
        if (wanted_.regions && regions_.size() < most_mentions_kept)
            find_region_mentions(gazetteer_, scanned_, taken(here_), regions_);
        if (wants_concepts() && concepts_.size() < most_mentions_kept)
            concepts_.insert(concepts_.end(), here_.begin(), here_.end());
    }

    bool wants_concepts() const { return wanted_.themes || wanted_.domains; }

    bool may_hold_wanted(Zone zone, std::string_view text) const {
        if (wanted_.regions || wants_concepts()) return true;
        return wanted_.organisations && may_hold_organisation_role(zone, text);
    }

    static std::vector<TakenWords> taken(std::span<const ConceptMention> mentions) {
        std::vector<TakenWords> words;
        for (const ConceptMention& mention : mentions)
            if (mention.label->hides_places) words.push_back({mention.first_word, mention.last_word});
        return words;
    }

    const KnownWords& known_;
    const Gazetteer& gazetteer_;
    const ConceptLabels& labels_;
    WantedValues wanted_;
    ScannedText scanned_;
    std::vector<ConceptMention> here_;  // in scanned_
    std::vector<RegionMention> regions_;
    std::vector<ConceptMention> concepts_;
    std::vector<OrganisationMention> organisations_;
};

/// The first bytes of the first pages are the opening.
void read_pages(Findings& findings, std::span<const std::string_view> pages, std::size_t length_of_opening) {
    std::size_t opening_left = length_of_opening;
    for (const std::string_view page : pages) {
        const std::string_view opening = opening_left > 0 ? piece_at(page, 0, opening_left) : std::string_view{};
        findings.read(Zone::opening, opening);
        findings.read(Zone::body, page.substr(opening.size()));
        opening_left -= std::min(opening_left, opening.size() + 1);
    }
}

/// The title goes first, then how the text begins, then how it ends.
std::optional<RecognisedYear> year_of(const RecognisableText& product, std::size_t length_at_ends) {
    if (auto year = year_in_title(product.title)) return year;
    if (product.pages.empty()) return std::nullopt;
    if (auto year = year_in_text(piece_at(product.pages.front(), 0, length_at_ends))) return year;
    return year_in_text(end_of(product.pages.back(), length_at_ends));
}

std::optional<RecognisedYear> sure_year_of(const RecognisableText& product, const RecognitionSettings& settings) {
    auto year = year_of(product, settings.length_of_opening);
    return year && year->confidence >= settings.least_year ? std::move(year) : std::nullopt;
}

}  // namespace

Recogniser::Recogniser(const Sources& sources, KnownWords known, Gazetteer gazetteer, ConceptLabels labels)
    : vocabularies_(&sources.vocabularies),
      regions_(&sources.regions),
      settings_(sources.settings),
      known_(std::move(known)),
      gazetteer_(std::move(gazetteer)),
      labels_(std::move(labels)) {}

Result<Recogniser> Recogniser::make(const Sources& sources) {
    KnownWords known;
    auto gazetteer = Gazetteer::make({sources.regions, sources.places, sources.tables}, known);
    if (!gazetteer) return tl::unexpected(gazetteer.error());
    ConceptLabels labels(sources.vocabularies, sources.tables, known);
    return Recogniser(sources, std::move(known), std::move(*gazetteer), std::move(labels));
}

RecognisedValues Recogniser::recognise(const RecognisableText& product) const {
    Findings findings(known_, gazetteer_, labels_, product.wanted);
    findings.read(Zone::title, product.title);
    findings.read(Zone::abstract, product.abstract);
    for (const std::string& keyword : product.keywords) findings.read(Zone::keyword, keyword);
    read_pages(findings, product.pages, settings_.length_of_opening);

    const std::size_t length =
        std::accumulate(product.pages.begin(), product.pages.end(), std::size_t{0},
                        [](std::size_t sum, std::string_view page) { return sum + page.size(); });
    RecognisedValues values;
    const WantedValues wanted = product.wanted;
    if (wanted.regions)
        values.regions = tally_regions(choose_regions(findings.regions()), length, *regions_, settings_);
    if (wanted.themes) values.themes = tally_concepts(findings.concepts(), ConceptList::theme, length, settings_);
    if (wanted.domains) values.domains = tally_concepts(findings.concepts(), ConceptList::domain, length, settings_);
    if (wanted.organisations)
        values.organisations = tally_organisations(findings.organisations(), vocabularies_->at("organisatie"),
                                                   settings_.least_organisation);
    if (wanted.year) values.year = sure_year_of(product, settings_);
    return values;
}

}  // namespace schakel

#include "indexer/explanation.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <sstream>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xapian.h>

#include "analyzers/expansion/expansion_tables.hpp"
#include "analyzers/index_terms.hpp"
#include "config/index/blocklist.hpp"
#include "config/index/index_folder.hpp"
#include "config/index/manifest.hpp"
#include "config/index/posting_list.hpp"
#include "config/index/tombstones.hpp"
#include "indexer/ledger.hpp"
#include "indexer/whereabouts.hpp"
#include "indexer/xapian_error.hpp"

namespace schakel {

namespace {

/// One product in the postings of its segment.
class IndexedProduct {
public:
    IndexedProduct(Xapian::Database postings, Xapian::docid document)
        : postings_(std::move(postings)), document_(document) {}

    /// Dutch names of the text fields in which the product has a term.
    std::vector<std::string_view> fields_with(const std::string& term) const {
        const FieldCounts counts = counts_of(term);
        std::vector<std::string_view> names;
        for (std::size_t i = 0; i < text_field_count; ++i)
            if (counts.of(field_table[i].id) > 0) names.push_back(field_table[i].name);
        return names;
    }

private:
    FieldCounts counts_of(const std::string& term) const {
        const std::uint32_t number = document_ - 1;
        PostingList list(postings_.get_metadata(term), postings_.get_doccount());
        list.skip_to(number);
        return list.document() == number ? list.counts() : FieldCounts{};
    }

    Xapian::Database postings_;
    Xapian::docid document_;
};

std::optional<Xapian::docid> living_document(const Xapian::Database& postings, const DeletedDocuments& deleted,
                                             std::string_view id) {
    const std::string term = id_term(id);
    for (auto at = postings.postlist_begin(term); at != postings.postlist_end(term); ++at)
        if (!deleted.contains(*at - 1)) return *at;
    return std::nullopt;
}

Result<std::optional<IndexedProduct>> find_product(const std::filesystem::path& generation,
                                                   const IndexManifest& manifest, std::string_view id) {
    for (const ManifestSegment& segment : manifest.segments) {
        const auto deleted = read_tombstones(generation, segment);
        if (!deleted) return tl::unexpected(deleted.error());
        std::optional<IndexedProduct> found;
        const auto looked = read_xapian(generation / segment.name, [&] {
            Xapian::Database postings((generation / segment.name / postings_name).string());
            if (const auto document = living_document(postings, *deleted, id)) found.emplace(postings, *document);
        });
        if (!looked) return tl::unexpected(looked.error());
        if (found) return found;
    }
    return std::optional<IndexedProduct>{};
}

/// Whether a query says more than words, which only the search server understands.
bool has_operators(std::string_view query) {
    if (query.find_first_of("\"*:()") != std::string_view::npos || query.find("“") != std::string_view::npos)
        return true;
    constexpr std::array<std::string_view, 6> operators{"EN", "OF", "NIET", "AND", "OR", "NOT"};
    std::istringstream words{std::string{query}};
    for (std::string word; words >> word;)
        if ((word.size() > 1 && word.front() == '-') || std::ranges::find(operators, word) != operators.end())
            return true;
    return false;
}

/// Writes the answer in one language.
class Explanation {
public:
    Explanation(bool dutch, const Installation& installation)
        : dutch_(dutch), analyzer_(installation.language), tables_(installation) {}

    void line(std::string_view nl, std::string_view en) { text_ += fmt::format("{}\n", dutch_ ? nl : en); }

    void explain_words(const IndexedProduct& product, std::string_view query) {
        for (const Token& token : analyzer_.analyze(query))
            if (token.kind != TokenKind::reference_part && token.kind != TokenKind::joined)
                explain_word(product, token, query);
        if (has_operators(query))
            line(
                "Let op: hier tellen alleen de woorden. Aanhalingstekens, -woord, zorg*, titel: en EN, OF en NIET doen "
                "niet mee.",
                "Note: only the words count here. Quotation marks, -word, care*, titel: and AND, OR and NOT play no "
                "part.");
        if (asked_ == 0) return line("De vraag bevat geen woorden.", "The query has no words.");
        line(fmt::format("{} van de {} woorden gevonden.", found_, asked_),
             fmt::format("{} of the {} words found.", found_, asked_));
        if (found_ == asked_) return line("Het product wordt gevonden.", "The product is found.");
        if (found_ == 0) return line("Het product wordt niet gevonden.", "The product is not found.");
        line(
            "Het product wordt alleen gevonden als te weinig producten alle woorden hebben (instelling "
            "minimum_all_words).",
            "The product is found only when too few products have all words (setting minimum_all_words).");
    }

    std::string take() && { return std::move(text_); }

private:
    void explain_word(const IndexedProduct& product, const Token& token, std::string_view query) {
        const Word& word = *token.word;
        std::vector<std::string> ways;
        const auto add = [&](const std::vector<std::string_view>& fields, std::string_view nl, std::string_view en) {
            if (!fields.empty()) ways.push_back(fmt::format("{}: {}", dutch_ ? nl : en, fmt::join(fields, ", ")));
        };
        add(product.fields_with(word.term), "in", "in");
        add(product.fields_with(part_term(word.term)), "als deel van een langer woord in", "inside a longer word in");
        if (has_all_parts(product, word)) ways.emplace_back(dutch_ ? "de delen los van elkaar" : "its parts, apart");
        for (const Synonym& synonym : tables_.synonyms.of(word.term))
            if (synonym.terms.size() == 1)
                add(product.fields_with(synonym.terms.front().term), "als " + shown(synonym) + " in",
                    "as " + shown(synonym) + " in");
        if (!word.stop) {
            ++asked_;
            found_ += ways.empty() ? 0U : 1U;
        }
        const std::string_view written = query.substr(token.begin, token.end - token.begin);
        const std::string remark = word.stop ? (dutch_ ? " (stopwoord)" : " (stop word)") : "";
        text_ += fmt::format(
            "  {:<24} {}{}\n", written,
            ways.empty() ? (dutch_ ? "niet gevonden" : "not found") : fmt::format("{}", fmt::join(ways, "; ")), remark);
    }

    static std::string shown(const Synonym& synonym) {
        return synonym.label.empty() ? synonym.terms.front().term : synonym.label;
    }

    static bool has_all_parts(const IndexedProduct& product, const Word& word) {
        return word.parts.size() > 1 && std::ranges::all_of(word.parts, [&](const WordPart& part) {
                   return !product.fields_with(part.term).empty() || !product.fields_with(part_term(part.term)).empty();
               });
    }

    bool dutch_;
    Analyzer analyzer_;
    ExpansionTables tables_;
    std::string text_;
    std::size_t asked_ = 0;
    std::size_t found_ = 0;
};

/// For a file that gave several products.
Error which_product(std::string_view file, std::span<const std::string_view> ids) {
    constexpr std::size_t most_named = 20;
    const std::string some = fmt::format("{}{}", fmt::join(ids.first(std::min(ids.size(), most_named)), ", "),
                                         ids.size() > most_named ? ", …" : "");
    return {
        ErrorCode::no_such_product,
        {fmt::format("{} gaf {} producten.", file, ids.size()), fmt::format("{} gave {} products.", file, ids.size())},
        {"Kies een id: " + some, "Choose an id: " + some}};
}

Error nowhere(std::string_view id) {
    return {ErrorCode::no_such_product,
            {fmt::format("{} staat niet in de index, en niet bij wat is overgeslagen.", id),
             fmt::format("{} is not in the index, nor among what was skipped.", id)},
            {"Controleer het id. Is het een bestand, dan zegt schakel-indexer check of het gelezen kan worden. Is het "
             "er pas "
             "bij gekomen, draai dan update.",
             "Check the id. If it is a file, schakel-indexer check says whether it can be read. If it is new, run "
             "update."}};
}

/// What a live generation is asked about one product.
struct Question {
    std::filesystem::path generation;
    std::uint32_t number;
    IndexManifest manifest;
    std::string_view query;
};

/// True when the product is in the index.
Result<bool> explain_product(const Question& question, std::string_view id, Explanation& explanation) {
    const auto product = find_product(question.generation, question.manifest, id);
    if (!product) return tl::unexpected(product.error());
    if (!*product) return false;
    explanation.line(fmt::format("{} staat in de index (generatie {}).", id, question.number),
                     fmt::format("{} is in the index (generation {}).", id, question.number));
    explanation.explain_words(**product, question.query);
    return true;
}

/// Why what has this name is not in the index.
void explain_absence(const std::vector<const Skipped*>& left_out, Language language, Explanation& explanation) {
    constexpr std::size_t most_told = 20;
    for (const Skipped* skipped : std::span(left_out).first(std::min(left_out.size(), most_told))) {
        const std::string why = to_text(skipped->error, language);
        explanation.line(fmt::format("{} is niet geïndexeerd: {}", skipped->location, why),
                         fmt::format("{} was not indexed: {}", skipped->location, why));
    }
}

/// For a name that is no id in the index: that of a file, perhaps.
Result<void> explain_name(const Question& question, std::string_view name, Language language,
                          Explanation& explanation) {
    const auto ledger = read_ledger(question.generation, question.manifest.ledger);
    if (!ledger) return tl::unexpected(ledger.error());
    const Whereabouts found = whereabouts_of(*ledger, name);
    if (found.products.size() > 1) return tl::unexpected(which_product(name, found.products));
    if (found.products.empty() && found.left_out.empty()) return tl::unexpected(nowhere(name));
    explain_absence(found.left_out, language, explanation);
    if (found.products.empty()) return {};
    const auto explained = explain_product(question, found.products.front(), explanation);
    return explained ? Result<void>{} : tl::unexpected(explained.error());
}

}  // namespace

Result<std::string> explain(std::string_view id, std::string_view query, const std::filesystem::path& index,
                            const Installation& installation, Language language) {
    const IndexFolder folder(index);
    const auto live = folder.live();
    if (!live) return tl::unexpected(live.error());
    const std::filesystem::path generation = folder.path_of(*live);
    const auto manifest = read_manifest(generation);
    if (!manifest) return tl::unexpected(manifest.error());
    if (auto fits = check_compatible(*manifest, installation.identity()); !fits) return tl::unexpected(fits.error());
    const auto blocklist = read_blocklist(index);
    if (!blocklist) return tl::unexpected(blocklist.error());
    Explanation explanation(language == Language::dutch, installation);
    if (blocklist->contains(id)) {
        explanation.line(fmt::format("{} staat op de lijst van verwijderde producten en wordt nooit getoond.", id),
                         fmt::format("{} is on the list of removed products and is never shown.", id));
        return std::move(explanation).take();
    }
    const Question question{generation, *live, *manifest, query};
    const auto found = explain_product(question, id, explanation);
    if (!found) return tl::unexpected(found.error());
    if (!*found)
        if (auto named = explain_name(question, id, language, explanation); !named)
            return tl::unexpected(named.error());
    return std::move(explanation).take();
}

}  // namespace schakel

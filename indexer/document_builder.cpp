#include "indexer/document_builder.hpp"

#include <stdexcept>

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include "indexer/stored_form.hpp"
#include "indexer/text_blocks.hpp"

namespace schakel {

namespace {

constexpr std::size_t block_bytes = 2000;  // about half a printed page: read and analysed whole for a fragment
constexpr std::size_t title_key_bytes = 64;
constexpr std::size_t remembered_words = 400'000;  // about 100 MB; a large collection has some 300,000 different words
constexpr std::uint32_t gap_between_values = 100;  // positions, so that no phrase runs from one value into the next

std::uint32_t date_number(const KnowledgeProduct& product) {
    std::string digits;
    for (const char c : product.date)
        if (c != '-') digits += c;
    if (digits.size() == 8) return static_cast<std::uint32_t>(std::stoul(digits));
    return product.year ? static_cast<std::uint32_t>(*product.year) * 10'000 : 0;
}

std::vector<ColumnValue> facet_values(const Field& facet, const std::vector<StoredValue>& stored,
                                      const Installation& installation) {
    std::vector<ColumnValue> values;
    for (const StoredValue& value : stored) {
        std::vector<std::string> codes;
        if (facet.values == FieldValues::regions) codes = installation.regions.containing(value.code);
        if (facet.values == FieldValues::vocabulary || facet.values == FieldValues::names)
            codes = installation.vocabularies.at(facet.name).with_ancestors(value.code);
        if (codes.empty()) values.push_back({value.code, value.label});
        for (std::string& code : codes) values.push_back({std::move(code), ""});
    }
    return values;
}

/// The labels under which a product's own facet values are found by words.
std::vector<std::string> subject_labels(const StoredRecord& record, const Vocabularies& vocabularies) {
    static constexpr std::array subject_facets{FieldId::theme, FieldId::domain, FieldId::type, FieldId::population,
                                               FieldId::activity};
    std::vector<std::string> labels = record.keywords;
    if (!record.kind.empty()) labels.push_back(record.kind);
    for (const FieldId facet : subject_facets)
        for (const StoredValue& value : record.of(facet))
            if (const Concept* found = vocabularies.at(field(facet).name).find(value.code); found != nullptr)
                labels.push_back(found->label.nl);
    return labels;
}

std::vector<std::string> name_labels(const StoredRecord& record, const Installation& installation) {
    std::vector<std::string> labels = record.authors;
    for (const StoredValue& value : record.of(FieldId::organisation)) {
        labels.push_back(value.label);
        if (const Concept* known = installation.vocabularies.at("organisatie").find(value.code); known != nullptr)
            labels.insert(labels.end(), known->alternatives.begin(), known->alternatives.end());
    }
    for (const StoredValue& value : record.of(FieldId::region))
        if (const Region* region = installation.regions.find(value.code); region != nullptr) {
            labels.push_back(region->name);
            labels.insert(labels.end(), region->variants.begin(), region->variants.end());
        }
    return labels;
}

bool counts_as_length(const Token& token) {
    return !token.stop() && token.kind != TokenKind::reference_part && token.kind != TokenKind::joined;
}

AnalyzedField& field_of(IndexDocument& document, FieldId id) { return document.fields[static_cast<std::size_t>(id)]; }

}  // namespace

struct DocumentBuilder::Collation {
    std::unique_ptr<icu::Collator> collator;
};

DocumentBuilder::DocumentBuilder(const Installation& installation)
    : installation_(installation),
      analyzer_(installation.language, remembered_words),
      collation_(std::make_unique<Collation>()) {
    UErrorCode status = U_ZERO_ERROR;
    collation_->collator.reset(icu::Collator::createInstance(icu::Locale("nl", "NL"), status));
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU collator: ") + u_errorName(status));
    collation_->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    collation_->collator->setAttribute(UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, status);
}

DocumentBuilder::~DocumentBuilder() = default;

std::string DocumentBuilder::collation_key(std::string_view title) const {
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8({title.data(), static_cast<std::int32_t>(title.size())});
    std::array<std::uint8_t, title_key_bytes> key{};
    const std::int32_t wanted =
        collation_->collator->getSortKey(text, key.data(), static_cast<std::int32_t>(key.size()));
    const std::size_t size = std::min<std::size_t>(static_cast<std::size_t>(std::max(wanted, 0)), key.size());
    return {reinterpret_cast<const char*>(key.data()), size};
}

void DocumentBuilder::analyze_value(std::string_view value, AnalyzedField& field, TextLanguage language) {
    const std::uint32_t first = field.tokens.empty() ? 1 : field.tokens.back().position + gap_between_values;
    analyzer_.analyze(value, scratch_, first, language);
    for (Token& token : scratch_) {
        if (counts_as_length(token)) ++field.words;
        field.tokens.push_back(std::move(token));
    }
}

void DocumentBuilder::analyze_pages(const KnowledgeProduct& product, IndexDocument& document) {
    AnalyzedField& body = field_of(document, FieldId::body);
    const TextLanguage own = language_of_code(product.language);
    std::uint32_t position = 1;
    for (const Page& page : product.pages)
        for (const std::string_view text : cut_into_blocks(page.text, block_bytes)) {
            document.blocks.push_back({static_cast<std::uint32_t>(page.number), position, std::string(text)});
            position = analyzer_.analyze(text, scratch_, position, detect_language(text, own));
            for (Token& token : scratch_) {
                if (counts_as_length(token)) ++body.words;
                body.tokens.push_back(std::move(token));
            }
        }
}

void DocumentBuilder::analyze_text_fields(const KnowledgeProduct& product, IndexDocument& document) {
    for (std::size_t i = 0; i < text_field_count; ++i) document.fields[i].field = field_table[i].id;
    const TextLanguage own = language_of_code(product.language);
    analyze_value(product.title, field_of(document, FieldId::title), detect_language(product.title, own));
    analyze_value(product.abstract, field_of(document, FieldId::abstract),
                  detect_language(product.abstract, language_of_code(product.abstract_language)));
    for (const std::string& label : subject_labels(document.record, installation_.vocabularies))
        analyze_value(label, field_of(document, FieldId::subjects));
    for (const std::string& label : name_labels(document.record, installation_))
        analyze_value(label, field_of(document, FieldId::names));
    analyze_pages(product, document);
}

IndexDocument DocumentBuilder::build(KnowledgeProduct product) {
    analyzer_.trim();
    IndexDocument document;
    document.arena = analyzer_.arena();
    document.record = stored_form(product);
    for (std::size_t column = 0; column < facet_count; ++column)
        document.facets[column] = facet_values(facet_field(column), document.record.values[column], installation_);
    analyze_text_fields(product, document);
    document.date = date_number(product);
    document.title_key = collation_key(document.record.title);
    return document;
}

std::string to_text(const IndexDocument& document) {
    std::string text;
    for (const AnalyzedField& analyzed : document.fields)
        if (!analyzed.tokens.empty())
            text += std::string(field(analyzed.field).name) + ": " + to_text(analyzed.tokens) + '\n';
    for (std::size_t column = 0; column < facet_count; ++column) {
        if (document.facets[column].empty()) continue;
        text += std::string(facet_field(column).name) + ':';
        for (const ColumnValue& value : document.facets[column]) text += ' ' + value.code;
        text += '\n';
    }
    return text;
}

}  // namespace schakel

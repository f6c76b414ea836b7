#pragma once

#include <memory>

#include "analyzers/analyzer.hpp"
#include "analyzers/installation.hpp"
#include "corpus/knowledge_product.hpp"
#include "indexer/index_document.hpp"


namespace schakel {

/// Makes index documents of resolved knowledge products: analyses the text fields, adds the values above each facet value
/// (broader themes, containing regions, succeeding organisations) and prepares what answers will show.
/// Holds an analyzer: one builder per thread; `installation` must outlive it.
class DocumentBuilder {
public:
    explicit DocumentBuilder(const Installation& installation);
    ~DocumentBuilder();

    /// `product` must have passed `Resolver::resolve`. Never fails.
    IndexDocument build(KnowledgeProduct product);

private:
    void analyze_value(std::string_view value, AnalyzedField& field, TextLanguage language = TextLanguage::dutch);
    void analyze_text_fields(const KnowledgeProduct& product, IndexDocument& document);
    void analyze_pages(const KnowledgeProduct& product, IndexDocument& document);
    std::string collation_key(std::string_view title) const;

    const Installation& installation_;
    Analyzer analyzer_;
    Tokens scratch_;
    struct Collation;
    std::unique_ptr<Collation> collation_;
};

}  // namespace schakel

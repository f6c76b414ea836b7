#include "tests/searchd/related/small_library.hpp"

#include <algorithm>
#include <stdexcept>

#include "tests/searchd/engine/sample_products.hpp"
#include "tests/searchd/engine/snapshot_without.hpp"

namespace schakel {

namespace {

template <class T>
T expected(Result<T> result) {
    if (!result) throw std::runtime_error(to_text(result.error(), Language::english));
    return std::move(*result);
}

KnowledgeProduct knowledge_product(const SmallProduct& small, std::size_t number) {
    KnowledgeProduct product;
    product.id = std::to_string(number);
    product.title = small.title;
    product.language = "nl";
    product.pages = {{0, small.text}};
    product.authors = small.authors;
    for (const std::string& theme : small.themes) product.themes.push_back({theme, Provenance::given});
    return product;
}

}  // namespace

SmallLibrary::SmallLibrary(const std::vector<SmallProduct>& products, std::size_t segments) {
    std::vector<std::vector<IndexDocument>> documents(segments);
    for (std::size_t i = 0; i < products.size(); ++i)
        documents[i * segments / products.size()].push_back(
            sample_documents({knowledge_product(products[i], i)}).front());
    files_ = std::make_unique<SampleIndex>(documents);
    snapshot_ = expected(IndexSnapshot::open(files_->folder(), 1, sample_installation()));
}

std::shared_ptr<const IndexSnapshot> SmallLibrary::without(std::string id) const {
    return snapshot_without(*snapshot_, {std::move(id)});
}

StoredRecord SmallLibrary::record(DocumentId document) const {
    const SnapshotSegment& segment = snapshot_->segment_of(document);
    return expected(decode_record(expected(segment.files->records.read(document - segment.first))));
}

bool SmallLibrary::holds(DocumentId document, const std::string& term) const {
    const SnapshotSegment& segment = snapshot_->segment_of(document);
    const TermSequences& sequences = segment.files->sequences;
    const auto own = expected(sequences.read(document - segment.first));
    return std::any_of(field_table.begin(), field_table.begin() + text_field_count, [&](const Field& field) {
        return !expected(own.places(field.id, sequences.forms(term))).empty();
    });
}

std::size_t SmallLibrary::frequency(const std::string& term) const {
    std::size_t having = 0;
    for (DocumentId document = 0; document < snapshot_->documents(); ++document)
        if (holds(document, term)) ++having;
    return having;
}

}  // namespace schakel

#include "searchd/engine/search_tools.hpp"

#include "config/index/posting_list.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_term = 240;         // bytes; Xapian refuses to look up more than 245
constexpr std::size_t remembered_words = 20'000;  // a searcher sees queries and the passages it shows: about 5 MB

std::vector<Xapian::Database> databases_of(const IndexSnapshot& snapshot) {
    std::vector<Xapian::Database> databases;
    for (const SnapshotSegment& segment : snapshot.segments()) databases.push_back(segment.files->postings.database());
    return databases;
}

}  // namespace

SearchTools::SearchTools(const SearchBasis& basis)
    : snapshot(*basis.snapshot),
      postings(databases_of(snapshot)),
      analyzer(basis.installation.language, remembered_words),
      expander(basis.installation, basis.tables->expansions),
      scores(snapshot, postings),
      suggester(basis.installation, [this](const std::string& term) { return scores.living_frequency(term); }),
      related(snapshot, basis.words) {}

std::optional<DocumentId> SearchTools::document_with(std::string_view id) const {
    const std::string term = id_term(id);
    if (term.size() > longest_term) return std::nullopt;
    for (std::size_t i = 0; i < postings.size(); ++i)
        for (auto at = postings[i].postlist_begin(term); at != postings[i].postlist_end(term); ++at) {
            const DocumentId document = snapshot.segments()[i].first + *at - 1;
            if (!snapshot.is_hidden(document)) return document;
        }
    return std::nullopt;
}

bool SearchTools::holds(DocumentId document, const std::string& term) const {
    const SnapshotSegment& segment = snapshot.segment_of(document);
    const Xapian::Database& own = postings[static_cast<std::size_t>(&segment - snapshot.segments().data())];
    PostingList list(own.get_metadata(term), segment.count);
    list.skip_to(document - segment.first);
    return list.document() == document - segment.first;
}

}  // namespace schakel

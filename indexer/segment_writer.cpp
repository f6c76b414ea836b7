#include "indexer/segment_writer.hpp"

#include "config/index/block_file.hpp"
#include "config/index/durable_file.hpp"
#include "config/index/postings.hpp"
#include "config/index/term_sequences.hpp"
#include "indexer/posting_runs.hpp"
#include "indexer/segment_terms.hpp"
#include "indexer/xapian_error.hpp"

namespace schakel {

namespace {

constexpr int write_flags = Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

}  // namespace

struct SegmentWriter::State {
    std::filesystem::path folder;
    Xapian::WritableDatabase database;
    BlockFileWriter records;
    TextStoreWriter texts;
    TermSequencesWriter sequences;
    TermNumbers term_numbers;
    FormNumbers form_numbers;
    SegmentTerms terms{term_numbers, form_numbers};
    PostingRuns postings;
    std::array<FacetColumnBuilder, facet_count> facets;
    Columns columns;
    std::uint64_t words = 0;

    State(std::filesystem::path where, std::size_t most_postings)
        : folder(std::move(where)),
          records(folder / records_name),
          texts(folder),
          sequences(folder),
          postings(folder / "postings.runs", most_postings, term_numbers) {}

    std::filesystem::path working_database() const { return folder / "postings.work"; }

    Result<void> add_columns(const IndexDocument& document) {
        for (std::size_t column = 0; column < facet_count; ++column)
            if (!facets[column].add_document(document.facets[column]))
                return tl::unexpected(too_many_values(facet_field(column)));
        for (std::size_t i = 0; i < text_field_count; ++i) {
            columns.lengths[i].push_back(document.fields[i].words);
            words += document.fields[i].words;
        }
        columns.dates.push_back(document.date);
        columns.title_keys.push_back(document.title_key);
        return {};
    }

    Result<void> add_postings(const IndexDocument& document) {
        const auto number = static_cast<std::uint32_t>(columns.documents() - 1);
        for (const TermNumber term : terms.terms())
            if (auto added = postings.add(term, number, terms.counts(term)); !added) return added;
        return with_xapian(folder, [&] {
            Xapian::Document known_by_id;
            known_by_id.add_boolean_term(id_term(document.record.id));
            database.add_document(known_by_id);
        });
    }

    Result<void> write_terms() {
        const std::vector<TermNumber> order = term_numbers.sorted();
        const auto merged = postings.merge(order, [this](TermNumber term, const std::string& list) {
            return with_xapian(folder, [&] { database.set_metadata(std::string(term_numbers.text_of(term)), list); });
        });
        if (!merged) return merged;
        return sequences.finish(term_numbers, form_numbers, order, postings.frequencies());
    }

    Result<void> compact_postings() {
        const auto compacted = with_xapian(folder, [&] {
            database.commit();
            database.compact((folder / postings_name).string(), Xapian::DBCOMPACT_SINGLE_FILE);
            database.close();
        });
        if (!compacted) return compacted;
        std::filesystem::remove_all(working_database());
        return flush_to_disk(folder / postings_name);
    }
};

SegmentWriter::SegmentWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
SegmentWriter::~SegmentWriter() = default;
SegmentWriter::SegmentWriter(SegmentWriter&&) noexcept = default;
SegmentWriter& SegmentWriter::operator=(SegmentWriter&&) noexcept = default;

Result<SegmentWriter> SegmentWriter::create(const std::filesystem::path& folder, std::size_t most_postings) {
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) return io_failure(folder, problem.value());
    auto state = std::make_unique<State>(folder, most_postings);
    const auto opened = with_xapian(
        folder, [&] { state->database = Xapian::WritableDatabase(state->working_database().string(), write_flags); });
    if (!opened) return tl::unexpected(opened.error());
    return SegmentWriter(std::move(state));
}

Result<void> SegmentWriter::add(IndexDocument document) {
    if (auto added = state_->add_columns(document); !added) return added;
    if (auto added = state_->records.add(encode_record(document.record)); !added) return added;
    if (auto added = state_->texts.add_document(document.blocks); !added) return added;
    state_->terms.take(document);
    if (auto added = state_->sequences.add_document(state_->terms.placed_forms()); !added) return added;
    return state_->add_postings(document);
}

Result<ManifestSegment> SegmentWriter::finish() {
    if (auto done = state_->records.finish(); !done) return tl::unexpected(done.error());
    if (auto done = state_->texts.finish(); !done) return tl::unexpected(done.error());
    if (auto done = state_->write_terms(); !done) return tl::unexpected(done.error());
    for (std::size_t column = 0; column < facet_count; ++column)
        state_->columns.facets[column] = state_->facets[column].finish();
    if (auto done = write_columns(state_->folder / columns_name, state_->columns); !done)
        return tl::unexpected(done.error());
    if (auto done = state_->compact_postings(); !done) return tl::unexpected(done.error());
    if (auto done = flush_to_disk(state_->folder); !done) return tl::unexpected(done.error());
    return describe_segment(state_->folder, products());
}

std::uint64_t SegmentWriter::products() const { return state_->columns.documents(); }
std::uint64_t SegmentWriter::words() const { return state_->words; }

}  // namespace schakel

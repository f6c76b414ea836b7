#include "tests/sample_index.hpp"

#include <sstream>
#include <stdexcept>
#include <utility>

#include "indexer/generation_writer.hpp"
#include "indexer/segment_writer.hpp"

namespace schakel {

namespace {

template <class T>
T expected(Result<T> result) {
    if (!result) throw std::runtime_error(to_text(result.error(), Language::english));
    return std::move(*result);
}

void expect(const Result<void>& result) {
    if (!result) throw std::runtime_error(to_text(result.error(), Language::english));
}

/// A word as written, without other forms; `w6=w0|w1` is w6 with these parts.
const Word* plain_word(std::string_view written) {
    Word word;
    const std::size_t equals = written.find('=');
    word.term = written.substr(0, equals);
    word.form = word.term;
    while (equals != std::string_view::npos && !written.empty()) {
        written.remove_prefix(std::min(written.find_first_of("=|"), written.size() - 1) + 1);
        if (const std::string_view part = written.substr(0, written.find('|')); !part.empty())
            word.parts.push_back({std::string(part), 0, 0});
    }
    static WordArena arena;
    return arena.keep(std::move(word));
}

AnalyzedField field_of_words(FieldId id, std::string_view words) {
    AnalyzedField analyzed{id, {}, 0};
    std::istringstream stream{std::string(words)};
    for (std::string word; stream >> word;) {
        Token token;
        token.word = plain_word(word);
        token.position = ++analyzed.words;
        analyzed.tokens.push_back(std::move(token));
    }
    return analyzed;
}

}  // namespace

const Installation& sample_installation() {
    static const Installation installation =
        expected(load_installation(repository_folder() / "config" / "schakel.toml"));
    return installation;
}

IndexDocument document_of_words(std::string id, const std::array<std::string_view, text_field_count>& words) {
    IndexDocument document;
    document.record.id = std::move(id);
    document.record.title = words.front();
    document.title_key = words.front().substr(0, 64);
    for (std::size_t i = 0; i < text_field_count; ++i) document.fields[i] = field_of_words(field_table[i].id, words[i]);
    return document;
}

SampleIndex::SampleIndex(const std::vector<std::vector<IndexDocument>>& segments) {
    GenerationWriter generation = expected(GenerationWriter::begin(folder_.path()));
    const IndexIdentity identity = sample_installation().identity();
    IndexManifest manifest;
    manifest.analysis_fingerprint = identity.analysis_fingerprint;
    manifest.vocabulary_version = identity.vocabulary_version;
    manifest.region_version = identity.region_version;
    for (const std::vector<IndexDocument>& documents : segments) {
        SegmentWriter writer =
            expected(SegmentWriter::create(generation.segment_folder(manifest.segments.size()), 500));
        for (const IndexDocument& document : documents) expect(writer.add(document));
        manifest.segments.push_back(expected(writer.finish()));
        manifest.products += writer.products();
        manifest.words += writer.words();
    }
    expected(generation.publish(manifest, {}));
}

}  // namespace schakel

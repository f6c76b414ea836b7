#include "tests/corpus/reading.hpp"

#include <charconv>
#include <fstream>
#include <stdexcept>
#include <utility>

#include "config/regions.hpp"
#include "config/vocabulary.hpp"
#include "corpus/source.hpp"
#include "corpus/to_text.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace {

template <class T>
T loaded(Result<T> result) {
    if (!result) throw std::runtime_error(to_text(result.error(), Language::english));
    return std::move(*result);
}

std::string notices_text(const std::vector<Text>& notices) {
    std::string text;
    for (const Text& notice : notices) text += "let op: " + notice.nl + '\n';
    return text;
}

std::string error_text(const Error& error) {
    return "fout " + std::string{row_of(error.code).name} + ": " + to_text(error, Language::dutch) + '\n';
}

std::string record_text(ReadRecord record, const std::string& uri) {
    std::string text = record.location == uri ? "" : "== " + record.location + '\n';
    text += notices_text(record.notices);
    if (!record.product) return text + error_text(record.product.error());
    if (record.product->foreign_values) text += notices_text(real_resolver().accept_foreign_values(*record.product));
    const Result<void> resolved = real_resolver().resolve(*record.product);
    return text + (resolved ? to_text(*record.product) : error_text(resolved.error()));
}

}  // namespace

const Resolver& real_resolver() {
    static const std::filesystem::path folder = repository_folder() / "config";
    static const Vocabularies vocabularies = loaded(load_vocabularies(folder / "vocabularies"));
    static const RegionTable regions = loaded(RegionTable::load(folder / "regions"));
    static const Resolver resolver{vocabularies, regions};
    return resolver;
}

std::vector<ReadRecord> read_from_memory(std::string_view extension, std::string_view bytes, std::string_view uri) {
    std::vector<ReadRecord> records;
    const ReaderFormat* format = find_reader_format("x" + std::string{extension});
    if (format == nullptr) throw std::runtime_error("no reader for " + std::string{extension});
    format->read_bytes(bytes, uri, [&](ReadRecord record) { records.push_back(std::move(record)); });
    return records;
}

std::string read_and_resolve(std::string_view extension, std::string_view bytes) {
    const TemporaryFolder folder;
    const std::string uri = "bron" + std::string{extension};
    const std::filesystem::path file = folder.path() / uri;
    std::ofstream(file, std::ios::binary) << bytes;
    std::string text;
    const SourceItem item{file, uri, {}, 0, bytes.size()};
    read_item(item, [&](ReadRecord record) { text += record_text(std::move(record), uri); });
    return text;
}

std::string with_bytes_decoded(std::string_view text) {
    std::string bytes;
    while (!text.empty()) {
        unsigned int byte = 0;
        const bool is_escape = text.starts_with("\\x") && text.size() >= 4 &&
                               std::from_chars(text.data() + 2, text.data() + 4, byte, 16).ptr == text.data() + 4;
        bytes += is_escape ? static_cast<char>(byte) : text.front();
        text.remove_prefix(is_escape ? 4 : 1);
    }
    return bytes;
}

}  // namespace schakel

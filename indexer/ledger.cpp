#include "indexer/ledger.hpp"

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <utility>

#include <zstd.h>

#include "config/index/byte_stream.hpp"
#include "config/index/damaged_file.hpp"
#include "config/index/durable_file.hpp"
#include "config/index/manifest.hpp"
#include "config/index/mapped_file.hpp"

namespace schakel {

namespace {

// File: one zstd frame over the text "SKLEDGER2", the sources, and the files with their records. Counts and texts as in
// ByteWriter.
constexpr std::string_view magic = "SKLEDGER2";
constexpr std::uint64_t largest_ledger = std::uint64_t{16} << 30;

/// What the ledger takes, unpacked: a frame says so before it begins.
class ByteCount {
public:
    void number(const auto& value) { bytes_ += sizeof value; }
    void text(std::string_view value) { bytes_ += sizeof(std::uint32_t) + value.size(); }
    void raw(std::string_view value) { bytes_ += value.size(); }

    std::uint64_t bytes() const { return bytes_; }

private:
    std::uint64_t bytes_ = 0;
};

/// Packs as it is written, so that a ledger of millions of records is in memory only once. Numbers and texts as in ByteWriter.
class PackedBytes {
public:
    explicit PackedBytes(std::uint64_t unpacked) : context_(ZSTD_createCCtx()) {
        ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, 1);
        ZSTD_CCtx_setPledgedSrcSize(context_.get(), unpacked);
    }

    void number(const auto& value) { pack_full().number(value); }
    void text(std::string_view value) { pack_full().text(value); }
    void raw(std::string_view value) { pack_full().raw(value); }

    std::string finish() && {
        pack(ZSTD_e_end);
        return std::move(packed_);
    }

private:
    static constexpr std::size_t enough = std::size_t{1} << 18U;

    struct Free {
        void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    };

    ByteWriter& pack_full() {
        if (unpacked_.bytes().size() >= enough) pack(ZSTD_e_continue);
        return unpacked_;
    }

    void pack(ZSTD_EndDirective how) {
        const std::string bytes = std::exchange(unpacked_, {}).bytes();
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        for (std::size_t left = 1; left != 0 || in.pos < in.size;) {
            std::string part(ZSTD_CStreamOutSize(), '\0');
            ZSTD_outBuffer out{part.data(), part.size(), 0};
            left = ZSTD_compressStream2(context_.get(), &out, &in, how);
            if (ZSTD_isError(left) != 0) throw std::runtime_error(ZSTD_getErrorName(left));
            packed_.append(part, 0, out.pos);
            if (how == ZSTD_e_continue) left = 0;
        }
    }

    std::unique_ptr<ZSTD_CCtx, Free> context_;
    ByteWriter unpacked_;
    std::string packed_;
};

void write_text(auto& out, const Text& text) {
    out.text(text.nl);
    out.text(text.en);
}

Text read_text(ByteReader& in) {
    std::string nl{in.text()};
    return {std::move(nl), std::string{in.text()}};
}

void write_record(auto& out, const LedgerRecord& record) {
    out.text(record.id);
    out.number(record.raw_hash);
    out.number(record.correction_hash);
    out.number(record.placement.segment);
    out.number(record.placement.document);
    out.number(record.version.hash);
    out.number(record.version.changed);
    out.number(record.mark ? record.mark->words : std::uint32_t{0});
    if (!record.mark) return;
    out.number(record.mark->minima);
    out.number(record.mark->title_numbers);
}

std::shared_ptr<const WorkMark> read_mark(ByteReader& in) {
    WorkMark mark;
    mark.words = in.number<std::uint32_t>();
    if (mark.words == 0) return nullptr;
    mark.minima = in.number<decltype(mark.minima)>();
    mark.title_numbers = in.number<std::uint32_t>();
    return std::make_shared<const WorkMark>(mark);
}

LedgerRecord read_record(ByteReader& in) {
    LedgerRecord record;
    record.id = in.text();
    record.raw_hash = in.number<std::uint64_t>();
    record.correction_hash = in.number<std::uint64_t>();
    record.placement.segment = in.number<std::uint32_t>();
    record.placement.document = in.number<std::uint32_t>();
    record.version.hash = in.number<std::uint64_t>();
    record.version.changed = in.number<std::int64_t>();
    record.mark = read_mark(in);
    return record;
}

void write_left_out(auto& out, const LeftOut& left) {
    out.number(left.raw_hash);
    out.text(left.reason.location);
    out.number(static_cast<std::uint8_t>(left.reason.stage));
    out.number(static_cast<std::uint8_t>(left.reason.error.code));
    write_text(out, left.reason.error.message);
    write_text(out, left.reason.error.hint);
    out.text(left.reason.address);
    out.text(left.waits_for);
    out.text(left.copy_id);
    out.text(left.copy.url);
    out.text(left.copy.media_type);
}

LeftOut read_left_out(ByteReader& in) {
    LeftOut left;
    left.raw_hash = in.number<std::uint64_t>();
    left.reason.location = in.text();
    left.reason.stage = static_cast<Stage>(in.number<std::uint8_t>());
    left.reason.error.code = static_cast<ErrorCode>(in.number<std::uint8_t>());
    left.reason.error.message = read_text(in);
    left.reason.error.hint = read_text(in);
    left.reason.address = in.text();
    left.waits_for = in.text();
    left.copy_id = in.text();
    left.copy.url = in.text();
    left.copy.media_type = in.text();
    return left;
}

void write_file(auto& out, const LedgerFile& file) {
    out.text(file.uri);
    out.number(file.mtime);
    out.number(file.size);
    out.number(file.content_hash);
    out.number(file.terms);
    out.number(static_cast<std::uint64_t>(file.records.size()));
    for (const LedgerRecord& record : file.records) write_record(out, record);
    out.number(static_cast<std::uint64_t>(file.left_out.size()));
    for (const LeftOut& left : file.left_out) write_left_out(out, left);
}

LedgerFile read_file(ByteReader& in) {
    LedgerFile file;
    file.uri = in.text();
    file.mtime = in.number<std::int64_t>();
    file.size = in.number<std::uint64_t>();
    file.content_hash = in.number<std::uint64_t>();
    file.terms = in.number<std::uint64_t>();
    const auto records = in.number<std::uint64_t>();
    for (std::uint64_t i = 0; i < records && in.ok(); ++i) file.records.push_back(read_record(in));
    const auto left_out = in.number<std::uint64_t>();
    for (std::uint64_t i = 0; i < left_out && in.ok(); ++i) file.left_out.push_back(read_left_out(in));
    return file;
}

void encode(auto& out, const Ledger& ledger) {
    out.raw(magic);
    out.number(ledger.corrections);
    out.text(ledger.recognition);
    out.number(static_cast<std::uint64_t>(ledger.sources.size()));
    for (const std::string& source : ledger.sources) out.text(source);
    out.number(static_cast<std::uint64_t>(ledger.files.size()));
    for (const LedgerFile& file : ledger.files) write_file(out, file);
}

std::string packed(const Ledger& ledger) {
    ByteCount count;
    encode(count, ledger);
    PackedBytes packed(count.bytes());
    encode(packed, ledger);
    return std::move(packed).finish();
}

/// False when the bytes are no ledger.
bool decode(std::string_view bytes, Ledger& ledger) {
    if (!bytes.starts_with(magic)) return false;
    ByteReader in(bytes.substr(magic.size()));
    ledger.corrections = in.number<std::uint64_t>();
    ledger.recognition = in.text();
    const auto sources = in.number<std::uint64_t>();
    for (std::uint64_t i = 0; i < sources && in.ok(); ++i) ledger.sources.emplace_back(in.text());
    const auto files = in.number<std::uint64_t>();
    for (std::uint64_t i = 0; i < files && in.ok(); ++i) ledger.files.push_back(read_file(in));
    return in.ok() && in.remaining() == 0;
}

/// Empty when the bytes are no zstd frame of a known, credible size.
std::string decompressed(std::string_view bytes) {
    const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > largest_ledger) return {};
    std::string plain(size, '\0');
    const std::size_t written = ZSTD_decompress(plain.data(), plain.size(), bytes.data(), bytes.size());
    return ZSTD_isError(written) != 0 || written != size ? std::string{} : plain;
}

}  // namespace

std::size_t Ledger::records() const {
    std::size_t count = 0;
    for (const LedgerFile& file : files) count += file.records.size();
    return count;
}

Result<std::string> write_ledger(const std::filesystem::path& generation, const Ledger& ledger) {
    const std::string bytes = packed(ledger);
    if (auto written = write_durably(generation / ledger_name, bytes); !written) return tl::unexpected(written.error());
    return contents_hash(bytes);
}

Result<Ledger> read_ledger(const std::filesystem::path& generation, std::string_view xxh3) {
    const std::filesystem::path file = generation / ledger_name;
    const auto mapped = MappedFile::open(file);
    if (!mapped) return tl::unexpected(mapped.error());
    Ledger ledger;
    if (contents_hash(mapped->text()) != xxh3 || !decode(decompressed(mapped->text()), ledger))
        return damaged_file(file);
    return ledger;
}

}  // namespace schakel

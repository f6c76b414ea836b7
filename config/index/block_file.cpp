// File: compressed blocks; dictionary bytes; u64 end of each block; then a trailer of u64 dictionary size, u64 block count and
// the eight bytes "SKBLOCK1". The trailer comes last so that a truncated file is noticed before anything is read from it.

#include "config/index/block_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include <unistd.h>
#define ZDICT_STATIC_LINKING_ONLY  // for the trainer that is told its parameters
#include <zdict.h>
#include <zstd.h>

#include "config/index/byte_stream.hpp"
#include "config/index/damaged_file.hpp"
#include "config/index/durable_file.hpp"

namespace schakel {

namespace {

constexpr std::string_view magic = "SKBLOCK1";
constexpr std::size_t trailer_size = 2 * sizeof(std::uint64_t) + magic.size();
constexpr int compression_level = 1;
constexpr std::size_t most_waiting_bytes = 4u << 20;
constexpr std::size_t training_bytes =
    1u << 20;  // of those: training on all takes four times as long and makes the files 1 % smaller
constexpr std::size_t most_dictionary_bytes = 64u << 10;
constexpr std::size_t dictionary_share = 16;  // of the training bytes at most: few blocks cannot earn a large one back
constexpr std::size_t fewest_training_blocks = 100;  // below this a dictionary costs more than it saves

struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
    void operator()(ZSTD_CDict* dictionary) const { ZSTD_freeCDict(dictionary); }
    void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Of the trainer. To let it look for better ones takes six times as long, and it finds none.
constexpr ZDICT_fastCover_params_t training_parameters() {
    ZDICT_fastCover_params_t parameters{};
    parameters.k = 500;  // bytes taken together
    parameters.d = 8;    // bytes compared
    parameters.f = 20;   // bits of the counts
    parameters.accel = 1;
    return parameters;
}

/// Trains on blocks from all over, as many as are needed.
std::string train_dictionary(const std::vector<std::string>& blocks, std::size_t bytes) {
    if (blocks.size() < fewest_training_blocks) return {};
    const std::size_t step = std::min(bytes / training_bytes + 1, blocks.size() / fewest_training_blocks);
    std::string samples;
    std::vector<std::size_t> sizes;
    for (std::size_t i = 0; i < blocks.size(); i += step) {
        samples += blocks[i];
        sizes.push_back(blocks[i].size());
    }
    std::string dictionary(std::min(samples.size() / dictionary_share, most_dictionary_bytes), '\0');
    const std::size_t size =
        ZDICT_trainFromBuffer_fastCover(dictionary.data(), dictionary.size(), samples.data(), sizes.data(),
                                        static_cast<unsigned>(sizes.size()), training_parameters());
    // Too little variety to learn from is no failure: the blocks are then compressed without a dictionary.
    dictionary.resize(ZDICT_isError(size) != 0 ? 0 : size);
    return dictionary;
}

}  // namespace

struct BlockFileWriter::State {
    std::filesystem::path path;
    std::unique_ptr<std::FILE, Free> file;
    std::unique_ptr<ZSTD_CCtx, Free> context{ZSTD_createCCtx()};
    std::unique_ptr<ZSTD_CDict, Free> compiled;
    std::string dictionary;
    std::vector<std::string> waiting;  // blocks kept back until there is enough to train on
    std::vector<std::pair<std::size_t, std::string>> waiting_as_is;  // others, and how many of those stand before each
    std::size_t as_is_bytes = 0;
    std::size_t waiting_bytes = 0;
    bool trained = false;
    std::vector<std::uint64_t> ends;
    std::string buffer;

    Result<void> write(std::string_view bytes) {
        if (std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size()) return io_failure(path, errno);
        return {};
    }

    Result<void> compress(std::string_view block) {
        buffer.resize(ZSTD_compressBound(block.size()));
        const std::size_t size = compiled ? ZSTD_compress_usingCDict(context.get(), buffer.data(), buffer.size(),
                                                                     block.data(), block.size(), compiled.get())
                                          : ZSTD_compressCCtx(context.get(), buffer.data(), buffer.size(), block.data(),
                                                              block.size(), compression_level);
        if (ZSTD_isError(size) != 0) return io_failure(path, ENOMEM);
        ends.push_back((ends.empty() ? 0 : ends.back()) + size);
        return write({buffer.data(), size});
    }

    Result<void> keep_as_is(std::string_view block) {
        ends.push_back((ends.empty() ? 0 : ends.back()) + block.size());
        return write(block);
    }

    Result<void> train_and_drain() {
        trained = true;
        dictionary = train_dictionary(waiting, waiting_bytes);
        if (!dictionary.empty())
            compiled.reset(ZSTD_createCDict(dictionary.data(), dictionary.size(), compression_level));
        auto as_is = waiting_as_is.begin();
        for (std::size_t i = 0; i <= waiting.size(); ++i) {
            for (; as_is != waiting_as_is.end() && as_is->first == i; ++as_is)
                if (auto done = keep_as_is(as_is->second); !done) return done;
            if (i == waiting.size()) break;
            if (auto done = compress(waiting[i]); !done) return done;
        }
        waiting = {};
        waiting_as_is = {};
        return {};
    }
};

BlockFileWriter::BlockFileWriter(std::filesystem::path file) : state_(std::make_unique<State>()) {
    state_->path = std::move(file);
}
BlockFileWriter::~BlockFileWriter() = default;
BlockFileWriter::BlockFileWriter(BlockFileWriter&&) noexcept = default;

Result<void> BlockFileWriter::add(std::string_view block) {
    if (!state_->file) state_->file.reset(std::fopen(state_->path.c_str(), "wb"));
    if (!state_->file) return io_failure(state_->path, errno);
    if (state_->trained) return state_->compress(block);
    state_->waiting.emplace_back(block);
    state_->waiting_bytes += block.size();
    return state_->waiting_bytes >= most_waiting_bytes ? state_->train_and_drain() : Result<void>{};
}

Result<void> BlockFileWriter::add_as_is(std::string_view block) {
    if (!state_->file) state_->file.reset(std::fopen(state_->path.c_str(), "wb"));
    if (!state_->file) return io_failure(state_->path, errno);
    if (state_->trained) return state_->keep_as_is(block);
    state_->waiting_as_is.emplace_back(state_->waiting.size(), block);
    state_->as_is_bytes += block.size();
    return state_->as_is_bytes >= most_waiting_bytes ? state_->train_and_drain() : Result<void>{};
}

Result<void> BlockFileWriter::finish() {
    if (!state_->file) state_->file.reset(std::fopen(state_->path.c_str(), "wb"));
    if (!state_->file) return io_failure(state_->path, errno);
    if (!state_->trained)
        if (auto done = state_->train_and_drain(); !done) return done;
    ByteWriter tail;
    tail.raw(state_->dictionary);
    for (const std::uint64_t end : state_->ends) tail.number(end);
    tail.number(static_cast<std::uint64_t>(state_->dictionary.size()));
    tail.number(static_cast<std::uint64_t>(state_->ends.size()));
    tail.raw(magic);
    if (auto done = state_->write(tail.bytes()); !done) return done;
    if (std::fflush(state_->file.get()) != 0 || ::fsync(::fileno(state_->file.get())) != 0)
        return io_failure(state_->path, errno);
    state_->file.reset();
    return {};
}

struct BlockFile::Dictionary {
    std::unique_ptr<ZSTD_DDict, Free> compiled;
};

BlockFile::BlockFile() = default;
BlockFile::~BlockFile() = default;
BlockFile::BlockFile(BlockFile&&) noexcept = default;
BlockFile& BlockFile::operator=(BlockFile&&) noexcept = default;

Result<BlockFile> BlockFile::open(const std::filesystem::path& file) {
    auto mapped = MappedFile::open(file);
    if (!mapped) return tl::unexpected(mapped.error());
    BlockFile blocks;
    blocks.file_ = file.string();
    blocks.mapped_ = std::move(*mapped);
    const std::string_view text = blocks.mapped_.text();
    if (text.size() < trailer_size || !text.ends_with(magic)) return damaged_file(blocks.file_);
    ByteReader trailer(text.substr(text.size() - trailer_size));
    const auto dictionary_size = trailer.number<std::uint64_t>();
    const auto count = trailer.number<std::uint64_t>();
    const std::size_t body = text.size() - trailer_size;
    if (dictionary_size > body || count > (body - dictionary_size) / sizeof(std::uint64_t))
        return damaged_file(blocks.file_);
    const std::size_t table = body - count * sizeof(std::uint64_t);
    blocks.ends_ = text.substr(table, count * sizeof(std::uint64_t));
    const std::string_view dictionary = text.substr(table - dictionary_size, dictionary_size);
    blocks.blocks_ = text.substr(0, table - dictionary_size);
    std::uint64_t previous = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const std::uint64_t end = blocks.end(i);
        if (end < previous || end > blocks.blocks_.size()) return damaged_file(blocks.file_);
        previous = end;
    }
    blocks.dictionary_ = std::make_unique<Dictionary>();
    if (!dictionary.empty()) blocks.dictionary_->compiled.reset(ZSTD_createDDict(dictionary.data(), dictionary.size()));
    return blocks;
}

std::uint64_t BlockFile::end(std::size_t number) const {
    return ByteReader(ends_.substr(number * sizeof(std::uint64_t))).number<std::uint64_t>();
}

std::string_view BlockFile::bytes_of(std::size_t number) const {
    const std::uint64_t begin = number == 0 ? 0 : end(number - 1);
    return blocks_.substr(begin, end(number) - begin);
}

Result<std::string> BlockFile::read(std::size_t number) const {
    thread_local const std::unique_ptr<ZSTD_DCtx, Free> context{ZSTD_createDCtx()};
    const std::string_view packed = bytes_of(number);
    constexpr std::uint64_t most = 1u << 30;
    const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > most) return damaged_file(file_);
    std::string text(size, '\0');
    const ZSTD_DDict* dictionary = dictionary_->compiled.get();
    const std::size_t got = dictionary != nullptr ? ZSTD_decompress_usingDDict(context.get(), text.data(), text.size(),
                                                                               packed.data(), packed.size(), dictionary)
                                                  : ZSTD_decompressDCtx(context.get(), text.data(), text.size(),
                                                                        packed.data(), packed.size());
    if (ZSTD_isError(got) != 0 || got != size) return damaged_file(file_);
    return text;
}

}  // namespace schakel

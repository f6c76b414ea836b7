#include "config/index/file_digest.hpp"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <vector>

#include <xxhash.h>

#include "config/index/unreadable_file.hpp"

namespace schakel {

namespace {

constexpr std::size_t piece_bytes = std::size_t{256} * 1024;

struct Free {
    void operator()(std::FILE* file) const { std::fclose(file); }
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

}  // namespace

Result<FileDigest> digest_of(const std::filesystem::path& file, std::uint64_t seed) {
    const std::unique_ptr<std::FILE, Free> stream(std::fopen(file.c_str(), "rbe"));
    if (!stream) return unreadable_file(file, errno);
    const std::unique_ptr<XXH3_state_t, Free> state(XXH3_createState());
    if (!state || XXH3_64bits_reset_withSeed(state.get(), seed) != XXH_OK) return unreadable_file(file, ENOMEM);
    std::setvbuf(stream.get(), nullptr, _IONBF, 0);
    std::vector<char> piece(piece_bytes);
    FileDigest digest;
    while (const std::size_t read = std::fread(piece.data(), 1, piece.size(), stream.get())) {
        XXH3_64bits_update(state.get(), piece.data(), read);
        digest.size += read;
    }
    if (std::ferror(stream.get()) != 0) return unreadable_file(file, errno);
    digest.xxh3 = XXH3_64bits_digest(state.get());
    return digest;
}

}  // namespace schakel

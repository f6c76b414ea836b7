// Any bytes as a block file: refused, or every block can be read or is refused.
#include "config/index/block_file.hpp"

#include "tests/fuzz/memory_file.hpp"
#include "tests/fuzz/promise.hpp"

using schakel::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const schakel::MemoryFile memory(bytes, size);
    const auto file = schakel::BlockFile::open(memory.path());
    if (!file) {
        promise(file.error().code == schakel::ErrorCode::index_corrupt, "damage is reported as such");
        return 0;
    }
    for (std::size_t i = 0; i < file->size(); ++i)
        if (const auto block = file->read(i); !block)
            promise(block.error().code == schakel::ErrorCode::index_corrupt, "a damaged block is reported as such");
    return 0;
}

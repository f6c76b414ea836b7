// Any bytes as a stored record: refused, or a record that can be written and read again.
#include "config/index/stored_record.hpp"

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/promise.hpp"

using schakel::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto record = schakel::decode_record({reinterpret_cast<const char*>(bytes), size});
    if (!record) {
        promise(record.error().code == schakel::ErrorCode::index_corrupt, "damage is reported as such");
        return 0;
    }
    const auto again = schakel::decode_record(schakel::encode_record(*record));
    promise(again && again->id == record->id && again->title == record->title, "what was read can be stored");
    return 0;
}

// What a reading process that was taken over may answer: refused, or a record that keeps the promises of a reader and is the
// same when it is sent again.
#include "corpus/isolation/record_frame.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "config/utf8.hpp"
#include "corpus/isolation/frame_stream.hpp"
#include "tests/fuzz/promise.hpp"

using namespace schakel;

namespace {

void check_frame(std::string_view frame) {
    const Result<ReadRecord> record = decode_read_record(frame);
    if (!record) return promise(record.error().code == ErrorCode::malformed, "nonsense is reported as such");
    promise(encode_read_record(*record) == frame, "a record is sent as it arrived");
    promise(!first_invalid_utf8(record->location), "a location is UTF-8");
    if (record->product) promise(!record->product->id.empty(), "a record has an id");
}

void check_stream(std::string_view bytes, std::size_t step) {
    FrameStream stream{std::size_t{1} << 16U};
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        stream.append(bytes.substr(at, step));
        while (const auto frame = stream.next()) check_frame(*frame);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view all{reinterpret_cast<const char*>(bytes), size};
    check_frame(all);
    check_stream(all, 1 + size % 7);
    return 0;
}

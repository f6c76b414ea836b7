#include "corpus/harvesters/gzip.hpp"

#include <array>

#include <Poco/Exception.h>
#include <Poco/InflatingStream.h>
#include <Poco/MemoryStream.h>

namespace schakel {

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }

Unzipped unzip(std::string_view compressed, std::size_t limit) {
    Poco::MemoryInputStream input(compressed.data(), static_cast<std::streamsize>(compressed.size()));
    Poco::InflatingStreamBuf inflater(input, Poco::InflatingStreamBuf::STREAM_GZIP);
    std::array<char, 65'536> chunk{};
    Unzipped unzipped;
    try {
        // The buffer is asked, not a stream, because streams turn its exceptions into an end of file.
        while (const auto size = inflater.sgetn(chunk.data(), chunk.size())) {
            if (unzipped.bytes.size() + static_cast<std::size_t>(size) > limit) return {{}, GzipFault::too_large};
            unzipped.bytes.append(chunk.data(), static_cast<std::size_t>(size));
        }
    } catch (const Poco::Exception&) {
        return {{}, GzipFault::broken};
    }
    return unzipped;
}

}  // namespace schakel

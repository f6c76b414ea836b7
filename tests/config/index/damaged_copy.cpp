#include "tests/config/index/damaged_copy.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace schakel {

namespace {

std::vector<std::size_t> places(std::size_t size, std::size_t most) {
    const std::size_t edge = most / 3;
    const std::size_t step = std::max<std::size_t>(1, size / edge);
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < size; ++at)
        if (at < edge || size - at <= edge || at % step == 0) places.push_back(at);
    return places;
}

}  // namespace

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>{stream}, {}};
}

void write_bytes(const std::filesystem::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

void for_each_truncation(const std::filesystem::path& file, const std::function<void(std::size_t size)>& check,
                         std::size_t most) {
    const std::string whole = bytes_of(file);
    for (const std::size_t size : places(whole.size(), most)) {
        write_bytes(file, std::string_view(whole).substr(0, size));
        check(size);
    }
    write_bytes(file, whole);
}

void for_each_changed_byte(const std::filesystem::path& file, const std::function<void(std::size_t at)>& check,
                           std::size_t most) {
    const std::string whole = bytes_of(file);
    for (const std::size_t at : places(whole.size(), most)) {
        std::string changed = whole;
        changed[at] = static_cast<char>(~changed[at]);
        write_bytes(file, changed);
        check(at);
    }
    write_bytes(file, whole);
}

}  // namespace schakel

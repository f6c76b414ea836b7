// Any fragments on any pages, as a hostile PDF may place them: six bytes each for place, size and text.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "config/utf8.hpp"
#include "corpus/readers/pdf/line_end_words.hpp"
#include "corpus/readers/pdf/page_text.hpp"
#include "corpus/readers/pdf/running_heads.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using namespace schakel;

constexpr std::size_t bytes_each = 6;

std::string text_for(std::uint8_t number) {
    switch (number % 8) {
        case 0: return std::to_string(number);
        case 1: return "•";
        case 2: return "gemeen-";
        case 3: return "te zorgen voor elkaar in de wijk";
        case 4: return "Jaarverslag " + std::to_string(number);
        case 5: return ". . . .";
        case 6: return "vrij\u00AD";
        default: return std::string(number, 'x');
    }
}

PageFragment fragment_of(std::span<const std::uint8_t, bytes_each> bytes) {
    const double left = bytes[0] * 4.0 - 100;
    const double top = bytes[1] * 4.0 - 50;
    const double size = bytes[4] / 4.0;
    return {text_for(bytes[5]), {left, top, left + bytes[2] * 3.0, top + bytes[3] / 8.0}, size};
}

/// A byte below eight begins another page.
std::vector<FragmentPage> pages_of(std::span<const std::uint8_t> bytes) {
    std::vector<FragmentPage> pages{{1, 595, 842, {}, {}}};
    for (; bytes.size() >= bytes_each; bytes = bytes.subspan(bytes_each)) {
        if (bytes[0] < 8) pages.push_back({static_cast<int>(pages.size()) + 1, 595, bytes[1] * 4.0, {}, {}});
        pages.back().fragments.push_back(fragment_of(bytes.first<bytes_each>()));
    }
    return pages;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    std::vector<FragmentPage> pages = pages_of({bytes, size});
    RunningHeads heads;
    heads.learn(pages);
    LineEndWords words;
    for (FragmentPage& page : pages) {
        const std::size_t before = page.fragments.size();
        heads.remove_from(page);
        promise(page.fragments.size() <= before, "running heads only take away");
        promise(pages.size() > 2 || page.fragments.size() == before, "a document of two pages has no running heads");
        const std::string text = text_of(lines_in_reading_order(std::move(page)));
        words.learn(text);
        promise(!first_invalid_utf8(text) && !first_invalid_utf8(words.joined(text)), "pages are UTF-8");
    }
    return 0;
}

#include "tests/fuzz/reading.hpp"

#include "config/utf8.hpp"
#include "tests/fuzz/promise.hpp"

namespace schakel {

namespace {

bool is_utf8(std::string_view text) { return !first_invalid_utf8(text).has_value(); }

void check_product(const KnowledgeProduct& product) {
    promise(!product.id.empty(), "a record has an id");
    promise(!product.title.empty() || !product.pages.empty(), "a record has a title or pages");
    promise(is_utf8(product.id) && is_utf8(product.title) && is_utf8(product.abstract), "fields are UTF-8");
    for (const Page& page : product.pages) promise(is_utf8(page.text), "pages are UTF-8");
}

void check(const ReadRecord& record) {
    for (const Text& notice : record.notices) promise(!notice.nl.empty() && !notice.en.empty(), "a notice has words");
    if (record.product) return check_product(*record.product);
    const Text& message = record.product.error().message;
    promise(!message.nl.empty() && !message.en.empty(), "an error has words in both languages");
    promise(is_utf8(message.nl) && is_utf8(message.en), "an error is UTF-8");
}

}  // namespace

int read_and_check(BytesReader read, const std::uint8_t* bytes, std::size_t size) {
    std::size_t records = 0;
    read({reinterpret_cast<const char*>(bytes), size}, "fuzz", [&](const ReadRecord& record) {
        ++records;
        check(record);
    });
    promise(records > 0, "a file yields a record or an error");
    return 0;
}

}  // namespace schakel

#include "searchd/api/page_address.hpp"

#include <algorithm>
#include <string_view>

namespace schakel {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool same_letters(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

/// Records come from others: only what a browser fetches from the web is linked.
bool is_on_web(std::string_view url) {
    return same_letters(url.substr(0, 7), "http://") || same_letters(url.substr(0, 8), "https://");
}

/// By what the address ends in, whatever is asked of the server behind that.
bool names_pdf(std::string_view url) {
    constexpr std::string_view ending = ".pdf";
    const std::string_view path = url.substr(0, url.find_first_of("?#"));
    return path.size() > ending.size() && same_letters(path.substr(path.size() - ending.size()), ending);
}

bool is_pdf(const StoredFile& file) {
    return is_on_web(file.url) && (same_letters(file.media_type, "application/pdf") || names_pdf(file.url));
}

std::string at_page(std::string_view url, std::uint32_t page) {
    return std::string(url.substr(0, url.find('#'))) + "#page=" + std::to_string(page);
}

}  // namespace

std::string address_of_page(const StoredRecord& record, std::uint32_t page) {
    if (is_on_web(record.url) && names_pdf(record.url)) return at_page(record.url, page);
    const auto pdf = std::find_if(record.files.begin(), record.files.end(), is_pdf);
    return pdf == record.files.end() ? std::string() : at_page(pdf->url, page);
}

}  // namespace schakel

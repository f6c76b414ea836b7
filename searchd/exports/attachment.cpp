#include "searchd/exports/attachment.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/folding.hpp"
#include "searchd/page/dutch_text.hpp"
#include "searchd/request/url.hpp"
#include "searchd/xml/plain_line.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_name = 80;  // bytes
constexpr std::string_view nameless = "schakel";

/// Without the signs that Windows refuses in the name of a file, or that would make it a hidden one.
std::string file_name(std::string_view words) {
    std::string name(words);
    for (char& c : name)
        if (std::string_view("/\\:*?\"<>|%").find(c) != std::string_view::npos) c = ' ';
    name = shortened(plain_line(name), longest_name);
    name.erase(0, std::min(name.find_first_not_of(". "), name.size()));
    return name.empty() ? std::string(nameless) : name;
}

std::string ascii_name(std::string_view words) {
    std::string name = slug(words).substr(0, longest_name);
    while (name.ends_with('-')) name.pop_back();
    return name.empty() ? std::string(nameless) : name;
}

}  // namespace

std::pair<std::string, std::string> attachment(std::string_view words, std::string_view extension) {
    return {"Content-Disposition", fmt::format("attachment; filename=\"{0}.{2}\"; filename*=UTF-8''{1}.{2}",
                                               ascii_name(words), percent_encode(file_name(words)), extension)};
}

HttpResponse file_to_save(std::string content, std::string_view media_type, std::string_view words,
                          std::string_view extension) {
    return {200, std::string(media_type), std::move(content), {attachment(words, extension)}};
}

}  // namespace schakel

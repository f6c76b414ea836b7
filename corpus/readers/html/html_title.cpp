#include "corpus/readers/html/html_title.hpp"

#include <array>
#include <cstddef>
#include <optional>

#include "config/folding.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

struct Separator {
    std::string_view text;
    bool separates_sites;  // and nothing else
};
constexpr std::array separators{Separator{" | ", true},  Separator{" » ", true},  Separator{" :: ", true},
                                Separator{" - ", false}, Separator{" – ", false}, Separator{" — ", false},
                                Separator{" · ", false}, Separator{" • ", false}};

struct Parts {
    std::string_view front;
    std::string_view back;
};

bool is_same(std::string_view one, std::string_view other) { return !one.empty() && fold(one) == fold(other); }

Parts cut(std::string_view title, std::size_t at, std::string_view separator) {
    return {title.substr(0, at), title.substr(at + separator.size())};
}

/// The title without the site before or behind this separator; absent when that is no separator of sites.
std::optional<std::string_view> without_site(std::string_view title, const Separator& separator,
                                             std::string_view site_name, std::string_view heading) {
    const std::size_t last = title.rfind(separator.text);
    if (last == std::string_view::npos) return std::nullopt;
    const Parts behind = cut(title, last, separator.text);
    const Parts before = cut(title, title.find(separator.text), separator.text);
    if (is_same(before.front, site_name) || is_same(before.back, heading)) return before.back;
    if (is_same(behind.back, site_name) || is_same(behind.front, heading) || is_same(before.front, heading))
        return is_same(before.front, heading) ? before.front : behind.front;
    if (separator.separates_sites && !behind.front.empty()) return behind.front;
    return std::nullopt;
}

}  // namespace

std::string title_without_site(std::string_view title, std::string_view site_name, std::string_view heading) {
    const std::string line = one_line(title);
    for (const Separator& separator : separators)
        if (const auto found = without_site(line, separator, one_line(site_name), one_line(heading)))
            if (const std::string rest = one_line(*found); !rest.empty()) return rest;
    return line;
}

}  // namespace schakel

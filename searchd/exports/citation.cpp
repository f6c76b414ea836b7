#include "searchd/exports/citation.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "searchd/exports/credits.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/written_text.hpp"
#include "searchd/xml/plain_line.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_names = 20;  // of more the APA names the first nineteen and the last

std::string as_sentence(std::string text) {
    const bool ends = text.empty() || text.back() == '.' || text.back() == '?' || text.back() == '!';
    if (!ends) text += '.';
    return text;
}

/// "A, B & C"; a name with a comma in it, as in "Jansen, P.", gets one before the & too.
std::string joined_names(const std::vector<std::string>& names) {
    std::string joined;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool is_last = i + 1 == names.size();
        if (names.size() > most_names && i + 1 >= most_names && !is_last) continue;
        if (is_last && names.size() > most_names)
            joined += ", … ";
        else if (is_last && i > 0)
            joined += names[i - 1].find(',') == std::string::npos ? " & " : ", & ";
        else if (i > 0)
            joined += ", ";
        joined += names[i];
    }
    return joined;
}

/// Publishers that are not named as authors already.
std::string publishers_besides(const Credits& credits) {
    if (credits.persons.empty() && credits.makers.empty()) return {};
    std::vector<std::string> others = credits.publishers;
    std::erase_if(others, [&](const std::string& name) {
        const auto& named = credits.responsible();
        return std::find(named.begin(), named.end(), name) != named.end();
    });
    return joined_names(others);
}

std::string where_to_find(const StoredRecord& record, std::string_view address, Language language) {
    const std::string own = plain_line(safe_address(record.url));
    if (own.empty()) return std::string(address);
    if (record.url_consulted.empty()) return own;
    constexpr Phrase consulted{"Geraadpleegd op {}, van {}", "Retrieved {}, from {}"};
    return fmt::format(fmt::runtime(consulted.in(language)), plain_line(written_date(record.url_consulted, language)),
                       own);
}

}  // namespace

std::string citation(const StoredRecord& record, const Labels& labels, std::string_view address) {
    constexpr Phrase no_date{"z.d.", "n.d."};
    const Credits credits = credits_of(record, labels);
    const std::string title = plain_line(record.title);
    const std::string names =
        joined_names(credits.persons.empty() ? credits.organisations() : family_names_first(credits.persons));
    const std::string year = year_of(record);
    const std::string when =
        fmt::format("({}).", year.empty() ? no_date.in(labels.language()) : std::string_view(year));
    const bool title_first = names.empty() || names == title;
    const std::array<std::string, 5> parts{
        as_sentence(title_first ? title : names), when, title_first ? std::string() : as_sentence(title),
        as_sentence(publishers_besides(credits)), where_to_find(record, address, labels.language())};
    std::string reference;
    for (const std::string& part : parts) {
        if (!reference.empty() && !part.empty()) reference += ' ';
        reference += part;
    }
    return reference;
}

}  // namespace schakel

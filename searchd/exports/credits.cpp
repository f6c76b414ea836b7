#include "searchd/exports/credits.hpp"

#include <algorithm>

#include "searchd/xml/plain_line.hpp"

namespace schakel {

namespace {

void add_once(std::vector<std::string>& names, std::string name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return (c >= 'a' && c <= 'z') || c == '\''; }

/// Where the word at `at` ends.
std::size_t end_of_word(std::string_view text, std::size_t at) { return std::min(text.find(' ', at), text.size()); }

/// Where the family name and what belongs to it begin: behind "J.P. " and "A. M. "; 0 when a name does not begin so.
std::size_t end_of_initials(std::string_view name) {
    std::size_t at = 0;
    while (at < name.size()) {
        const std::size_t end = end_of_word(name, at);
        if (!is_capital(name[at]) || name[end - 1] != '.') break;
        at = std::min(end + 1, name.size());
    }
    return at;
}

/// Behind "van ", "de ", "van der " and "'t " from `at`.
std::size_t end_of_small_words(std::string_view name, std::size_t at) {
    while (at < name.size() && is_small(name[at])) at = std::min(end_of_word(name, at) + 1, name.size());
    return at;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Credits credits_of(const StoredRecord& record, const Labels& labels) {
    Credits credits;
    for (const std::string& author : record.authors) add_once(credits.persons, plain_line(author));
    for (const StoredValue& organisation : record.of(FieldId::organisation)) {
        std::string name = plain_line(labels.of(FieldId::organisation, organisation));
        if (organisation.role == "maker")
            add_once(credits.makers, std::move(name));
        else if (organisation.role.empty() || organisation.role == "uitgever")
            add_once(credits.publishers, std::move(name));
    }
    return credits;
}

std::string family_name_first(const std::string& name) {
    const std::size_t behind_initials = end_of_initials(name);
    if (behind_initials == 0 || behind_initials == name.size() || name.find(',') != std::string::npos) return name;
    const std::string initials = name.substr(0, behind_initials - 1);
    const std::size_t family = end_of_small_words(name, behind_initials);
    if (family == name.size()) return name;
    std::string first = name.substr(family) + ", " + initials;
    if (family > behind_initials) first += ' ' + name.substr(behind_initials, family - 1 - behind_initials);
    return first;
}

std::vector<std::string> family_names_first(std::vector<std::string> names) {
    for (std::string& name : names) name = family_name_first(name);
    return names;
}

std::string year_of(const StoredRecord& record) {
    if (record.year) return std::to_string(*record.year);
    const std::string_view year = std::string_view(record.date).substr(0, 4);
    return year.size() == 4 && std::all_of(year.begin(), year.end(), is_digit) ? std::string(year) : std::string();
}

}  // namespace schakel

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "config/date.hpp"
#include "config/folding.hpp"
#include "searchd/exports/credits.hpp"
#include "searchd/exports/publication_kind.hpp"
#include "searchd/exports/reference_files.hpp"
#include "searchd/page/dutch_text.hpp"
#include "searchd/page/links.hpp"
#include "searchd/xml/plain_line.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_abstract_bytes = 5'000;
constexpr std::size_t most_key_part = 30;         // letters
constexpr std::size_t least_telling_letters = 4;  // of a word: shorter ones are de, een, van, op

std::string escaped(std::string_view text) {
    std::string tex;
    for (const char c : plain_line(text)) {
        switch (c) {
            case '\\': tex += "\\textbackslash{}"; break;
            case '~': tex += "\\textasciitilde{}"; break;
            case '^': tex += "\\textasciicircum{}"; break;
            case '{':
            case '}':
            case '%':
            case '&':
            case '_':
            case '#':
            case '$': tex += '\\'; [[fallthrough]];
            default: tex += c;
        }
    }
    return tex;
}

/// An address is taken as it stands, so what would end the field must not occur in it.
std::string escaped_address(std::string_view address) {
    std::string url;
    for (const char c : plain_line(address)) {
        if (c == '{' || c == '}' || c == '\\' || c == ' ' || c == '"')
            url += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            url += c;
    }
    return url;
}

std::string letters_of(std::string_view name) {
    std::string letters = slug(name);
    std::erase(letters, '-');
    return letters.substr(0, most_key_part);
}

/// "Jansen, P." and "P. Jansen" → jansen.
std::string family_name(std::string_view person) {
    if (const std::size_t comma = person.find(','); comma != std::string_view::npos)
        return letters_of(person.substr(0, comma));
    const std::size_t space = person.rfind(' ');
    return letters_of(space == std::string_view::npos ? person : person.substr(space + 1));
}

/// The first word of a title that is longer than an article.
std::string telling_word(std::string_view title) {
    const std::string words = slug(title);
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find('-', begin), words.size());
        if (end - begin >= least_telling_letters) return words.substr(begin, std::min(end - begin, most_key_part));
        begin = end + 1;
    }
    return letters_of(words);
}

std::string key_of(const StoredRecord& record, const Credits& credits) {
    std::string name;
    if (!credits.responsible().empty())
        name =
            credits.persons.empty() ? letters_of(credits.responsible().front()) : family_name(credits.persons.front());
    const std::string key = name + year_of(record) + telling_word(record.title);
    return key.empty() ? "schakel" + letters_of(record.id) : key;
}

/// Names joined by "and"; an organisation, or a name that holds that word, stands in braces of its own to be kept whole.
std::string joined_names(const std::vector<std::string>& names, bool are_persons) {
    std::string joined;
    for (const std::string& name : names) {
        if (!joined.empty()) joined += " and ";
        const bool is_plain = are_persons && fold(name).find(" and ") == std::string::npos;
        joined += is_plain ? escaped(name) : '{' + escaped(name) + '}';
    }
    return joined;
}

/// What BibTeX calls who brought it out.
std::string_view publisher_field(std::string_view entry_type) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> names{
        {{"techreport", "institution"}, {"phdthesis", "school"}, {"mastersthesis", "school"}}};
    for (const auto& [type, name] : names)
        if (type == entry_type) return name;
    return "publisher";
}

class BibtexFields {
public:
    void add(std::string_view name, std::string_view tex) {
        if (!tex.empty()) fields_ += fmt::format(",\n  {} = {{{}}}", name, tex);
    }
    std::string take() { return std::move(fields_); }

private:
    std::string fields_;
};

std::string keywords_of(const StoredRecord& record, const Labels& labels) {
    std::vector<std::string> words;
    for (const StoredValue& theme : record.of(FieldId::theme))
        words.push_back(escaped(labels.of(FieldId::theme, theme)));
    for (const std::string& keyword : record.keywords) words.push_back(escaped(keyword));
    return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace

std::string bibtex_entry(const StoredRecord& record, const Labels& labels, std::string_view address) {
    const Credits credits = credits_of(record, labels);
    const PublicationKind& kind = publication_kind(record);
    const auto& languages = record.of(FieldId::language);
    const std::string own = safe_address(record.url);
    BibtexFields fields;
    fields.add("author", joined_names(credits.responsible(), !credits.persons.empty()));
    fields.add("title", '{' + escaped(record.title) + '}');
    fields.add(publisher_field(kind.bibtex), joined_names(credits.publishers, false));
    fields.add("year", year_of(record));
    fields.add("url", escaped_address(own.empty() ? address : std::string_view(own)));
    if (!own.empty() && is_iso_date(record.url_consulted)) fields.add("urldate", record.url_consulted);
    fields.add("language", languages.empty() ? std::string() : escaped(languages.front().code));
    fields.add("keywords", keywords_of(record, labels));
    fields.add("abstract", escaped(shortened(plain_line(record.abstract), most_abstract_bytes)));
    return fmt::format("@{}{{{}{}\n}}\n", kind.bibtex, key_of(record, credits), fields.take());
}

}  // namespace schakel

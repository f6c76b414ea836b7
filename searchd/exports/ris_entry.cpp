#include <algorithm>

#include "searchd/exports/credits.hpp"
#include "searchd/exports/publication_kind.hpp"
#include "searchd/exports/reference_files.hpp"
#include "searchd/page/dutch_text.hpp"
#include "searchd/page/links.hpp"
#include "searchd/xml/plain_line.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_abstract_bytes = 5'000;

class RisLines {
public:
    void add(std::string_view tag, std::string_view text) {
        const std::string line = plain_line(text);
        if (!line.empty()) append(tag, line);
    }

    void add(std::string_view tag, const std::vector<std::string>& texts) {
        for (const std::string& text : texts) add(tag, text);
    }

    std::string take() {
        append("ER", "");
        return std::move(lines_);
    }

private:
    void append(std::string_view tag, std::string_view line) {
        lines_.append(tag).append("  - ").append(line).append("\r\n");
    }

    std::string lines_;
};

/// 2015-05-29 → 2015/05/29/; what is no date stays away.
std::string ris_date(std::string_view iso_date) {
    if (iso_date.size() != 10 || iso_date[4] != '-' || iso_date[7] != '-') return {};
    std::string date(iso_date);
    std::replace(date.begin(), date.end(), '-', '/');
    return date + '/';
}

/// Publishers that stand for the author are not named twice.
void add_people(const Credits& credits, RisLines& lines) {
    const bool has_author = !credits.persons.empty() || !credits.makers.empty();
    lines.add("AU", credits.persons.empty() ? credits.organisations() : family_names_first(credits.persons));
    if (has_author) lines.add("PB", credits.publishers);
}

void add_subjects(const StoredRecord& record, const Labels& labels, RisLines& lines) {
    for (const StoredValue& theme : record.of(FieldId::theme)) lines.add("KW", labels.of(FieldId::theme, theme));
    lines.add("KW", record.keywords);
}

}  // namespace

std::string ris_entry(const StoredRecord& record, const Labels& labels, std::string_view address) {
    const std::string own = safe_address(record.url);
    RisLines lines;
    lines.add("TY", publication_kind(record).ris);
    lines.add("ID", record.id);
    lines.add("TI", record.title);
    add_people(credits_of(record, labels), lines);
    lines.add("PY", year_of(record));
    lines.add("DA", ris_date(record.date));
    lines.add("UR", own.empty() ? address : std::string_view(own));
    lines.add("Y2", own.empty() ? std::string() : ris_date(record.url_consulted));
    lines.add("AB", shortened(plain_line(record.abstract), most_abstract_bytes));
    add_subjects(record, labels, lines);
    for (const StoredValue& language : record.of(FieldId::language)) lines.add("LA", language.code);
    return lines.take();
}

}  // namespace schakel

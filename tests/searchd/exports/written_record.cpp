#include "tests/searchd/exports/written_record.hpp"

#include <functional>
#include <map>
#include <sstream>
#include <stdexcept>

namespace schakel {

namespace {

using Setter = std::function<void(StoredRecord&, const std::string&)>;

/// "club De club" → club, De club.
std::pair<std::string, std::string> two_parts(const std::string& text) {
    const std::size_t space = text.find(' ');
    return {text.substr(0, space), space == std::string::npos ? "" : text.substr(space + 1)};
}

Setter text(std::string StoredRecord::* member) {
    return [member](StoredRecord& record, const std::string& value) { record.*member = value; };
}

Setter list(std::vector<std::string> StoredRecord::* member) {
    return [member](StoredRecord& record, const std::string& value) { (record.*member).push_back(value); };
}

Setter number(std::optional<int> StoredRecord::* member) {
    return [member](StoredRecord& record, const std::string& value) { record.*member = std::stoi(value); };
}

Setter facet(FieldId id) {
    return [id](StoredRecord& record, const std::string& value) { record.of(id).push_back({value, "", "", ""}); };
}

Setter organisation(const std::string& role) {
    return [role](StoredRecord& record, const std::string& value) {
        const auto [code, name] = two_parts(value);
        record.of(FieldId::organisation).push_back({code, name, role, ""});
    };
}

void add_file(StoredRecord& record, const std::string& value) {
    const auto [url, media_type] = two_parts(value);
    record.files.push_back({url, media_type});
}

const std::map<std::string, Setter>& setters() {
    static const std::map<std::string, Setter> setters{
        {"id", text(&StoredRecord::id)},
        {"titel", text(&StoredRecord::title)},
        {"soort", text(&StoredRecord::kind)},
        {"samenvatting", text(&StoredRecord::abstract)},
        {"taalSamenvatting", text(&StoredRecord::abstract_language)},
        {"datum", text(&StoredRecord::date)},
        {"url", text(&StoredRecord::url)},
        {"geraadpleegd", text(&StoredRecord::url_consulted)},
        {"licentie", text(&StoredRecord::licence)},
        {"status", text(&StoredRecord::status)},
        {"gewijzigd", text(&StoredRecord::changed)},
        {"auteur", list(&StoredRecord::authors)},
        {"trefwoord", list(&StoredRecord::keywords)},
        {"jaar", number(&StoredRecord::year)},
        {"startjaar", number(&StoredRecord::start_year)},
        {"type", facet(FieldId::type)},
        {"thema", facet(FieldId::theme)},
        {"regio", facet(FieldId::region)},
        {"taal", facet(FieldId::language)},
        {"maker", organisation("maker")},
        {"uitgever", organisation("uitgever")},
        {"opdrachtgever", organisation("opdrachtgever")},
        {"deelnemer", organisation("deelnemer")},
        {"zelf", organisation("zelf")},
        {"bestand", add_file},
    };
    return setters;
}

}  // namespace

StoredRecord written_record(const std::string& text) {
    StoredRecord record;
    record.id = "voorbeeld";
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t colon = line.find(": ");
        const auto known = colon == std::string::npos ? setters().end() : setters().find(line.substr(0, colon));
        if (known == setters().end()) throw std::runtime_error("not a line of a record: " + line);
        known->second(record, line.substr(colon + 2));
    }
    return record;
}

std::vector<StoredRecord> written_records(const std::string& text) {
    std::vector<StoredRecord> records;
    std::istringstream lines(text);
    std::string one;
    for (std::string line; std::getline(lines, line);) {
        if (line != "---") {
            one += line + '\n';
            continue;
        }
        records.push_back(written_record(one));
        one.clear();
    }
    records.push_back(written_record(one));
    return records;
}

}  // namespace schakel

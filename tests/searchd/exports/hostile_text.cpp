#include "tests/searchd/exports/hostile_text.hpp"

#include <rapidcheck.h>

namespace schakel {

namespace {

const std::vector<std::string>& pieces() {
    using namespace std::string_literals;
    static const std::vector<std::string> pieces{"wijkteam",
                                                 "é",
                                                 " ",
                                                 "  ",
                                                 "\n",
                                                 "\r\n",
                                                 "\t",
                                                 "\0"s,
                                                 "\x01",
                                                 "\x1F",
                                                 "\x7F",
                                                 "\xC2\x85",
                                                 "\xC2\xA0",
                                                 "\xE2\x80\xA8",
                                                 "\xEF\xBF\xBE",
                                                 "\xEF\xBF\xBF",
                                                 "\xC3",
                                                 "\xED\xA0\x80",
                                                 "\xF0\x90\x8D\x88",
                                                 "]]>",
                                                 "<!--",
                                                 "<",
                                                 "</script>",
                                                 "&",
                                                 "&amp;",
                                                 "\"",
                                                 "'",
                                                 "=",
                                                 "+1",
                                                 "-1",
                                                 "@SUM(A1)",
                                                 "\xEF\xBC\x9D",
                                                 ";",
                                                 ",",
                                                 "|",
                                                 "{",
                                                 "}",
                                                 "\\",
                                                 "%",
                                                 "_",
                                                 "#",
                                                 "$",
                                                 "~",
                                                 "^",
                                                 " and ",
                                                 "ER  - ",
                                                 "TY  - ",
                                                 "\r\nER  - \r\n",
                                                 "2015",
                                                 "/",
                                                 ".",
                                                 "?"};
    return pieces;
}

std::vector<std::string> some_texts() {
    std::vector<std::string> texts;
    for (int count = *rc::gen::inRange(0, 3); count > 0; --count) texts.push_back(hostile_text());
    return texts;
}

}  // namespace

std::string hostile_text() {
    std::string text;
    for (int count = *rc::gen::inRange(0, 8); count > 0; --count) text += *rc::gen::elementOf(pieces());
    return text;
}

StoredRecord hostile_record() {
    StoredRecord record;
    record.id = "id" + hostile_text();
    record.title = hostile_text();
    record.kind = hostile_text();
    record.abstract = hostile_text();
    record.abstract_language = hostile_text();
    record.authors = some_texts();
    record.keywords = some_texts();
    record.date = hostile_text();
    record.url = *rc::gen::element(std::string(), std::string("https://")) + hostile_text();
    record.url_consulted = hostile_text();
    record.licence = hostile_text();
    record.status = hostile_text();
    record.files = {{"https://" + hostile_text(), hostile_text()}};
    record.of(FieldId::type) = {{*rc::gen::element<std::string>("rapport", "netwerk", "leerkring", "x"), "", "", ""}};
    for (const FieldId facet : {FieldId::theme, FieldId::region, FieldId::language})
        record.of(facet) = {{hostile_text(), hostile_text(), "", ""}};
    const std::string role = *rc::gen::element<std::string>("maker", "uitgever", "", "deelnemer", "zelf");
    record.of(FieldId::organisation) = {{hostile_text(), hostile_text(), role, ""}};
    return record;
}

}  // namespace schakel

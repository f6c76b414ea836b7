// What a file from elsewhere may hold: nothing in it may crash a reader, cost memory without bound or come out as bad text.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "config/utf8.hpp"
#include "corpus/reader_registry.hpp"
#include "corpus/to_text.hpp"
#include "tests/corpus/office_file.hpp"
#include "tests/corpus/pdf_file.hpp"
#include "tests/corpus/reading.hpp"

using namespace schakel;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

std::string xml_record(const std::string& fields) {
    return "<kennisproduct xmlns=\"urn:schakel:kennisproduct:1\" id=\"r\">" + fields + "</kennisproduct>";
}

ErrorCode only_error(std::string_view extension, std::string_view bytes) {
    const std::vector<ReadRecord> records = read_from_memory(extension, bytes);
    REQUIRE(records.size() == 1);
    REQUIRE_FALSE(records[0].product);
    return records[0].product.error().code;
}

/// Zipped once, because the tests ask for it thousands of times.
std::string_view sound_office_file(std::string_view extension) {
    static const std::string docx = office_file(
        "== word/document.xml\n<w:p><w:r><w:t>Één</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>\n"
        "== word/footnotes.xml\n<w:footnote w:id=\"1\"><w:p/></w:footnote>\n"
        "== docProps/core.xml\n<dc:title>Één</dc:title><dcterms:modified>2015-05-29</dcterms:modified>\n");
    static const std::string odt = office_file(
        "== content.xml\n<text:h>Één</text:h><text:list><text:list-item><text:p>a<text:s/></text:p></text:list-item>"
        "</text:list>\n== meta.xml\n<dc:title>Één</dc:title><dc:date>2015-05-29</dc:date>\n");
    return extension == ".docx" ? docx : odt;
}

std::string_view sound_pdf() {
    static const std::string pdf =
        pdf_file("Title: Één\n== pagina\n72 100 11\n  Eerste regel\n  tweede regel\n== pagina\n72 100 11\n  Nog een\n");
    return pdf;
}

/// The formats whose files can be made of one text; archives have tests of their own.
std::vector<const ReaderFormat*> formats_of_one_text() {
    std::vector<const ReaderFormat*> formats;
    for (const ReaderFormat& format : reader_formats())
        if (!format.golden_folder.empty()) formats.push_back(&format);
    return formats;
}

const ReaderFormat& any_format() {
    static const std::vector<const ReaderFormat*> formats = formats_of_one_text();
    return *formats[*rc::gen::inRange<std::size_t>(0, formats.size())];
}

/// A sound file per format, to cut up and to change.
std::string_view sound_file(std::string_view extension) {
    if (extension == ".pdf") return sound_pdf();
    if (extension == ".csv") return "id;titel;thema;tekst\na;\"Één; twee\";eenzaamheid|jeugd;t\nb;Twee;;\"u\nv\"\n";
    if (extension == ".tsv") return "id\ttitel\ttekst\na\tÉén\tt\nb\tTwee\tu\n";
    if (extension == ".html" || extension == ".htm" || extension == ".xhtml")
        return "<!doctype html><html lang=\"nl\"><head><meta charset=\"utf-8\"><title>Één</title><meta "
               "name=\"DC.date\" "
               "content=\"2015-05-29\"></head><body><nav><a href=\"#\">x</a></nav><main><h1>Één</h1><p>De tekst.</p>"
               "<table><tr><td>a<td>b</table></main></body></html>";
    if (extension == ".docx" || extension == ".odt") return sound_office_file(extension);
    if (extension == ".xml")
        return "<?xml version=\"1.0\"?><!-- é --><k:kennisproducten "
               "xmlns:k=\"urn:schakel:kennisproduct:1\"><k:kennisproduct "
               "id='a'><k:titel>Één &amp; <![CDATA[<twee>]]> &#233;</k:titel><k:regio rol=\"vestiging\" "
               "herkomst=\"afgeleid\">GM0153</k:regio><k:jaar>2015</k:jaar><k:pagina nummer=\"2\">tekst</k:pagina>"
               "</k:kennisproduct></k:kennisproducten>";
    if (extension == ".jsonl")
        return "{\"id\":\"a\",\"titel\":\"\\u00e9én\",\"tekst\":[\"p\",{\"nummer\":3,\"tekst\":\"q\"}],\"jaar\":2015,"
               "\"regios\":[{\"code\":\"PV23\",\"rol\":\"werkgebied\"}]}\n{\"id\":\"b\",\"titel\":null,\"tekst\":\"t\"}"
               "\n";
    if (extension == ".md")
        return "---\ntitle: \"één\"\ntags: &t [a, 'b']\nkeywords: *t\ndate: 2015-01-02\n---\n# Kop `x`\n\n- a\n  - "
               "b\n\n"
               "> c &eacute; <b>d</b>\n\n| e | f |\n|---|---|\n| [g](h) | ![i](j) |\n\n<div>\nk\n</div>\n";
    return "\xEF\xBB\xBFTitel één\n\ntekst\x0C\x0C tweede\x01 bladzijde\r\n";
}

bool is_clean(const std::string& text) {
    const auto is_control = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F; };
    return !first_invalid_utf8(text) && std::ranges::none_of(text, is_control);
}

/// What holds for every file, however broken.
void check_promises(std::string_view extension, std::string_view bytes) {
    const std::vector<ReadRecord> records = read_from_memory(extension, bytes, "map/bron");
    REQUIRE_FALSE(records.empty());
    for (const ReadRecord& record : records) {
        REQUIRE(record.location.starts_with("map/bron"));
        for (const Text& notice : record.notices) REQUIRE((is_clean(notice.nl) && is_clean(notice.en)));
        if (!record.product) {
            REQUIRE_FALSE(record.product.error().message.nl.empty());
            REQUIRE_FALSE(record.product.error().message.en.empty());
            REQUIRE(is_clean(record.product.error().message.nl));
            continue;
        }
        REQUIRE_FALSE(record.product->id.empty());
        REQUIRE_FALSE((record.product->title.empty() && record.product->pages.empty()));
        KnowledgeProduct product = *record.product;
        if (real_resolver().resolve(product)) REQUIRE(is_clean(to_text(product)));
    }
}

}  // namespace

TEST_CASE("XML of any depth or width is read or refused", "[corpus][faults]") {
    constexpr std::size_t deep = 1'000'000;
    CHECK(only_error(".xml", repeated("<a>", deep)) == ErrorCode::malformed);
    CHECK(only_error(".xml", repeated("<a>", deep) + repeated("</a>", deep)) == ErrorCode::malformed);
    CHECK(only_error(".xml", xml_record(repeated("<a>", deep) + repeated("</a>", deep))) == ErrorCode::malformed);
    CHECK(only_error(".xml", repeated("<a/>", 10'000'001)) == ErrorCode::malformed);
    const std::vector<ReadRecord> wide =
        read_from_memory(".xml", xml_record("<titel>T</titel>" + repeated("<thema>x</thema>", 100'000)));
    REQUIRE(wide.size() == 1);
    CHECK(wide[0].product->themes.size() == 100'000);
}

TEST_CASE("JSON of any depth or width is read or refused", "[corpus][faults]") {
    constexpr std::size_t deep = 1'000'000;
    CHECK(only_error(".jsonl", repeated("[", deep)) == ErrorCode::malformed);
    CHECK(only_error(".jsonl", repeated("[", deep) + repeated("]", deep)) == ErrorCode::malformed);
    CHECK(only_error(".jsonl", R"({"id":"a","titel":)" + repeated("[", deep) + repeated("]", deep) + "}") ==
          ErrorCode::malformed);
    std::string keys;
    for (int i = 0; i < 100'000; ++i) keys += "\"k" + std::to_string(i) + "\":1,";
    const std::vector<ReadRecord> wide = read_from_memory(".jsonl", "{" + keys + R"("id":"a","titel":"T"})");
    REQUIRE(wide.size() == 1);
    REQUIRE(wide[0].product);
    CHECK(wide[0].notices.size() == 1);
    CHECK(wide[0].notices[0].nl.size() < 10'000);
}

TEST_CASE("a JSON line longer than 64 MB is refused and the next one read", "[corpus][faults]") {
    const std::string too_long = R"({"id":"a","titel":")" + std::string(std::size_t{64} * 1024 * 1024, 'x') + "\"}\n";
    const std::vector<ReadRecord> records = read_from_memory(".jsonl", too_long + R"({"id":"b","titel":"T"})");
    REQUIRE(records.size() == 2);
    CHECK(records[0].product.error().message.nl == "de regel is langer dan 64 MB");
    CHECK(records[1].product->id == "b");
    CHECK(records[1].location == "bron:2");
}

TEST_CASE("front matter of any depth or size is read or refused", "[corpus][faults]") {
    CHECK(only_error(".md", "---\ntitel: " + repeated("[", 100'000) + "\n---\n") == ErrorCode::malformed);
    CHECK(only_error(".md", "---\ntitel: " + std::string(2'000'000, 'x') + "\n---\n") == ErrorCode::malformed);
    std::string bomb = "---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 9; ++i) {
        const std::string before = "*a" + std::to_string(i - 1) + ", ";
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + repeated(before, 9) + "x]\n";
    }
    CHECK(only_error(".md", bomb + "---\ntekst") == ErrorCode::malformed);
}

TEST_CASE("Markdown of any depth is read", "[corpus][faults]") {
    for (const std::string_view part : {"> ", "- ", "[", "**a ", "<div>", "&", "`", "|", "# ", "![", "<!--"}) {
        INFO("repeated " << part);
        check_promises(".md", repeated(part, 10'000));
        check_promises(".md", "# T\n\n" + repeated(part, 10'000));
    }
}

TEST_CASE("a table wider than its rows does not grow without bound", "[corpus][faults]") {
    constexpr std::size_t columns = 20'000;  // filling up every row gives 400 million cells
    const std::string head = repeated("|a", columns) + "|\n" + repeated("|---", columns) + "|\n";
    CHECK(only_error(".md", head + repeated("|b\n", columns)) == ErrorCode::malformed);
}

TEST_CASE("what only looks like text in front matter and JSON is refused", "[corpus][faults]") {
    CHECK(only_error(".md", "---\ntitel: \"a\\uD800b\"\n---\ntekst") == ErrorCode::malformed);
    check_promises(".md", "---\n\"\\uD800\": x\n---\ntekst");
    check_promises(".md", "---\na: \"\\é\"\n---\ntekst");
    check_promises(".jsonl", R"({"id":"é" é})");
    check_promises(".jsonl", "{\"id\":" + repeated("é", 300));
}

TEST_CASE("a file that is too large is refused before it is read", "[corpus][faults]") {
    const SourceItem item{"/dev/zero", "groot.txt", "text/plain", 0, std::uintmax_t{256} * 1024 * 1024 + 1};
    std::vector<ReadRecord> records;
    find_reader_format("groot.txt")->read_file(item, [&](ReadRecord record) { records.push_back(std::move(record)); });
    REQUIRE(records.size() == 1);
    CHECK(records[0].product.error().code == ErrorCode::unreadable);
}

TEST_CASE("a file that disappears between walk and reading is an error", "[corpus][faults]") {
    for (const ReaderFormat& format : reader_formats()) {
        std::vector<ReadRecord> records;
        const std::string name = "weg" + std::string{format.extension};
        read_item({"/nergens/" + name, name, {}, 0, 1},
                  [&](ReadRecord record) { records.push_back(std::move(record)); });
        REQUIRE(records.size() == 1);
        CHECK_FALSE(records[0].product);
        CHECK(records[0].location == name);
    }
}

TEST_CASE("a sound file cut off anywhere keeps the promises of a reader", "[corpus][faults]") {
    for (const ReaderFormat* format : formats_of_one_text()) {
        INFO(format->extension);
        const std::string_view sound = sound_file(format->extension);
        CHECK(std::ranges::all_of(read_from_memory(format->extension, sound),
                                  [](const ReadRecord& record) { return record.product.has_value(); }));
        for (std::size_t size = 0; size < sound.size(); ++size)
            check_promises(format->extension, sound.substr(0, size));
    }
}

TEST_CASE("a sound file with anything in it changed keeps the promises of a reader", "[corpus][property]") {
    rc::prop("changed bytes", [] {
        const ReaderFormat& format = any_format();
        std::string bytes{sound_file(format.extension)};
        const auto changes = *rc::gen::container<std::vector<std::pair<std::size_t, char>>>(
            rc::gen::pair(rc::gen::inRange<std::size_t>(0, bytes.size()), rc::gen::arbitrary<char>()));
        for (const auto& [at, byte] : changes) bytes[at] = byte;
        check_promises(format.extension, bytes);
    });
    rc::prop("parts in another order", [] {
        const ReaderFormat& format = any_format();
        const std::string_view sound = sound_file(format.extension);
        const auto at = rc::gen::inRange<std::size_t>(0, sound.size());
        std::string bytes;
        for (const auto& [start, length] :
             *rc::gen::container<std::vector<std::pair<std::size_t, std::size_t>>>(rc::gen::pair(at, at)))
            bytes += sound.substr(start, length);
        check_promises(format.extension, bytes);
    });
}

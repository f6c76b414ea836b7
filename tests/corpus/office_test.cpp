// What the golden cases of DOCX and ODT cannot show: size, damage, and what holds for every document.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "corpus/readers/office/docx.hpp"
#include "corpus/readers/office/odt.hpp"
#include "corpus/readers/office/office_names.hpp"
#include "corpus/readers/office/symbol_font.hpp"
#include "tests/corpus/office_file.hpp"

using namespace schakel;

namespace {

constexpr std::size_t megabyte = std::size_t{1024} * 1024;

ReadRecord read_docx_file(std::string_view bytes) {
    std::vector<ReadRecord> records;
    read_docx_bytes(bytes, "bron.docx", [&](ReadRecord record) { records.push_back(std::move(record)); });
    REQUIRE(records.size() == 1);
    return records[0];
}

ReadRecord read_odt_file(std::string_view bytes) {
    std::vector<ReadRecord> records;
    read_odt_bytes(bytes, "bron.odt", [&](ReadRecord record) { records.push_back(std::move(record)); });
    REQUIRE(records.size() == 1);
    return records[0];
}

std::string docx(const std::string& body) { return office_file("== word/document.xml\n" + body); }
std::string odt(const std::string& text) { return office_file("== content.xml\n" + text); }

std::string text_of(const ReadRecord& record) {
    REQUIRE(record.product);
    return record.product->pages.empty() ? "" : record.product->pages[0].text;
}

std::string message_of(const ReadRecord& record) {
    REQUIRE_FALSE(record.product);
    return record.product.error().message.nl;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

std::string run(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }

bool contains(std::string_view text, std::string_view wanted) { return text.find(wanted) != std::string_view::npos; }

}  // namespace

TEST_CASE("a part that grows too large when it is unpacked is refused", "[corpus][faults]") {
    const std::string large = repeated(" ", 65 * megabyte);
    CHECK(office_file("== content.xml\n" + large).size() < megabyte);
    CHECK(message_of(read_odt_file(odt(large))) == "onderdeel “content.xml” is uitgepakt groter dan 64 MB");
    CHECK(message_of(read_docx_file(docx(large))) == "onderdeel “word/document.xml” is uitgepakt groter dan 64 MB");
}

TEST_CASE("all parts together have a limit, and what goes before it is kept", "[corpus][faults]") {
    const std::string large = repeated(" ", 60 * megabyte);
    const ReadRecord record =
        read_docx_file(office_file("== word/document.xml\n<w:p>" + run("De tekst.") + "</w:p>" + large +
                                   "\n== word/styles.xml\n" + large + "\n== word/footnotes.xml\n" + large));
    CHECK(text_of(record) == "De tekst.");
    REQUIRE(record.notices.size() == 1);
    CHECK(contains(record.notices[0].nl, "onderdeel “word/footnotes.xml” is uitgepakt groter dan"));
}

TEST_CASE("an archive of more parts than any document has is refused", "[corpus][faults]") {
    std::string parts;
    for (int i = 0; i <= 20'000; ++i) parts += "== deel" + std::to_string(i) + '\n';
    CHECK(message_of(read_docx_file(office_file(parts))) == "het bestand heeft meer dan 20000 onderdelen");
    CHECK(message_of(read_odt_file(office_file(parts))) == "het bestand heeft meer dan 20000 onderdelen");
}

TEST_CASE("encrypted parts are a password", "[corpus][faults]") {
    CHECK(message_of(read_odt_file(encrypted_office_file("== content.xml\n<text:p>a</text:p>"))) ==
          "het bestand is beveiligd met een wachtwoord");
    CHECK(message_of(read_docx_file(encrypted_office_file("== word/document.xml\n<w:p/>"))) ==
          "het bestand is beveiligd met een wachtwoord");
}

TEST_CASE("an office document of any depth is read or refused", "[corpus][faults]") {
    const std::string table = "<w:tbl><w:tr><w:tc>";
    const std::string table_end = "</w:tc></w:tr></w:tbl>";
    const std::string paragraph = "<w:p>" + run("diep") + "</w:p>";
    CHECK(text_of(read_docx_file(docx(repeated(table, 80) + paragraph + repeated(table_end, 80)))) == "diep");
    CHECK(message_of(read_docx_file(docx(repeated(table, 300'000) + repeated(table_end, 300'000)))) ==
          "onderdeel “word/document.xml” is te diep genest");
    CHECK(message_of(read_odt_file(odt(repeated("<text:p>", 300'000) + repeated("</text:p>", 300'000)))) ==
          "onderdeel “content.xml” is te diep genest");
    CHECK(message_of(read_odt_file(odt(repeated("<a/>", 6'000'000)))) ==
          "onderdeel “content.xml” heeft te veel elementen");
}

/// Each of these takes minutes when something in it is looked up one by one.
TEST_CASE("wide office documents are read in time proportional to their size", "[corpus][faults]") {
    constexpr std::size_t many = 100'000;
    const std::string field = R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r>)";
    CHECK(text_of(read_docx_file(docx("<w:p>" + run("zin") + repeated(field + run("x"), many) + "</w:p>"))) == "zin");
    std::string styles;
    std::string spans;
    for (std::size_t i = 0; i < many; ++i) {
        styles +=
            fmt::format(R"(<style:style style:family="text" style:name="s{0}" style:parent-style-name="s{0}"/>)", i);
        spans += fmt::format(R"(<text:span text:style-name="s{}">x</text:span>)", i);
    }
    CHECK(text_of(read_odt_file(office_file("== content.xml/automatic-styles\n" + styles +
                                            "\n== content.xml\n<text:p>" + spans + "</text:p>"))) ==
          std::string(many, 'x'));
}

TEST_CASE("a note that is referred to a million times is read once", "[corpus][faults]") {
    const ReadRecord record = read_docx_file(office_file(
        "== word/document.xml\n<w:p>" + repeated(R"(<w:r><w:footnoteReference w:id="1"/></w:r>)", 1'000'000) +
        "</w:p>\n== word/footnotes.xml\n<w:footnote w:id=\"1\"><w:p>" + run(std::string(1000, 'n')) +
        "</w:p></w:footnote>"));
    CHECK(text_of(record) == std::string(1000, 'n'));
}

TEST_CASE("own properties of any number are listed shortly", "[corpus][faults]") {
    std::string own;
    const std::string long_name(200, 'n');
    for (int i = 0; i < 100'000; ++i)
        for (const std::string_view name : {std::string_view{long_name}, std::string_view{"n"}})
            own += fmt::format(R"(<meta:user-defined meta:name="{}{}">x</meta:user-defined>)", name, i);
    const ReadRecord record = read_odt_file(office_file("== content.xml\n<text:p>a</text:p>\n== meta.xml\n" + own));
    REQUIRE(record.notices.size() == 1);
    CHECK(record.notices[0].nl.size() < 1000);
    CHECK(record.notices[0].nl.ends_with(", …"));
}

TEST_CASE("titles that a program filled in are not titles", "[corpus]") {
    for (const std::string_view title :
         {"Document1", "document 12", "Microsoft Word - nota.doc", "nota definitief.DOCX", "Naamloos 1", "Titel",
          "[Titel van het document]", "2015", "...", "Sjabloon"})
        CHECK_FALSE(is_document_title(title));
    for (const std::string_view title :
         {"Documentatie Wmo", "Document van overdracht", "Wmo 2015", "Wat werkt waar?", "Titelloos bestaan"})
        CHECK(is_document_title(title));
    CHECK_FALSE(is_telling_heading("1.1 Inleiding"));
    CHECK(is_telling_heading("Inleiding in de Wmo"));
    CHECK_FALSE(is_author_name("Windows-gebruiker"));
    CHECK(is_author_name("De Gebruikersraad"));
}

TEST_CASE("symbols of fonts become characters", "[corpus]") {
    CHECK(symbol_character("Symbol", 0xF061) == "α");
    CHECK(symbol_character("Wingdings", 0xF0E0) == "→");
    CHECK(symbol_character("Wingdings", 0xF041) == " ");
    CHECK(symbol_character("Arial", 0x20AC) == "€");
    CHECK(symbol_character("Arial", 0x110000) == " ");
}

namespace {

/// Gives out words that occur once, in the order in which they stand in the document.
class DocumentMaker {
public:
    std::string seen_word() { return seen_.emplace_back("zie" + std::to_string(++count_) + "."); }
    std::string unseen_word() { return unseen_.emplace_back("weg" + std::to_string(++count_) + "."); }

    std::string inline_piece(int depth) {
        switch (*rc::gen::inRange(0, depth > 0 ? 9 : 3)) {
            case 0: return run(seen_word());
            case 1: return "<w:del>" + run(unseen_word()) + "</w:del>";
            case 2: return "<w:r><w:rPr><w:vanish/></w:rPr><w:t>" + unseen_word() + "</w:t></w:r>";
            case 3: return "<w:ins>" + inline_piece(depth - 1) + "</w:ins>";
            case 4: return "<w:hyperlink>" + inline_pieces(depth - 1) + "</w:hyperlink>";
            case 5: return "<w:fldSimple w:instr=\"weg\">" + inline_piece(depth - 1) + "</w:fldSimple>";
            case 6: return "<w:sdt><w:sdtContent>" + inline_piece(depth - 1) + "</w:sdtContent></w:sdt>";
            case 7: return choice(depth - 1);
            default: return "<w:r><w:instrText>" + unseen_word() + "</w:instrText><w:tab/></w:r>";
        }
    }

    std::string block(int depth) {
        switch (*rc::gen::inRange(0, depth > 0 ? 5 : 2)) {
            case 0: return "<w:p>" + inline_pieces(depth) + "</w:p>";
            case 1: return "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + inline_piece(depth) + "</w:p><w:p/>";
            case 2: return table(depth - 1);
            case 3: return "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:p>" + run(unseen_word()) + "</w:p></w:sdt>";
            default: return box(depth - 1);
        }
    }

    const std::vector<std::string>& seen() const { return seen_; }
    const std::vector<std::string>& unseen() const { return unseen_; }

private:
    // The words are made in the order of the statements; that of the operands of + is free.
    std::string inline_pieces(int depth) {
        std::string pieces = inline_piece(depth);
        pieces += inline_piece(depth);
        return pieces;
    }

    std::string choice(int depth) {
        std::string xml = "<mc:AlternateContent><mc:Choice>" + inline_piece(depth);
        return xml + "</mc:Choice><mc:Fallback>" + run(unseen_word()) + "</mc:Fallback></mc:AlternateContent>";
    }

    std::string table(int depth) {
        std::string xml = "<w:tbl><w:tr><w:tc>" + block(depth);
        xml += "</w:tc><w:tc>" + block(depth);
        xml += "</w:tc></w:tr><w:tr><w:tc>" + block(depth);
        return xml + "</w:tc></w:tr></w:tbl>";
    }

    std::string box(int depth) {
        std::string xml = "<w:p>" + inline_piece(depth);
        xml += "<w:r><w:pict><w:txbxContent>" + block(depth);
        return xml + "</w:txbxContent></w:pict></w:r></w:p>";
    }

    int count_ = 0;
    std::vector<std::string> seen_;
    std::vector<std::string> unseen_;
};

}  // namespace

TEST_CASE("of any Word document every visible word comes out once, in order, and no hidden one", "[corpus][property]") {
    rc::prop("random documents", [] {
        DocumentMaker maker;
        std::string body = "<w:p>" + run(maker.seen_word()) + "</w:p>";
        const int blocks = *rc::gen::inRange(0, 6);
        for (int i = 0; i < blocks; ++i) body += maker.block(4);
        const std::string text = text_of(read_docx_file(docx(body)));
        std::size_t after = 0;
        for (const std::string& word : maker.seen()) {
            const std::size_t at = text.find(word, after);
            RC_ASSERT(at != std::string::npos);
            RC_ASSERT(text.find(word, at + 1) == std::string::npos);
            after = at + word.size();
        }
        for (const std::string& word : maker.unseen()) RC_ASSERT_FALSE(contains(text, word));
    });
}

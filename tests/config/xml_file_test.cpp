#include "config/xml_file.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace schakel {
namespace {

constexpr std::string_view record = "urn:schakel:kennisproduct:1";

}  // namespace

TEST_CASE("namespaces are told by declaration, not by prefix") {
    const auto file =
        XmlFile::parse("a.xml",
                       "<k:a xmlns:k='urn:schakel:kennisproduct:1' xmlns='urn:anders' k:rol='zelf' kaal='1'>\n"
                       "<k:b/><b/><x:b/></k:a>");
    REQUIRE(file);
    const pugi::xml_node root = file->root();
    CHECK(file->is(root, record, "a"));
    CHECK(file->attribute(root, record, "rol") == "zelf");
    CHECK(file->attribute(root, "", "kaal") == "1");
    CHECK(file->attribute(root, record, "kaal").empty());
    pugi::xml_node child = root.first_child();
    CHECK(file->is(child, record, "b"));
    CHECK(file->place_of(child) == "a.xml:2");
    child = child.next_sibling();
    CHECK(file->is(child, "urn:anders", "b"));
    child = child.next_sibling();
    CHECK(file->namespace_of(child).empty());
}

TEST_CASE("text is what a reader sees") {
    const auto file =
        XmlFile::parse("a.xml", "<a xml:lang='nl'> een\n <!-- weg -->t&amp;w<![CDATA[ee]]> <b xml:lang='fy'/></a>");
    REQUIRE(file);
    CHECK(XmlFile::text_of(file->root()) == "een t&wee");
    CHECK(XmlFile::language_of(file->root()) == "nl");
    CHECK(XmlFile::language_of(file->root().child("b")) == "fy");
}

TEST_CASE("files that are not XML are refused with a line") {
    const auto message = [](std::string_view text) {
        const auto file = XmlFile::parse("a.xml", text);
        REQUIRE_FALSE(file);
        return file.error().message.nl;
    };
    CHECK(message("<a>\n<b>\n</a>") == "a.xml:3: een sluittag past niet bij de tag die open staat");
    CHECK(message("") == "a.xml:1: er staat geen XML-element in");
    CHECK(message("<a>\n\xE9</a>") == "a.xml:2: byte 4 is geen geldige UTF-8");
    CHECK(message("zomaar tekst") == "a.xml:1: er staat geen XML-element in");
}

TEST_CASE("entities from outside are not loaded") {
    const auto file = XmlFile::parse("a.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>");
    REQUIRE(file);
    CHECK(XmlFile::text_of(file->root()) == "&x;");
}

TEST_CASE("a million nested elements do not crash") {
    std::string text;
    for (int i = 0; i < 1'000'000; ++i) text += "<a>";
    CHECK_FALSE(XmlFile::parse("diep.xml", text));
    for (int i = 0; i < 1'000'000; ++i) text += "</a>";
    CHECK_FALSE(XmlFile::parse("diep.xml", text));
}

}  // namespace schakel

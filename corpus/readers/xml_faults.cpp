#include "corpus/readers/xml_faults.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include <fmt/format.h>

#include "corpus/excerpt.hpp"

namespace schakel {

namespace {

/// Every element costs pugixml some 64 bytes, and `<a/>` takes only four in a file.
constexpr std::size_t most_tags = 10'000'000;

struct Section {
    std::string_view begin;
    std::string_view end;
};

/// Where an `&` is just a character.
constexpr std::array sections{Section{"<![CDATA[", "]]>"}, Section{"<!--", "-->"}, Section{"<?", "?>"}};

constexpr std::string_view document_type = "<!DOCTYPE";

/// Length of the section that starts here; 0 when none does. An unfinished one is left to the parser to report.
std::size_t section_length(std::string_view bytes) {
    for (const Section& section : sections) {
        if (!bytes.starts_with(section.begin)) continue;
        const std::size_t end = bytes.find(section.end, section.begin.size());
        return end == std::string_view::npos ? bytes.size() : end + section.end.size();
    }
    return 0;
}

/// The production Char of XML 1.0.
constexpr bool is_xml_character(std::uint32_t code_point) {
    return code_point == 0x9 || code_point == 0xA || code_point == 0xD ||
           (code_point >= 0x20 && code_point <= 0xD7FF) || (code_point >= 0xE000 && code_point <= 0xFFFD) ||
           (code_point >= 0x10000 && code_point <= 0x10FFFF);
}

bool is_character_reference(std::string_view name) {
    const int base = name.starts_with("#x") ? 16 : 10;
    name.remove_prefix(base == 16 ? 2 : 1);
    std::uint32_t code_point = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code_point, base);
    return error == std::errc{} && end == name.data() + name.size() && is_xml_character(code_point);
}

bool is_known_reference(std::string_view name) {
    constexpr std::array<std::string_view, 5> predefined{"amp", "lt", "gt", "quot", "apos"};
    if (name.starts_with('#')) return is_character_reference(name);
    return std::ranges::find(predefined, name) != predefined.end();
}

std::optional<XmlFault> reference_fault(std::string_view bytes, std::size_t offset) {
    constexpr std::size_t longest_name = 32;
    const std::string_view rest = bytes.substr(offset + 1, longest_name);
    const std::size_t end = rest.find_first_of("; \t\r\n<&");
    const Text hint{"schrijf een & als &amp; en andere tekens gewoon, in UTF-8",
                    "write & as &amp; and other characters as they are, in UTF-8"};
    const bool is_reference = end != std::string_view::npos && end > 0 && rest[end] == ';';
    if (!is_reference) {
        return XmlFault{offset, {"een & op zichzelf", "an & by itself"}, hint};
    }
    if (is_known_reference(rest.substr(0, end))) return std::nullopt;
    const std::string shown = in_quotes(bytes.substr(offset, end + 2));
    return XmlFault{offset, {shown + " bestaat niet in XML", shown + " does not exist in XML"}, hint};
}

}  // namespace

std::optional<XmlFault> find_xml_fault(std::string_view bytes) {
    std::size_t tags = 0;
    for (std::size_t at = bytes.find_first_of("<&"); at != std::string_view::npos; at = bytes.find_first_of("<&", at)) {
        if (bytes[at] == '&') {
            if (auto fault = reference_fault(bytes, at)) return fault;
            ++at;
            continue;
        }
        if (bytes.substr(at).starts_with(document_type)) {
            return XmlFault{
                at,
                {"een documenttype (DOCTYPE) is niet toegestaan", "a document type (DOCTYPE) is not allowed"},
                {"haal alles van <!DOCTYPE tot en met de bijbehorende > weg",
                 "remove everything from <!DOCTYPE up to the > that belongs to it"}};
        }
        if (++tags > most_tags) {
            return XmlFault{
                at, {fmt::format("meer dan {} tags", most_tags), fmt::format("more than {} tags", most_tags)}, {}};
        }
        at += std::max<std::size_t>(section_length(bytes.substr(at)), 1);
    }
    return std::nullopt;
}

}  // namespace schakel

#include "corpus/readers/office/office_faults.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "corpus/excerpt.hpp"
#include "corpus/file_text.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

using namespace std::string_view_literals;

/// Compound File Binary (MS-CFB 2.2): Word before 2007, and the wrapping of a file with a password since.
constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

/// Names of streams in its directory, in UTF-16.
constexpr std::string_view encrypted_package = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
constexpr std::string_view word_document = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv;

bool contains(std::string_view bytes, std::string_view wanted) { return bytes.find(wanted) != std::string_view::npos; }

Error old_office_file(std::string_view bytes, std::string_view extension) {
    if (contains(bytes, encrypted_package)) return password_needed();
    const Text hint{fmt::format("open het in Word of LibreOffice en bewaar het als {}", extension),
                    fmt::format("open it in Word or LibreOffice and save it as {}", extension)};
    if (contains(bytes, word_document))
        return {ErrorCode::unsupported_format,
                {"dit is een oud Word-bestand (.doc)", "this is an old Word file (.doc)"},
                hint};
    return {ErrorCode::unsupported_format,
            {"dit is een oud Office-bestand, geen Word-document", "this is an old Office file, no Word document"},
            hint};
}

struct OtherFormat {
    std::string_view start;
    std::string_view nl;
    std::string_view en;
};

constexpr std::array other_formats{
    OtherFormat{"{\\rtf", "dit is een RTF-bestand (.rtf)", "this is an RTF file (.rtf)"},
    OtherFormat{"%PDF-", "dit is een pdf", "this is a PDF"},
    OtherFormat{"<", "dit is XML of een webpagina, geen tekstdocument", "this is XML or a web page, no text document"},
};

/// A package that is recognised by a part, or by the folder (with '/') of one.
struct OtherPackage {
    std::string_view part;
    std::string_view extension;  // a file with it is no other package
    std::string_view nl;
    std::string_view en;
};

constexpr std::array other_packages{
    OtherPackage{"word/document.xml", ".docx", "dit is een Word-document (.docx)", "this is a Word document (.docx)"},
    OtherPackage{"xl/",
                 {},
                 "dit is een Excel-bestand (.xlsx), geen tekstdocument",
                 "this is an Excel file (.xlsx), no text document"},
    OtherPackage{"ppt/",
                 {},
                 "dit is een PowerPoint-bestand (.pptx), geen tekstdocument",
                 "this is a PowerPoint file (.pptx), no text document"},
    OtherPackage{"content.xml", ".odt", "dit is een OpenDocument-bestand (.odt)",
                 "this is an OpenDocument file (.odt)"},
    OtherPackage{"mimetype",
                 {},
                 "dit is een e-boek of een ander bestand, geen tekstdocument",
                 "this is an e-book or another file, no text document"},
};

Text proper_format(std::string_view extension) {
    return {fmt::format("geef het de extensie die erbij hoort, of bewaar het als {}", extension),
            fmt::format("give it the extension that it should have, or save it as {}", extension)};
}

Error other_file(std::string_view bytes, std::string_view extension) {
    constexpr std::size_t longest_start = 16;
    const std::string start = one_line(valid_utf8(bytes.substr(0, longest_start)));
    for (const OtherFormat& format : other_formats)
        if (start.starts_with(format.start))
            return {ErrorCode::unsupported_format,
                    {std::string{format.nl}, std::string{format.en}},
                    proper_format(extension)};
    return {ErrorCode::malformed,
            {fmt::format("dit is geen {}-bestand", extension), fmt::format("this is no {} file", extension)},
            {"open het in een tekstverwerker en bewaar het opnieuw", "open it in a word processor and save it again"}};
}

}  // namespace

Error no_text() {
    return {ErrorCode::unreadable,
            {"het document bevat geen tekst: het is leeg, of er staan alleen afbeeldingen in",
             "the document holds no text: it is empty, or holds nothing but pictures"},
            {"haal het weg, of vraag de maker om een versie met tekst",
             "remove it, or ask its maker for a version with text"}};
}

Error password_needed() {
    return {ErrorCode::unreadable,
            {"het bestand is beveiligd met een wachtwoord", "the file is protected with a password"},
            {"bewaar het zonder wachtwoord", "save it without a password"}};
}

Error damaged_package(std::string_view detail) {
    return {ErrorCode::malformed,
            {"het bestand is beschadigd of afgebroken", fmt::format("the file is damaged or cut off ({})", detail)},
            {"haal het opnieuw op, of open het in een tekstverwerker en bewaar het opnieuw",
             "fetch it again, or open it in a word processor and save it again"}};
}

Error not_a_document(std::span<const std::string> names, std::string_view extension) {
    for (const OtherPackage& package : other_packages) {
        const bool is_folder = package.part.ends_with('/');
        const auto matches = [&](const std::string& name) {
            return is_folder ? name.starts_with(package.part) : name == package.part;
        };
        if (package.extension != extension && std::ranges::any_of(names, matches))
            return {ErrorCode::unsupported_format,
                    {std::string{package.nl}, std::string{package.en}},
                    proper_format(extension)};
    }
    return {ErrorCode::unsupported_format,
            {"in dit bestand staat geen tekstdocument", "there is no text document in this file"},
            proper_format(extension)};
}

std::optional<Error> find_office_fault(std::string_view bytes, std::string_view extension) {
    if (one_line(bytes.substr(0, 256)).empty()) return empty_file();
    if (bytes.starts_with("PK")) return std::nullopt;
    if (bytes.starts_with(compound_file)) return old_office_file(bytes, extension);
    return other_file(bytes, extension);
}

}  // namespace schakel

#include "corpus/readers/pdf/pdf_properties.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <unicode/unistr.h>

#include "corpus/excerpt.hpp"
#include "corpus/readers/metadata/dublin_core.hpp"
#include "corpus/readers/metadata/metadata_field.hpp"
#include "corpus/readers/office/office_names.hpp"
#include "corpus/readers/pdf/xmp.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

constexpr std::array<std::string_view, 8> software_keys{"Creator",         "Producer",       "ModDate",
                                                        "Trapped",         "AAPL:Keywords",  "SourceModified",
                                                        "PTEX.Fullbanner", "GTS_PDFXVersion"};

constexpr std::array<std::string_view, 2> titles{"Title", "dc:title"};

std::string to_utf8(const poppler::ustring& text) {
    const std::u16string units{text.begin(), text.end()};
    std::string utf8;
    icu::UnicodeString{units.data(), static_cast<std::int32_t>(units.size())}.toUTF8String(utf8);
    return utf8;
}

/// The bytes of an XMP packet, of which poppler makes a character each.
std::string packet_of(const poppler::ustring& metadata) {
    std::string bytes;
    bytes.reserve(metadata.size());
    for (const auto unit : metadata) bytes += static_cast<char>(static_cast<unsigned char>(unit & 0xFFU));
    return valid_utf8(bytes);
}

bool contains(const auto& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

void read_information(const poppler::document& document, std::vector<PdfProperty>& properties) {
    for (const std::string& key : document.info_keys()) {
        if (contains(software_keys, key)) continue;
        std::string value = one_line(to_utf8(document.info_key(key)));
        if (!value.empty()) properties.push_back({valid_utf8(key), std::move(value)});
    }
}

std::string_view stem_of(std::string_view uri) {
    uri.remove_prefix(uri.find_last_of("/\\") == std::string_view::npos ? 0 : uri.find_last_of("/\\") + 1);
    return uri.substr(0, uri.rfind('.'));
}

/// One word with a sign that only file names have: Def_rapport-v3, hoofdstuk1.tex, C:\stukken\nota.
bool is_file_name(std::string_view title) {
    if (title.find(' ') != std::string_view::npos) return title.find(":\\") == 1;
    const std::size_t dot = title.rfind('.');
    const bool has_extension =
        dot != std::string_view::npos && dot > 0 && title.size() - dot >= 3 && title.size() - dot <= 6;
    return has_extension || title.find_first_of("_\\/") != std::string_view::npos;
}

/// Programs that print put their name, and the name of the file, where the title belongs.
bool is_filled_in(std::string_view title) {
    constexpr std::array<std::string_view, 3> openings{"Microsoft PowerPoint - ", "Microsoft Excel - ", "about:"};
    return std::ranges::any_of(openings, [&](std::string_view opening) { return title.starts_with(opening); });
}

bool is_title(std::string_view title, std::string_view uri) {
    return is_document_title(title) && !is_file_name(title) && !is_filled_in(title) && title != stem_of(uri);
}

/// D:20150529143000+02'00' → 2015-05-29; the day as it was where the file was made.
std::string day_of(std::string_view date) {
    if (date.starts_with("D:")) date.remove_prefix(2);
    constexpr std::size_t digits = 8;
    const bool has_day = date.size() >= digits &&
                         std::all_of(date.begin(), date.begin() + digits, [](char c) { return c >= '0' && c <= '9'; });
    if (!has_day) return std::string{date};
    return fmt::format("{}-{}-{}", date.substr(0, 4), date.substr(4, 2), date.substr(6, 2));
}

bool reads_as_abstract(std::string_view subject) {
    constexpr std::size_t longest_theme = 60;  // bytes
    return subject.size() > longest_theme || subject.ends_with('.');
}

/// The row of a property; nullptr when the record has no place for it.
const MetadataField* field_for(const PdfProperty& property) {
    static constexpr MetadataField author{"Author", "auteur", MetadataForm::list};
    static constexpr MetadataField theme{"Subject", "thema"};
    static constexpr MetadataField abstract{"Subject", "samenvatting"};
    static constexpr MetadataField keywords{"Keywords", "trefwoord", MetadataForm::list};
    static constexpr MetadataField created{"CreationDate", "datum", MetadataForm::date};
    if (property.name == "Author") return &author;
    if (property.name == "Keywords") return &keywords;
    if (property.name == "CreationDate") return &created;
    if (property.name == "Subject") return reads_as_abstract(property.value) ? &abstract : &theme;
    const std::size_t colon = property.name.find(':');
    return colon == std::string::npos || property.name.starts_with("prism:")
               ? nullptr
               : find_dublin_core_field(std::string_view{property.name}.substr(colon + 1));
}

/// Adds the properties of one file to its record.
class PropertyReading {
public:
    explicit PropertyReading(RecordBuilder& record) : record_(record) {}

    /// XMP says better who wrote a work and when it came out; what the dictionary says again is no loss.
    void read(const std::vector<PdfProperty>& properties) {
        for (const PdfProperty& property : properties)
            if (is_xmp(property)) read(property);
        for (const PdfProperty& property : properties)
            if (!is_xmp(property)) read(property);
        give_notice();
    }

private:
    static bool is_xmp(const PdfProperty& property) { return property.name.find(':') != std::string::npos; }

    void read(const PdfProperty& property) {
        if (contains(titles, property.name)) return;
        const MetadataField* field = field_for(property);
        if (field == nullptr) return leave_out(property.name);
        if (is_said(*field, property) || !is_meant(*field, property.value)) return;
        const Text name{property.name, property.name};
        if (!add_metadata_value(*field, {value_for(*field, property)}, name, record_)) leave_out(property.name);
    }

    /// Whether the record already has what the dictionary may repeat.
    bool is_said(const MetadataField& field, const PdfProperty& property) const {
        const KnowledgeProduct& product = record_.product();
        if (is_xmp(property)) return field.element == "vorm";  // always application/pdf
        if (field.element == "auteur") return !product.authors.empty();
        if (field.element == "samenvatting") return !product.abstract.empty();
        return field.element == "datum" && (!product.date.empty() || product.year);
    }

    static bool is_meant(const MetadataField& field, std::string_view value) {
        if (field.element == "auteur") return is_author_name(value);
        return field.element != "datum" || !is_zero_date(day_of(value));
    }

    static std::string value_for(const MetadataField& field, const PdfProperty& property) {
        std::string value = property.value;
        if (property.name == "Keywords") std::ranges::replace(value, ',', ';');
        return field.element == "datum" ? day_of(value) : value;
    }

    void leave_out(const std::string& name) {
        std::string shown = excerpt(one_line(name), 60);
        if (!contains(left_out_, shown)) left_out_.push_back(std::move(shown));
    }

    void give_notice() {
        constexpr std::size_t most_names = 20;
        if (left_out_.empty()) return;
        const std::string more = left_out_.size() > most_names ? ", …" : "";
        left_out_.resize(std::min(left_out_.size(), most_names));
        record_.notice({fmt::format("niet overgenomen: {}{}", fmt::join(left_out_, ", "), more),
                        fmt::format("not taken over: {}{}", fmt::join(left_out_, ", "), more)});
    }

    RecordBuilder& record_;
    std::vector<std::string> left_out_;
};

}  // namespace

std::vector<PdfProperty> properties_of(const poppler::document& document) {
    std::vector<PdfProperty> properties;
    read_information(document, properties);
    for (const XmpProperty& property : xmp_properties(packet_of(document.metadata())))
        properties.push_back({property.name, one_line(property.value)});
    return properties;
}

std::string title_of(const std::vector<PdfProperty>& properties, std::string_view uri) {
    for (const std::string_view name : titles)
        for (const PdfProperty& property : properties)
            if (property.name == name && is_title(property.value, uri)) return property.value;
    return {};
}

void add_properties(const std::vector<PdfProperty>& properties, RecordBuilder& record) {
    record.set_foreign_values();
    PropertyReading{record}.read(properties);
}

}  // namespace schakel

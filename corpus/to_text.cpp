#include "corpus/to_text.hpp"

#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "corpus/value_names.hpp"

namespace schakel {

namespace {

/// Writes the lines of one record.
class RecordText {
public:
    void line(std::string_view field, std::string_view value, const std::vector<std::string_view>& remarks = {}) {
        if (value.empty()) return;
        fmt::format_to(std::back_inserter(text_), "{}: {}", field, value);
        if (!remarks.empty()) fmt::format_to(std::back_inserter(text_), " [{}]", fmt::join(remarks, ", "));
        text_ += '\n';
    }

    void line(std::string_view field, std::optional<int> number) {
        if (number) line(field, std::to_string(*number));
    }

    void line(std::string_view field, const std::optional<CodedValue>& value) {
        if (value) line(field, value->code, {name_of(provenance_names, value->provenance)});
    }

    void lines(std::string_view field, const std::vector<CodedValue>& values) {
        for (const CodedValue& value : values) line(field, value.code, {name_of(provenance_names, value.provenance)});
    }

    void lines(std::string_view field, const std::vector<std::string>& values) {
        for (const std::string& value : values) line(field, value);
    }

    void page(const Page& page) {
        text_ += page.number == 0 ? "tekst:\n" : fmt::format("pagina {}:\n", page.number);
        for (std::size_t start = 0; start < page.text.size();) {
            const std::size_t end = std::min(page.text.find('\n', start), page.text.size());
            const std::string_view written = std::string_view{page.text}.substr(start, end - start);
            if (!written.empty()) fmt::format_to(std::back_inserter(text_), "  {}", written);
            text_ += '\n';
            start = end + 1;
        }
    }

    std::string take() && { return std::move(text_); }

private:
    std::string text_;
};

void write_subjects(const KnowledgeProduct& product, RecordText& text) {
    text.lines("thema", product.themes);
    text.lines("domein", product.domains);
    for (const RegionValue& region : product.regions)
        text.line("regio", region.code,
                  {name_of(region_role_names, region.role), name_of(provenance_names, region.provenance)});
    text.lines("voorWie", product.audiences);
    text.lines("doelgroep", product.populations);
    text.lines("activiteit", product.activities);
}

void write_makers(const KnowledgeProduct& product, RecordText& text) {
    for (const OrganisationValue& organisation : product.organisations) {
        const std::string shown = organisation.name.empty()
                                      ? organisation.code
                                      : fmt::format("{} = {}", organisation.code, organisation.name);
        text.line(
            "organisatie", shown,
            {name_of(organisation_role_names, organisation.role), name_of(provenance_names, organisation.provenance)});
    }
    text.lines("auteur", product.authors);
}

void write_evidence(const KnowledgeProduct& product, RecordText& text) {
    if (!product.evidence) return;
    std::vector<std::string_view> remarks{name_of(provenance_names, product.evidence->provenance)};
    if (!product.evidence_source.empty()) remarks.insert(remarks.begin(), product.evidence_source);
    text.line("onderbouwing", product.evidence->code, remarks);
}

void write_classification(const KnowledgeProduct& product, RecordText& text) {
    text.line("schaal", product.scale);
    write_evidence(product, text);
    text.lines("soortKennis", product.knowledge_kinds);
    text.lines("vorm", product.forms);
    text.lines("trefwoord", product.keywords);
}

std::vector<std::string_view> remarks_if(const std::string& remark) {
    if (remark.empty()) return {};
    return {remark};
}

void write_origin(const KnowledgeProduct& product, RecordText& text) {
    text.line("jaar", product.year);
    text.line("datum", product.date);
    text.line("startjaar", product.start_year);
    text.line("taal", product.language);
    text.line("url", product.url, remarks_if(product.url_consulted));
    for (const ProductFile& file : product.files) text.line("bestand", file.url, remarks_if(file.media_type));
    text.line("licentie", product.rights.licence);
    text.lines("bron", product.sources);
    text.line("peildatum", product.reference_date);
    if (product.status) text.line("status", name_of(status_names, *product.status));
    text.line("opvolger", product.successor);
    text.line("laatstGecontroleerd", product.last_checked);
    for (const Relation& relation : product.relations)
        text.line("verwant", relation.id, {name_of(relation_names, relation.kind)});
    text.line("opmerking", product.note);
}

}  // namespace

std::string to_text(const KnowledgeProduct& product) {
    RecordText text;
    text.line("id", product.id);
    text.line("titel", product.title);
    text.line("type", product.type);
    text.line("soort", product.kind);
    text.line("samenvatting", product.abstract, remarks_if(product.abstract_language));
    write_subjects(product, text);
    write_makers(product, text);
    write_classification(product, text);
    write_origin(product, text);
    for (const Page& page : product.pages) text.page(page);
    return std::move(text).take();
}

}  // namespace schakel

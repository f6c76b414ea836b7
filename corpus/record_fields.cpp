#include "corpus/record_fields.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "config/nearest.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/value_names.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

std::string_view attribute(const WrittenValue& value, std::string_view name) {
    for (const auto& [attribute_name, text] : value.attributes)
        if (attribute_name == name) return text;
    return {};
}

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

void report(RecordProblems& problems, const WrittenValue& value, const std::string& nl, const std::string& en,
            Text hint = {}) {
    problems.add(ErrorCode::malformed, {value.field.nl + ": " + nl, value.field.en + ": " + en}, std::move(hint));
}

/// The value that is written so; what nobody knows is reported and gives the default.
template <class Value, std::size_t size>
Value named(const std::array<ValueName<Value>, size>& names, std::string_view what, std::string_view written,
            const WrittenValue& value, RecordProblems& problems) {
    if (written.empty()) return names.front().value;
    if (const auto found = value_of(names, written)) return *found;
    std::vector<std::string_view> known;
    for (const auto& row : names) known.push_back(row.name);
    report(problems, value, fmt::format("{} {} is onbekend", what, in_quotes(written)),
           fmt::format("{} {} is unknown", what, in_quotes(written)),
           {fmt::format("kies uit {}", fmt::join(known, ", ")), fmt::format("choose from {}", fmt::join(known, ", "))});
    return names.front().value;
}

Provenance provenance(const WrittenValue& value, RecordProblems& problems) {
    return named(provenance_names, "herkomst", attribute(value, "herkomst"), value, problems);
}

CodedValue coded(const WrittenValue& value, RecordProblems& problems) {
    return {one_line(value.text), provenance(value, problems)};
}

template <auto member>
void assign_text(KnowledgeProduct& product, const WrittenValue& value, RecordProblems&) {
    product.*member = one_line(value.text);
}

template <auto member>
void assign_texts(KnowledgeProduct& product, const WrittenValue& value, RecordProblems&) {
    (product.*member).push_back(one_line(value.text));
}

template <auto member>
void assign_code(KnowledgeProduct& product, const WrittenValue& value, RecordProblems& problems) {
    product.*member = coded(value, problems);
}

template <auto member>
void assign_codes(KnowledgeProduct& product, const WrittenValue& value, RecordProblems& problems) {
    (product.*member).push_back(coded(value, problems));
}

template <auto member>
void assign_year(KnowledgeProduct& product, const WrittenValue& value, RecordProblems& problems) {
    const std::string written = one_line(value.text);
    product.*member = whole_number(written);
    if (!(product.*member)) {
        report(problems, value, in_quotes(written) + " is geen jaartal", in_quotes(written) + " is not a year",
               {"schrijf een jaar in vier cijfers, zoals 2015", "write a year in four digits, such as 2015"});
    }
}

void assign_abstract(KnowledgeProduct& product, const WrittenValue& value, RecordProblems&) {
    product.abstract = one_line(value.text);
    product.abstract_language = attribute(value, "taal");
}

void assign_region(KnowledgeProduct& product, const WrittenValue& value, RecordProblems& problems) {
    product.regions.push_back({one_line(value.text),
                               named(region_role_names, "rol", attribute(value, "rol"), value, problems),
                               provenance(value, problems)});
}

void assign_organisation(KnowledgeProduct& product, const WrittenValue& value, RecordProblems& problems) {
    product.organisations.push_back({one_line(value.text), one_line(value.name),
                                     named(organisation_role_names, "rol", attribute(value, "rol"), value, problems),
                                     provenance(value, problems)});
}

void assign_evidence(KnowledgeProduct& product, const WrittenValue& value, RecordProblems& problems) {
    product.evidence = coded(value, problems);
    product.evidence_source = one_line(attribute(value, "databank"));
}

void assign_url(KnowledgeProduct& product, const WrittenValue& value, RecordProblems&) {
    product.url = one_line(value.text);
    product.url_consulted = attribute(value, "geraadpleegd");
}

void assign_status(KnowledgeProduct& product, const WrittenValue& value, RecordProblems& problems) {
    product.status = named(status_names, "status", one_line(value.text), value, problems);
}

void assign_relation(KnowledgeProduct& product, const WrittenValue& value, RecordProblems& problems) {
    product.relations.push_back(
        {one_line(value.text), named(relation_names, "relatie", attribute(value, "relatie"), value, problems)});
}

void assign_whole_text(KnowledgeProduct& product, const WrittenValue& value, RecordProblems& problems) {
    if (!product.pages.empty()) {
        report(problems, value, "tekst en pagina's kunnen niet allebei", "text and pages exclude each other");
    }
    product.pages.push_back({0, paragraphs(value.text)});
}

/// Pages without a number follow on the page before.
int page_number(const KnowledgeProduct& product, const WrittenValue& value, RecordProblems& problems) {
    constexpr int last_number = 99'999;
    const int previous = product.pages.empty() ? 0 : product.pages.back().number;
    const std::string_view written = attribute(value, "nummer");
    if (written.empty()) return previous + 1;
    const std::optional<int> number = whole_number(written);
    if (number && *number > previous && *number <= last_number) return *number;
    report(problems, value,
           fmt::format("nummer {} is geen getal van {} tot en met {}", in_quotes(written), previous + 1, last_number),
           fmt::format("number {} is not between {} and {}", in_quotes(written), previous + 1, last_number),
           {"pagina's staan op volgorde van hun nummer", "pages are in the order of their numbers"});
    return previous + 1;
}

void assign_page(KnowledgeProduct& product, const WrittenValue& value, RecordProblems& problems) {
    if (!product.pages.empty() && product.pages.front().number == 0) {
        report(problems, value, "tekst en pagina's kunnen niet allebei", "text and pages exclude each other");
        return;
    }
    product.pages.push_back({page_number(product, value, problems), paragraphs(value.text)});
}

void assign_file(KnowledgeProduct& product, const WrittenValue& value, RecordProblems&) {
    product.files.push_back({one_line(value.text), std::string{attribute(value, "mediatype")}});
}

void assign_licence(KnowledgeProduct& product, const WrittenValue& value, RecordProblems&) {
    product.rights.licence = one_line(value.text);
}

template <auto... members>
void clear(KnowledgeProduct& product) {
    ((product.*members = {}), ...);
}

void clear_licence(KnowledgeProduct& product) { product.rights.licence.clear(); }

using Product = KnowledgeProduct;

constexpr std::array fields{
    RecordField{"titel", "titel", false, {}, assign_text<&Product::title>, clear<&Product::title>},
    RecordField{"type", "type", false, {"herkomst"}, assign_code<&Product::type>, clear<&Product::type>},
    RecordField{"soort", "soort", false, {}, assign_text<&Product::kind>, clear<&Product::kind>},
    RecordField{"samenvatting",
                "samenvatting",
                false,
                {"taal"},
                assign_abstract,
                clear<&Product::abstract, &Product::abstract_language>},
    RecordField{"thema", "themas", true, {"herkomst"}, assign_codes<&Product::themes>, clear<&Product::themes>},
    RecordField{"domein", "domeinen", true, {"herkomst"}, assign_codes<&Product::domains>, clear<&Product::domains>},
    RecordField{"regio", "regios", true, {"rol", "herkomst"}, assign_region, clear<&Product::regions>},
    RecordField{
        "voorWie", "voorWie", true, {"herkomst"}, assign_codes<&Product::audiences>, clear<&Product::audiences>},
    RecordField{"doelgroep",
                "doelgroepen",
                true,
                {"herkomst"},
                assign_codes<&Product::populations>,
                clear<&Product::populations>},
    RecordField{"activiteit",
                "activiteiten",
                true,
                {"herkomst"},
                assign_codes<&Product::activities>,
                clear<&Product::activities>},
    RecordField{
        "organisatie", "organisaties", true, {"rol", "herkomst"}, assign_organisation, clear<&Product::organisations>},
    RecordField{"auteur", "auteurs", true, {}, assign_texts<&Product::authors>, clear<&Product::authors>},
    RecordField{"schaal", "schaal", false, {"herkomst"}, assign_code<&Product::scale>, clear<&Product::scale>},
    RecordField{"onderbouwing",
                "onderbouwing",
                false,
                {"databank", "herkomst"},
                assign_evidence,
                clear<&Product::evidence, &Product::evidence_source>},
    RecordField{"soortKennis",
                "soortenKennis",
                true,
                {"herkomst"},
                assign_codes<&Product::knowledge_kinds>,
                clear<&Product::knowledge_kinds>},
    RecordField{"vorm", "vormen", true, {"herkomst"}, assign_codes<&Product::forms>, clear<&Product::forms>},
    RecordField{"trefwoord", "trefwoorden", true, {}, assign_texts<&Product::keywords>, clear<&Product::keywords>},
    RecordField{"jaar", "jaar", false, {}, assign_year<&Product::year>, clear<&Product::year>},
    RecordField{"datum", "datum", false, {}, assign_text<&Product::date>, clear<&Product::date>},
    RecordField{"startjaar", "startjaar", false, {}, assign_year<&Product::start_year>, clear<&Product::start_year>},
    RecordField{"taal", "taal", false, {}, assign_text<&Product::language>, clear<&Product::language>},
    RecordField{"url", "url", false, {"geraadpleegd"}, assign_url, clear<&Product::url, &Product::url_consulted>},
    RecordField{"bestand", "bestanden", true, {"mediatype"}, assign_file, clear<&Product::files>},
    RecordField{"licentie", "licentie", false, {}, assign_licence, clear_licence},
    RecordField{"bron", "bronnen", true, {}, assign_texts<&Product::sources>, clear<&Product::sources>},
    RecordField{
        "peildatum", "peildatum", false, {}, assign_text<&Product::reference_date>, clear<&Product::reference_date>},
    RecordField{"status", "status", false, {}, assign_status, clear<&Product::status>},
    RecordField{"opvolger", "opvolger", false, {}, assign_text<&Product::successor>, clear<&Product::successor>},
    RecordField{"laatstGecontroleerd",
                "laatstGecontroleerd",
                false,
                {},
                assign_text<&Product::last_checked>,
                clear<&Product::last_checked>},
    RecordField{"verwant", "verwanten", true, {"relatie"}, assign_relation, clear<&Product::relations>},
    RecordField{"opmerking", "opmerking", false, {}, assign_text<&Product::note>, clear<&Product::note>},
    RecordField{"tekst", "tekst", false, {}, assign_whole_text, clear<&Product::pages>},
    RecordField{"pagina", "paginas", true, {"nummer"}, assign_page, clear<&Product::pages>},
};

constexpr bool names_are_unique() {
    for (std::size_t i = 0; i < fields.size(); ++i)
        for (std::size_t j = i + 1; j < fields.size(); ++j)
            if (fields[i].element == fields[j].element || fields[i].key == fields[j].key) return false;
    return true;
}
static_assert(names_are_unique());

template <auto name>
const RecordField* find_by(std::string_view wanted) {
    const auto found = std::ranges::find(fields, wanted, name);
    return found == fields.end() ? nullptr : &*found;
}

template <auto name>
std::vector<std::string_view> names() {
    std::vector<std::string_view> all;
    for (const RecordField& field : fields) all.push_back(field.*name);
    return all;
}

}  // namespace

std::span<const RecordField> record_fields() { return fields; }

const RecordField* find_record_field_by_element(std::string_view element) {
    return find_by<&RecordField::element>(element);
}

const RecordField* find_record_field_by_key(std::string_view key) {
    const RecordField* found = find_by<&RecordField::key>(key);
    return found != nullptr ? found : find_record_field_by_element(key);
}

std::optional<std::string> nearest_element(std::string_view element) {
    return nearest(element, names<&RecordField::element>());
}

std::optional<std::string> nearest_key(std::string_view key) { return nearest(key, names<&RecordField::key>()); }

bool has_attribute(const RecordField& field, std::string_view attribute) {
    return !attribute.empty() && std::ranges::find(field.attributes, attribute) != field.attributes.end();
}

}  // namespace schakel

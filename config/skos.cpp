#include "config/skos.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "config/folding.hpp"
#include "config/nearest.hpp"
#include "config/xml_file.hpp"

namespace schakel {
namespace {

constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view skos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view dct = "http://purl.org/dc/terms/";

/// Elements that may stand in a concept. Those the program does not use are allowed, so that files from elsewhere load;
/// any other name in the SKOS namespace is a typing error that would otherwise silently lose a label.
constexpr std::array<std::string_view, 25> skos_properties{
    "inScheme",       "notation",     "prefLabel",    "altLabel",      "hiddenLabel",       "broader",
    "narrower",       "related",      "definition",   "closeMatch",    "exactMatch",        "broadMatch",
    "narrowMatch",    "relatedMatch", "topConceptOf", "hasTopConcept", "scopeNote",         "note",
    "example",        "changeNote",   "historyNote",  "editorialNote", "broaderTransitive", "narrowerTransitive",
    "mappingRelation"};

tl::unexpected<Error> invalid(const std::string& place, const Text& message, Text hint) {
    return fail(ErrorCode::vocabulary_invalid, at_place(place, message), std::move(hint));
}

/// Reads the scheme and the concepts of one parsed file; stops at the first error.
class SkosReader {
public:
    explicit SkosReader(const XmlFile& file) : file_(file) {}

    Result<SkosScheme> read() {
        if (!file_.is(file_.root(), rdf, "RDF"))
            return invalid(file_.place_of(file_.root()),
                           {fmt::format("<{}> is geen SKOS-lijst", file_.root().name()),
                            fmt::format("<{}> is not a SKOS list", file_.root().name())},
                           {"het hoofdelement moet rdf:RDF zijn, met de namespace " + std::string(rdf),
                            "the root element must be rdf:RDF, in namespace " + std::string(rdf)});
        for (const pugi::xml_node element : file_.root().children()) {
            if (element.type() != pugi::node_element) continue;
            if (auto read = read_top_element(element); !read) return tl::unexpected(read.error());
        }
        return checked_scheme();
    }

private:
    using Outcome = Result<void>;

    Outcome read_top_element(pugi::xml_node element) {
        if (file_.is(element, skos, "ConceptScheme")) return read_scheme(element);
        if (file_.is(element, skos, "Concept")) return read_concept(element);
        return invalid(file_.place_of(element),
                       {fmt::format("<{}> hoort hier niet", element.name()),
                        fmt::format("<{}> does not belong here", element.name())},
                       {"binnen rdf:RDF staan alleen skos:ConceptScheme en skos:Concept",
                        "rdf:RDF holds only skos:ConceptScheme and skos:Concept"});
    }

    Outcome read_scheme(pugi::xml_node element) {
        if (!scheme_.place.empty())
            return invalid(file_.place_of(element), {"dit bestand heeft twee lijsten", "this file has two schemes"},
                           {"zet elke skos:ConceptScheme in een eigen bestand",
                            "put each skos:ConceptScheme in a file of its own"});
        scheme_.place = file_.place_of(element);
        scheme_.uri = file_.attribute(element, rdf, "about");
        for (const pugi::xml_node property : element.children()) {
            if (file_.is(property, skos, "notation")) scheme_.notation = XmlFile::text_of(property);
            if (file_.is(property, dct, "title") && is_dutch(property)) scheme_.title = XmlFile::text_of(property);
        }
        return {};
    }

    Outcome read_concept(pugi::xml_node element) {
        SkosConcept concept_read;
        concept_read.place = file_.place_of(element);
        concept_read.uri = file_.attribute(element, rdf, "about");
        in_scheme_ = {};
        for (const pugi::xml_node property : element.children()) {
            if (property.type() != pugi::node_element) continue;
            if (auto read = read_property(property, concept_read); !read) return read;
        }
        if (auto complete = check_concept(concept_read); !complete) return complete;
        scheme_.concepts.push_back(std::move(concept_read));
        schemes_named_.push_back(in_scheme_);
        return {};
    }

    Outcome read_property(pugi::xml_node property, SkosConcept& target) {
        if (has_element_inside(property)) return nested(property);
        const std::string_view namespace_name = file_.namespace_of(property);
        if (namespace_name.empty()) return undeclared(property);
        const std::string_view name = XmlFile::local_name(property);
        if (namespace_name == dct && name == "isReplacedBy")
            return set(target.replaced_by, reference(property), property);
        if (namespace_name != skos) return {};
        if (name == "prefLabel") return read_label(property, target);
        if (name == "altLabel") return add(is_dutch(property) ? target.alternatives : target.hidden, property);
        if (name == "hiddenLabel") return add(target.hidden, property);
        if (name == "notation") return set(target.notation, XmlFile::text_of(property), property);
        if (name == "definition" && is_dutch(property))
            return set(target.definition, XmlFile::text_of(property), property);
        if (name == "broader") return set(target.broader, reference(property), property);
        if (name == "closeMatch") return set(target.close_match, reference(property), property);
        if (name == "inScheme") return set(in_scheme_, reference(property), property);
        return check_known(property, name);
    }

    Outcome read_label(pugi::xml_node property, SkosConcept& target) {
        if (is_dutch(property)) return set(target.label_nl, XmlFile::text_of(property), property);
        if (XmlFile::language_of(property) == "en") return set(target.label_en, XmlFile::text_of(property), property);
        return add(target.hidden, property);
    }

    Outcome add(std::vector<SkosValue>& values, pugi::xml_node property) {
        SkosValue value;
        auto read = set(value, XmlFile::text_of(property), property);
        if (read) values.push_back(std::move(value));
        return read;
    }

    /// One value per property: a second is refused rather than overwritten.
    Outcome set(SkosValue& value, std::string text, pugi::xml_node property) {
        if (text.empty())
            return invalid(file_.place_of(property),
                           {fmt::format("{} is leeg", property.name()), fmt::format("{} is empty", property.name())},
                           {"vul een waarde in of haal het element weg", "fill in a value or remove the element"});
        if (!value.text.empty())
            return invalid(file_.place_of(property),
                           {fmt::format("{} staat er een tweede keer (eerst op {})", property.name(), value.place),
                            fmt::format("{} is given a second time (first at {})", property.name(), value.place)},
                           {"een begrip heeft hier hoogstens één waarde", "a concept has at most one value here"});
        value = {std::move(text), file_.place_of(property)};
        return {};
    }

    Outcome check_known(pugi::xml_node property, std::string_view name) {
        if (std::find(skos_properties.begin(), skos_properties.end(), name) != skos_properties.end()) return {};
        return invalid(file_.place_of(property),
                       {fmt::format("SKOS kent geen eigenschap {}", property.name()),
                        fmt::format("SKOS has no property {}", property.name())},
                       did_you_mean(nearest(name, skos_properties), {"haal het element weg", "remove the element"}));
    }

    Outcome undeclared(pugi::xml_node property) {
        return invalid(file_.place_of(property),
                       {fmt::format("het voorvoegsel van {} is niet verklaard", property.name()),
                        fmt::format("the prefix of {} is not declared", property.name())},
                       {"verklaar het met xmlns:… op rdf:RDF", "declare it with xmlns:… on rdf:RDF"});
    }

    Outcome nested(pugi::xml_node property) {
        return invalid(file_.place_of(property),
                       {fmt::format("binnen {} staat een ander element", property.name()),
                        fmt::format("there is another element inside {}", property.name())},
                       {"schrijf een verwijzing als rdf:resource=\"…\" en een label als tekst",
                        "write a reference as rdf:resource=\"…\" and a label as text"});
    }

    Outcome check_concept(const SkosConcept& target) {
        if (target.uri.empty())
            return invalid(target.place, {"dit begrip heeft geen rdf:about", "this concept has no rdf:about"},
                           {"geef het een eigen URI, bijvoorbeeld urn:schakel:thema:eenzaamheid",
                            "give it a URI of its own, such as urn:schakel:thema:eenzaamheid"});
        if (target.notation.text.empty())
            return invalid(target.place,
                           {fmt::format("{} heeft geen skos:notation", target.uri),
                            fmt::format("{} has no skos:notation", target.uri)},
                           {"voeg de code toe: kleine letters, cijfers en streepjes",
                            "add its code: lower-case letters, digits and hyphens"});
        if (slug(target.notation.text) != target.notation.text)
            return invalid(target.notation.place,
                           {fmt::format("“{}” is geen code", target.notation.text),
                            fmt::format("“{}” is not a code", target.notation.text)},
                           {fmt::format("schrijf “{}”", slug(target.notation.text)),
                            fmt::format("write “{}”", slug(target.notation.text))});
        if (target.label_nl.text.empty())
            return invalid(target.place,
                           {fmt::format("{} heeft geen Nederlandse skos:prefLabel", target.uri),
                            fmt::format("{} has no Dutch skos:prefLabel", target.uri)},
                           {"voeg toe: <skos:prefLabel xml:lang=\"nl\">…</skos:prefLabel>",
                            "add: <skos:prefLabel xml:lang=\"nl\">…</skos:prefLabel>"});
        return {};
    }

    Result<SkosScheme> checked_scheme() {
        if (scheme_.place.empty())
            return invalid(file_.place_of(file_.root()),
                           {"er is geen skos:ConceptScheme", "there is no skos:ConceptScheme"},
                           {"voeg de lijst toe met rdf:about, skos:notation en dct:title",
                            "add the scheme with rdf:about, skos:notation and dct:title"});
        if (scheme_.uri.empty() || scheme_.notation.empty() || scheme_.title.empty())
            return invalid(scheme_.place,
                           {"de lijst mist rdf:about, skos:notation of dct:title",
                            "the scheme lacks rdf:about, skos:notation or dct:title"},
                           {"vul alle drie in; dct:title in het Nederlands", "fill in all three; dct:title in Dutch"});
        for (std::size_t i = 0; i < scheme_.concepts.size(); ++i)
            if (auto member = check_membership(scheme_.concepts[i], schemes_named_[i]); !member)
                return tl::unexpected(member.error());
        return std::move(scheme_);
    }

    Outcome check_membership(const SkosConcept& target, const SkosValue& named) const {
        if (named.text == scheme_.uri) return {};
        return invalid(named.text.empty() ? target.place : named.place,
                       {fmt::format("{} hoort niet bij de lijst {}", target.uri, scheme_.uri),
                        fmt::format("{} is not in the scheme {}", target.uri, scheme_.uri)},
                       {fmt::format("schrijf <skos:inScheme rdf:resource=\"{}\"/>", scheme_.uri),
                        fmt::format("write <skos:inScheme rdf:resource=\"{}\"/>", scheme_.uri)});
    }

    std::string reference(pugi::xml_node property) const {
        return std::string(file_.attribute(property, rdf, "resource"));
    }

    static bool has_element_inside(pugi::xml_node property) {
        const auto children = property.children();
        return std::any_of(children.begin(), children.end(),
                           [](pugi::xml_node child) { return child.type() == pugi::node_element; });
    }

    /// A label without a language is Dutch, as everything in these files.
    static bool is_dutch(pugi::xml_node property) {
        const std::string_view language = XmlFile::language_of(property);
        return language.empty() || language == "nl";
    }

    const XmlFile& file_;
    SkosScheme scheme_;
    SkosValue in_scheme_;                   // of the concept that is being read
    std::vector<SkosValue> schemes_named_;  // per concept; checked at the end, as the scheme may come last
};

}  // namespace

bool SkosScheme::is_matching_list() const {
    return std::any_of(concepts.begin(), concepts.end(),
                       [](const SkosConcept& candidate) { return !candidate.close_match.text.empty(); });
}

Result<SkosScheme> read_skos(const std::string& name, std::string_view xml) {
    auto file = XmlFile::parse(name, xml);
    if (!file)
        return fail(ErrorCode::vocabulary_invalid, std::move(file.error().message), std::move(file.error().hint));
    return SkosReader(*file).read();
}

}  // namespace schakel

#pragma once

#include <optional>
#include <string>
#include <vector>

namespace schakel {

/// Who says that a value holds.
enum class Provenance { given, assigned, inferred, recognised };  // herkomst = gegeven, toegekend, afgeleid, herkend

/// How a value was recognised in the text; only with Provenance::recognised.
struct Recognition {
    std::string evidence;   // the words of the text that show it
    double confidence = 0;  // 0 to 1: how often such evidence is right
};

/// A value from a vocabulary. Readers put in it what was written; `Resolver` replaces that by the code.
struct CodedValue {
    std::string code;
    Provenance provenance = Provenance::given;
    Recognition recognition{};
};

enum class RegionRole { subject, seat, working_area };  // rol = onderwerp, vestiging, werkgebied

struct RegionValue {
    std::string code;
    RegionRole role = RegionRole::subject;
    Provenance provenance = Provenance::given;
    Recognition recognition{};
};

enum class OrganisationRole {
    publisher,
    maker,
    commissioner,
    participant,
    self
};  // uitgever, maker, opdrachtgever, deelnemer, zelf

struct OrganisationValue {
    std::string code;  // of the authority file, or a slug of the name
    std::string name;  // the preferred label, or the name as written when the authority file does not know it
    OrganisationRole role = OrganisationRole::publisher;
    Provenance provenance = Provenance::given;
    Recognition recognition{};
};

enum class RelationKind { same_organisation, cooperates_with, successor_of, part_of, see_also };

struct Relation {
    std::string id;  // of another record; may point outside the corpus
    RelationKind kind = RelationKind::see_also;
};

/// One page of a paged document, or the whole text when `number` is 0.
struct Page {
    int number = 0;
    std::string text;  // UTF-8; paragraphs separated by an empty line
};

/// What a curator found of a recognised value.
struct Verdict {
    std::string field;  // element name of the field: regio, thema, …
    std::string code;
    bool holds = false;  // confirmed, or rejected
};

/// A form in which the product can be fetched.
struct ProductFile {
    std::string url;
    std::string media_type;  // empty = not known
};

/// What may be done with the text of a product, as its source declares it.
struct Rights {
    std::string licence;  // address or name of the licence; empty = not known
    bool show_text = true;
    std::optional<int> longest_fragment;  // characters; absent = as in the settings
};

enum class ProductStatus { unknown, current, historic };  // onbekend, actueel, historisch

/// A knowledge product as a curator describes it, whatever the format it came in. An empty string or vector and an empty
/// optional mean: not known. A plain value; copy and move freely.
struct KnowledgeProduct {
    std::string id;
    std::string title;
    std::optional<CodedValue> type;
    std::string kind;  // the kind in the words of its source (soort)
    std::string abstract;
    std::string abstract_language;  // BCP 47; empty = Dutch

    std::vector<CodedValue> themes;
    std::vector<CodedValue> domains;
    std::vector<RegionValue> regions;
    std::vector<CodedValue> audiences;    // voorWie
    std::vector<CodedValue> populations;  // doelgroepen
    std::vector<CodedValue> activities;
    std::vector<OrganisationValue> organisations;
    std::vector<std::string> authors;
    std::optional<CodedValue> scale;
    std::optional<CodedValue> evidence;  // onderbouwing
    std::string evidence_source;         // the databank that gave it
    std::vector<CodedValue> knowledge_kinds;
    std::vector<CodedValue> forms;
    std::vector<std::string> keywords;

    std::optional<int> year;
    std::optional<Recognition> recognised_year;  // when `year` was recognised in the text
    std::string date;                            // ISO 8601 day; more exact than year
    std::optional<int> start_year;
    std::string language;  // BCP 47
    std::string url;
    std::string url_consulted;         // ISO date
    std::vector<std::string> sources;  // where we know this from
    std::string reference_date;        // peildatum: year or ISO date at which the facts held
    std::optional<ProductStatus> status;
    std::string successor;
    std::string last_checked;  // ISO date
    std::vector<Relation> relations;
    std::string note;

    std::vector<Page> pages;
    std::vector<ProductFile> files;  // besides `url`
    Rights rights;

    /// The values come from a standard with other vocabularies (Dublin Core, OWMS, …): what ours do not know is no error but
    /// becomes a keyword, or a notice where that makes no sense. See `Resolver`.
    bool foreign_values = false;

    bool recognise = true;  // whether values may be recognised in the text
    std::vector<Verdict> verdicts;
};

}  // namespace schakel

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// A value together with the place (`file:line`) where it is written, so that cross-checks can point at it.
struct SkosValue {
    std::string text;
    std::string place;
};

/// One skos:Concept as written; references are URIs that nobody has resolved yet. An empty `text` = not given.
struct SkosConcept {
    std::string place;
    std::string uri;
    SkosValue notation;
    SkosValue label_nl;
    SkosValue label_en;
    std::vector<SkosValue> alternatives;  // skos:altLabel in Dutch
    std::vector<SkosValue> hidden;        // skos:hiddenLabel, and labels in other languages than Dutch and English
    SkosValue definition;
    SkosValue broader;
    SkosValue replaced_by;
    SkosValue close_match;
};

/// One skos:ConceptScheme with its concepts in file order.
struct SkosScheme {
    std::string place;
    std::string uri;
    std::string notation;
    std::string title;
    std::vector<SkosConcept> concepts;

    /// A matching list is a scheme whose concepts carry closeMatch: its labels resolve to concepts of another scheme.
    bool is_matching_list() const;
};

/// Reads one SKOS file in RDF/XML (one scheme per file; concepts as skos:Concept with rdf:about; see the W3C SKOS reference,
/// 2009). `name` is what errors call it. Errors (vocabulary_invalid) name file and line: XML or UTF-8 that is wrong, an element
/// SKOS does not know, a missing or doubled scheme, code or label, a code that is not a slug. No cross-checks between concepts.
Result<SkosScheme> read_skos(const std::string& name, std::string_view xml);

}  // namespace schakel

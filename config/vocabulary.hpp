#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// One entry of a vocabulary (skos:Concept).
struct Concept {
    std::string code;                       // skos:notation, the value stored in records and columns
    Text label;                             // skos:prefLabel; English falls back to Dutch
    std::vector<std::string> alternatives;  // skos:altLabel (Dutch)
    std::vector<std::string> hidden;        // skos:hiddenLabel: outdated or misspelt, found but never shown
    std::string broader;                    // code of the parent; empty = top
    std::string successor;              // code of the concept that replaced this one (dct:isReplacedBy); empty = none
    std::string definition;             // one Dutch sentence; empty = none
    std::vector<std::string> narrower;  // codes of the children, in file order
};

/// One closed list of values, such as the themes, as a tree with labels in two languages.
/// Immutable after loading; every const member is safe from any thread.
class Vocabulary {
public:
    /// Takes concepts in file order; `narrower` is computed here. Use `load_vocabularies` to get checked ones.
    Vocabulary(std::string name, std::string title, std::vector<Concept> concepts);

    const std::string& name() const { return name_; }    // scheme notation, e.g. "thema"
    const std::string& title() const { return title_; }  // e.g. "Thema's"
    const std::vector<Concept>& concepts() const { return concepts_; }
    std::vector<const Concept*> tops() const;

    /// nullptr when there is no such code.
    const Concept* find(std::string_view code) const;

    /// Resolves a value as a curator may write it: code, label, alternative, hidden or matched label, compared folded
    /// (case, diacritics, runs of white space). Errors: unknown_value with the nearest known label as hint,
    /// ambiguous_value listing the candidates.
    Result<const Concept*> resolve(std::string_view written) const;

    /// The concept itself and everything above it (broader, and the successor as a parent), nearest first. Empty for an
    /// unknown code.
    std::vector<std::string> with_ancestors(std::string_view code) const;

    /// Adds a label of a matching list (skos:closeMatch) that must resolve to `code`.
    void add_matched_label(std::string_view label, std::string_view code);

private:
    void add_label(std::string_view label, std::size_t index);
    tl::unexpected<Error> unknown(std::string_view written) const;
    tl::unexpected<Error> ambiguous(std::string_view written, const std::vector<std::size_t>& carriers) const;

    std::string name_;
    std::string title_;
    std::vector<Concept> concepts_;
    StringMap<std::size_t> by_code_;
    StringMap<std::vector<std::size_t>> by_label_;  // folded label → concepts
};

/// All vocabularies of one installation.
struct Vocabularies {
    std::map<std::string, Vocabulary, std::less<>> by_name;  // "thema", "domein", "type", "voorWie", …
    std::string version;                                     // hash over the files, recorded in the index manifest

    /// The vocabulary of that name; it exists for every vocabulary-backed field of the field table (checked on loading).
    const Vocabulary& at(std::string_view name) const { return by_name.find(name)->second; }
};

/// Reads and cross-checks every *.xml in `folder`. A scheme whose concepts carry closeMatch is a matching list: its labels
/// resolve to the concepts matched and it is no vocabulary of its own. Errors (vocabulary_invalid) name file and line:
/// malformed XML, a duplicate code, a label carried by two concepts, an unknown broader/closeMatch/isReplacedBy, a cycle,
/// a missing prefLabel, a vocabulary that the field table needs and no file supplies.
Result<Vocabularies> load_vocabularies(const std::filesystem::path& folder);

}  // namespace schakel

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "config/content_hash.hpp"
#include "config/file.hpp"
#include "config/folding.hpp"
#include "config/index/field_table.hpp"
#include "config/nearest.hpp"
#include "config/skos.hpp"
#include "config/vocabulary.hpp"

namespace schakel {
namespace {

tl::unexpected<Error> invalid(const std::string& place, const Text& message, Text hint) {
    return fail(ErrorCode::vocabulary_invalid, at_place(place, message), std::move(hint));
}

/// Where a concept of a vocabulary is, found by its URI.
struct Target {
    const SkosScheme* scheme;
    const SkosConcept* entry;
};

/// Turns the schemes of one folder into checked vocabularies; stops at the first error.
class VocabularyLoader {
public:
    Result<Vocabularies> load(const std::filesystem::path& folder) {
        const Result<void> outcome = read_files(folder)
                                         .and_then([&] { return index_concepts(); })
                                         .and_then([&] { return build_vocabularies(); })
                                         .and_then([&] { return add_matching_lists(); })
                                         .and_then([&] { return check_field_table(folder); });
        if (!outcome) return tl::unexpected(outcome.error());
        return std::move(loaded_);
    }

private:
    using Outcome = Result<void>;

    Outcome read_files(const std::filesystem::path& folder) {
        const auto files = files_in(folder, ".xml");
        if (!files) return tl::unexpected(files.error());
        ContentHash hash;
        for (const auto& file : *files) {
            const auto xml = read_file(file);
            if (!xml) return tl::unexpected(xml.error());
            hash.add(file.filename().string(), *xml);
            auto scheme = read_skos(file.string(), *xml);
            if (!scheme) return tl::unexpected(scheme.error());
            schemes_.push_back(std::move(*scheme));
        }
        loaded_.version = hash.hex();
        return {};
    }

    Outcome index_concepts() {
        StringMap<std::string> places;  // notation → place of the scheme
        for (const SkosScheme& scheme : schemes_) {
            if (const auto [first, is_new] = places.emplace(scheme.notation, scheme.place); !is_new)
                return invalid(scheme.place,
                               {fmt::format("de lijst {} bestaat al op {}", scheme.notation, first->second),
                                fmt::format("the scheme {} already exists at {}", scheme.notation, first->second)},
                               {"geef deze lijst een andere skos:notation of voeg de bestanden samen",
                                "give this scheme another skos:notation or join the files"});
            for (const SkosConcept& entry : scheme.concepts)
                if (auto indexed = index_concept(scheme, entry); !indexed) return indexed;
        }
        return {};
    }

    Outcome index_concept(const SkosScheme& scheme, const SkosConcept& entry) {
        const auto [first, is_new] = targets_.emplace(entry.uri, Target{&scheme, &entry});
        if (is_new) return {};
        return invalid(entry.place,
                       {fmt::format("{} bestaat al op {}", entry.uri, first->second.entry->place),
                        fmt::format("{} already exists at {}", entry.uri, first->second.entry->place)},
                       {"geef elk begrip een eigen rdf:about", "give every concept an rdf:about of its own"});
    }

    Outcome build_vocabularies() {
        for (const SkosScheme& scheme : schemes_) {
            if (scheme.is_matching_list()) continue;
            if (auto built = build_vocabulary(scheme); !built) return built;
        }
        return {};
    }

    Outcome build_vocabulary(const SkosScheme& scheme) {
        std::vector<Concept> concepts;
        StringMap<std::string> code_places;
        for (const SkosConcept& entry : scheme.concepts) {
            const auto [first, is_new] = code_places.emplace(entry.notation.text, entry.notation.place);
            if (!is_new)
                return invalid(
                    entry.notation.place,
                    {fmt::format("de code {} bestaat al op {}", entry.notation.text, first->second),
                     fmt::format("the code {} already exists at {}", entry.notation.text, first->second)},
                    {"geef elk begrip van de lijst een eigen code", "give every concept of the scheme its own code"});
            if (auto labels = claim_labels(scheme.notation, entry.notation.text, entry); !labels) return labels;
            auto made = make_concept(scheme, entry);
            if (!made) return tl::unexpected(made.error());
            concepts.push_back(std::move(*made));
        }
        Vocabulary vocabulary(scheme.notation, scheme.title, std::move(concepts));
        if (auto acyclic = check_cycles(scheme, vocabulary); !acyclic) return acyclic;
        loaded_.by_name.emplace(scheme.notation, std::move(vocabulary));
        return {};
    }

    Result<Concept> make_concept(const SkosScheme& scheme, const SkosConcept& entry) const {
        Concept made;
        made.code = entry.notation.text;
        made.label = {entry.label_nl.text, entry.label_en.text.empty() ? entry.label_nl.text : entry.label_en.text};
        for (const SkosValue& label : entry.alternatives) made.alternatives.push_back(label.text);
        for (const SkosValue& label : entry.hidden) made.hidden.push_back(label.text);
        made.definition = entry.definition.text;
        auto broader = code_in(scheme, entry.broader, "skos:broader");
        if (!broader) return tl::unexpected(broader.error());
        auto successor = code_in(scheme, entry.replaced_by, "dct:isReplacedBy");
        if (!successor) return tl::unexpected(successor.error());
        made.broader = std::move(*broader);
        made.successor = std::move(*successor);
        return made;
    }

    /// The code that a reference inside one scheme stands for; empty when there is no reference.
    Result<std::string> code_in(const SkosScheme& scheme, const SkosValue& reference, std::string_view property) const {
        if (reference.text.empty()) return std::string();
        const auto found = targets_.find(reference.text);
        if (found != targets_.end() && found->second.scheme == &scheme) return found->second.entry->notation.text;
        return invalid(
            reference.place,
            {fmt::format("{} verwijst naar {}, en dat staat niet in de lijst {}", property, reference.text,
                         scheme.notation),
             fmt::format("{} refers to {}, which is not in the scheme {}", property, reference.text, scheme.notation)},
            near_uri(reference.text, &scheme));
    }

    Outcome check_cycles(const SkosScheme& scheme, const Vocabulary& vocabulary) const {
        for (std::size_t i = 0; i < scheme.concepts.size(); ++i) {
            const Concept& entry = vocabulary.concepts()[i];
            for (const std::string& parent : {entry.broader, entry.successor}) {
                const auto above = vocabulary.with_ancestors(parent);
                if (std::find(above.begin(), above.end(), entry.code) == above.end()) continue;
                return invalid(
                    scheme.concepts[i].place,
                    {fmt::format("{} komt via skos:broader of dct:isReplacedBy bij zichzelf uit", entry.code),
                     fmt::format("{} reaches itself through skos:broader or dct:isReplacedBy", entry.code)},
                    {fmt::format("haal een van deze schakels weg: {}", fmt::join(above, ", ")),
                     fmt::format("remove one of these links: {}", fmt::join(above, ", "))});
            }
        }
        return {};
    }

    Outcome add_matching_lists() {
        for (const SkosScheme& scheme : schemes_) {
            if (!scheme.is_matching_list()) continue;
            for (const SkosConcept& entry : scheme.concepts)
                if (auto added = add_match(scheme, entry); !added) return added;
        }
        return {};
    }

    Outcome add_match(const SkosScheme& list, const SkosConcept& entry) {
        if (entry.close_match.text.empty())
            return invalid(
                entry.place,
                {fmt::format("{} heeft geen skos:closeMatch, de andere begrippen van {} wel", entry.uri, list.notation),
                 fmt::format("{} has no skos:closeMatch, as other concepts of {} have", entry.uri, list.notation)},
                {"verwijs met skos:closeMatch naar één begrip", "refer to one concept with skos:closeMatch"});
        const auto found = targets_.find(entry.close_match.text);
        if (found == targets_.end() || found->second.scheme->is_matching_list())
            return invalid(
                entry.close_match.place,
                {fmt::format("skos:closeMatch verwijst naar {}, en dat bestaat niet", entry.close_match.text),
                 fmt::format("skos:closeMatch refers to {}, which does not exist", entry.close_match.text)},
                near_uri(entry.close_match.text, nullptr));
        const std::string& name = found->second.scheme->notation;
        const std::string& code = found->second.entry->notation.text;
        if (auto labels = claim_labels(name, code, entry, Claim::matched); !labels) return labels;
        Vocabulary& vocabulary = loaded_.by_name.find(name)->second;
        for (const SkosValue* label : labels_of(entry)) vocabulary.add_matched_label(label->text, code);
        return {};
    }

    enum class Claim { own, matched };

    /// Every folded label belongs to one code of a vocabulary; otherwise what a curator writes could mean two things.
    Outcome claim_labels(const std::string& vocabulary, const std::string& code, const SkosConcept& entry,
                         Claim claim = Claim::own) {
        std::vector<const SkosValue*> labels = labels_of(entry);
        if (claim == Claim::own) labels.push_back(&entry.notation);
        for (const SkosValue* label : labels) {
            const auto [first, is_new] = owners_[vocabulary].emplace(fold(label->text), Owner{code, label->place});
            if (is_new || first->second.code == code) continue;
            const Owner& owner = first->second;
            return invalid(
                label->place,
                {fmt::format("het label “{}” hoort al bij {} (op {})", label->text, owner.code, owner.place),
                 fmt::format("the label “{}” already belongs to {} (at {})", label->text, owner.code, owner.place)},
                {fmt::format("laat het bij één begrip staan: {} of {}", owner.code, code),
                 fmt::format("leave it with one concept: {} or {}", owner.code, code)});
        }
        return {};
    }

    static std::vector<const SkosValue*> labels_of(const SkosConcept& entry) {
        std::vector<const SkosValue*> labels{&entry.label_nl};
        for (const SkosValue& label : entry.alternatives) labels.push_back(&label);
        for (const SkosValue& label : entry.hidden) labels.push_back(&label);
        return labels;
    }

    /// The nearest URI of a scheme (nullptr = of any vocabulary) as a hint.
    Text near_uri(const std::string& uri, const SkosScheme* within) const {
        std::vector<std::string_view> known;
        for (const SkosScheme& scheme : schemes_) {
            if (scheme.is_matching_list() || (within && within != &scheme)) continue;
            for (const SkosConcept& entry : scheme.concepts) known.push_back(entry.uri);
        }
        return did_you_mean(nearest(uri, known), {"voeg het begrip toe of verbeter de verwijzing",
                                                  "add the concept or correct the reference"});
    }

    Outcome check_field_table(const std::filesystem::path& folder) const {
        for (const Field& row : field_table) {
            const bool needs_vocabulary = row.values == FieldValues::vocabulary || row.values == FieldValues::names;
            if (!needs_vocabulary || loaded_.by_name.contains(row.name)) continue;
            return invalid(
                folder.string(),
                {fmt::format("de lijst {} ontbreekt", row.name), fmt::format("the scheme {} is missing", row.name)},
                {fmt::format("voeg een bestand toe met <skos:notation>{}</skos:notation> in de skos:ConceptScheme",
                             row.name),
                 fmt::format("add a file with <skos:notation>{}</skos:notation> in its skos:ConceptScheme", row.name)});
        }
        return {};
    }

    struct Owner {
        std::string code;
        std::string place;
    };

    std::vector<SkosScheme> schemes_;  // complete before anything points into it
    StringMap<Target> targets_;
    StringMap<StringMap<Owner>> owners_;  // vocabulary → folded label → who carries it
    Vocabularies loaded_;
};

}  // namespace

Result<Vocabularies> load_vocabularies(const std::filesystem::path& folder) { return VocabularyLoader().load(folder); }

}  // namespace schakel

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analyzers/recognition/known_words.hpp"
#include "analyzers/recognition/phrase_set.hpp"
#include "analyzers/recognition/recognition_tables.hpp"
#include "analyzers/recognition/text_zone.hpp"
#include "config/vocabulary.hpp"

namespace schakel {

enum class ConceptList : std::uint8_t { theme, domain, organisation };

/// One label of a theme, domain or organisation.
struct ConceptLabel {
    ConceptList list = ConceptList::theme;
    std::string code;
    std::string exact;          // must be written so, capitals included; empty = any way
    bool capital = false;       // must begin with a capital
    bool too_general = false;   // means little in running text
    bool hides_places = false;  // a place inside is not meant: Hogeschool Utrecht
};

/// A place in a text where a label stands. A view of the text.
struct ConceptMention {
    const ConceptLabel* label = nullptr;
    Zone zone = Zone::body;
    std::string_view text;
    std::uint32_t begin = 0;  // bytes in `text`
    std::uint32_t end = 0;
    std::size_t first_word = 0;  // of the words scanned
    std::size_t last_word = 0;
};

/// The labels (preferred, alternative and hidden) of the themes, domains and organisations as phrases. Only their own forms:
/// labels list their plurals and derivations where these are in use. Immutable; safe from any thread.
class ConceptLabels {
public:
    /// Adds its words to `known`.
    ConceptLabels(const Vocabularies& vocabularies, const RecognitionTables& tables, KnownWords& known);

    /// Appends the mentions of labels in order; where one label lies within another, only the longest. Two mentions of the
    /// same words when they are a label of several lists. Linear in the text.
    void find(const ScannedText& text, std::vector<ConceptMention>& mentions) const;

private:
    void add_vocabulary(const Vocabulary& vocabulary, ConceptList list, const RecognitionTables& tables,
                        KnownWords& known);
    void add_label(const std::string& label, ConceptLabel meaning, KnownWords& known);

    PhraseSet phrases_;
    std::vector<std::vector<ConceptLabel>> labels_;  // by phrase
};

}  // namespace schakel

#include "searchd/related/key_terms.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "analyzers/text_language.hpp"
#include "config/string_map.hpp"
#include "searchd/engine/facets/facet_tree.hpp"
#include "searchd/related/telling_words.hpp"

namespace schakel {

namespace {

constexpr std::size_t first_blocks = 6;
constexpr std::size_t most_blocks = 12;

/// Counts the words of one product.
class TermCounts {
public:
    TermCounts(Analyzer& analyzer, const LanguageData& language) : analyzer_(analyzer), language_(language) {}

    void add(std::string_view text, double weight, TextLanguage language) {
        if (weight <= 0) return;
        analyzer_.analyze(text, tokens_, 1, language);
        for (const Token& token : tokens_) {
            if ((token.kind != TokenKind::word && token.kind != TokenKind::joined) ||
                !is_telling(*token.word, language_))
                continue;
            Count& count = counts_[token.term()];
            count.weight += weight;
            if (may_be_shown(*token.word, language_)) ++count.written[shown_form(text, token)];
        }
    }

    std::vector<KeyTerm> best(const Collection& collection, std::size_t most) const {
        std::vector<KeyTerm> terms;
        for (const auto& [term, count] : counts_) {
            const std::size_t having = collection.frequency(term);
            if (having < 2) continue;
            const double rarity =
                std::log(1.0 + static_cast<double>(collection.documents) / static_cast<double>(having));
            terms.push_back({term, count.most_written(), (1 + std::log(1 + count.weight)) * rarity});
        }
        std::ranges::sort(terms, [](const KeyTerm& a, const KeyTerm& b) {
            return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
        });
        if (terms.size() > most) terms.resize(most);
        const double highest = terms.empty() ? 1 : terms.front().weight;
        for (KeyTerm& term : terms) term.weight /= highest;
        return terms;
    }

private:
    static std::string shown_form(std::string_view text, const Token& token) {
        if (token.kind == TokenKind::joined) return token.word->form;
        return inside_sentence(text.substr(token.begin, token.end - token.begin));
    }

    struct Count {
        double weight = 0;
        std::map<std::string, std::size_t> written;  // form → times

        std::string most_written() const {
            const auto most = std::ranges::max_element(written, {}, [](const auto& form) { return form.second; });
            return most == written.end() ? std::string() : most->first;
        }
    };

    Analyzer& analyzer_;
    const LanguageData& language_;
    Tokens tokens_;
    StringMap<Count> counts_;
};

/// The labels of its themes and its keywords: what the subjects field is made of.
std::vector<std::string> subjects_of(const StoredRecord& record, const Installation& installation) {
    std::vector<std::string> subjects = record.keywords;
    const Field& theme = field(FieldId::theme);
    for (const StoredValue& value : record.of(FieldId::theme))
        subjects.push_back(label_of(theme, {value.code, value.label}, installation).nl);
    return subjects;
}

TextLanguage language_of(const StoredRecord& record) {
    const auto& languages = record.of(FieldId::language);
    return language_of_code(languages.empty() ? std::string_view{} : std::string_view(languages.front().code));
}

}  // namespace

std::vector<KeyTerm> key_terms(const StoredRecord& record, const std::vector<TextBlock>& sample, Analyzer& analyzer,
                               const Collection& collection, const Installation& installation, std::size_t most) {
    const Settings::Search& settings = installation.settings.search;
    const TextLanguage language = language_of(record);
    TermCounts counts(analyzer, installation.language);
    counts.add(record.title, settings.weight_title, language);
    counts.add(record.abstract, settings.weight_abstract, language_of_code(record.abstract_language));
    for (const std::string& subject : subjects_of(record, installation))
        counts.add(subject, settings.weight_subjects, TextLanguage::dutch);
    for (const TextBlock& block : sample) counts.add(block.text, settings.weight_body, language);
    return counts.best(collection, most);
}

Result<std::vector<TextBlock>> sample_blocks(const TextStore& texts, std::size_t document) {
    const std::size_t count = texts.blocks_of(document);
    std::vector<TextBlock> sample;
    const auto take = [&](std::size_t number) -> Result<void> {
        auto block = texts.read(document, number);
        if (!block) return tl::unexpected(block.error());
        sample.push_back(std::move(*block));
        return {};
    };
    for (std::size_t number = 0; number < std::min(count, first_blocks); ++number)
        if (auto taken = take(number); !taken) return tl::unexpected(taken.error());
    const std::size_t spread = std::min(most_blocks - first_blocks, count - std::min(count, first_blocks));
    for (std::size_t i = 0; i < spread; ++i)
        if (auto taken = take(first_blocks + i * (count - first_blocks) / spread); !taken)
            return tl::unexpected(taken.error());
    return sample;
}

}  // namespace schakel

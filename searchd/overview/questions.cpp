#include "searchd/overview/questions.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "config/folding.hpp"
#include "searchd/engine/facets/facet_outlines.hpp"

namespace schakel {

namespace {

bool is_one_of(const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool meet(const std::vector<std::string>& chosen, const std::vector<std::string>& way) {
    return std::any_of(way.begin(), way.end(), [&](const std::string& code) { return is_one_of(chosen, code); });
}

/// ASCII is enough to see where a word ends: every other character is kept within words by folding.
bool is_part_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether whole words of `text` are `name`; both folded.
bool names(std::string_view text, std::string_view name) {
    if (name.empty()) return false;
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || !is_part_of_word(text[at - 1])) && (end == text.size() || !is_part_of_word(text[end])))
            return true;
    }
    return false;
}

/// Tells which questions belong to the themes and regions that were chosen.
class QuestionFilter {
public:
    QuestionFilter(const QuestionRequest& request, const Installation& installation)
        : request_(request), themes_(installation.vocabularies.at("thema")), regions_(installation.regions) {
        for (const Concept& theme : themes_.concepts())
            if (meet(request.themes, themes_.with_ancestors(theme.code))) add_names(theme);
    }

    bool passes(const RecurringQuery& query, const Question& question) const {
        return query.days >= static_cast<std::uint32_t>(request_.least_days) &&
               (!request_.unanswered || query.results == 0) && is_in_theme(query, question) && is_in_region(question);
    }

private:
    void add_names(const Concept& theme) {
        names_.push_back(fold(theme.label.nl));
        names_.push_back(fold(theme.label.en));
        for (const std::string& other : theme.alternatives) names_.push_back(fold(other));
        for (const std::string& other : theme.hidden) names_.push_back(fold(other));
    }

    bool is_in_theme(const RecurringQuery& query, const Question& question) const {
        return request_.themes.empty() ||
               std::any_of(question.themes.begin(), question.themes.end(),
                           [&](const AskedValue& asked) {
                               return meet(request_.themes, themes_.with_ancestors(asked.code));
                           }) ||
               std::any_of(names_.begin(), names_.end(),
                           [&](const std::string& name) { return names(query.folded, name); });
    }

    bool is_in_region(const Question& question) const {
        return request_.regions.empty() ||
               std::any_of(question.regions.begin(), question.regions.end(), [&](const AskedValue& asked) {
                   return meet(request_.regions, regions_.containing(asked.code));
               });
    }

    const QuestionRequest& request_;
    const Vocabulary& themes_;
    const RegionTable& regions_;
    std::vector<std::string> names_;  // of the chosen themes and those below them, folded
};

/// The values of one facet among the filters of a question.
std::vector<AskedValue> values_of(const Field& facet, const RecurringQuery& query, const Installation& installation) {
    const std::string beginning = fmt::format("{}=", facet.name);
    std::vector<AskedValue> values;
    for (const AskedFilter& asked : query.filters) {
        if (!asked.filter.starts_with(beginning)) continue;
        const std::string code = asked.filter.substr(beginning.size());
        values.push_back({code, label_of(facet, {code, ""}, installation), asked.days});
    }
    return values;
}

Question question_of(const RecurringQuery& query, const Installation& installation) {
    return {query.text,
            query.days,
            query.times,
            query.results,
            values_of(field(FieldId::region), query, installation),
            values_of(field(FieldId::theme), query, installation)};
}

bool recurs_more(const Question& a, const Question& b) {
    return std::tuple(a.regions.size(), a.days, a.times) > std::tuple(b.regions.size(), b.days, b.times);
}

}  // namespace

Questions pick_questions(std::span<const RecurringQuery> recurring, const QuestionRequest& request,
                         const Installation& installation) {
    const QuestionFilter filter(request, installation);
    std::vector<Question> all;
    for (const RecurringQuery& query : recurring)
        if (Question question = question_of(query, installation); filter.passes(query, question))
            all.push_back(std::move(question));
    std::stable_sort(all.begin(), all.end(), recurs_more);
    const auto per_page = static_cast<std::size_t>(request.per_page);
    const std::size_t first = std::min(all.size(), (static_cast<std::size_t>(request.page) - 1) * per_page);
    const std::size_t last = std::min(all.size(), first + per_page);
    return {all.size(),
            {std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(first)),
             std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(last))}};
}

}  // namespace schakel

#include "config/vocabulary.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/folding.hpp"
#include "config/nearest.hpp"

namespace schakel {

Vocabulary::Vocabulary(std::string name, std::string title, std::vector<Concept> concepts)
    : name_(std::move(name)), title_(std::move(title)), concepts_(std::move(concepts)) {
    for (std::size_t index = 0; index < concepts_.size(); ++index) {
        const Concept& entry = concepts_[index];
        by_code_.emplace(entry.code, index);
        add_label(entry.code, index);
        add_label(entry.label.nl, index);
        for (const std::string& label : entry.alternatives) add_label(label, index);
        for (const std::string& label : entry.hidden) add_label(label, index);
    }
    for (const Concept& entry : concepts_)
        if (const auto parent = by_code_.find(entry.broader); parent != by_code_.end())
            concepts_[parent->second].narrower.push_back(entry.code);
}

void Vocabulary::add_label(std::string_view label, std::size_t index) {
    std::vector<std::size_t>& carriers = by_label_[fold(label)];
    if (std::find(carriers.begin(), carriers.end(), index) == carriers.end()) carriers.push_back(index);
}

void Vocabulary::add_matched_label(std::string_view label, std::string_view code) {
    if (const auto found = by_code_.find(code); found != by_code_.end()) add_label(label, found->second);
}

std::vector<const Concept*> Vocabulary::tops() const {
    std::vector<const Concept*> found;
    for (const Concept& entry : concepts_)
        if (entry.broader.empty()) found.push_back(&entry);
    return found;
}

const Concept* Vocabulary::find(std::string_view code) const {
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? nullptr : &concepts_[found->second];
}

Result<const Concept*> Vocabulary::resolve(std::string_view written) const {
    if (const Concept* by_code = find(written)) return by_code;
    const auto found = by_label_.find(fold(written));
    if (found == by_label_.end()) return unknown(written);
    if (found->second.size() > 1) return ambiguous(written, found->second);
    return &concepts_[found->second.front()];
}

tl::unexpected<Error> Vocabulary::unknown(std::string_view written) const {
    std::vector<std::string_view> labels;
    for (const Concept& entry : concepts_) {
        labels.push_back(entry.label.nl);
        labels.insert(labels.end(), entry.alternatives.begin(), entry.alternatives.end());
    }
    return fail(
        ErrorCode::unknown_value,
        {fmt::format("“{}” staat niet in de lijst {}", written, name_),
         fmt::format("“{}” is not in the list {}", written, name_)},
        did_you_mean(nearest(written, labels), {fmt::format("kies een code of een naam uit de lijst {}", title_),
                                                fmt::format("choose a code or a name from the list {}", title_)}));
}

tl::unexpected<Error> Vocabulary::ambiguous(std::string_view written, const std::vector<std::size_t>& carriers) const {
    std::vector<std::string> codes;
    for (const std::size_t index : carriers) codes.push_back(concepts_[index].code);
    const std::string joined = fmt::format("{}", fmt::join(codes, ", "));
    return fail(ErrorCode::ambiguous_value,
                {fmt::format("“{}” kan in de lijst {} meer dan één ding zijn: {}", written, name_, joined),
                 fmt::format("“{}” can be more than one thing in the list {}: {}", written, name_, joined)},
                {"gebruik een van deze codes", "use one of these codes"});
}

std::vector<std::string> Vocabulary::with_ancestors(std::string_view code) const {
    std::vector<std::string> above;
    const auto add = [&](std::string_view next) {
        if (find(next) && std::find(above.begin(), above.end(), next) == above.end()) above.emplace_back(next);
    };
    add(code);
    for (std::size_t i = 0; i < above.size(); ++i) {
        const Concept* entry = find(above[i]);
        add(entry->broader);
        add(entry->successor);
    }
    return above;
}

}  // namespace schakel

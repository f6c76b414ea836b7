#include "searchd/sru/typed_part.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "config/utf8.hpp"

namespace schakel {

namespace {

using Form = TypedPart::Form;

void put_in_brackets(TypedPart& part) {
    part.text = '(' + part.text + ')';
    part.form = Form::single;
    ++part.depth;
}

/// EN binds before OF.
void prepare_for_all(TypedPart& part) {
    if (part.form == Form::any) put_in_brackets(part);
}

void prepare_for_not(TypedPart& part) {
    if (part.form != Form::single) put_in_brackets(part);
}

TypedPart joined(TypedPart left, std::string_view joint, const TypedPart& right, Form form) {
    left.text.append(joint).append(right.text);
    left.form = form;
    left.depth = std::max(left.depth, right.depth);
    return left;
}

bool has_same_facet(const TypedPart& left, const TypedPart& right) {
    return std::any_of(left.filters.begin(), left.filters.end(), [&](const FilteredValue& value) {
        return std::any_of(right.filters.begin(), right.filters.end(),
                           [&](const FilteredValue& other) { return other.facet == value.facet; });
    });
}

tl::unexpected<Diagnostic> only_with_and(const TypedPart& part) {
    return refuse(DiagnosticCode::unsupported_feature, part.filters.front().code,
                  {"Deze naam staat in geen lijst; hij kan één keer voorkomen, en alleen met and.",
                   "This name is in no authority file; it can be used once, and only with and."});
}

TypedPart with_text_of(TypedPart left, TypedPart right) {
    if (left.text.empty() || right.text.empty()) {
        TypedPart& written = left.text.empty() ? right : left;
        return std::move(written);
    }
    prepare_for_all(left);
    prepare_for_all(right);
    return joined(std::move(left), " EN ", right, Form::all);
}

bool has_small_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (const auto character = next_code_point(text, at); character && u_islower(static_cast<UChar32>(*character)))
            return true;
    return false;
}

}  // namespace

TypedPart nothing_at_all() {
    TypedPart part;
    part.nothing = true;
    return part;
}

TypedPart single_part(std::string text, std::size_t depth) {
    TypedPart part;
    part.text = std::move(text);
    part.depth = depth;
    return part;
}

Diagnosed<TypedPart> both_of(TypedPart left, TypedPart right) {
    if (left.nothing || right.nothing) return nothing_at_all();
    if (has_same_facet(left, right)) return only_with_and(right);
    std::vector<FilteredValue> filters = std::move(left.filters);
    filters.insert(filters.end(), right.filters.begin(), right.filters.end());
    TypedPart both = with_text_of(std::move(left), std::move(right));
    both.filters = std::move(filters);
    return both;
}

Diagnosed<TypedPart> either_of(TypedPart left, TypedPart right) {
    if (left.nothing) return right;
    if (right.nothing) return left;
    if (left.is_everything()) return left;
    if (right.is_everything()) return right;
    if (!left.filters.empty()) return only_with_and(left);
    if (!right.filters.empty()) return only_with_and(right);
    return joined(std::move(left), " OF ", right, Form::any);
}

Diagnosed<TypedPart> first_without(TypedPart left, TypedPart right) {
    if (left.nothing || right.nothing) return left;
    if (right.is_everything()) return nothing_at_all();
    if (!right.filters.empty()) return only_with_and(right);
    prepare_for_all(left);
    prepare_for_not(right);
    const std::string_view joint = left.text.empty() ? "NIET " : " NIET ";
    return joined(std::move(left), joint, right, Form::all);
}

/// Twice NIET changes nothing but that the search box takes what follows as a condition. In a text of capitals only it would take
/// EN, OF and NIET for words, so that one gets a year with it in which nothing was published.
std::string strictly(std::string text) {
    if (text.empty()) return text;
    std::string strict = "NIET NIET (" + text + ')';
    if (!has_small_letter(strict)) strict += " NIET jaar:\"1000\"";
    return strict;
}

std::string without_brackets(std::string text) {
    const bool is_one_group = text.size() > 2 && text.front() == '(' && text.find(')') == text.size() - 1;
    return is_one_group ? text.substr(1, text.size() - 2) : text;
}

}  // namespace schakel

#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "config/index/field_table.hpp"
#include "searchd/sru/diagnostic.hpp"

namespace schakel {

/// A value that only a filter can ask for: the name of an organisation that is in the index and in no authority file.
struct FilteredValue {
    FieldId facet = FieldId::organisation;
    std::string code;
};

/// A part of a question in the language of the search box (see searchd/query), written so that it cannot be read as anything
/// else. Without text and filters it asks for everything. A plain value.
struct TypedPart {
    enum class Form { single, all, any };  // of the text: one piece, pieces with EN or NIET between them, with OF

    bool nothing = false;  // no product can have it
    std::string text;
    std::vector<FilteredValue> filters;  // besides the text
    Form form = Form::single;
    std::size_t depth = 0;  // brackets inside each other

    bool is_everything() const { return !nothing && text.empty() && filters.empty(); }
};

/// What no product has.
TypedPart nothing_at_all();

/// One piece of text; `depth` = brackets inside each other in it.
TypedPart single_part(std::string text, std::size_t depth);

/// and, or, not. Diagnostics: unsupported_feature for what a filter cannot say. Pure.
Diagnosed<TypedPart> both_of(TypedPart left, TypedPart right);
Diagnosed<TypedPart> either_of(TypedPart left, TypedPart right);
Diagnosed<TypedPart> first_without(TypedPart left, TypedPart right);

/// The same question, of which the search box loosens nothing when it finds little: EN, OF and NIET count for sure. Pure.
std::string strictly(std::string text);

/// "(jeugd zorg)" → "jeugd zorg", as people type it: without brackets around the whole. Pure.
std::string without_brackets(std::string text);

}  // namespace schakel

#pragma once

#include <string_view>

#include "analyzers/installation.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/query/search_field.hpp"
#include "searchd/sru/typed_part.hpp"

namespace schakel {

/// What is filed under a value, by code, label or name: `thema:"eenzaamheid"`; every region of an ambiguous name. Nothing when
/// nobody knows the value. Pure; safe from any thread.
TypedPart typed_value(std::string_view value, const SearchField& field, const Installation& installation,
                      const IndexSnapshot& snapshot);

/// What is of these years: = 2015, < 2015, >= "2015", within "2015 2018". Diagnostics: invalid_term,
/// unsupported_relation_for_index. Pure.
Diagnosed<TypedPart> typed_years(std::string_view value, std::string_view relation);

}  // namespace schakel

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/index/placed_form.hpp"

namespace schakel {

/// The places of every form of one text field, form by form. It is for long documents: what is asked for is read where it stands,
/// and the rest of the document costs nothing. `placed` has ascending positions from 1. Pure.
std::string encode_place_lists(std::span<const PlacedForm> placed);

/// The places of `forms` (ascending) in `lists`, in reading order; at one position the word that stands there comes before what it
/// implies. Errors: index_corrupt. Pure; takes time in proportion to how often these forms occur.
Result<std::vector<PlacedForm>> read_place_lists(std::string_view lists, std::span<const FormNumber> forms,
                                                 const PlaceLimit& limit = {});

/// Appends up to `most` of the forms in `lists`, those with the lowest numbers. Errors: index_corrupt. Pure; takes time in proportion
/// to how many are appended.
Result<void> append_listed_forms(std::string_view lists, std::size_t most, std::vector<FormNumber>& forms);

}  // namespace schakel

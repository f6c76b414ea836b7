#pragma once

#include <optional>
#include <string_view>

#include "analyzers/recognition/recognised_values.hpp"

namespace schakel {

/// The year of a product as its title tells: “Jaarverslag 2014”. A period (2013-2016) or a plan for later tells nothing.
std::optional<RecognisedYear> year_in_title(std::string_view title);

/// The year of a product as the beginning or end of its text tells: a line that is only a date (“Utrecht, januari 2015”), or
/// a copyright line (“© 2016 Movisie”). A year that a sentence mentions tells nothing. Linear; safe from any thread.
std::optional<RecognisedYear> year_in_text(std::string_view text);

}  // namespace schakel

#pragma once

#include <filesystem>
#include <string_view>

#include "config/error.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// Tells whether what somebody typed may say who it is about or who typed it. Errs on the side of yes, because a
/// question that is not kept costs a curator little. It cannot know every name: a question is only shown to others when
/// it was asked on several days. Immutable; safe from any thread.
class PersonalText {
public:
    PersonalText() = default;

    /// With the folded first names by which people are recognised.
    explicit PersonalText(StringSet first_names) : first_names_(std::move(first_names)) {}

    /// With the names in voornamen.tsv of the recognition tables. Errors: not_found, unreadable, language_data_invalid.
    static Result<PersonalText> load(const std::filesystem::path& recognition);

    /// An e-mail address; a number of nine digits or more (telephone, burgerservicenummer, IBAN), unless it is years in
    /// a row ("2023-2027"); a postcode with a house number; a first name with another word behind it; or more than 100
    /// characters, as only pasted letters and reports have. Time linear in the text, whatever it holds.
    bool is_in(std::string_view typed) const;

private:
    bool has_name(std::string_view folded) const;

    StringSet first_names_;
};

}  // namespace schakel

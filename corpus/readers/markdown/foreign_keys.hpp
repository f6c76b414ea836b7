#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "config/text.hpp"

namespace schakel {

/// Front matter as other systems write it, under our keys: title → titel, summary or else description → samenvatting, tags
/// and keywords → trefwoorden, author(s) → auteurs, conducted_by → organisaties, lang → taal, and date, date_conducted or
/// date_added (the first that is a date) → datum, or jaar for a year alone. Our own key wins over a foreign one, which is
/// then left in place; a foreign date or language that is none is dropped, since nobody wrote it for us. Front matter with
/// `title` instead of `titel` comes from elsewhere, so its `type` is a word of that system: → soort. `front_matter` is an
/// object and is changed in place; the result is what a curator should know: what was dropped or read differently.
std::vector<Text> translate_foreign_keys(nlohmann::json& front_matter);

}  // namespace schakel

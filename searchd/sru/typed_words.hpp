#pragma once

#include <string>
#include <string_view>

#include "config/index/field_table.hpp"
#include "config/string_map.hpp"
#include "searchd/sru/cql_term.hpp"
#include "searchd/sru/typed_part.hpp"

namespace schakel {

/// How the words of a term must be in a product.
enum class WordJoint { all, any, phrase };

/// A term about words in the language of the search box: `titel:(wijkteam utrecht)`, `(wijk OF buurt)`, `"wet op de zorg"`,
/// `zorg*`. Words that would be read as something else there stand in quotation marks: in that form only. Stop words count when
/// there is nothing else. `field` is nullptr for any text field. Diagnostics: masking_in_phrase, masked_word_too_short,
/// unsupported_mask_position. Pure.
Diagnosed<TypedPart> typed_words(const CqlTerm& term, const Field* field, WordJoint joint, const StringSet& stop_words);

}  // namespace schakel

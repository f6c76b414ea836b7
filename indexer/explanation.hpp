#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "analyzers/installation.hpp"
#include "config/error.hpp"

namespace schakel {

/// Why a query finds a product or does not, in words for a curator: whether the product is in the live index and if not what
/// the ledger says of it; and for every word of the query the fields in which the product has it, as itself, as a part of a
/// longer word or under another name. `id` may be a file too (see `whereabouts_of`). Errors: those of the live generation;
/// no_such_product when nobody has ever heard of the id, and for a file that gave several products.
Result<std::string> explain(std::string_view id, std::string_view query, const std::filesystem::path& index,
                            const Installation& installation, Language language);

}  // namespace schakel

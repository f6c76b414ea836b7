#pragma once

#include <optional>
#include <string_view>

#include "analyzers/installation.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// What a name or code that somebody wrote stands for in a facet.
struct ResolvedValue {
    ValueCondition condition;
    std::optional<Text> notice;  // what was read differently than written
};

/// By code, label or name, as filters are (a municipality of the past stands for itself and its successors). A name that
/// several regions have stands for all of them, and the notice names them. A year is 2015, 2015-2020, 2015..2020, ..2018 or
/// 2015.. . Errors: unknown_value, with the nearest name as hint. Pure; safe from any thread.
Result<ResolvedValue> resolve_value(const Field& facet, std::string_view written, const Installation& installation);

}  // namespace schakel

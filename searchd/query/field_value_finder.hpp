#pragma once

#include <optional>
#include <string_view>

#include "analyzers/installation.hpp"
#include "searchd/query/query.hpp"
#include "searchd/query/query_notices.hpp"
#include "searchd/query/search_field.hpp"

namespace schakel {

/// Finds what stands behind the name of a facet in a query. Says in the notices what nobody knows, and what was read
/// differently than written. It looks up so many names and no more, because each unknown one is compared with all there are.
class FieldValueFinder {
public:
    FieldValueFinder(const Installation& installation, QueryNotices& notices)
        : installation_(installation), notices_(notices) {}

    /// The longest value that `rest` begins with, taken from its front. Absent when there is none: `rest` stays as it is.
    std::optional<ValueCondition> take(std::string_view& rest, const SearchField& field);

    /// What all of `written` stands for.
    std::optional<ValueCondition> find(std::string_view written, const SearchField& field);

private:
    Result<ValueCondition> resolve(std::string_view written, const SearchField& field);
    bool may_look_up();
    void note_unknown(std::string_view written, const Field& facet, const Error& error);

    const Installation& installation_;
    QueryNotices& notices_;
    int lookups_ = 0;
};

}  // namespace schakel

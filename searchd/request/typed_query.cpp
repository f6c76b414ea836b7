#include "searchd/request/typed_query.hpp"

#include <algorithm>

#include "searchd/query/query_notices.hpp"
#include "searchd/query/typed_text.hpp"

namespace schakel {

TypedQuery typed_query(std::string_view sent) {
    TypedQuery query{without_control_characters(sent), {}};
    if (query.text != sent) query.notices.push_back(notices::dropped_characters());
    if (!is_blank(readable_text(query.text))) return query;
    if (!is_blank(query.text) || !query.notices.empty()) query.notices.push_back(notices::nothing_to_search());
    query.text.clear();
    return query;
}

}  // namespace schakel

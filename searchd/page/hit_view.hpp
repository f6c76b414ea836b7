#pragma once

#include "searchd/engine/search_response.hpp"
#include "searchd/page/labels.hpp"
#include "searchd/page/template_data.hpp"

namespace schakel {

/// What partials/hit.mustache shows of one result. `back_query` (see `product_address`) goes along with the link, so that
/// the product's page can lead back to the list. Safe from any thread.
TemplateData hit_view(const SearchHit& hit, const Labels& labels, std::string_view back_query);

/// Language of the title and text of a record for a lang attribute; empty when it is that of the page. Dutch when it is unknown.
std::string foreign_language(const StoredRecord& record, Language page);

/// The same of its abstract.
std::string abstract_language(const StoredRecord& record, Language page);

/// The title of the record's type with a capital; empty when it has none.
std::string type_name(const StoredRecord& record, const Labels& labels);

/// The picture of the record's type: the name of a symbol in web/static/types.svg. "overig" for a type without one of its own.
std::string_view type_picture(const StoredRecord& record);

}  // namespace schakel

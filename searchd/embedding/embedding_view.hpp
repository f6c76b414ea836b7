#pragma once

#include "config/settings.hpp"
#include "searchd/page/page_context.hpp"
#include "searchd/page/template_data.hpp"

namespace schakel {

/// What embedding.mustache shows: the snippets for this installation, in the language of the page, and which websites it lets in.
/// Pure; safe from any thread.
TemplateData embedding_view(const PageContext& context, const Settings& settings);

}  // namespace schakel

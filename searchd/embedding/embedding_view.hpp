#pragma once

#include <string_view>

#include "config/settings.hpp"
#include "searchd/page/template_data.hpp"

namespace schakel {

/// What embedding.mustache shows: the snippets for this installation at `address` (without a slash at the end), and which websites
/// it lets in. Pure; safe from any thread.
TemplateData embedding_view(std::string_view address, const Settings& settings);

}  // namespace schakel

#pragma once

#include <string>

#include "analyzers/installation.hpp"
#include "searchd/api/json_writer.hpp"
#include "searchd/overview/partners.hpp"

namespace schakel {

/// One of them, as an object in the list that `json` is in.
void write_partner(JsonWriter& json, const Partner& partner, const Installation& installation, Language language);

/// The JSON of `/v1/kennispartners`. What is absent is not known; only `status` says so in words. Pure; safe from any thread.
std::string render_partners(const PartnerRequest& request, const Partners& partners, const Installation& installation,
                            Language language, double milliseconds);

}  // namespace schakel

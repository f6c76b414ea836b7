#pragma once

#include <string>

#include "analyzers/installation.hpp"
#include "searchd/overview/partners.hpp"

namespace schakel {

/// The JSON of `/v1/kennispartners`. What is absent is not known; only `status` says so in words. Pure; safe from any thread.
std::string render_partners(const PartnerRequest& request, const Partners& partners, const Installation& installation,
                            Language language, double milliseconds);

}  // namespace schakel

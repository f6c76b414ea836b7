#pragma once

#include <string>
#include <string_view>

#include "searchd/http/http_message.hpp"

namespace schakel {

/// What `https://zoek.example.org/oai?<query>` answers over a small index: four products, one that was harvested elsewhere, one that
/// a curator took out, and one that is gone. Dates of 2026; `now` is that of the test.
HttpResponse ask_sample_repository(std::string_view query);

/// The same over 250 products that all changed in the same second, and were never dated otherwise.
HttpResponse ask_large_repository(std::string_view query);

}  // namespace schakel

#pragma once

#include <cstdint>
#include <string>

#include "config/index/stored_record.hpp"

namespace schakel {

/// Where a browser opens the source of a product at a page (from 1): the address of its PDF with `#page=12` behind it (RFC 8118).
/// The product's own address when that is a PDF, else the first of its files that is one; empty when neither is on the web.
/// Pure; safe from any thread.
std::string address_of_page(const StoredRecord& record, std::uint32_t page);

}  // namespace schakel

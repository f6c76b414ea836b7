#pragma once

#include <span>
#include <string_view>

#include <pugixml.hpp>

#include "analyzers/installation.hpp"
#include "config/index/stored_record.hpp"
#include "searchd/oai/oai_identifier.hpp"

namespace schakel {

/// What the writing of a record needs beside it.
struct OaiContext {
    const Installation& installation;
    const OaiNamespace& names;
    std::string_view address;  // public, of this installation
};

/// A form in which records can be harvested.
struct OaiFormat {
    std::string_view prefix;
    std::string_view schema;  // address of its XML Schema; begins with a slash when it is below our own address
    std::string_view xml_namespace;
    void (*write)(pugi::xml_node metadata, const StoredRecord& record, const OaiContext& context);
};

/// All of them; every record can be had in each. Safe from any thread.
std::span<const OaiFormat> oai_formats();

/// nullptr when there is none with this prefix.
const OaiFormat* find_oai_format(std::string_view prefix);

}  // namespace schakel

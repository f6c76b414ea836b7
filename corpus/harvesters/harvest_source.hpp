#pragma once

#include <string>
#include <string_view>

#include "corpus/knowledge_product.hpp"

namespace schakel {

/// How a source gives its records.
enum class HarvestKind {
    oai_pmh,  // OAI-PMH 2.0 (openarchives.org)
    diwoo,    // sitemaps with DiWoo metadata (standaarden.overheid.nl/diwoo), found through robots.txt
    sitemap,  // sitemaps (sitemaps.org) of pages that hold their own metadata
};

/// A source elsewhere, as the settings declare it. A plain value; an empty string means: not given.
struct HarvestSource {
    std::string name;  // of its folder in the store: small letters, digits and hyphens, at most 64
    HarvestKind kind = HarvestKind::oai_pmh;
    /// OAI-PMH: the base address. Sitemaps: the address of a site, whose robots.txt names the sitemaps, or of one sitemap (a
    /// path that ends in .xml, .xml.gz or .txt).
    std::string url;
    std::string metadata_prefix = "oai_dc";  // OAI-PMH only
    std::string set;                         // OAI-PMH only
    std::string from;                        // OAI-PMH only: no records from before this day (2020-01-31)
    std::string until;                       // OAI-PMH only: nor from after this one
    Rights rights;                           // for all its products; what is harvested does not depend on it
    /// The keeper of the source gave leave to harvest it: robots.txt and TDM reservations do not apply.
    bool permission_agreed = false;
};

/// Whether a name can be that of a source.
bool is_source_name(std::string_view name);

}  // namespace schakel

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/index/field_table.hpp"
#include "config/index/stored_record.hpp"
#include "config/text.hpp"

namespace schakel {

/// The names of facet values in one language; a name that has no English one is Dutch. Keeps a reference to the installation,
/// which must outlive it. Safe from any thread.
class Labels {
public:
    explicit Labels(const Installation& installation, Language language = Language::dutch)
        : installation_(installation), language_(language) {}

    Language language() const { return language_; }

    /// As it stands in the vocabulary ("jeugd", "Movisie", "Overijssel"); the code itself when nobody knows it.
    std::string of(FieldId facet, std::string_view code) const;

    /// As `of`, for a name outside every vocabulary the name that the record carries.
    std::string of(FieldId facet, const StoredValue& value) const;

    /// For standing on its own: "Jeugd", "Overijssel (provincie)".
    std::string alone(FieldId facet, std::string_view code) const;

    /// "Provincie", "Province": of a scheme of regions. Schemes that only exist in Dutch keep their name.
    std::string scheme(const RegionScheme& scheme) const;

    /// "Overijssel (provincie)", "Enschede", "Littenseradiel (gemeente tot 2018)", "Nederland".
    std::string region(std::string_view code) const;

    /// In a list of the regions of `scheme`, which needs no "(provincie)" for its own regions and municipalities.
    std::string region_among(std::string_view code, std::string_view scheme) const;

    /// As a reader types it and is understood, in either language: "Enschede", "provincie Utrecht"; the code when no name leads to it alone.
    std::string region_typed(std::string_view code) const;

    /// Every municipality and region in force as `region_typed`, municipalities first.
    std::vector<std::string> regions_to_type() const;

    /// Of today, after mergers: "Súdwest-Fryslân en Waadhoeke"; empty for a region that still exists.
    std::string region_today(std::string_view code) const;

    /// The scheme whose facet shows this region; empty when it is in none or in the one shown by default.
    std::string scheme_to_show(std::string_view region_code) const;

private:
    std::string name_of(const Region& region) const;
    std::string kind_of(const Region& region) const;

    const Installation& installation_;
    Language language_;
};

/// Of a facet: "Thema", "Voor wie". Safe from any thread.
std::string_view heading_of(FieldId facet, Language language = Language::dutch);

/// "nl" → "Nederlands"; an unknown tag comes back as it is.
std::string language_name(std::string_view tag, Language language = Language::dutch);

}  // namespace schakel

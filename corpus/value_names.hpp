#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "corpus/knowledge_product.hpp"

namespace schakel {

/// How the fixed values of a record are written; the first of each list is the default.
template <class Value>
struct ValueName {
    Value value;
    std::string_view name;
};

inline constexpr std::array provenance_names{
    ValueName{Provenance::given, "gegeven"},
    ValueName{Provenance::assigned, "toegekend"},
    ValueName{Provenance::inferred, "afgeleid"},
    ValueName{Provenance::recognised, "herkend"},
};

inline constexpr std::array region_role_names{
    ValueName{RegionRole::subject, "onderwerp"},
    ValueName{RegionRole::seat, "vestiging"},
    ValueName{RegionRole::working_area, "werkgebied"},
};

inline constexpr std::array organisation_role_names{
    ValueName{OrganisationRole::publisher, "uitgever"},
    ValueName{OrganisationRole::maker, "maker"},
    ValueName{OrganisationRole::commissioner, "opdrachtgever"},
    ValueName{OrganisationRole::participant, "deelnemer"},
    ValueName{OrganisationRole::self, "zelf"},
};

inline constexpr std::array relation_names{
    ValueName{RelationKind::see_also, "zieOok"},
    ValueName{RelationKind::same_organisation, "zelfdeOrganisatie"},
    ValueName{RelationKind::cooperates_with, "werktSamenMet"},
    ValueName{RelationKind::successor_of, "opvolgerVan"},
    ValueName{RelationKind::part_of, "deelVan"},
};

inline constexpr std::array status_names{
    ValueName{ProductStatus::unknown, "onbekend"},
    ValueName{ProductStatus::current, "actueel"},
    ValueName{ProductStatus::historic, "historisch"},
};

/// The written form of a value. Every value has one.
template <class Value, std::size_t size>
constexpr std::string_view name_of(const std::array<ValueName<Value>, size>& names, Value value) {
    for (const auto& row : names)
        if (row.value == value) return row.name;
    return {};
}

/// Empty when no value is written so.
template <class Value, std::size_t size>
constexpr std::optional<Value> value_of(const std::array<ValueName<Value>, size>& names, std::string_view name) {
    for (const auto& row : names)
        if (row.name == name) return row.value;
    return std::nullopt;
}

}  // namespace schakel

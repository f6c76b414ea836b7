#include "searchd/ranking/place_profiles.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

#include "config/string_map.hpp"

namespace schakel {

namespace {

std::size_t column_of(FieldId id) { return static_cast<std::size_t>(field(id).column); }

/// By ordinal of a facet: the scheme that matters for that value.
std::vector<SchemeSet> schemes_by_ordinal(const IndexSnapshot& snapshot, FieldId facet, const ThemeSchemes& schemes) {
    std::vector<SchemeSet> sets;
    for (const ColumnValue& value : snapshot.facet(column_of(facet)).values)
        sets.push_back(schemes.scheme_of(value.code));
    return sets;
}

/// What profiles differ in, of one document after the other.
class ProfileReader {
public:
    ProfileReader(const IndexSnapshot& snapshot, const ThemeSchemes& schemes)
        : snapshot_(snapshot),
          themes_(schemes_by_ordinal(snapshot, FieldId::theme, schemes)),
          domains_(schemes_by_ordinal(snapshot, FieldId::domain, schemes)),
          national_scale_(snapshot.ordinal(column_of(FieldId::scale), "landelijk")),
          national_region_(snapshot.ordinal(column_of(FieldId::region), national_region)) {}

    PlaceProfile of(DocumentId document) const {
        PlaceProfile profile;
        profile.regions = snapshot_.facet(column_of(FieldId::region)).of(document);
        profile.theme_schemes = joined(FieldId::theme, themes_, document) | joined(FieldId::domain, domains_, document);
        profile.national =
            has(FieldId::scale, national_scale_, document) || has(FieldId::region, national_region_, document);
        return profile;
    }

private:
    SchemeSet joined(FieldId facet, const std::vector<SchemeSet>& sets, DocumentId document) const {
        SchemeSet all = 0;
        for (const Ordinal ordinal : snapshot_.facet(column_of(facet)).of(document)) all |= sets[ordinal];
        return all;
    }

    bool has(FieldId facet, std::optional<Ordinal> ordinal, DocumentId document) const {
        if (!ordinal) return false;
        const auto values = snapshot_.facet(column_of(facet)).of(document);
        return std::find(values.begin(), values.end(), *ordinal) != values.end();
    }

    const IndexSnapshot& snapshot_;
    std::vector<SchemeSet> themes_;
    std::vector<SchemeSet> domains_;
    std::optional<Ordinal> national_scale_;
    std::optional<Ordinal> national_region_;
};

/// The profile as bytes, to find an equal one.
void write_key(const PlaceProfile& profile, std::string& key) {
    key.assign(1, profile.national ? 'n' : '-');
    const auto add = [&](const void* bytes, std::size_t size) {
        const std::size_t end = key.size();
        key.resize(end + size);
        if (size > 0) std::memcpy(key.data() + end, bytes, size);
    };
    add(&profile.theme_schemes, sizeof profile.theme_schemes);
    add(profile.regions.data(), profile.regions.size_bytes());
}

}  // namespace

PlaceProfiles::PlaceProfiles(const IndexSnapshot& snapshot, const ThemeSchemes& schemes, const RegionTable& regions) {
    for (const ColumnValue& value : snapshot.facet(column_of(FieldId::region)).values)
        regions_.push_back(regions.find(value.code));
    const ProfileReader reader(snapshot, schemes);
    StringMap<std::uint32_t> known;
    std::string key;
    numbers_.reserve(snapshot.documents());
    for (DocumentId document = 0; document < snapshot.documents(); ++document) {
        const PlaceProfile profile = reader.of(document);
        write_key(profile, key);
        const auto [at, fresh] = known.try_emplace(key, static_cast<std::uint32_t>(profiles_.size()));
        if (fresh) {
            profiles_.push_back({pool_.size(), profile.regions.size(), profile.theme_schemes, profile.national});
            pool_.insert(pool_.end(), profile.regions.begin(), profile.regions.end());
        }
        numbers_.push_back(at->second);
    }
}

PlaceProfile PlaceProfiles::profile(std::uint32_t number) const {
    const Row& row = profiles_[number];
    return {{pool_.data() + row.first, row.count}, row.theme_schemes, row.national};
}

}  // namespace schakel

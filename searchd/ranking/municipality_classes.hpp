#pragma once

#include <cstdint>
#include <filesystem>

#include "config/error.hpp"
#include "config/regions.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// A class that municipalities are in, such as how many people live there or how urban they are. Municipalities in the same
/// class are alike; those that a table leaves out are like none. Immutable after loading; safe from any thread.
class MunicipalityClasses {
public:
    /// Reads a table with the columns gemeente (a code) and klasse (1 to `highest`). Errors (config_invalid) name file:line: a
    /// code that is no municipality of today, one given twice, a class out of range; not_found and unreadable.
    static Result<MunicipalityClasses> load(const std::filesystem::path& file, const RegionTable& regions, int highest);

    /// 0 when the table does not say.
    std::uint8_t of(std::string_view municipality) const;

private:
    StringMap<std::uint8_t> by_code_;
};

}  // namespace schakel

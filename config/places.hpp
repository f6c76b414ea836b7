#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "config/error.hpp"
#include "config/regions.hpp"

namespace schakel {

/// A town or village. Its name need not be unique: there are three called Beek.
struct Place {
    std::string code;                   // of the official register of places: "1595"
    std::string name;                   // "'s-Hertogenbosch"
    std::vector<std::string> variants;  // other names in use: "Den Bosch"
    std::string municipality;           // the municipality of today it lies in: GM0796
};

/// Reads and checks a table of places (`plaatsen.tsv`), in file order; the places are plain values, free to share between
/// threads. Errors (regions_invalid) name file and line: a code that is not four digits or occurs twice, a municipality
/// that `regions` does not know or that was abolished; not_found and unreadable keep their code.
Result<std::vector<Place>> load_places(const std::filesystem::path& file, const RegionTable& regions);

}  // namespace schakel

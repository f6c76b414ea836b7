#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/recognition/gazetteer.hpp"
#include "analyzers/recognition/text_zone.hpp"

namespace schakel {

/// What the words beside a name say that it is.
enum class WantedKind : std::uint8_t { any, municipality, province, region };

/// A place in a text where a name stands for a place or region, as far as its own sentence tells. A view of the text.
struct RegionMention {
    const GazetteerName* name = nullptr;
    double strength = 0;  // 0 to 1: how often a name in such a sentence is meant as a place
    WantedKind wanted = WantedKind::any;
    std::string_view scheme;    // of the region wanted; empty = any
    std::string_view province;  // the candidate must lie in it; empty = any
    Zone zone = Zone::body;
    std::string_view text;    // in which it stands
    std::uint32_t begin = 0;  // bytes in `text`
    std::uint32_t end = 0;
    bool enumerated = false;  // it goes on an enumeration with the mention before it
};

/// A stretch of words that is some other name, such as that of an organisation: places inside are not meant. Words of a
/// ScannedText, both included.
struct TakenWords {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Appends the mentions in `text`, in order. Names of people, organisations, streets, products, treaties, railways, places
/// abroad and addresses are left out, as are those in `taken` (in order, without overlap). Linear in the text; safe from any
/// thread.
void find_region_mentions(const Gazetteer& gazetteer, const ScannedText& text, std::span<const TakenWords> taken,
                          std::vector<RegionMention>& mentions);

}  // namespace schakel

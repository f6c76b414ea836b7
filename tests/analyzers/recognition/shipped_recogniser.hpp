#pragma once

#include <string>

#include "analyzers/recognition/recogniser.hpp"

namespace schakel {

/// Region tables as this source tree ships them, read once.
const RegionTable& shipped_regions();

/// The recogniser with the tables as this source tree ships them, made once. A failure to make it ends the test program with
/// the error.
const Recogniser& shipped_recogniser();

/// A product written as lines: `titel: …`, `samenvatting: …`, `trefwoord: …`, and `bladzijde:` with the lines of a page below
/// it. Lines before any of these are a page.
struct WrittenProduct {
    std::string title;
    std::string abstract;
    std::vector<std::string> keywords;
    std::vector<std::string> pages;
};

WrittenProduct read_product(const std::string& written);

RecognisedValues recognise(const WrittenProduct& product);

}  // namespace schakel

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzers/recognition/text_zone.hpp"

namespace schakel {

/// A value that the words of a product show.
struct RecognisedValue {
    std::string code;        // of a region, theme or domain
    double confidence = 0;   // 0 to 1: how often such evidence is right
    std::string evidence;    // the words, with a few around them
    Zone zone = Zone::body;  // where the evidence stands
};

enum class RecognisedRole { publisher, maker, commissioner, participant };

struct RecognisedOrganisation {
    RecognisedValue value;  // with the code in the authority file
    std::string name;       // its preferred label
    RecognisedRole role = RecognisedRole::participant;
};

struct RecognisedYear {
    int year = 0;
    double confidence = 0;
    std::string evidence;
};

/// What was recognised in a product; per kind the surest first. Plain values.
struct RecognisedValues {
    std::vector<RecognisedValue> regions;
    std::vector<RecognisedValue> themes;
    std::vector<RecognisedValue> domains;
    std::vector<RecognisedOrganisation> organisations;
    std::optional<RecognisedYear> year;
};

/// The words at `begin` to `end` with what stands around them, up to `around` bytes on either side and to the border of a
/// word, on one line.
std::string evidence_around(std::string_view text, std::size_t begin, std::size_t end, std::size_t around = 40);

}  // namespace schakel

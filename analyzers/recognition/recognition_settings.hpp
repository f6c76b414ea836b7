#pragma once

#include <cstddef>

namespace schakel {

/// What recognition needs to be sure enough. Confidences are between 0 and 1; lengths in bytes of text.
struct RecognitionSettings {
    double least_region = 0.6;
    double least_theme = 0.6;
    double least_domain = 0.6;
    double least_organisation = 0.7;
    double least_year = 0.7;
    std::size_t most_themes = 5;
    std::size_t most_domains = 3;

    /// More municipalities than this in one product are a list, of which no single one is the subject.
    std::size_t longest_list = 12;

    /// A text up to this length is about a region that it mentions once; a longer one has to do so more often, with the
    /// square root of its length, up to `most_mentions`.
    std::size_t length_of_one_mention = 2500;
    double most_mentions = 6;

    /// In the longest texts a region also needs this share of all that is said about regions, in shorter ones less.
    double share_in_long_text = 0.15;

    /// What stands within this length from the start counts more than the rest.
    std::size_t length_of_opening = 1500;
};

}  // namespace schakel

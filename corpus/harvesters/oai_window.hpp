#pragma once

#include <string>

#include "corpus/harvesters/harvest_source.hpp"
#include "corpus/harvesters/harvest_state.hpp"
#include "corpus/harvesters/oai_answer.hpp"

namespace schakel {

/// What a source selects, in one text: when it changes, what was harvested before says nothing any more.
std::string selection_of(const HarvestSource& source);

/// The run that is to come: that of before when one was broken off (and not everything is asked for while it asked for less),
/// otherwise from a day before the last mark, because repositories show some records later than their datestamp. Everything is
/// asked for when there is no mark, when the selection changed, and when the server's clock (`server_time`, empty = not known)
/// stands before the mark, so that the mark cannot be trusted.
HarvestWindow next_window(const HarvestSource& source, const HarvestState& state, const OaiIdentity& identity,
                          const std::string& server_time, bool full);

/// A day of the settings as a bound in the repository's granularity; `until` ends with its last second.
std::string lower_bound(const std::string& day, const OaiIdentity& identity);
std::string upper_bound(const std::string& day, const OaiIdentity& identity);

}  // namespace schakel

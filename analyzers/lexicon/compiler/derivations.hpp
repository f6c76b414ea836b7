#pragma once

#include <optional>

#include "analyzers/lexicon/compiler/analyses.hpp"

namespace schakel {

/// The word that a base form is derived from: eenzaamheid → eenzaam, dakloze → dakloos, begeleiding → begeleiden,
/// gemeentelijk → gemeente. Related in meaning, not the same: for expansion with a low weight only. Nothing when no rule
/// leads to a base form of the list.
std::optional<FormNumber> derivation_base(FormNumber lemma, const Analyses& analyses);

}  // namespace schakel

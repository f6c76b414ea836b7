#pragma once

#include <vector>

#include "analyzers/lexicon/compiler/analyses.hpp"

namespace schakel {

/// Of the infinitives that are plurals of nouns too, those that end more compounds as a plural than as a verb become plurals
/// (stappen → stap); the others stay verbs (wonen).
void prefer_dominant_plurals(const std::vector<FormNumber>& infinitives, Analyses& analyses);

}  // namespace schakel

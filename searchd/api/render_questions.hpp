#pragma once

#include <optional>
#include <string>

#include "searchd/overview/questions.hpp"

namespace schakel {

/// The JSON of `/v1/kennisvragen`; without `questions` that of an installation that keeps none. Pure; safe from any thread.
std::string render_questions(const QuestionRequest& request, const std::optional<Questions>& questions,
                             Language language);

}  // namespace schakel

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analyzers/installation.hpp"
#include "searchd/query_log/recurring_queries.hpp"
#include "searchd/request/question_request.hpp"

namespace schakel {

/// A value that a question was asked with, and on how many days.
struct AskedValue {
    std::string code;
    Text label;
    std::uint32_t days = 0;
};

/// A question that people in the field keep asking.
struct Question {
    std::string text;
    std::uint32_t days = 0;
    std::uint32_t times = 0;
    std::uint32_t results = 0;        // products when last asked; 0 = nothing was found
    std::vector<AskedValue> regions;  // in which it was asked
    std::vector<AskedValue> themes;   // within which it was asked
};

/// One page of the questions asked for.
struct Questions {
    std::size_t total = 0;        // on all pages
    std::vector<Question> found;  // asked in most regions first, then on most days, then most often
};

/// Picks from the questions that come back those that `request` asks for. One belongs to a theme when it was asked
/// with that filter, or a theme below it, or names one of them; to a region when it was asked with that filter, or
/// with a region inside it. Pure; safe from any thread.
Questions pick_questions(std::span<const RecurringQuery> recurring, const QuestionRequest& request,
                         const Installation& installation);

}  // namespace schakel

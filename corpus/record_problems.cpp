#include "corpus/record_problems.hpp"

#include <string>

#include <fmt/format.h>

namespace schakel {

namespace {

std::string line_of(const Error& error, Language language) {
    const std::string& hint = error.hint.in(language);
    return hint.empty() ? error.message.in(language) : fmt::format("{} ({})", error.message.in(language), hint);
}

std::string lines_of(const std::vector<Error>& errors, Language language) {
    std::string lines;
    for (const Error& error : errors) {
        if (!lines.empty()) lines += '\n';
        lines += line_of(error, language);
    }
    return lines;
}

}  // namespace

void RecordProblems::add(ErrorCode code, Text message, Text hint) {
    errors_.push_back(Error{code, std::move(message), std::move(hint)});
}

Error RecordProblems::to_error() const {
    if (errors_.size() == 1) return errors_.front();
    return Error{errors_.front().code, {lines_of(errors_, Language::dutch), lines_of(errors_, Language::english)}, {}};
}

}  // namespace schakel

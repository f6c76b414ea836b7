// Any bytes as title, abstract and pages of a product in which regions, themes and the rest are recognised.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "config/utf8.hpp"
#include "tests/analyzers/recognition/shipped_recogniser.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::promise;

void check(const schakel::RecognisedValue& value, bool valid) {
    promise(value.confidence > 0 && value.confidence <= 1, "a confidence is between 0 and 1");
    promise(!value.evidence.empty(), "a value has evidence");
    promise(!valid || !schakel::first_invalid_utf8(value.evidence), "evidence from a text in UTF-8 is UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    const bool valid = !schakel::first_invalid_utf8(text);
    const std::size_t line_end = std::min(text.find('\n'), size);
    const std::vector<std::string_view> pages{text, text.substr(line_end)};
    const schakel::RecognisedValues values =
        schakel::shipped_recogniser().recognise({.title = text.substr(0, line_end), .abstract = text, .pages = pages});
    for (const auto* list : {&values.regions, &values.themes, &values.domains})
        for (const schakel::RecognisedValue& value : *list) check(value, valid);
    for (const schakel::RecognisedValue& region : values.regions)
        promise(schakel::shipped_regions().find(region.code) != nullptr, "a recognised region exists");
    for (const schakel::RecognisedOrganisation& organisation : values.organisations) check(organisation.value, valid);
    promise(!values.year || (values.year->year >= 1900 && values.year->year <= 2099), "a year is of our time");
    return 0;
}

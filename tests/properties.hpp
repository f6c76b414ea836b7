#pragma once

#include <sstream>
#include <string>
#include <utility>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

namespace schakel {

/// A RapidCheck property that is tried fewer times than usual, because each time waits for the disk. The seed is printed on
/// failure and taken from RC_PARAMS, as with `rc::prop`.
template <class Testable>
void few_times(const std::string& description, int times, Testable&& testable) {
    SECTION(description) {
        rc::detail::TestMetadata metadata;
        metadata.id = description;
        rc::detail::TestParams parameters = rc::detail::configuration().testParams;
        parameters.maxSuccess = times;
        const auto result = rc::detail::checkTestable(std::forward<Testable>(testable), metadata, parameters);
        std::ostringstream report;
        rc::detail::printResultMessage(result, report);
        INFO(report.str());
        CHECK(result.template is<rc::detail::SuccessResult>());
    }
}

}  // namespace schakel

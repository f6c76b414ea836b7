#include "config/log.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

#include <catch2/catch.hpp>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include "tests/paths.hpp"

namespace schakel {
namespace {

/// What `write` logs: standard error goes to a file as long as it runs.
template <class Write>
std::string logged(LogLevel level, Write write) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log";
    std::fflush(stderr);
    const int saved = dup(STDERR_FILENO);
    std::FILE* redirected = std::fopen(file.c_str(), "w");
    dup2(fileno(redirected), STDERR_FILENO);
    set_up_log("schakel-test", level);
    write();
    spdlog::default_logger()->flush();
    std::fflush(stderr);
    dup2(saved, STDERR_FILENO);
    close(saved);
    std::fclose(redirected);
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("a log line has a time and a level") {
    unsetenv("JOURNAL_STREAM");
    const std::string text = logged(LogLevel::info, [] {
        spdlog::debug("onzichtbaar");
        spdlog::info("gestart");
    });
    CHECK(std::regex_match(text, std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d info gestart\n)")));
}

TEST_CASE("for the journal a log line has a priority") {
    setenv("JOURNAL_STREAM", "8:12345", 1);
    const std::string text = logged(LogLevel::debug, [] {
        spdlog::debug("a");
        spdlog::info("b");
        spdlog::warn("c");
        spdlog::error("d");
    });
    unsetenv("JOURNAL_STREAM");
    CHECK(text == "<7>a\n<6>b\n<4>c\n<3>d\n");
}

}  // namespace schakel

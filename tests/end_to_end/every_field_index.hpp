#pragma once

#include "tests/end_to_end/daemon.hpp"
#include "tests/paths.hpp"

namespace schakel {

/// An own index, one of others and settings (tests/end_to_end/fixtures/every-field) for the fields of an answer that the other
/// fixtures do not have: files, licence, dates of checking, editors' choices, a scheme that is no longer in force. Built by the
/// constructor, which throws std::runtime_error when that fails; removed by the destructor.
class EveryFieldIndex {
public:
    EveryFieldIndex();

    DaemonOptions options() const { return {.index = config() / "own-index", .config = config() / "schakel.toml"}; }

private:
    std::filesystem::path config() const { return folder_.path() / "config"; }

    TemporaryFolder folder_;
};

}  // namespace schakel

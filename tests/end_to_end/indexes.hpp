#pragma once

#include <filesystem>

namespace schakel {

/// An index of the twelve records in tests/end_to_end/fixtures, and one of the sample corpus in corpus/records: built when
/// first asked for, and removed at the end of the program. Do not change them. Throw std::runtime_error when they cannot be
/// built. One thread.
const std::filesystem::path& fixture_index();
const std::filesystem::path& sample_index();

/// The settings that go with the fixtures.
std::filesystem::path fixture_settings();

/// The folders with their sources.
std::filesystem::path fixture_records();
std::filesystem::path sample_records();

}  // namespace schakel

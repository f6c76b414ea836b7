#include "tests/paths.hpp"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace schakel {

namespace fs = std::filesystem;

fs::path repository_folder() { return fs::path{SCHAKEL_REPOSITORY_FOLDER}; }

std::optional<fs::path> shared_folder() {
    const char* value = std::getenv("SCHAKEL_SHARED");
    if (value == nullptr || !fs::is_directory(value)) return std::nullopt;
    return fs::absolute(value);
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "schakel-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code
        ignored;  // what is left behind is in the temporary folder of the system, and a destructor cannot fail
    fs::remove_all(path_, ignored);
}

}  // namespace schakel

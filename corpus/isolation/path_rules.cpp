#include "corpus/isolation/path_rules.hpp"

#include <array>
#include <cerrno>
#include <cstdint>

#include <sys/stat.h>
#include <sys/syscall.h>

#include <fcntl.h>
#include <linux/landlock.h>
#include <unistd.h>

#include "config/sanitized.hpp"
#include "corpus/isolation/descriptor.hpp"

namespace schakel {

namespace {

// What libraries read while they work: their own modules, character tables, fonts and encodings.
constexpr std::array library_folders{
    "/usr", "/lib", "/lib64", "/etc/fonts", "/var/cache/fontconfig",
};

constexpr std::uint64_t reading_files = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t reading = reading_files | LANDLOCK_ACCESS_FS_READ_DIR;

// The rights of the first version of Landlock, so that every kernel that has it knows them; later ones are about truncating
// and device controls, for which a file must be opened for writing first.
constexpr std::uint64_t ruled = (std::uint64_t{LANDLOCK_ACCESS_FS_MAKE_SYM} << 1U) - 1;

/// 0 or an errno.
int allow(const Descriptor& rules, int path, std::uint64_t rights) {
    const landlock_path_beneath_attr rule{rights, path};
    const long added = ::syscall(SYS_landlock_add_rule, rules.number(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    return added == 0 ? 0 : errno;
}

int allow_folder(const Descriptor& rules, const char* folder) {
    const Descriptor path{::open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC)};
    return path.is_open() ? allow(rules, path.number(), reading) : 0;  // what is not there needs no rule
}

bool is_regular(int file) {
    struct stat status{};
    return ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
}

int allow_all(const Descriptor& rules, int file) {
    int failure = is_regular(file) ? allow(rules, file, reading_files) : 0;
    for (const char* folder : library_folders)
        if (failure == 0) failure = allow_folder(rules, folder);
    if (failure == 0 && is_sanitized) failure = allow_folder(rules, "/proc");
    return failure;
}

bool is_unknown_here(int reason) { return reason == ENOSYS || reason == EOPNOTSUPP || reason == EPERM; }

}  // namespace

int allow_paths_to_read(int file) {
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = ruled;
    const Descriptor rules{static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0))};
    if (!rules.is_open()) return is_unknown_here(errno) ? 0 : errno;
    if (const int failure = allow_all(rules, file); failure != 0) return failure;
    return ::syscall(SYS_landlock_restrict_self, rules.number(), 0) == 0 ? 0 : errno;
}

}  // namespace schakel

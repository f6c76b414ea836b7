#include "config/index/unreadable_file.hpp"

#include <cerrno>

#include <fmt/format.h>

#include "config/system_reason.hpp"

namespace schakel {

tl::unexpected<Error> unreadable_file(const std::filesystem::path& file, int reason) {
    const Text why = system_reason(reason);
    return fail(reason == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable,
                {fmt::format("{} kan niet worden gelezen: {}.", file.string(), why.nl),
                 fmt::format("{} cannot be read: {}.", file.string(), why.en)});
}

}  // namespace schakel

#include "config/index/damaged_file.hpp"

#include <fmt/format.h>

namespace schakel {

tl::unexpected<Error> damaged_file(const std::filesystem::path& file) {
    return fail(ErrorCode::index_corrupt,
                {fmt::format("{} is beschadigd of onvolledig.", file.string()),
                 fmt::format("{} is damaged or incomplete.", file.string())},
                {"Bouw de index opnieuw met schakel-indexer build.", "Rebuild the index with schakel-indexer build."});
}

}  // namespace schakel

#include "searchd/page/themes.hpp"

#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace schakel {

namespace {

/// Names of the style sheets in a folder, in order.
Result<std::vector<std::string>> themes_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    std::error_code reason;
    std::filesystem::directory_iterator entry{folder, reason};
    for (; !reason && entry != std::filesystem::directory_iterator{}; entry.increment(reason))
        if (entry->path().extension() == ".css") names.push_back(entry->path().stem().string());
    if (reason)
        return fail(ErrorCode::unreadable,
                    {fmt::format("{}: de map met thema's is niet te lezen: {}", folder.string(), reason.message()),
                     fmt::format("{}: the folder of themes cannot be read: {}", folder.string(), reason.message())});
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

Result<void> check_theme(const std::filesystem::path& web_folder, std::string_view theme) {
    const std::filesystem::path folder = web_folder / "static" / "themes";
    const auto names = themes_in(folder);
    if (!names) return tl::unexpected<Error>(names.error());
    if (std::binary_search(names->begin(), names->end(), theme)) return {};
    return fail(ErrorCode::config_invalid,
                {fmt::format("site.theme: er is geen thema \"{}\" in {}", theme, folder.string()),
                 fmt::format("site.theme: there is no theme \"{}\" in {}", theme, folder.string())},
                {fmt::format("Kies uit {}, of zet {}.css in die map.", fmt::join(*names, ", "), theme),
                 fmt::format("Choose from {}, or put {}.css in that folder.", fmt::join(*names, ", "), theme)});
}

}  // namespace schakel

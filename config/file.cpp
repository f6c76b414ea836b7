#include "config/file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace schakel {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> missing(const fs::path& path) {
    return fail(ErrorCode::not_found,
                at_place(path.string(), {"dit bestand of deze map bestaat niet", "no such file or folder"}),
                {"controleer de naam en de map", "check the name and the folder"});
}

tl::unexpected<Error> unreadable(const fs::path& path, const std::string& reason) {
    return fail(ErrorCode::unreadable,
                at_place(path.string(), {"lezen is mislukt (" + reason + ")", "reading failed (" + reason + ")"}),
                {"controleer de leesrechten van de gebruiker waaronder dit programma draait",
                 "check the read permission of the user who runs this program"});
}

}  // namespace

Result<std::string> read_file(const fs::path& file) {
    std::error_code status;
    if (!fs::exists(file, status)) return missing(file);
    if (!fs::is_regular_file(file, status)) return unreadable(file, "not a regular file");
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return unreadable(file, "open");
    std::string content;
    const auto size = fs::file_size(file, status);
    if (!status) content.reserve(size);
    content.assign(std::istreambuf_iterator<char>(stream), {});
    if (stream.bad()) return unreadable(file, "read");
    return content;
}

Result<std::vector<fs::path>> files_in(const fs::path& folder, std::string_view extension) {
    std::error_code status;
    if (!fs::is_directory(folder, status)) return missing(folder);
    fs::directory_iterator entry(folder, status);
    if (status) return unreadable(folder, status.message());
    std::vector<fs::path> found;
    for (; entry != fs::directory_iterator(); entry.increment(status)) {
        if (status) return unreadable(folder, status.message());
        const fs::path& path = entry->path();
        if (path.extension() == extension && !path.filename().string().starts_with('.') &&
            entry->is_regular_file(status))
            found.push_back(path);
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace schakel

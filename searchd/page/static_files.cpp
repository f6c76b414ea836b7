#include "searchd/page/static_files.hpp"

#include <array>
#include <system_error>
#include <utility>

#include "config/content_hash.hpp"
#include "config/file.hpp"
#include "searchd/http/compression.hpp"

namespace schakel {

namespace {

constexpr std::string_view path_prefix = "/static/";
constexpr std::size_t worth_packing = 1000;  // bytes; a shorter file fits in one packet as it is

std::string_view media_type_of(const std::filesystem::path& file) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> types{{
        {".css", "text/css; charset=utf-8"},
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".txt", "text/plain; charset=utf-8"},
        {".xsd", "application/xml"},
    }};
    const std::string extension = file.extension().string();
    for (const auto& [known, type] : types)
        if (known == extension) return type;
    return {};
}

Result<StaticFile> read_static_file(const std::filesystem::path& file) {
    const std::string_view media_type = media_type_of(file);
    if (media_type.empty())
        return fail(ErrorCode::unsupported_format,
                    {file.string() + ": van dit soort bestand is het mediatype niet bekend",
                     file.string() + ": the media type of this kind of file is not known"},
                    {"Voeg het toe in searchd/page/static_files.cpp of haal het bestand weg.",
                     "Add it in searchd/page/static_files.cpp or remove the file."});
    Result<std::string> content = read_file(file);
    if (!content) return tl::unexpected<Error>(content.error());
    ContentHash hash;
    hash.add("", *content);
    std::string packed =
        is_compressible(media_type) && content->size() >= worth_packing ? gzip(*content) : std::string();
    // Pages and files change together when the program is replaced, so a browser asks each time; 304 is the usual answer.
    return StaticFile{.content = std::move(*content),
                      .packed = std::move(packed),
                      .media_type = std::string{media_type},
                      .etag = "\"" + hash.hex() + "\"",
                      .cache_control = "public, no-cache"};
}

tl::unexpected<Error> cannot_list(const std::filesystem::path& folder, const std::error_code& reason) {
    const ErrorCode code =
        reason == std::errc::no_such_file_or_directory ? ErrorCode::not_found : ErrorCode::unreadable;
    return fail(code,
                {folder.string() + ": de map met bestanden van de zoekpagina is niet te lezen: " + reason.message(),
                 folder.string() + ": the folder with the search page's files cannot be read: " + reason.message()});
}

}  // namespace

Result<StaticFiles> StaticFiles::load(const std::filesystem::path& folder) {
    StaticFiles files;
    if (const auto added = files.add(folder, path_prefix); !added) return tl::unexpected<Error>(added.error());
    return files;
}

Result<void> StaticFiles::add(const std::filesystem::path& folder, std::string_view prefix) {
    std::error_code reason;
    std::filesystem::recursive_directory_iterator entry{folder, reason};
    if (reason) return cannot_list(folder, reason);
    for (; entry != std::filesystem::recursive_directory_iterator{}; entry.increment(reason)) {
        if (reason) return cannot_list(folder, reason);
        const std::filesystem::path& file = entry->path();
        if (!entry->is_regular_file() || file.filename().string().starts_with('.')) continue;
        Result<StaticFile> read = read_static_file(file);
        if (!read) return tl::unexpected<Error>(read.error());
        const std::string path = file.lexically_relative(folder).generic_string();
        by_path_.emplace(std::string{prefix} + path, std::move(*read));
    }
    return {};
}

const StaticFile* StaticFiles::find(std::string_view path) const {
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? nullptr : &found->second;
}

}  // namespace schakel

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "config/error.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// A file of the page as HTTP sends it.
struct StaticFile {
    std::string content;
    std::string packed;      // the same in gzip; empty when that is not worth it
    std::string media_type;  // value of Content-Type
    std::string etag;        // strong, with its quotation marks
    std::string cache_control;
};

/// Style sheets, scripts and pictures of the page, in memory. Immutable after loading; safe from any thread.
class StaticFiles {
public:
    /// Reads every file in and below `folder` (searchd/web/static); hidden files are left out. Errors: not_found,
    /// unreadable; unsupported_format for a file whose media type is unknown, because browsers refuse a guess.
    static Result<StaticFiles> load(const std::filesystem::path& folder);

    /// The files of another folder too, at addresses that begin with `prefix` ("/widget/"). Errors: those of `load`.
    Result<void> add(const std::filesystem::path& folder, std::string_view prefix);

    /// `path` as in the request target, decoded: "/static/schakel.css". nullptr when there is no such file. Nothing outside
    /// the folder can be named: what is not loaded is not found.
    const StaticFile* find(std::string_view path) const;

private:
    StringMap<StaticFile> by_path_;
};

}  // namespace schakel

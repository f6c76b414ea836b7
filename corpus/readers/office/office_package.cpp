#include "corpus/readers/office/office_package.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include "corpus/excerpt.hpp"
#include "corpus/readers/office/office_faults.hpp"

namespace schakel {

namespace {

constexpr std::size_t megabyte = std::size_t{1024} * 1024;
constexpr std::size_t largest_part = 64 * megabyte;
constexpr std::size_t most_parts = 20'000;

struct FreeArchive {
    void operator()(archive* opened) const { archive_read_free(opened); }
};
using Archive = std::unique_ptr<archive, FreeArchive>;

/// What went wrong in libarchive, as an error of ours.
tl::unexpected<Error> damaged(const Archive& opened) {
    const char* detail = archive_error_string(opened.get());
    return tl::unexpected(damaged_package(valid_utf8(detail != nullptr ? detail : "zip")));
}

/// Only by the directory at the end of the file: without it the file was cut off, and what is left could be half a
/// text.
Result<Archive> open_zip(std::string_view bytes) {
    Archive opened{archive_read_new()};
    archive_read_support_format_zip_seekable(opened.get());
    if (archive_read_open_memory(opened.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return damaged(opened);
    return opened;
}

/// The name of a part; empty when it has none that is UTF-8, so none that we look for. Some programs write backslashes.
std::string name_of(archive_entry* entry) {
    const char* written = archive_entry_pathname_utf8(entry);
    std::string name = written != nullptr ? written : "";
    std::ranges::replace(name, '\\', '/');
    return name;
}

/// Calls `look` with every part until it says that it has seen enough. The error when the archive is not sound.
template <class Look>
Result<void> for_each_part(const Archive& opened, Look look) {
    for (;;) {
        archive_entry* entry = nullptr;
        const int outcome = archive_read_next_header(opened.get(), &entry);
        if (outcome == ARCHIVE_EOF) return {};
        if (outcome != ARCHIVE_OK && outcome != ARCHIVE_WARN) return damaged(opened);
        if (!look(entry)) return {};
    }
}

tl::unexpected<Error> too_large(std::string_view name, std::size_t limit) {
    const std::string part = in_quotes(name);
    return fail(ErrorCode::malformed,
                {fmt::format("onderdeel {} is uitgepakt groter dan {} MB", part, limit / megabyte),
                 fmt::format("part {} is larger than {} MB when unpacked", part, limit / megabyte)},
                {"verdeel het document over meer bestanden, of bewaar het als platte tekst",
                 "divide the document over several files, or save it as plain text"});
}

/// What a part holds. Its size in the directory is not believed.
Result<std::string> content(const Archive& opened, std::string_view name, std::size_t limit) {
    std::string text;
    std::array<char, std::size_t{64} * 1024> buffer{};
    for (;;) {
        const la_ssize_t count = archive_read_data(opened.get(), buffer.data(), buffer.size());
        if (count < 0) return damaged(opened);
        if (count == 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(count));
        if (text.size() > limit) return too_large(name, limit);
    }
}

tl::unexpected<Error> missing(std::string_view name) {
    const std::string part = in_quotes(name);
    return fail(ErrorCode::malformed,
                {fmt::format("onderdeel {} ontbreekt", part), fmt::format("part {} is missing", part)},
                {"open het bestand in een tekstverwerker en bewaar het opnieuw",
                 "open the file in a word processor and save it again"});
}

}  // namespace

Result<OfficePackage> OfficePackage::open(std::string_view bytes) {
    const Result<Archive> opened = open_zip(bytes);
    if (!opened) return tl::unexpected(opened.error());
    OfficePackage package{bytes};
    const Result<void> listed = for_each_part(*opened, [&](archive_entry* entry) {
        package.names_.push_back(name_of(entry));
        return package.names_.size() <= most_parts;
    });
    if (!listed) return tl::unexpected(listed.error());
    if (package.names_.size() > most_parts)
        return fail(ErrorCode::malformed, {fmt::format("het bestand heeft meer dan {} onderdelen", most_parts),
                                           fmt::format("the file has more than {} parts", most_parts)});
    return package;
}

bool OfficePackage::holds(std::string_view name) const { return std::ranges::find(names_, name) != names_.end(); }

Result<std::string> OfficePackage::read(std::string_view name) {
    const Result<Archive> opened = open_zip(bytes_);
    if (!opened) return tl::unexpected(opened.error());
    Result<std::string> found = missing(name);
    const Result<void> walked = for_each_part(*opened, [&](archive_entry* entry) {
        if (name_of(entry) != name) return true;
        found = archive_entry_is_data_encrypted(entry) != 0 ? Result<std::string>{tl::unexpected(password_needed())}
                                                            : content(*opened, name, std::min(largest_part, left_));
        return false;
    });
    if (!walked) return tl::unexpected(walked.error());
    if (found) left_ -= found->size();
    return found;
}

}  // namespace schakel

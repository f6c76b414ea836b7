#include "corpus/harvesters/record_store.hpp"

#include <cerrno>
#include <fstream>
#include <system_error>

#include <sys/file.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "config/file.hpp"
#include "config/index/durable_file.hpp"

namespace schakel {
namespace {

namespace fs = std::filesystem;

/// Temporary files are hidden, so that a walk of the store passes over what a crash left behind.
Result<void> replace_file(const fs::path& file, std::string_view bytes) {
    const fs::path temporary = file.parent_path() / ("." + file.filename().string() + ".new");
    std::ofstream stream(temporary, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) return io_failure(temporary, errno);
    std::error_code error;
    fs::rename(temporary, file, error);
    if (error) return io_failure(file, error.value());
    return {};
}

Result<void> make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return io_failure(folder, error.value());
    return {};
}

tl::unexpected<Error> locked(const fs::path& folder) {
    return fail(ErrorCode::index_locked,
                {fmt::format("{}: een ander programma haalt deze bron al op", folder.string()),
                 fmt::format("{}: another program is harvesting this source already", folder.string())},
                {"wacht tot dat klaar is", "wait until it is ready"});
}

/// The file is only read when it has the right size.
bool has_content(const fs::path& file, std::string_view bytes) {
    std::error_code error;
    if (fs::file_size(file, error) != bytes.size() || error) return false;
    const auto content = read_file(file);
    return content && *content == bytes;
}

}  // namespace

RecordStore::RecordStore(RecordStore&& other) noexcept : folder_(std::move(other.folder_)), lock_(other.lock_) {
    other.lock_ = -1;
}

RecordStore::~RecordStore() {
    if (lock_ >= 0) ::close(lock_);
}

Result<RecordStore> RecordStore::open(const fs::path& folder) {
    if (auto made = make_folder(folder / "records"); !made) return tl::unexpected(made.error());
    const fs::path lock_file = folder / ".lock";
    const int lock = ::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock < 0) return io_failure(lock_file, errno);
    RecordStore store(folder, lock);
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) return locked(folder);
        return io_failure(lock_file, errno);
    }
    return store;
}

fs::path RecordStore::base_of(const RecordKey& key) const { return folder_ / "records" / key.substr(0, 2) / key; }

fs::path RecordStore::origin_file_of(const RecordKey& key) const {
    return schakel::origin_file_of(base_of(key).concat(record_extensions.front()));
}

std::optional<fs::path> RecordStore::file_of(const RecordKey& key) const {
    for (const std::string_view extension : record_extensions) {
        fs::path file = base_of(key).concat(extension);
        std::error_code error;
        if (fs::exists(file, error)) return file;
    }
    return std::nullopt;
}

Result<Stored> RecordStore::put(const RecordKey& key, std::string_view extension, std::string_view bytes) {
    const fs::path file = base_of(key).concat(extension);
    const auto known = file_of(key);
    if (known == file && has_content(file, bytes)) return Stored::unchanged;
    if (auto made = make_folder(file.parent_path()); !made) return tl::unexpected(made.error());
    if (auto written = replace_file(file, bytes); !written) return tl::unexpected(written.error());
    std::error_code error;
    if (known && known != file && !fs::remove(*known, error) && error) return io_failure(*known, error.value());
    return known ? Stored::changed : Stored::added;
}

Result<void> RecordStore::put_origin(const RecordKey& key, const HarvestedPage& origin) {
    const std::string json = to_json(origin);
    if (has_content(origin_file_of(key), json)) return {};
    return replace_file(origin_file_of(key), json);
}

std::optional<HarvestedPage> RecordStore::origin_of(const RecordKey& key) const {
    if (!file_of(key)) return std::nullopt;
    const auto json = read_file(origin_file_of(key));
    return json ? parse_harvested_page(*json) : std::nullopt;
}

Result<bool> RecordStore::remove(const RecordKey& key) {
    std::error_code error;
    fs::remove(origin_file_of(key), error);
    if (error) return io_failure(origin_file_of(key), error.value());
    const auto file = file_of(key);
    if (!file) return false;
    fs::remove(*file, error);
    if (error) return io_failure(*file, error.value());
    return true;
}

Result<std::vector<RecordKey>> RecordStore::keys() const {
    std::vector<RecordKey> keys;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder_ / "records", error), end; !error && at != end;
         at.increment(error)) {
        std::string stem = at->path().stem().string();
        if (is_record_key(stem) && at->is_regular_file(error)) keys.push_back(std::move(stem));
    }
    if (error)
        return fail(ErrorCode::unreadable, {fmt::format("{} kan niet worden gelezen", folder_.string()),
                                            fmt::format("{} cannot be read", folder_.string())});
    return keys;
}

Result<void> RecordStore::flush() const {
    // One call for a page of records, rather than one for each.
    if (::syncfs(lock_) != 0) return io_failure(folder_, errno);
    return {};
}

}  // namespace schakel

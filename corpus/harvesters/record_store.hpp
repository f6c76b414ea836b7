#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "corpus/harvesters/harvested_page.hpp"
#include "corpus/harvesters/record_key.hpp"

namespace schakel {

/// The extensions under which records are kept, and for which there are readers.
constexpr std::array<std::string_view, 6> record_extensions{".xml", ".html", ".pdf", ".docx", ".odt", ".txt"};

enum class Stored { added, changed, unchanged };

/// The folder in which the records of one source are kept, one file each, for the readers to find:
/// `records/ab/ab01….xml`, named by `RecordKey`. Beside a page stands its origin, in a hidden file that the walk passes over.
/// A file appears and changes at once, never half written, but is only sure to survive a power failure after `flush`.
///
/// One process at a time holds a store; one thread at a time uses it.
class RecordStore {
public:
    /// Makes the folder if need be. Errors: io; index_locked when another process is harvesting this source.
    static Result<RecordStore> open(const std::filesystem::path& folder);
    RecordStore(RecordStore&& other) noexcept;
    RecordStore& operator=(RecordStore&&) = delete;
    ~RecordStore();

    const std::filesystem::path& folder() const { return folder_; }

    /// Keeps a record under a name with this extension (".xml"), in the place of what was kept for it. Errors: io.
    Result<Stored> put(const RecordKey& key, std::string_view extension, std::string_view bytes);

    /// Keeps where a page came from, beside it. Errors: io.
    Result<void> put_origin(const RecordKey& key, const HarvestedPage& origin);

    /// Where a page that is in the store came from; absent when it is not there, or its origin is not known.
    std::optional<HarvestedPage> origin_of(const RecordKey& key) const;

    /// Takes a record out; false when it was not there. Errors: io.
    Result<bool> remove(const RecordKey& key);

    /// Everything in the store, in no order. Errors: unreadable.
    Result<std::vector<RecordKey>> keys() const;

    /// Returns when all that was put and removed is on the disk. Errors: io.
    Result<void> flush() const;

private:
    RecordStore(std::filesystem::path folder, int lock) : folder_(std::move(folder)), lock_(lock) {}

    std::filesystem::path base_of(const RecordKey& key) const;
    std::filesystem::path origin_file_of(const RecordKey& key) const;
    std::optional<std::filesystem::path> file_of(const RecordKey& key) const;

    std::filesystem::path folder_;
    int lock_;
};

}  // namespace schakel

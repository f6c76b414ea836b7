#include "corpus/readers/archive/archive_stream.hpp"

#include <cerrno>
#include <clocale>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include "corpus/excerpt.hpp"

namespace schakel {

namespace {

constexpr std::size_t piece_size = std::size_t{64} * 1024;
constexpr std::uint64_t megabyte = std::uint64_t{1} << 20U;
constexpr std::uint64_t always_allowed = 16 * megabyte;  // small texts may be packed as tightly as they like
constexpr int unknown_format = EILSEQ;                   // as archive_errno says it
constexpr int most_filters = 2;                          // gzip, and the file itself

/// What libarchive says, for those who look for the cause; in English only.
std::string reason_of(archive* reader) {
    const char* reason = ::archive_error_string(reader);
    return reason == nullptr ? std::string{"?"} : in_quotes(reason);
}

Error unreadable(Text message, Text hint) { return {ErrorCode::unreadable, std::move(message), std::move(hint)}; }

Text divide() {
    return {"pak het archief uit en lever de map aan, of verdeel het over meer archieven",
            "unpack the archive and supply the folder, or divide it over several archives"};
}

Error too_large(std::uint64_t most) {
    return unreadable({fmt::format("uitgepakt is dit bestand groter dan {} MB", most / megabyte),
                       fmt::format("unpacked this file is larger than {} MB", most / megabyte)},
                      {"verdeel het over meer bestanden", "divide it over several files"});
}

Error grows_too_much(std::uint64_t most) {
    return unreadable(
        {fmt::format("uitgepakt wordt dit bestand meer dan {} keer zo groot; het is niet gelezen", most),
         fmt::format("unpacked this file becomes more than {} times larger; it was not read", most)},
        {"pak het bestand uit en lever het zo aan als dit klopt", "if this is right, supply the file unpacked"});
}

Error budget_is_spent(std::uint64_t most) {
    return unreadable(
        {fmt::format("uitgepakt is het archief groter dan {} MB; de rest is niet gelezen", most / megabyte),
         fmt::format("unpacked the archive is larger than {} MB; the rest was not read", most / megabyte)},
        divide());
}

Error no_archive() {
    return {ErrorCode::malformed,
            {"dit is geen zip- of tar-archief", "this is no zip or tar archive"},
            {"pak de bestanden opnieuw in als .zip of .tar.gz", "pack the files again as .zip or .tar.gz"}};
}

Error damaged_from_here(archive* reader) {
    return {ErrorCode::malformed,
            {"het archief is vanaf hier beschadigd; wat ervoor staat, is gelezen",
             "the archive is damaged from here; what stands before was read (" + reason_of(reader) + ")"},
            {"haal het archief opnieuw op, of pak de bestanden opnieuw in",
             "fetch the archive again, or pack the files again"}};
}

Error damaged_entry(archive* reader) {
    return {ErrorCode::malformed,
            {"dit bestand kan niet worden uitgepakt: het is beschadigd of op een onbekende manier ingepakt",
             "this file cannot be unpacked: it is damaged or packed in an unknown way (" + reason_of(reader) + ")"},
            {"pak het bestand opnieuw in", "pack the file again"}};
}

Error cannot_be_opened(archive* reader) {
    return unreadable(
        {"het archief kan niet worden geopend", "the archive cannot be opened (" + reason_of(reader) + ")"},
        {"controleer de leesrechten", "check the read permission"});
}

ArchiveEntry::Kind kind_of(archive_entry* entry) {
    if (::archive_entry_filetype(entry) == AE_IFDIR) return ArchiveEntry::Kind::folder;
    const bool is_file = ::archive_entry_filetype(entry) == AE_IFREG && ::archive_entry_hardlink(entry) == nullptr;
    return is_file ? ArchiveEntry::Kind::file : ArchiveEntry::Kind::other;
}

std::string name_of(archive_entry* entry) {
    const char* name = ::archive_entry_pathname(entry);
    if (name == nullptr) name = ::archive_entry_pathname_utf8(entry);
    return name == nullptr ? std::string{} : std::string{name};
}

}  // namespace

/// libarchive turns names into the encoding of the thread's locale, which need not be UTF-8.
struct ArchiveStream::Locale {
    locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);  // null when a system has none: names stay bytes

    Locale() = default;
    Locale(const Locale&) = delete;
    Locale& operator=(const Locale&) = delete;
    ~Locale() {
        if (utf8 != nullptr) ::freelocale(utf8);
    }

    struct Use {
        explicit Use(locale_t locale) : before(::uselocale(locale)) {}
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;
        ~Use() { ::uselocale(before); }
        locale_t before;
    };
};

void ArchiveStream::Free::operator()(archive* reader) const { ::archive_read_free(reader); }

ArchiveStream::ArchiveStream(const std::filesystem::path& file, const ArchiveLimits& limits, UnpackBudget& budget)
    : limits_(limits), budget_(budget), locale_(std::make_unique<Locale>()), reader_(::archive_read_new()) {
    prepare();
    opened_ = ::archive_read_open_filename(reader_.get(), file.c_str(), piece_size);
}

ArchiveStream::ArchiveStream(std::string_view bytes, const ArchiveLimits& limits, UnpackBudget& budget)
    : limits_(limits), budget_(budget), locale_(std::make_unique<Locale>()), reader_(::archive_read_new()) {
    prepare();
    opened_ = ::archive_read_open_memory(reader_.get(), bytes.data(), bytes.size());
}

ArchiveStream::~ArchiveStream() = default;

void ArchiveStream::prepare() {
    ::archive_read_support_filter_gzip(reader_.get());
    ::archive_read_support_format_tar(reader_.get());
    ::archive_read_support_format_zip(reader_.get());
}

Result<std::optional<ArchiveEntry>> ArchiveStream::next() {
    const Locale::Use use{locale_->utf8};
    if (is_unread_ && must_unpack_to_pass()) {
        const std::optional<Error> error = unpack(nullptr);
        if (is_broken_) return tl::unexpected(*error);  // other faults of what nobody wants do not matter
    }
    const int outcome = is_acceptable() ? ::archive_read_next_header(reader_.get(), &entry_) : ARCHIVE_FATAL;
    if (outcome == ARCHIVE_EOF) return std::nullopt;
    if (outcome != ARCHIVE_OK && outcome != ARCHIVE_WARN) return tl::unexpected(fault(outcome));
    is_unread_ = true;
    return ArchiveEntry{name_of(entry_), kind_of(entry_), ::archive_entry_is_encrypted(entry_) != 0};
}

/// It could be opened, and no gzip in gzip in gzip, of which a few bytes are enough to compute for days.
bool ArchiveStream::is_acceptable() const {
    return opened_ == ARCHIVE_OK && ::archive_filter_count(reader_.get()) <= most_filters;
}

/// The entries of a tar can only be passed by unpacking them, as can those of a zip that was written to a pipe and has lost
/// its directory.
bool ArchiveStream::must_unpack_to_pass() const {
    const bool is_zip = (::archive_format(reader_.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
    return !is_zip || ::archive_entry_size_is_set(entry_) == 0;
}

Result<std::string> ArchiveStream::content() {
    const Locale::Use use{locale_->utf8};
    std::string content;
    if (std::optional<Error> error = unpack(&content)) return tl::unexpected(std::move(*error));
    return content;
}

/// Unpacks the entry at hand, into nothing when `content` is null: then only the budget matters.
std::optional<Error> ArchiveStream::unpack(std::string* content) {
    const auto packed_before = static_cast<std::uint64_t>(::archive_filter_bytes(reader_.get(), -1));
    std::vector<char> piece(piece_size);
    std::uint64_t unpacked = 0;
    while (true) {
        const la_ssize_t size = ::archive_read_data(reader_.get(), piece.data(), piece.size());
        // ARCHIVE_RETRY among them: pieces of a sparse file in the wrong order get that answer for ever.
        if (size < 0) return fault(static_cast<int>(size));
        is_unread_ = size > 0;
        if (size == 0) return std::nullopt;
        const auto length = static_cast<std::uint64_t>(size);
        unpacked += length;
        budget_.is_spent = length > budget_.left;
        budget_.left -= budget_.is_spent ? 0 : length;
        is_broken_ = budget_.is_spent;
        if (is_broken_) return budget_is_spent(limits_.total_bytes);
        if (content == nullptr) continue;
        if (std::optional<Error> error = excess(unpacked, packed_before)) return error;
        content->append(piece.data(), length);
    }
}

/// A size that an entry may not have.
std::optional<Error> ArchiveStream::excess(std::uint64_t unpacked, std::uint64_t packed_before) {
    if (unpacked > limits_.entry_bytes) return too_large(limits_.entry_bytes);
    const std::uint64_t packed = static_cast<std::uint64_t>(::archive_filter_bytes(reader_.get(), -1)) - packed_before;
    if (unpacked > always_allowed && unpacked / limits_.ratio > packed) return grows_too_much(limits_.ratio);
    return std::nullopt;
}

Error ArchiveStream::fault(int outcome) {
    is_unread_ = false;
    if (opened_ != ARCHIVE_OK) {
        is_broken_ = true;
        const bool is_read = ::archive_errno(reader_.get()) == unknown_format;
        return is_read ? no_archive() : cannot_be_opened(reader_.get());
    }
    if (outcome != ARCHIVE_FATAL && entry_ != nullptr) return damaged_entry(reader_.get());
    is_broken_ = true;
    return ::archive_format(reader_.get()) == 0 ? no_archive() : damaged_from_here(reader_.get());
}

}  // namespace schakel

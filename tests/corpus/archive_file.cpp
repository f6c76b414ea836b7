#include "tests/corpus/archive_file.hpp"

#include <algorithm>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <utility>

#include <archive.h>
#include <archive_entry.h>

namespace schakel {

namespace {

struct FreeWriter {
    void operator()(archive* writer) const { ::archive_write_free(writer); }
};
struct FreeEntry {
    void operator()(archive_entry* entry) const { ::archive_entry_free(entry); }
};
using Writer = std::unique_ptr<archive, FreeWriter>;

la_ssize_t append(archive*, void* target, const void* bytes, size_t size) {
    static_cast<std::string*>(target)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

void check(archive* writer, int outcome) {
    if (outcome < ARCHIVE_WARN) throw std::runtime_error(::archive_error_string(writer));
}

void set_format(archive* writer, Packing packing) {
    const int gzips = packing == Packing::tar_gz ? 1 : packing == Packing::tar_gz_gz ? 2 : 0;
    if (packing == Packing::tar || gzips > 0) {
        ::archive_write_set_format_gnutar(writer);
        for (int i = 0; i < gzips; ++i) ::archive_write_add_filter_gzip(writer);
        return;
    }
    ::archive_write_set_format_zip(writer);
    if (packing == Packing::stored_zip) ::archive_write_zip_set_compression_store(writer);
    if (packing == Packing::encrypted_zip) {
        check(writer, ::archive_write_set_options(writer, "zip:encryption=zipcrypt"));
        ::archive_write_set_passphrase(writer, "geheim");
    }
}

void add(archive* writer, const PackedEntry& packed) {
    const std::unique_ptr<archive_entry, FreeEntry> entry{::archive_entry_new()};
    ::archive_entry_set_pathname(entry.get(), packed.name.c_str());
    const bool is_folder = packed.name.ends_with('/');
    ::archive_entry_set_filetype(entry.get(), is_folder ? AE_IFDIR : packed.link_to.empty() ? AE_IFREG : AE_IFLNK);
    ::archive_entry_set_perm(entry.get(), 0644);
    if (!packed.link_to.empty()) ::archive_entry_set_symlink(entry.get(), packed.link_to.c_str());
    ::archive_entry_set_size(entry.get(), static_cast<la_int64_t>(packed.content.size()));
    check(writer, ::archive_write_header(writer, entry.get()));
    if (!packed.content.empty() && ::archive_write_data(writer, packed.content.data(), packed.content.size()) < 0)
        throw std::runtime_error(::archive_error_string(writer));
}

/// Moves the entries below `archive_name!` into an archive of that name.
std::vector<PackedEntry> with_inner_archives(std::vector<PackedEntry> entries) {
    std::vector<PackedEntry> outer;
    std::vector<PackedEntry> inner;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::size_t border = entries[i].name.find('!');
        if (border == std::string::npos) {
            outer.push_back(std::move(entries[i]));
            continue;
        }
        const std::string name = entries[i].name.substr(0, border + 1);
        inner.push_back({entries[i].name.substr(border + 1), entries[i].content, entries[i].link_to});
        if (i + 1 < entries.size() && entries[i + 1].name.starts_with(name)) continue;
        outer.push_back(
            {name.substr(0, border), pack(Packing::zip, with_inner_archives(std::exchange(inner, {}))), {}});
    }
    return outer;
}

}  // namespace

std::string pack(Packing packing, const std::vector<PackedEntry>& entries) {
    std::string bytes;
    const Writer writer{::archive_write_new()};
    set_format(writer.get(), packing);
    ::archive_write_set_bytes_in_last_block(writer.get(), 1);  // as on disk, not as on tape
    check(writer.get(), ::archive_write_open(writer.get(), &bytes, nullptr, append, nullptr));
    for (const PackedEntry& entry : entries) add(writer.get(), entry);
    check(writer.get(), ::archive_write_close(writer.get()));
    return bytes;
}

std::vector<PackedEntry> entries_in(std::string_view description) {
    std::vector<PackedEntry> entries;
    std::istringstream lines{std::string{description}};
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("== ")) {
            const std::size_t arrow = std::min(line.find(" -> "), line.size());
            entries.push_back({line.substr(3, arrow - 3), {}, line.substr(std::min(arrow + 4, line.size()))});
        } else if (!entries.empty()) {
            entries.back().content += line + '\n';
        }
    }
    return with_inner_archives(std::move(entries));
}

}  // namespace schakel

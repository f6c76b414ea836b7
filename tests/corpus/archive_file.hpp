#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace schakel {

/// An entry to put into an archive.
struct PackedEntry {
    std::string name;  // of a folder, with a slash at the end
    std::string content;
    std::string link_to;  // not empty: a symbolic link
};

enum class Packing { zip, stored_zip, encrypted_zip, tar, tar_gz, tar_gz_gz };

/// The archive as a file holds it.
std::string pack(Packing packing, const std::vector<PackedEntry>& entries);

/// The entries that a golden case describes: a line `== name` begins one, `== name -> target` is a link, and
/// `== inner.zip!name` puts an entry into an archive in the archive. The lines below are the content.
std::vector<PackedEntry> entries_in(std::string_view description);

}  // namespace schakel

#pragma once

#include <filesystem>

#include <xapian.h>

#include "config/error.hpp"

namespace schakel {

/// The postings of a segment, held open: a searcher made later finds them also when their generation has meanwhile been removed.
/// Safe from any thread; the databases it gives are not. Movable.
class PostingsFile {
public:
    /// Errors: not_found, unreadable.
    static Result<PostingsFile> open(const std::filesystem::path& file);

    PostingsFile(PostingsFile&& other) noexcept;
    PostingsFile& operator=(PostingsFile&& other) noexcept;
    ~PostingsFile();

    /// A database of its own for one thread. Xapian exceptions pass through.
    Xapian::Database database() const;

private:
    explicit PostingsFile(int descriptor) : descriptor_(descriptor) {}

    int descriptor_ = -1;
};

}  // namespace schakel

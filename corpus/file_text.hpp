#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <optional>
#include <string_view>

#include "corpus/reader.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// Largest file of a format that is read as a whole, in bytes.
inline constexpr std::uintmax_t largest_file = 256U * 1024U * 1024U;

/// Reads a file as a whole and hands it to `read_bytes`; a file that is too large or cannot be read yields one unreadable
/// error instead.
void read_whole_file(
    const SourceItem& item, const RecordSink& sink,
    const std::function<void(std::string_view bytes, std::string_view uri, const RecordSink& sink)>& read_bytes);

/// Opens a file that is read piece by piece and hands it to `read`; a file that cannot be opened yields one unreadable error
/// instead.
void read_open_file(const SourceItem& item, const RecordSink& sink,
                    const std::function<void(std::istream& stream)>& read);

/// To be called when a stream has been read: one error when it broke off, or when it gave no record at all.
void report_end(const std::istream& stream, std::size_t records, std::string_view uri, const RecordSink& sink);

/// The error for a file that holds nothing.
Error empty_file();

/// The error for bytes that are not UTF-8 (naming line and byte) or hold nothing but white space; absent when they are text.
std::optional<Error> text_fault(std::string_view bytes);

/// Number of the line, from 1, on which the byte at `offset` stands.
std::size_t line_at(std::string_view bytes, std::size_t offset);

}  // namespace schakel

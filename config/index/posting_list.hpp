#pragma once

#include <cstdint>
#include <string>

#include "config/index/postings.hpp"

namespace schakel {

/// Encodes the posting list of one term: which documents of a segment hold it, and how often each text field has it. One thread.
class PostingListWriter {
public:
    /// Adds the next document: its number in the segment, above the one before, and its counts, not all zero.
    void add(std::uint32_t document, FieldCounts counts);

    /// The list so far; the next `add` begins a new one.
    std::string take();

private:
    void close_block();

    std::string closed_;  // full blocks, with their headers
    std::string block_;   // the block being filled
    std::uint32_t blocks_ = 0;
    std::uint32_t in_block_ = 0;
    std::uint32_t closed_next_ = 0;  // behind the last document of the full blocks
    std::uint32_t next_ = 0;         // behind the last document
};

/// Reads a posting list, standing at one of its documents, at first the first one. Whatever the bytes are, it stays within them,
/// rises, and ends. One thread.
class PostingList {
public:
    /// Above every document.
    static constexpr std::uint32_t past_all = 0xFFFFFFFF;

    /// `bytes` as a writer gave them, none = no document; `documents` as the segment has.
    PostingList(std::string bytes, std::uint32_t documents);

    bool at_end() const { return document_ == past_all; }

    /// Number in the segment, from 0; `past_all` at the end.
    std::uint32_t document() const { return document_; }

    /// Of that document.
    FieldCounts counts() const { return FieldCounts(counts_); }

    /// To the next document.
    void advance() {
        if (at_ == block_end_ && !enter_next_block()) return;
        const std::uint32_t code = next_number();
        counts_ = code % 2 == 0 ? once_in_body : next_number();
        move_past(code / 2);
    }

    /// To the first document that is not before `document`. Blocks that end before it are not read.
    void skip_to(std::uint32_t document);

private:
    static constexpr std::uint32_t once_in_body = 1;

    bool enter_next_block();
    void enter_block();

    void move_past(std::uint32_t between) {
        const std::uint64_t reached = std::uint64_t{next_} + between;
        document_ = reached < documents_ && at_ <= block_end_ ? static_cast<std::uint32_t>(reached) : past_all;
        next_ = document_ + 1;
    }

    /// A varint; behind the end of the block 0, and then `at_` lies behind that end.
    std::uint32_t next_number() {
        std::uint32_t value = 0;
        for (unsigned shift = 0; at_ < block_end_ && shift < 35; shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
        at_ = block_end_ + 1;
        return 0;
    }

    std::string bytes_;
    std::uint32_t documents_ = 0;
    std::uint32_t blocks_ = 0;  // that still follow
    std::size_t at_ = 0;
    std::size_t block_end_ = 0;
    std::uint32_t block_next_ =
        0;  // behind the last document of the block; of the last block, which does not say, `past_all`
    std::uint32_t next_ = 0;  // lowest number that the next posting can have
    std::uint32_t document_ = past_all;
    std::uint32_t counts_ = 0;
};

}  // namespace schakel

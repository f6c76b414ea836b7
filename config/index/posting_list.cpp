// A posting is a varint of (documents in between) × 2, plus 1 when a varint with the packed counts follows; without it the term
// stands once in the body, as most do. A list: a varint with the number of full blocks; of each a varint with the document numbers
// it spans, a varint with its size in bytes and 128 postings; then what is left, fewer than 128 postings without a header.

#include "config/index/posting_list.hpp"

#include <algorithm>
#include <utility>

#include "config/index/varint.hpp"

namespace schakel {

namespace {

constexpr std::uint32_t full_block = 128;  // postings

}  // namespace

void PostingListWriter::add(std::uint32_t document, FieldCounts counts) {
    const bool once_in_body = counts.packed() == 1;
    append_varint(block_, (document - next_) * 2 + (once_in_body ? 0 : 1));
    if (!once_in_body) append_varint(block_, counts.packed());
    next_ = document + 1;
    if (++in_block_ == full_block) close_block();
}

void PostingListWriter::close_block() {
    append_varint(closed_, next_ - closed_next_);
    append_varint(closed_, static_cast<std::uint32_t>(block_.size()));
    closed_ += block_;
    closed_next_ = next_;
    block_.clear();
    in_block_ = 0;
    ++blocks_;
}

std::string PostingListWriter::take() {
    std::string list;
    append_varint(list, blocks_);
    list += closed_;
    list += block_;
    *this = PostingListWriter();
    return list;
}

PostingList::PostingList(std::string bytes, std::uint32_t documents)
    : bytes_(std::move(bytes)), documents_(documents), block_end_(bytes_.size()) {
    if (bytes_.empty()) return;
    blocks_ = next_number() + 1;
    block_end_ = at_;
    advance();
}

bool PostingList::enter_next_block() {
    while (at_ == block_end_ && blocks_ > 0) enter_block();
    if (at_ != block_end_) return true;
    document_ = past_all;
    return false;
}

void PostingList::enter_block() {
    --blocks_;
    block_end_ = bytes_.size();
    if (blocks_ == 0) {
        block_next_ = past_all;
        return;
    }
    const std::uint64_t reached = std::uint64_t{block_next_} + next_number();
    const std::size_t size = next_number();
    block_next_ = static_cast<std::uint32_t>(std::min<std::uint64_t>(reached, documents_));
    block_end_ = std::min(at_ + size, bytes_.size());
    if (at_ > bytes_.size()) blocks_ = 0;  // there are not as many as the beginning says
}

void PostingList::skip_to(std::uint32_t document) {
    if (document <= document_) return;
    while (block_next_ <= document && blocks_ > 0) {
        at_ = block_end_;
        next_ = std::max(next_, block_next_);
        enter_block();
    }
    while (document_ < document) advance();
}

}  // namespace schakel

#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "config/error.hpp"
#include "corpus/knowledge_product.hpp"

namespace schakel {

/// One record of a file, or the reason why it is not one. Vocabulary values are still as written: see `Resolver`.
struct ReadRecord {
    std::string location;              // uri, or uri:line where a file holds several records
    Result<KnowledgeProduct> product;  // its id is never empty, nor title and pages both
    std::vector<Text> notices;         // what was read differently than written, such as a key that is not used
    std::uint64_t raw_hash = 0;        // see RecordSink::knows; 0 = the file holds no separate records
};

/// Receives the records of a file in file order. It is called from within the reader, on the reader's thread; an exception
/// it throws passes through the reader and ends the file. Copies share their target.
class RecordSink {
public:
    using Take = std::function<void(ReadRecord)>;
    using Knows = std::function<bool(std::uint64_t raw_hash)>;

    template <std::invocable<ReadRecord> Callable>
        requires(!std::same_as<std::remove_cvref_t<Callable>, RecordSink>)
    RecordSink(Callable&& take) : take_(std::forward<Callable>(take)) {}
    RecordSink(Take take, Knows knows) : take_(std::move(take)), knows_(std::move(knows)) {}

    void operator()(ReadRecord record) const { take_(std::move(record)); }

    /// Whether a record with these bytes was indexed before and is to be kept as it is. A reader of files with many records
    /// asks it before it parses one, with the XXH3 (64 bits) of the bytes of that record, and passes over those that are
    /// known. Asked once for every record.
    bool knows(std::uint64_t raw_hash) const { return knows_ && knows_(raw_hash); }

private:
    Take take_;
    Knows knows_;
};

/// What every reader promises: it never throws for what a file holds; a file that yields no record yields one error; one bad
/// record does not hide the next, where the format allows that. Errors: unreadable, malformed, invalid_utf8, missing_field,
/// unsupported_format. Readers keep no state: safe from any thread.

}  // namespace schakel

#pragma once

#include <memory>
#include <string_view>

#include "config/error.hpp"
#include "corpus/keyed_record.hpp"
#include "corpus/record_builder.hpp"

namespace schakel {

/// Reads the objects of a JSON lines file (RFC 8259), one after the other: by simdjson where that takes them, and what it
/// refuses by a slower parser that can say what is wrong. One thread.
class JsonlObject {
public:
    JsonlObject();
    ~JsonlObject();

    /// Puts the keys and values of the object that `line` is into `record`, as `add_keyed_values` does; a key that occurs twice
    /// is a problem of the record. Errors (of what is no such object): invalid_utf8 and malformed, with the byte; also too deep.
    Result<void> read(std::string_view line, RecordBuilder& record, UnusedKeys& unused);

private:
    class FastParser;

    std::unique_ptr<FastParser> fast_;
};

}  // namespace schakel

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "config/error.hpp"
#include "corpus/knowledge_product.hpp"

namespace schakel {

/// One record of a file, or the reason why it is not one. Vocabulary values are still as written: see `Resolver`.
struct ReadRecord {
    std::string location;              // uri, or uri:line where a file holds several records
    Result<KnowledgeProduct> product;  // its id is never empty, nor title and pages both
    std::vector<Text> notices;         // what was read differently than written, such as a key that is not used
};

/// Receives the records of a file in file order. It is called from within the reader, on the reader's thread; an exception
/// it throws passes through the reader and ends the file.
using RecordSink = std::function<void(ReadRecord)>;

/// What every reader promises: it never throws for what a file holds; a file that yields no record yields one error; one bad
/// record does not hide the next, where the format allows that. Errors: unreadable, malformed, invalid_utf8, missing_field,
/// unsupported_format. Readers keep no state: safe from any thread.

}  // namespace schakel

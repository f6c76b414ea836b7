// Any bytes as the answer of an OAI-PMH repository. What is kept of it must be an answer itself, that reads as it was kept.
#include "corpus/harvesters/oai_answer.hpp"

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/promise.hpp"

namespace {

using schakel::promise;

void check_record(const schakel::OaiRecord& record) {
    if (record.xml.empty()) return;
    const auto kept = schakel::parse_oai_answer("bewaard", record.xml);
    promise(kept.has_value(), "what is kept can be read");
    promise(kept->records.size() == 1, "and holds one record");
    promise(kept->records.front().identifier == record.identifier, "with the same identifier");
    promise(kept->records.front().xml == record.xml, "and the same text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto answer = schakel::parse_oai_answer("bron", {reinterpret_cast<const char*>(bytes), size});
    if (!answer) {
        promise(!answer.error().message.nl.empty() && !answer.error().message.en.empty(), "a failure has words");
        return 0;
    }
    for (const schakel::OaiRecord& record : answer->records) check_record(record);
    return 0;
}

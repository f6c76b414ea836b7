// schakel-reader: reads one file that nobody vouches for, apart from the program that wants its records.
#include <span>

#include "corpus/isolation/reading_program.hpp"
#include "corpus/reader_registry.hpp"

using namespace schakel;

namespace {

void read(const SourceItem& item, const RecordSink& sink) {
    const ReaderFormat* format = find_reader_format(item.uri);
    if (format == nullptr) return sink({item.uri, tl::unexpected(unsupported_format(item.uri)), {}});
    format->read_file(item, sink);
}

}  // namespace

int main(int count, char** arguments) {
    run_reading_program(std::span{arguments, static_cast<std::size_t>(count)}.subspan(1), read);
}

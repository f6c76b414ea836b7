// A record whose texts are the lines of the input, as every file that others read: each stays what it is.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <nlohmann/json.hpp>

#include "config/xml_file.hpp"
#include "searchd/exports/attachment.hpp"
#include "searchd/exports/citation.hpp"
#include "searchd/exports/csv_table.hpp"
#include "searchd/exports/reference_files.hpp"
#include "searchd/feeds/atom_document.hpp"
#include "searchd/feeds/structured_data.hpp"
#include "searchd/xml/plain_line.hpp"
#include "tests/fuzz/installation.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::FieldId;
using schakel::installation;
using schakel::promise;
using schakel::StoredRecord;

constexpr std::string_view site = "https://zoek.example.org";

/// The texts in turn; a line may hold anything but the sign that ends it, so 0xFF stands for that inside a text.
class Lines {
public:
    explicit Lines(std::string_view input) : input_(input) {}

    std::string next() {
        std::string line(input_.substr(0, input_.find('\n')));
        input_.remove_prefix(std::min(line.size() + 1, input_.size()));
        std::replace(line.begin(), line.end(), '\xFF', '\n');
        return line;
    }

private:
    std::string_view input_;
};

StoredRecord record_from(std::string_view input) {
    Lines lines(input);
    StoredRecord record;
    record.id = lines.next();
    record.title = lines.next();
    record.of(FieldId::type) = {{lines.next(), "", "", ""}};
    record.kind = lines.next();
    record.abstract = lines.next();
    record.authors = {lines.next(), lines.next()};
    record.of(FieldId::organisation) = {{lines.next(), lines.next(), lines.next(), ""}};
    record.of(FieldId::theme) = {{lines.next(), lines.next(), "", ""}};
    record.of(FieldId::language) = {{lines.next(), "", "", ""}};
    record.date = lines.next();
    record.url = lines.next();
    record.url_consulted = lines.next();
    record.licence = lines.next();
    record.files = {{lines.next(), lines.next()}};
    return record;
}

void check_references(const StoredRecord& record) {
    const schakel::Labels labels(installation());
    const std::string ris = schakel::ris_entry(record, labels, site);
    promise(ris.starts_with("TY  - ") && ris.ends_with("\r\nER  - \r\n"), "a RIS entry begins and ends");
    promise(ris.find("\r\nER  - ") == ris.size() - 10, "a RIS entry ends once");
    const std::string bibtex = schakel::bibtex_entry(record, labels, site);
    promise(bibtex.starts_with('@') && bibtex.ends_with("\n}\n"), "a BibTeX entry begins and ends");
    const std::string cited = schakel::citation(record, labels, site);
    promise(cited == schakel::plain_line(cited), "a citation is one line");
}

void check_table(const StoredRecord& record) {
    const std::string table = schakel::csv_table({&record, 1}, schakel::Labels(installation()), ';', site);
    promise(std::count(table.begin(), table.end(), '\n') == 2, "a product is one row");
    promise(std::count(table.begin(), table.end(), '"') % 2 == 0, "every quote is closed");
    const std::string header = schakel::attachment(record.title, "csv").second;
    promise(std::all_of(header.begin(), header.end(), [](char c) { return c >= 0x20 && c < 0x7F; }),
            "a header is printable ASCII");
}

void check_web(const StoredRecord& record) {
    const schakel::SearchRequest request;
    const std::string feed = schakel::atom_document({.request = request,
                                                     .words = schakel::plain_line(record.title),
                                                     .records = {&record, 1},
                                                     .total = 1,
                                                     .built_at = "2026-11-20T12:00:00Z",
                                                     .site = std::string(site)},
                                                    installation());
    promise(schakel::XmlFile::parse("feed", feed).has_value(), "a feed is well-formed");
    const std::string told = schakel::structured_data(record, schakel::Labels(installation()), "Schakel", site);
    promise(nlohmann::json::accept(told) && told.find('<') == std::string::npos, "structured data ends no script");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const StoredRecord record = record_from({reinterpret_cast<const char*>(bytes), size});
    check_references(record);
    check_table(record);
    check_web(record);
    return 0;
}

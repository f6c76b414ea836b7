#include "searchd/exports/result_export.hpp"

#include <fmt/format.h>

#include "searchd/answers.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/exports/attachment.hpp"
#include "searchd/exports/csv_table.hpp"
#include "searchd/exports/export_request.hpp"
#include "searchd/exports/found_records.hpp"
#include "searchd/exports/reference_files.hpp"
#include "searchd/exports/search_in_words.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/written_text.hpp"

namespace schakel {

namespace {

/// What is exported and what the file is called after.
struct Exported {
    std::vector<StoredRecord> records;
    std::uint64_t total = 0;  // that the search finds
    std::string words;
};

Error no_such_products(const std::vector<std::string>& ids) {
    return {ErrorCode::no_such_product,
            {fmt::format("Van de selectie bestaan deze kennisproducten niet: {}.", fmt::join(ids, ", ")),
             fmt::format("These knowledge products of the selection do not exist: {}.", fmt::join(ids, ", "))},
            {"Laat ze weg en probeer het opnieuw.", "Leave them out and try again."}};
}

Result<Exported> read_selection(const ExportRequest& asked, LiveIndex& index, Language language) {
    auto selected = selected_records(index, asked.ids);
    if (!selected) return tl::unexpected(selected.error());
    if (!selected->unknown.empty()) return tl::unexpected(no_such_products(selected->unknown));
    const std::uint64_t total = selected->records.size();
    return Exported{std::move(selected->records), total, std::string(Phrase{"selectie", "selection"}.in(language))};
}

Result<Exported> read_search(const ExportRequest& asked, LiveIndex& index, const Labels& labels) {
    auto found = found_records(index, asked.search);
    if (!found) return tl::unexpected(found.error());
    return Exported{std::move(found->records), found->total, search_in_words(asked.search, labels, *found->snapshot)};
}

/// The text of a file with these records. `pages`: where the pages in the language of the labels begin.
using FileWriter = std::string (*)(const std::vector<StoredRecord>&, const ExportRequest&, const Labels&,
                                   const std::string& pages);

struct FileFormat {
    ExportForm form;
    std::string_view media_type;
    std::string_view extension;
    FileWriter write;
};

std::string csv_file(const std::vector<StoredRecord>& records, const ExportRequest& asked, const Labels& labels,
                     const std::string& pages) {
    return csv_table(records, labels, asked.separator, pages);
}

std::string ris_file(const std::vector<StoredRecord>& records, const ExportRequest&, const Labels& labels,
                     const std::string& pages) {
    std::string file;
    for (const StoredRecord& record : records)
        file += ris_entry(record, labels, pages + product_address(record.id, {}));
    return file;
}

constexpr FileFormat csv{ExportForm::table, "text/csv; charset=utf-8; header=present", "csv", csv_file};
constexpr FileFormat ris{ExportForm::references, ris_format.media_type, ris_format.extension, ris_file};

HttpResponse answer_export(const Call& call, const Installation& installation, LiveIndex& index,
                           const FileFormat& format) {
    const auto asked =
        parse_export_request(parse_parameters(call.request.query), format.form, installation, *index.snapshot());
    if (!asked) return problem_response(asked.error(), call.language);
    const Labels labels(installation, call.language);
    const auto exported =
        asked->ids.empty() ? read_search(*asked, index, labels) : read_selection(*asked, index, call.language);
    if (!exported) return problem_response(exported.error(), call.language);
    HttpResponse response = file_to_save(
        format.write(exported->records, *asked, labels, whole_address(page_context(call, installation.settings), "")),
        format.media_type, installation.settings.site.name + ' ' + exported->words, format.extension);
    response.headers.emplace_back("Schakel-Gevonden", std::to_string(exported->total));
    response.headers.emplace_back("Schakel-Opgenomen", std::to_string(exported->records.size()));
    return response;
}

}  // namespace

HttpResponse answer_csv_export(const Call& call, const Installation& installation, LiveIndex& index) {
    return answer_export(call, installation, index, csv);
}

HttpResponse answer_ris_export(const Call& call, const Installation& installation, LiveIndex& index) {
    return answer_export(call, installation, index, ris);
}

}  // namespace schakel

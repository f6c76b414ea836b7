#include "searchd/exports/citation_files.hpp"

#include <fmt/format.h>

#include "searchd/answers.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/exports/attachment.hpp"
#include "searchd/exports/reference_files.hpp"
#include "searchd/page/links.hpp"
#include "searchd/request/public_address.hpp"

namespace schakel {

namespace {

using EntryWriter = std::string (*)(const StoredRecord&, const Installation&, std::string_view);

struct CitationFormat {
    std::string_view media_type;
    std::string_view extension;
    EntryWriter write;
};

constexpr CitationFormat ris{"application/x-research-info-systems; charset=utf-8", "ris", ris_entry};
constexpr CitationFormat bibtex{"application/x-bibtex; charset=utf-8", "bib", bibtex_entry};

HttpResponse answer_citation(const Call& call, const Installation& installation, LiveIndex& index,
                             const CitationFormat& format) {
    const auto unwanted =
        unwanted_parameters(call.request, {"Dit adres heeft geen parameters.", "This address takes no parameters."});
    if (!unwanted.empty()) return problem_response(unwanted, call.language);
    const auto record = index.ask([&](Searcher& searcher) { return searcher.find(call.argument); });
    if (!record) return problem_response(record.error(), call.language);
    if (!*record) return problem_response(no_such_product(call.argument), call.language);
    const std::string address =
        public_address(call.request, installation.settings) + product_address((*record)->id, {});
    HttpResponse response{200, std::string(format.media_type), format.write(**record, installation, address), {}};
    response.headers.push_back(attachment((*record)->title, format.extension));
    return response;
}

}  // namespace

HttpResponse answer_ris(const Call& call, const Installation& installation, LiveIndex& index) {
    return answer_citation(call, installation, index, ris);
}

HttpResponse answer_bibtex(const Call& call, const Installation& installation, LiveIndex& index) {
    return answer_citation(call, installation, index, bibtex);
}

}  // namespace schakel

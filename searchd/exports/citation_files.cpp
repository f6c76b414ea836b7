#include "searchd/exports/citation_files.hpp"

#include "searchd/answers.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/exports/attachment.hpp"
#include "searchd/exports/reference_files.hpp"
#include "searchd/page/links.hpp"

namespace schakel {

namespace {

HttpResponse answer_citation(const Call& call, const Installation& installation, LiveIndex& index,
                             const ReferenceFormat& format) {
    if (auto refused = refused_parameters(call)) return std::move(*refused);
    const auto record = index.ask([&](Searcher& searcher) { return searcher.find(call.argument); });
    if (!record) return problem_response(record.error(), call.language);
    if (!*record) return problem_response(no_such_product(call.argument), call.language);
    const std::string address =
        whole_address(page_context(call, installation.settings), product_address((*record)->id, {}));
    return file_to_save(format.entry(**record, Labels(installation, call.language), address), format.media_type,
                        (*record)->title, format.extension);
}

}  // namespace

HttpResponse answer_ris(const Call& call, const Installation& installation, LiveIndex& index) {
    return answer_citation(call, installation, index, ris_format);
}

HttpResponse answer_bibtex(const Call& call, const Installation& installation, LiveIndex& index) {
    return answer_citation(call, installation, index, bibtex_format);
}

}  // namespace schakel

#include "searchd/sru/sru.hpp"

#include <algorithm>

#include "searchd/request/public_address.hpp"
#include "searchd/sru/cql_parser.hpp"
#include "searchd/sru/cql_search.hpp"
#include "searchd/sru/explain_response.hpp"
#include "searchd/sru/sru_request.hpp"
#include "searchd/sru/sru_response.hpp"
#include "searchd/sru/sru_results.hpp"

namespace schakel {

namespace {

/// A request has 200 whatever it asks; only when the server cannot answer now, those between it and the client should know.
int status_of(const std::vector<Diagnostic>& problems) {
    const auto has = [&](DiagnosticCode code) {
        return std::any_of(problems.begin(), problems.end(), [&](const Diagnostic& each) { return each.code == code; });
    };
    if (has(DiagnosticCode::temporarily_unavailable)) return 503;
    return has(DiagnosticCode::general_error) ? 500 : 200;
}

HttpResponse xml_response(std::string body) { return {200, "application/xml; charset=utf-8", std::move(body), {}, {}}; }

HttpResponse refused(const SruRequest& request, const std::vector<Diagnostic>& problems, Language language) {
    HttpResponse response = xml_response(refusal_response(request, problems, language));
    response.status = status_of(problems);
    if (response.status == 503) response.headers.emplace_back("Retry-After", "1");
    return response;
}

/// One request that is well written, on its way to an answer.
class SruServer {
public:
    SruServer(const Call& call, const Installation& installation, AskedSearches& searches)
        : call_(call), installation_(installation), searches_(searches) {
        const std::string own = public_address(call.request, installation.settings);
        address_ = {own + "/sru", own + "/kennisproducten/"};
    }

    HttpResponse answer(const SruRequest& request) const {
        if (!request.problems.empty()) return refused(request, request.problems, call_.language);
        if (request.operation == SruOperation::explain)
            return xml_response(explain_response(request, installation_, address_.server));
        const auto found = search(request);
        if (!found) return refused(request, {found.error()}, call_.language);
        return xml_response(search_response(request, *found, installation_, address_, call_.language));
    }

private:
    Diagnosed<SruResults> search(const SruRequest& request) const {
        if (request.plain_words) return results_of(request, {}, searches_, {installation_, "", call_.language});
        const auto query = parse_cql(request.query);
        if (!query) return tl::unexpected(query.error());
        const auto snapshot = searches_.index().snapshot();
        const auto asked = search_of(*query, {installation_, *snapshot, address_.product_pages});
        if (!asked) return tl::unexpected(asked.error());
        return results_of(request, *asked, searches_, {installation_, to_text(query->root), call_.language});
    }

    const Call& call_;
    const Installation& installation_;
    AskedSearches& searches_;
    SruAddress address_;
};

}  // namespace

HttpResponse answer_sru(const Call& call, const Installation& installation, AskedSearches& searches) {
    return SruServer(call, installation, searches).answer(parse_sru_request(parse_parameters(call.request.query)));
}

}  // namespace schakel

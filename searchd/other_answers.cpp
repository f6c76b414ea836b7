#include "searchd/api/problem.hpp"
#include "searchd/application.hpp"
#include "searchd/embedding/embedding.hpp"
#include "searchd/exports/citation_files.hpp"
#include "searchd/exports/result_export.hpp"
#include "searchd/feeds/atom_feed.hpp"
#include "searchd/feeds/open_search.hpp"
#include "searchd/feeds/site_map.hpp"
#include "searchd/oai/oai_provider.hpp"
#include "searchd/overview/overview.hpp"
#include "searchd/request/public_address.hpp"
#include "searchd/request/suggestion_request.hpp"
#include "searchd/sru/sru.hpp"

namespace schakel {

HttpResponse Application::sru(const Call& call) const { return answer_sru(call, installation_, *index_); }

HttpResponse Application::oai(const Call& call) const {
    return answer_oai(call, installation_, index_->snapshot(), record_lists_);
}

HttpResponse Application::atom_feed(const Call& call) const { return answer_atom_feed(call, installation_, *index_); }

HttpResponse Application::open_search(const Call& call) const {
    return answer_open_search(call, installation_, *index_);
}

HttpResponse Application::site_map(const Call& call) const { return answer_site_map(call, installation_, *index_); }

HttpResponse Application::robots(const Call& call) const { return answer_robots(call, installation_, *index_); }

HttpResponse Application::csv_export(const Call& call) const { return answer_csv_export(call, installation_, *index_); }

HttpResponse Application::ris_export(const Call& call) const { return answer_ris_export(call, installation_, *index_); }

HttpResponse Application::ris(const Call& call) const { return answer_ris(call, installation_, *index_); }

HttpResponse Application::bibtex(const Call& call) const { return answer_bibtex(call, installation_, *index_); }

HttpResponse Application::partners(const Call& call) const { return answer_partners(call, installation_, *index_); }

HttpResponse Application::questions(const Call& call) const {
    return answer_questions(call, installation_, *index_, query_log_.get());
}

HttpResponse Application::overview(const Call& call) const { return answer_overview(call, installation_, *index_); }

HttpResponse Application::embedding_page(const Call& call) const {
    return answer_embedding_page(call, installation_, *index_, pages_);
}

HttpResponse Application::framed_page(const Call& call) const {
    return answer_framed_page(call, installation_, *index_, pages_);
}

HttpResponse Application::typed_suggestions(const Call& call) const {
    const auto asked = parse_suggestion_request(parse_parameters(call.request.query));
    if (!asked) return problem_response(asked.error(), call.language);
    const auto found = suggestions_->answer(*asked, index_->snapshot());
    if (!found) return problem_response(found.error(), call.language);
    return typed_suggestions_response(*asked, *found, public_address(call.request, installation_.settings));
}

}  // namespace schakel

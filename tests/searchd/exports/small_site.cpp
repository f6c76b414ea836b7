#include "tests/searchd/exports/small_site.hpp"

#include <stdexcept>

#include "searchd/request/request_parser.hpp"

namespace schakel {

namespace {

Installation installation_of_site() {
    Installation installation = sample_installation();
    installation.settings.server.public_url = "https://zoek.example.org/";
    installation.settings.server.searches = 2;
    return installation;
}

}  // namespace

SmallSite::SmallSite(std::size_t products) : SmallSite(sample_products(products)) {}

SmallSite::SmallSite(std::vector<KnowledgeProduct> products)
    : installation_(installation_of_site()), index_({sample_documents(std::move(products))}) {
    auto live = LiveIndex::open(index_.folder().root(), installation_);
    if (!live) throw std::runtime_error(to_text(live.error(), Language::english));
    live_ = std::move(*live);
}

HttpResponse SmallSite::ask(Answer answer, const std::string& query, const std::string& argument,
                            Language language) const {
    HttpRequest request;
    request.method = "GET";
    request.path = "/";
    request.query = query;
    return answer({request, language, argument}, installation_, *live_);
}

std::vector<std::string> SmallSite::found(const std::string& query) const {
    const auto asked = parse_search_request(parse_parameters(query), installation_, *live_->snapshot());
    const auto answer = live_->answer(asked.value());
    std::vector<std::string> ids;
    for (const SearchHit& hit : answer.value().response->hits) ids.push_back(hit.record.id);
    return ids;
}

std::string header_of(const HttpResponse& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return {};
}

}  // namespace schakel

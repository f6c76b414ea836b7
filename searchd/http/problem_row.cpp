#include "searchd/http/problem_row.hpp"

#include <string>

#include <nlohmann/json.hpp>

#include "searchd/http/header_text.hpp"

namespace schakel {

using nlohmann::ordered_json;

ordered_json problem_document(std::string_view name, int status, std::string_view title, std::string_view detail) {
    return {
        {"type", "urn:schakel:fout:" + std::string(name)}, {"title", title}, {"status", status}, {"detail", detail}};
}

HttpResponse problem_response(const ordered_json& document, Language language) {
    HttpResponse response{document.at("status").get<int>(),
                          "application/problem+json",
                          document.dump(-1, ' ', false, ordered_json::error_handler_t::replace),
                          {},
                          {}};
    add_content_language(response, language);
    return response;
}

HttpResponse problem_response(const ProblemText& text, Language language) {
    const bool in_english = language == Language::english;
    return problem_response(problem_document(text.name, text.status, in_english ? text.title_en : text.title_nl,
                                             in_english ? text.detail_en : text.detail_nl),
                            language);
}

}  // namespace schakel

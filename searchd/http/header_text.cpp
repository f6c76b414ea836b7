#include "searchd/http/header_text.hpp"

namespace schakel {

std::string* find_header(HttpResponse& response, std::string_view name) {
    for (auto& [key, value] : response.headers)
        if (is_same_word(key, name)) return &value;
    return nullptr;
}

void add_content_language(HttpResponse& response, Language language) {
    response.headers.emplace_back("Content-Language", language == Language::english ? "en" : "nl");
}

void add_unless_there(HttpResponse& response, std::string_view name, std::string_view value) {
    if (find_header(response, name) == nullptr) response.headers.emplace_back(name, value);
}

void add_to_vary(HttpResponse& response, std::string_view name) {
    std::string* vary = find_header(response, "Vary");
    if (vary == nullptr) {
        response.headers.emplace_back("Vary", name);
        return;
    }
    for (std::string_view rest = *vary; !rest.empty();)
        if (is_same_word(take_item(rest), name)) return;
    vary->append(", ").append(name);
}

}  // namespace schakel

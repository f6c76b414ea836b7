#include "searchd/page/crossing_view.hpp"

#include <string>
#include <vector>

#include "searchd/page/links.hpp"

namespace schakel {

std::string_view crossing_name(Crossing crossing) {
    return crossing == Crossing::sector ? "Over meer sectoren" : "Over sociaal én fysiek domein";
}

TemplateData crossings_view(const SearchRequest& request) {
    std::vector<TemplateData> choices;
    const auto add = [&](std::string_view code, std::string_view name, bool chosen) {
        TemplateData view;
        view["id"] = TemplateData{"overstijgend-" + std::string{code.empty() ? "alles" : code}};
        view["code"] = TemplateData{std::string{code}};
        view["name"] = TemplateData{std::string{name}};
        view["chosen"] = TemplateData{chosen};
        choices.push_back(std::move(view));
    };
    add("", "Alle kennis", !request.crossing);
    for (const Crossing crossing : {Crossing::sector, Crossing::domain})
        add(name_of(crossing), crossing_name(crossing), request.crossing == crossing);
    return list_of(std::move(choices));
}

}  // namespace schakel

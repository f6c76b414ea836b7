#include "searchd/page/crossing_view.hpp"

#include <string>
#include <vector>

#include "searchd/page/links.hpp"
#include "searchd/page/written_text.hpp"

namespace schakel {

std::string_view crossing_name(Crossing crossing, Language language) {
    constexpr Phrase sectors{"Over meer sectoren", "Across several sectors"};
    constexpr Phrase domains{"Over sociaal én fysiek domein", "Across the social and physical domains"};
    return (crossing == Crossing::sector ? sectors : domains).in(language);
}

TemplateData crossings_view(const SearchRequest& request, Language language) {
    std::vector<TemplateData> choices;
    const auto add = [&](std::string_view code, std::string_view name, bool chosen) {
        TemplateData view;
        view["id"] = TemplateData{"overstijgend-" + std::string{code.empty() ? "alles" : code}};
        view["code"] = TemplateData{std::string{code}};
        view["name"] = TemplateData{std::string{name}};
        view["chosen"] = TemplateData{chosen};
        choices.push_back(std::move(view));
    };
    add("", Phrase{"Alle kennis", "All knowledge"}.in(language), !request.crossing);
    for (const Crossing crossing : {Crossing::sector, Crossing::domain})
        add(name_of(crossing), crossing_name(crossing, language), request.crossing == crossing);
    return list_of(std::move(choices));
}

}  // namespace schakel

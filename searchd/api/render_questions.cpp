#include "searchd/api/render_questions.hpp"

#include "searchd/api/json_writer.hpp"
#include "searchd/api/render_values.hpp"

namespace schakel {

namespace {

void write_asked(JsonWriter& json, std::string_view key, const std::vector<AskedValue>& values, Language language) {
    json.begin_array(key);
    for (const AskedValue& value : values) {
        json.begin_object();
        json.member("code", value.code);
        json.member("label", value.label.in(language));
        json.member("dagen", value.days);
        json.end_object();
    }
    json.end_array();
}

void write_question(JsonWriter& json, const Question& question, Language language) {
    json.begin_object();
    json.member("vraag", question.text);
    json.member("dagen", question.days);
    json.member("keren", question.times);
    json.member("producten", question.results);
    json.member("zonderAntwoord", question.results == 0);
    write_asked(json, "regios", question.regions, language);
    write_asked(json, "themas", question.themes, language);
    json.end_object();
}

/// Whoever asks must be able to tell "nobody asks anything" from "nobody keeps count".
std::vector<Text> notices_of(const QuestionRequest& request, bool kept) {
    std::vector<Text> notices = request.notices;
    if (!kept)
        notices.emplace_back("Deze installatie bewaart geen zoekvragen; er is dus niet te zien welke terugkomen.",
                             "This installation keeps no queries, so it cannot be seen which ones come back.");
    return notices;
}

}  // namespace

std::string render_questions(const QuestionRequest& request, const std::optional<Questions>& questions,
                             Language language) {
    JsonWriter json;
    json.begin_object();
    json.member("bijgehouden", questions.has_value());
    json.member("minimumDagen", request.least_days);
    json.member("aantal", questions ? questions->total : 0);
    json.member("pagina", request.page);
    json.member("perPagina", request.per_page);
    json.begin_array("resultaten");
    if (questions)
        for (const Question& question : questions->found) write_question(json, question, language);
    json.end_array();
    write_notices(json, notices_of(request, questions.has_value()), language);
    json.end_object();
    return json.take();
}

}  // namespace schakel

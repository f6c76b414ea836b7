#include "searchd/page/standing.hpp"

#include <fmt/format.h>

#include "searchd/page/dutch_text.hpp"
#include "searchd/page/written_text.hpp"

namespace schakel {

namespace {

bool is_of_type(const StoredRecord& record, std::string_view type) {
    return !record.of(FieldId::type).empty() && record.of(FieldId::type).front().code == type;
}

bool is_a_body(const StoredRecord& record) {
    return is_of_type(record, "netwerk") || is_of_type(record, "kennispartner");
}

Phrase subject_of(const StoredRecord& record) {
    if (is_of_type(record, "netwerk")) return {"dit netwerk", "this network"};
    if (is_of_type(record, "kennispartner")) return {"deze organisatie", "this organisation"};
    return {"dit", "this"};
}

/// As the end of a sentence about `subject_of`.
Phrase no_more(const StoredRecord& record) {
    if (is_a_body(record)) return {"bestaat niet meer in deze vorm", "no longer exists in this form"};
    return {"geldt niet meer", "no longer applies"};
}

Phrase status_in_words(const StoredRecord& record) {
    if (record.status == "onbekend") return {"huidige status onbekend", "current status unknown"};
    if (record.status == "historisch") return no_more(record);
    if (record.status == "actueel") return {"actueel", "up to date"};
    return {};
}

std::string held_when(const StoredRecord& record, Language language) {
    if (record.reference_date.empty()) return {};
    constexpr Phrase held{"De gegevens op deze pagina golden in ", "The facts on this page were correct in "};
    return fmt::format("{}{}. ", held.in(language), written_month(record.reference_date, language));
}

Phrase do_not_know(const StoredRecord& record) {
    if (!is_a_body(record)) return {"Wij weten niet of dit nu nog zo is.", "We do not know whether this still holds."};
    return {"Wij weten niet of {} nu nog bestaat. Vraag dat na voordat u erop rekent.",
            "We do not know whether {} still exists. Check before you rely on it."};
}

}  // namespace

std::string standing_label(const StoredRecord& record, Language language) {
    if (record.status != "historisch") return {};
    const Phrase label =
        record.successor.empty() ? Phrase{"Niet meer actueel", "Out of date"} : Phrase{"Opgevolgd", "Superseded"};
    return std::string{label.in(language)};
}

std::string standing_in_short(const StoredRecord& record, Language language) {
    const std::string_view status = status_in_words(record).in(language);
    if (record.reference_date.empty()) return capitalised(status);
    const std::string date =
        fmt::format("{} {}", Phrase{"Stand", "As of"}.in(language), written_month(record.reference_date, language));
    return status.empty() ? date : fmt::format("{}; {}", date, status);
}

std::string standing_explained(const StoredRecord& record, Language language) {
    const std::string_view subject = subject_of(record).in(language);
    if (record.status == "historisch")
        return fmt::format("{}{} {}.", held_when(record, language), capitalised(subject), no_more(record).in(language));
    if (record.status != "onbekend") return {};
    return held_when(record, language) + fmt::format(fmt::runtime(do_not_know(record).in(language)), subject);
}

}  // namespace schakel

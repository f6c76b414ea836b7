#include "searchd/page/standing.hpp"

#include "searchd/page/dutch_text.hpp"

namespace schakel {

namespace {

bool is_of_type(const StoredRecord& record, std::string_view type) {
    return !record.of(FieldId::type).empty() && record.of(FieldId::type).front().code == type;
}

bool is_a_body(const StoredRecord& record) {
    return is_of_type(record, "netwerk") || is_of_type(record, "kennispartner");
}

std::string subject_of(const StoredRecord& record) {
    if (is_of_type(record, "netwerk")) return "dit netwerk";
    return is_of_type(record, "kennispartner") ? "deze organisatie" : "dit";
}

std::string status_in_words(const StoredRecord& record) {
    if (record.status == "onbekend") return "huidige status onbekend";
    if (record.status == "historisch") return is_a_body(record) ? "bestaat niet meer in deze vorm" : "geldt niet meer";
    return record.status == "actueel" ? "actueel" : "";
}

std::string held_when(const StoredRecord& record) {
    if (record.reference_date.empty()) return {};
    return "De gegevens op deze pagina golden in " + written_month(record.reference_date) + ". ";
}

}  // namespace

std::string standing_label(const StoredRecord& record) {
    if (record.status != "historisch") return {};
    return record.successor.empty() ? "Niet meer actueel" : "Opgevolgd";
}

std::string standing_in_short(const StoredRecord& record) {
    const std::string status = status_in_words(record);
    if (record.reference_date.empty()) return capitalised(status);
    const std::string date = "Stand " + written_month(record.reference_date);
    return status.empty() ? date : date + "; " + status;
}

std::string standing_explained(const StoredRecord& record) {
    if (record.status == "historisch")
        return held_when(record) + capitalised(subject_of(record)) +
               (is_a_body(record) ? " bestaat niet meer in deze vorm." : " geldt niet meer.");
    if (record.status != "onbekend") return {};
    if (!is_a_body(record)) return held_when(record) + "Wij weten niet of dit nu nog zo is.";
    return held_when(record) + "Wij weten niet of " + subject_of(record) +
           " nu nog bestaat. Vraag dat na voordat u erop rekent.";
}

}  // namespace schakel

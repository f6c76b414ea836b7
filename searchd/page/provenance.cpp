#include "searchd/page/provenance.hpp"

#include <algorithm>
#include <array>

#include "searchd/page/written_text.hpp"

namespace schakel {

namespace {

struct Provenance {
    std::string_view code;  // herkomst
    Phrase in_short;
    Phrase explained;
};

constexpr std::array provenances{
    Provenance{"toegekend",
               {"toegekend", "assigned"},
               {"toegekend door de redactie van Schakel; de bron zegt het niet zelf",
                "assigned by the editors of Schakel; the source itself does not say so"}},
    Provenance{"afgeleid",
               {"afgeleid", "derived"},
               {"volgt uit andere gegevens over dit kennisproduct; de bron noemt het niet zelf",
                "follows from other facts about this knowledge product; the source itself does not name it"}},
    Provenance{"herkend",
               {"herkend", "recognised"},
               {"door de computer herkend in de tekst; het kan dus niet kloppen",
                "recognised in the text by the computer, so it may be wrong"}},
};

bool occurs(const StoredRecord& record, std::string_view provenance) {
    return std::any_of(record.values.begin(), record.values.end(), [&](const std::vector<StoredValue>& values) {
        return std::any_of(values.begin(), values.end(),
                           [&](const StoredValue& value) { return value.provenance == provenance; });
    });
}

}  // namespace

std::string provenance_in_short(const StoredValue& value, Language language) {
    for (const Provenance& provenance : provenances)
        if (provenance.code == value.provenance) return std::string{provenance.in_short.in(language)};
    return {};
}

std::vector<TemplateData> provenance_notes(const StoredRecord& record, Language language) {
    std::vector<TemplateData> notes;
    for (const Provenance& provenance : provenances) {
        if (!occurs(record, provenance.code)) continue;
        TemplateData note;
        note["term"] = TemplateData{std::string{provenance.in_short.in(language)}};
        note["meaning"] = TemplateData{std::string{provenance.explained.in(language)}};
        notes.push_back(std::move(note));
    }
    return notes;
}

}  // namespace schakel

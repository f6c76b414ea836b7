#include "corpus/resolver.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "config/date.hpp"
#include "config/folding.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/language_tag.hpp"
#include "corpus/record_problems.hpp"
#include "corpus/web_address.hpp"

namespace schakel {

namespace {

/// Drops later values that `same` calls equal to an earlier one, which keeps the more certain provenance of the two.
template <class Value, class Same>
void remove_repeated(std::vector<Value>& values, Same same) {
    std::vector<Value> unique;
    for (Value& value : values) {
        const auto earlier = std::ranges::find_if(unique, [&](const Value& other) { return same(value, other); });
        if (earlier == unique.end()) {
            unique.push_back(std::move(value));
        } else {
            earlier->provenance = std::min(earlier->provenance, value.provenance);
        }
    }
    values = std::move(unique);
}

void remove_repeated_texts(std::vector<std::string>& texts) {
    std::vector<std::string> unique;
    for (std::string& text : texts) {
        const std::string folded = fold(text);
        const auto is_same = [&](const std::string& other) { return fold(other) == folded; };
        if (std::ranges::none_of(unique, is_same)) unique.push_back(std::move(text));
    }
    texts = std::move(unique);
}

bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }

/// Resolves one record and gathers its problems.
class RecordResolution {
public:
    RecordResolution(const Vocabularies& vocabularies, const RegionTable& regions, KnowledgeProduct& product)
        : vocabularies_(vocabularies), regions_(regions), product_(product) {}

    Result<void> resolve() {
        check_id();
        resolve_coded_values();
        for (RegionValue& region : product_.regions) resolve_region(region);
        for (OrganisationValue& organisation : product_.organisations) resolve_organisation(organisation);
        check_dates();
        resolve_language("taal", product_.language);
        resolve_language("samenvatting taal", product_.abstract_language);
        check_addresses();
        remove_repetitions();
        if (!problems_.empty()) return tl::unexpected(problems_.to_error());
        return {};
    }

private:
    void malformed(std::string_view field, std::string_view written, const Text& what, Text hint) {
        problems_.add(ErrorCode::malformed,
                      {fmt::format("{}: {} {}", field, in_quotes(written), what.nl),
                       fmt::format("{}: {} {}", field, in_quotes(written), what.en)},
                      std::move(hint));
    }

    void add_for_field(std::string_view field, const Error& error) {
        problems_.add(error.code,
                      {fmt::format("{}: {}", field, error.message.nl), fmt::format("{}: {}", field, error.message.en)},
                      error.hint);
    }

    void check_id() {
        constexpr std::size_t longest_id = 200;  // bytes; ids become index terms and parts of addresses
        if (product_.id.size() > longest_id) {
            malformed(
                "id", product_.id,
                {fmt::format("is langer dan {} bytes", longest_id), fmt::format("is longer than {} bytes", longest_id)},
                {});
        }
        if (std::ranges::any_of(product_.id, is_control))
            malformed("id", product_.id, {"bevat stuurtekens", "contains control characters"}, {});
    }

    void resolve_coded_values() {
        resolve_value("type", product_.type);
        resolve_values("thema", product_.themes);
        resolve_values("domein", product_.domains);
        resolve_values("voorWie", product_.audiences);
        resolve_values("doelgroep", product_.populations);
        resolve_values("activiteit", product_.activities);
        resolve_value("schaal", product_.scale);
        resolve_value("onderbouwing", product_.evidence);
        resolve_values("soortKennis", product_.knowledge_kinds);
        resolve_values("vorm", product_.forms);
    }

    void resolve_value(std::string_view vocabulary, std::optional<CodedValue>& value) {
        if (value) resolve_values(vocabulary, {&*value, 1});
    }

    void resolve_values(std::string_view vocabulary, std::span<CodedValue> values) {
        for (CodedValue& value : values) {
            const Result<const Concept*> found = vocabularies_.at(vocabulary).resolve(value.code);
            if (found) {
                value.code = (*found)->code;
            } else {
                add_for_field(vocabulary, found.error());
            }
        }
    }

    void resolve_region(RegionValue& region) {
        const Result<const Region*> found = regions_.resolve(region.code);
        if (found) {
            region.code = (*found)->code;
        } else {
            add_for_field("regio", found.error());
        }
    }

    /// By its code, else by its name; an organisation that nobody knows is as good as any other.
    void resolve_organisation(OrganisationValue& organisation) {
        const Vocabulary& known = vocabularies_.at("organisatie");
        Result<const Concept*> found = known.resolve(organisation.code);
        if (!found && found.error().code == ErrorCode::unknown_value && !organisation.name.empty())
            found = known.resolve(organisation.name);
        if (found) {
            organisation.code = (*found)->code;
            organisation.name = (*found)->label.nl;
        } else if (found.error().code == ErrorCode::unknown_value) {
            name_unknown(organisation);
        } else {
            add_for_field("organisatie", found.error());
        }
    }

    void name_unknown(OrganisationValue& organisation) {
        if (organisation.name.empty()) organisation.name = organisation.code;
        organisation.code = slug(organisation.name);
        if (organisation.code.empty())
            malformed("organisatie", organisation.name, {"bevat geen letter of cijfer", "has no letter or digit"}, {});
    }

    void check_year(std::string_view field, std::optional<int> year) {
        constexpr int first_year = 1500;
        constexpr int last_year = 2100;
        if (!year || (*year >= first_year && *year <= last_year)) return;
        malformed(field, std::to_string(*year),
                  {"is geen jaar van een kennisproduct", "is no year of a knowledge product"},
                  {fmt::format("een jaar ligt van {} tot en met {}", first_year, last_year),
                   fmt::format("a year is from {} to {}", first_year, last_year)});
    }

    void check_date(std::string_view field, const std::string& date) {
        if (date.empty() || is_iso_date(date)) return;
        malformed(field, date, {"is geen bestaande datum", "is no existing date"},
                  {"schrijf jaar-maand-dag, zoals 2015-05-29", "write year-month-day, such as 2015-05-29"});
    }

    void check_dates() {
        check_year("jaar", product_.year);
        check_year("startjaar", product_.start_year);
        check_date("datum", product_.date);
        check_date("url geraadpleegd", product_.url_consulted);
        check_date("laatstGecontroleerd", product_.last_checked);
        const bool is_year_alone =
            product_.reference_date.size() == 4 && is_iso_date(product_.reference_date + "-01-01");
        if (!is_year_alone) check_date("peildatum", product_.reference_date);
        agree_on_year();
    }

    void agree_on_year() {
        if (!is_iso_date(product_.date)) return;
        const int year = std::stoi(product_.date.substr(0, 4));
        if (!product_.year) {
            check_year("datum", year);
            product_.year = year;
        } else if (*product_.year != year) {
            malformed("jaar", std::to_string(*product_.year),
                      {fmt::format("is niet het jaar van datum {}", product_.date),
                       fmt::format("is not the year of datum {}", product_.date)},
                      {"laat jaar weg of verbeter een van beide", "leave jaar out or correct one of them"});
        }
    }

    void resolve_language(std::string_view field, std::string& language) {
        if (language.empty()) return;
        if (auto tag = language_tag(language)) {
            language = std::move(*tag);
        } else {
            malformed(
                field, language, {"is geen taalcode", "is no language tag"},
                {"schrijf nl, en, fy of een andere code van BCP 47", "write nl, en, fy or another tag of BCP 47"});
        }
    }

    void check_addresses() {
        if (!product_.url.empty()) check_address("url", product_.url);
        for (const ProductFile& file : product_.files) check_address("bestand", file.url);
    }

    void check_address(std::string_view field, std::string_view address) {
        if (is_web_address(address)) return;
        malformed(field, address, {"is geen webadres", "is no web address"},
                  {"een webadres begint met https:// of http:// en bevat geen spaties",
                   "a web address starts with https:// or http:// and has no spaces"});
    }

    void remove_repetitions() {
        const auto same_code = [](const auto& one, const auto& other) { return one.code == other.code; };
        const auto same_code_and_role = [](const auto& one, const auto& other) {
            return one.code == other.code && one.role == other.role;
        };
        for (std::vector<CodedValue>* values :
             {&product_.themes, &product_.domains, &product_.audiences, &product_.populations, &product_.activities,
              &product_.knowledge_kinds, &product_.forms})
            remove_repeated(*values, same_code);
        remove_repeated(product_.regions, same_code_and_role);
        remove_repeated(product_.organisations, same_code_and_role);
        remove_repeated_texts(product_.keywords);
        remove_repeated_texts(product_.authors);
    }

    const Vocabularies& vocabularies_;
    const RegionTable& regions_;
    KnowledgeProduct& product_;
    RecordProblems problems_;
};

}  // namespace

Resolver::Resolver(const Vocabularies& vocabularies, const RegionTable& regions)
    : vocabularies_(vocabularies), regions_(regions) {}

Result<void> Resolver::resolve(KnowledgeProduct& product) const {
    return RecordResolution{vocabularies_, regions_, product}.resolve();
}

}  // namespace schakel

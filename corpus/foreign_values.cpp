#include "corpus/foreign_values.hpp"

#include <utility>

#include <fmt/format.h>

#include "config/date.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/language_tag.hpp"
#include "corpus/web_address.hpp"

namespace schakel {

namespace {

class ForeignValues {
public:
    ForeignValues(KnowledgeProduct& product, const Vocabularies& vocabularies, const RegionTable& regions)
        : product_(product), vocabularies_(vocabularies), regions_(regions) {}

    std::vector<Text> accept() {
        accept_type();
        keep_known("thema", product_.themes);
        keep_known("domein", product_.domains);
        keep_known("voorWie", product_.audiences);
        keep_known("doelgroep", product_.populations);
        keep_known("activiteit", product_.activities);
        keep_known_regions();
        keep_if(language_tag(product_.language).has_value(), "taal", product_.language);
        keep_if(is_iso_date(product_.date), "datum", product_.date);
        keep_if(is_web_address(product_.url), "url", product_.url);
        keep_web_addresses();
        return std::move(notices_);
    }

private:
    bool is_known(std::string_view vocabulary, const CodedValue& value) const {
        return vocabularies_.at(vocabulary).resolve(value.code).has_value();
    }

    void accept_type() {
        if (!product_.type || is_known("type", *product_.type)) return;
        if (product_.kind.empty()) product_.kind = product_.type->code;
        product_.type.reset();
    }

    void keep_known(std::string_view vocabulary, std::vector<CodedValue>& values) {
        std::erase_if(values, [&](CodedValue& value) {
            if (is_known(vocabulary, value)) return false;
            product_.keywords.push_back(std::move(value.code));
            return true;
        });
    }

    void keep_known_regions() {
        std::erase_if(product_.regions, [&](RegionValue& region) {
            if (regions_.resolve(region.code)) return false;
            product_.keywords.push_back(std::move(region.code));
            return true;
        });
    }

    void keep_web_addresses() {
        std::erase_if(product_.files, [&](const ProductFile& file) {
            if (is_web_address(file.url)) return false;
            leave_out("bestand", file.url);
            return true;
        });
    }

    void keep_if(bool fits, std::string_view field, std::string& value) {
        if (fits || value.empty()) return;
        leave_out(field, value);
        value.clear();
    }

    void leave_out(std::string_view field, std::string_view value) {
        notices_.push_back({fmt::format("{}: {} is niet overgenomen", field, in_quotes(value)),
                            fmt::format("{}: {} was not taken over", field, in_quotes(value))});
    }

    KnowledgeProduct& product_;
    const Vocabularies& vocabularies_;
    const RegionTable& regions_;
    std::vector<Text> notices_;
};

}  // namespace

std::vector<Text> accept_foreign_values(KnowledgeProduct& product, const Vocabularies& vocabularies,
                                        const RegionTable& regions) {
    return ForeignValues{product, vocabularies, regions}.accept();
}

}  // namespace schakel

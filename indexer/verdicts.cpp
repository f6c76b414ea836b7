#include "indexer/verdicts.hpp"

#include <string_view>
#include <vector>

namespace schakel {

namespace {

template <class Value>
void settle(const Verdict& verdict, std::vector<Value>& values) {
    const auto is_meant = [&](const Value& value) {
        return value.code == verdict.code && value.provenance == Provenance::recognised;
    };
    if (!verdict.holds) {
        std::erase_if(values, is_meant);
        return;
    }
    for (Value& value : values) {
        if (!is_meant(value)) continue;
        value.provenance = Provenance::assigned;
        value.recognition = {};
    }
}

void settle_year(const Verdict& verdict, KnowledgeProduct& product) {
    if (!product.recognised_year || std::to_string(*product.year) != verdict.code) return;
    product.recognised_year.reset();
    if (!verdict.holds) product.year.reset();
}

}  // namespace

void settle_verdicts(KnowledgeProduct& product) {
    for (const Verdict& verdict : product.verdicts) {
        if (verdict.field == "thema") settle(verdict, product.themes);
        if (verdict.field == "domein") settle(verdict, product.domains);
        if (verdict.field == "regio") settle(verdict, product.regions);
        if (verdict.field == "organisatie") settle(verdict, product.organisations);
        if (verdict.field == "jaar") settle_year(verdict, product);
    }
}

}  // namespace schakel

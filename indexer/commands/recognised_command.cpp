#include <algorithm>

#include <fmt/format.h>

#include "indexer/commands/command.hpp"
#include "indexer/live_products.hpp"

namespace schakel {

namespace {

std::string label_of(const Field& facet, const StoredValue& value, const Installation& installation) {
    if (!value.label.empty()) return value.label;
    if (facet.values == FieldValues::regions) {
        const auto region = installation.regions.resolve(value.code);
        return region ? (*region)->name : value.code;
    }
    if (facet.values == FieldValues::codes) return value.code;
    const Concept* entry = installation.vocabularies.at(facet.name).find(value.code);
    return entry == nullptr ? value.code : entry->label.nl;
}

/// A cell of a table with tabs.
std::string cell(std::string text) {
    std::ranges::replace_if(text, [](char byte) { return byte == '\t' || byte == '\n' || byte == '\r'; }, ' ');
    return text;
}

void print_rows(const StoredRecord& record, const Installation& installation) {
    for (std::size_t column = 0; column < facet_count; ++column)
        for (const StoredValue& value : record.values[column]) {
            if (value.provenance != "herkend") continue;
            const Field& facet = facet_field(column);
            fmt::print("{}\t{}\t{}\t{}\t{}\t{}\t{}\t\n", record.id, cell(record.title), facet.name, value.code,
                       cell(label_of(facet, value, installation)), cell(value.evidence), value.confidence);
        }
}

}  // namespace

ExitStatus run_recognised(const CommandLine& command) {
    const auto installation = load_installation(command.config);
    if (!installation) return complain(installation.error(), command.language);
    fmt::print("id\ttitel\tveld\tcode\tnaam\tbewijs\tzekerheid\toordeel\n");
    const auto visited = visit_live_products(command.index, [&](const LiveProduct& product) {
        print_rows(product.record, *installation);
        return true;
    });
    return visited ? ExitStatus::success : complain(visited.error(), command.language);
}

}  // namespace schakel

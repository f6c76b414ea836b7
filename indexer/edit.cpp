#include "indexer/edit.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "config/index/durable_file.hpp"
#include "config/nearest.hpp"
#include "config/table_file.hpp"
#include "corpus/keyed_record.hpp"
#include "corpus/record_fields.hpp"
#include "corpus/resolver.hpp"
#include "indexer/live_products.hpp"

namespace schakel {

using nlohmann::ordered_json;

namespace {

tl::unexpected<Error> usage(std::string nl, std::string en, Text hint = {}) {
    return fail(ErrorCode::usage, {std::move(nl), std::move(en)}, std::move(hint));
}

tl::unexpected<Error> unknown_field(const std::string& field) {
    return usage(fmt::format("Het veld “{}” bestaat niet.", field), fmt::format("There is no field “{}”.", field),
                 did_you_mean(nearest_key(field), {"FORMATS.md noemt alle velden.", "FORMATS.md lists all fields."}));
}

/// A value that is wrong on the command line is a mistake in the command, and in no record.
tl::unexpected<Error> wrong_value(const std::string& option, const Error& error) {
    return fail(ErrorCode::usage, at_place(option, error.message), error.hint);
}

/// One condition with the code of its value.
struct Condition {
    const Field* facet;  // nullptr: the id
    std::string value;
};

Result<std::string> code_of(const Field& facet, const std::string& written, const Installation& installation) {
    if (facet.values == FieldValues::regions) {
        const auto region = installation.regions.resolve(written);
        if (!region) return tl::unexpected(region.error());
        return (*region)->code;
    }
    if (facet.values == FieldValues::codes) return written;
    const std::string_view vocabulary = facet.name;
    const auto found = installation.vocabularies.at(vocabulary).resolve(written);
    if (found) return (*found)->code;
    if (facet.values == FieldValues::names) return written;
    return tl::unexpected(found.error());
}

Result<std::vector<Condition>> conditions_of(const Edit& edit, const Installation& installation) {
    std::vector<Condition> conditions;
    for (const FieldAssignment& where : edit.where) {
        if (where.field == "id") {
            conditions.push_back({nullptr, where.value});
            continue;
        }
        const Field* facet = find_field(where.field);
        if (facet == nullptr || facet->kind != FieldKind::facet)
            return usage(fmt::format("Op “{}” kunt u niet kiezen.", where.field),
                         fmt::format("You cannot choose by “{}”.", where.field),
                         {"Gebruik id of een filter: thema, domein, regio, type, jaar, organisatie, …",
                          "Use id or a filter: thema, domein, regio, type, jaar, organisatie, …"});
        auto code = code_of(*facet, where.value, installation);
        if (!code) return wrong_value(fmt::format("--where {}={}", where.field, where.value), code.error());
        conditions.push_back({facet, std::move(*code)});
    }
    return conditions;
}

bool holds(const Condition& condition, const LiveProduct& product) {
    if (condition.facet == nullptr) return product.record.id == condition.value;
    const FacetColumn& column = product.columns.facets[static_cast<std::size_t>(condition.facet->column)];
    return std::ranges::any_of(column.of(product.document),
                               [&](Ordinal ordinal) { return column.values[ordinal].code == condition.value; });
}

/// What every product gets, as a correction without an id.
Result<ordered_json> change_of(const Edit& edit) {
    ordered_json change = ordered_json::object();
    for (const FieldAssignment& set : edit.set) {
        const RecordField* field = find_record_field_by_key(set.field);
        if (field == nullptr) return unknown_field(set.field);
        const std::string key{field->key};
        if (field->repeatable) {
            change[key].push_back(set.value);
        } else if (change.contains(key)) {
            return usage(fmt::format("Het veld “{}” heeft hoogstens één waarde.", set.field),
                         fmt::format("The field “{}” has one value at most.", set.field));
        } else {
            change[key] = set.value;
        }
    }
    for (const std::string& name : edit.clear) {
        const RecordField* field = find_record_field_by_key(name);
        if (field == nullptr) return unknown_field(name);
        change["leeg"].push_back(field->key);
    }
    if (change.empty())
        return usage("Er is niets te wijzigen.", "There is nothing to change.",
                     {"Geef --set VELD=WAARDE of --clear VELD.", "Give --set FIELD=VALUE or --clear FIELD."});
    return change;
}

/// Tries the change on an empty record, so that a wrong value is found before anything is written.
Result<void> try_out(const ordered_json& change, const Installation& installation) {
    KnowledgeProduct product{.id = "x", .title = "x"};
    RecordBuilder builder = RecordBuilder::of("--set", std::move(product));
    ordered_json fields = change;
    fields.erase("leeg");
    for (const auto& [key, value] : fields.items()) builder.clear(*find_record_field_by_key(key));
    if (!fields.contains("titel")) fields["titel"] = "x";
    builder.clear(*find_record_field_by_key("titel"));
    UnusedKeys unused;
    add_keyed_values(nlohmann::json(fields), builder, unused);
    ReadRecord tried = std::move(builder).finish();
    if (!tried.product) return wrong_value("--set", tried.product.error());
    const auto resolved = Resolver(installation.vocabularies, installation.regions).resolve(*tried.product);
    if (!resolved) return wrong_value("--set", resolved.error());
    return {};
}

void add_line(EditOutcome& outcome, const std::string& id, const ordered_json& change) {
    ordered_json line{{"id", id}};
    line.update(change);
    outcome.ids.push_back(id);
    outcome.lines += line.dump() + '\n';
}

}  // namespace

Result<FieldAssignment> parse_assignment(const std::string& text) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos || sign == 0)
        return usage(fmt::format("“{}” is geen VELD=WAARDE.", text), fmt::format("“{}” is not FIELD=VALUE.", text),
                     {"Schrijf bijvoorbeeld thema=wonen.", "Write for example thema=wonen."});
    return FieldAssignment{text.substr(0, sign), text.substr(sign + 1)};
}

Result<EditOutcome> plan_edit(const Edit& edit, const std::filesystem::path& index, const Installation& installation) {
    if (edit.where.empty())
        return usage("Het is niet duidelijk om welke producten het gaat.", "It is not clear which products are meant.",
                     {"Geef --where VELD=WAARDE.", "Give --where FIELD=VALUE."});
    const auto conditions = conditions_of(edit, installation);
    if (!conditions) return tl::unexpected(conditions.error());
    const auto change = change_of(edit);
    if (!change) return tl::unexpected(change.error());
    if (auto tried = try_out(*change, installation); !tried) return tl::unexpected(tried.error());
    EditOutcome outcome;
    const auto visited = visit_live_products(index, [&](const LiveProduct& product) {
        const auto fits = [&](const Condition& condition) { return holds(condition, product); };
        if (std::ranges::all_of(*conditions, fits)) add_line(outcome, product.record.id, *change);
        return true;
    });
    if (!visited) return tl::unexpected(visited.error());
    return outcome;
}

Result<EditOutcome> plan_verdicts(const std::filesystem::path& list) {
    static constexpr std::array columns{TableColumn{"id", true},   TableColumn{"titel"},  TableColumn{"veld", true},
                                        TableColumn{"code", true}, TableColumn{"naam"},   TableColumn{"bewijs"},
                                        TableColumn{"zekerheid"},  TableColumn{"oordeel"}};
    const auto table = TableFile::read(list, columns, ErrorCode::malformed);
    if (!table) return tl::unexpected(table.error());
    std::map<std::string, ordered_json> by_id;
    for (const TableRow& row : table->rows()) {
        const std::string& verdict = row.cells[7];
        if (verdict.empty()) continue;
        if (verdict != "ja" && verdict != "nee")
            return fail(ErrorCode::malformed,
                        {fmt::format("{}: het oordeel is “{}”", table->place(row.line), verdict),
                         fmt::format("{}: the verdict is “{}”", table->place(row.line), verdict)},
                        {"schrijf ja of nee, of laat het leeg", "write ja (yes) or nee (no), or leave it empty"});
        const RecordField* field = find_record_field_by_key(row.cells[2]);
        if (field == nullptr) return unknown_field(row.cells[2]);
        by_id[row.cells[0]][verdict == "ja" ? "bevestigd" : "afgewezen"][std::string{field->key}].push_back(
            row.cells[3]);
    }
    EditOutcome outcome;
    for (const auto& [id, change] : by_id) add_line(outcome, id, change);
    return outcome;
}

Result<std::filesystem::path> write_corrections(const std::filesystem::path& folder, const EditOutcome& outcome) {
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) return io_failure(folder, problem.value());
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    const std::string stem = fmt::format("{:%Y%m%dT%H%M%SZ}", fmt::gmtime(now));
    std::filesystem::path file = folder / (stem + ".jsonl");
    for (int number = 2; std::filesystem::exists(file, problem); ++number)
        file = folder / fmt::format("{}-{}.jsonl", stem, number);
    if (auto written = write_durably(file, outcome.lines); !written) return tl::unexpected(written.error());
    return file;
}

}  // namespace schakel

#include <array>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include "config/index/block_file.hpp"
#include "config/index/index_folder.hpp"
#include "config/index/postings.hpp"
#include "config/index/tombstones.hpp"
#include "corpus/to_text.hpp"
#include "indexer/commands/command.hpp"
#include "indexer/document_builder.hpp"
#include "indexer/enrichment.hpp"
#include "indexer/explanation.hpp"
#include "indexer/ingest.hpp"
#include "indexer/verdicts.hpp"
#include "indexer/xapian_error.hpp"

namespace schakel {

namespace {

Error not_in_sources(const std::string& id) {
    return {ErrorCode::no_such_product,
            {fmt::format("Geen record dat gelezen kon worden, heeft het id {}.", id),
             fmt::format("No record that could be read has the id {}.", id)},
            {"Laat --id weg om alle records te zien.", "Leave out --id to see all records."}};
}

/// Shows records of files as the index would take them: what was read, then what was made of it.
ExitStatus inspect_sources(const CommandLine& command, const Installation& installation) {
    RunReport report;
    bool is_shown = false;
    DocumentBuilder builder(installation);
    const auto enrichment = Enrichment::load(installation);
    if (!enrichment) return complain(enrichment.error(), command.language);
    const auto known = load_known(installation.settings, command.index);
    if (!known) return complain(known.error(), command.language);
    ingest(sources_at(command.sources), *known, installation, report, [&](KnowledgeProduct product) {
        if (!command.id.empty() && product.id != command.id) return Placement{};
        is_shown = true;
        if (product.recognise) (*enrichment)->enricher().enrich(product);
        settle_verdicts(product);
        fmt::print("{}", to_text(product));
        fmt::print("\n{}\n", to_text(builder.build(std::move(product))));
        return Placement{};
    });
    for (const Skipped& skipped : report.skipped)
        fmt::print(stderr, "{}: {}\n", skipped.location, to_text(skipped.error, command.language));
    if (!command.id.empty() && !is_shown) return complain(not_in_sources(command.id), command.language);
    return report.skipped.empty() ? ExitStatus::success : ExitStatus::finished_with_skips;
}

/// The stored record of a living product in one segment; empty when it is not there.
Result<std::string> stored_record(const std::filesystem::path& segment, const DeletedDocuments& deleted,
                                  const std::string& id) {
    Xapian::docid document = 0;
    const auto looked = read_xapian(segment, [&] {
        const Xapian::Database postings((segment / postings_name).string());
        for (auto at = postings.postlist_begin(id_term(id)); at != postings.postlist_end(id_term(id)); ++at)
            if (!deleted.contains(*at - 1)) document = *at;
    });
    if (!looked) return tl::unexpected(looked.error());
    if (document == 0) return std::string();
    const auto records = BlockFile::open(segment / records_name);
    if (!records) return tl::unexpected(records.error());
    return records->read(document - 1);
}

/// The keys of values are a letter where they are stored and a word where they are shown.
void spell_out_keys(nlohmann::json& record) {
    static constexpr std::array<std::pair<const char*, const char*>, 6> keys{
        {{"c", "code"}, {"l", "label"}, {"r", "rol"}, {"h", "herkomst"}, {"b", "bewijs"}, {"z", "zekerheid"}}};
    if (!record.contains("facetten")) return;
    for (nlohmann::json& values : record["facetten"])
        for (nlohmann::json& value : values)
            for (const auto& [stored, shown] : keys)
                if (value.contains(stored)) {
                    value[shown] = value[stored];
                    value.erase(stored);
                }
}

ExitStatus inspect_index(const CommandLine& command) {
    const IndexFolder folder(command.index);
    const auto live = folder.live();
    if (!live) return complain(live.error(), command.language);
    const auto manifest = read_manifest(folder.path_of(*live));
    if (!manifest) return complain(manifest.error(), command.language);
    for (const ManifestSegment& segment : manifest->segments) {
        const auto deleted = read_tombstones(folder.path_of(*live), segment);
        if (!deleted) return complain(deleted.error(), command.language);
        const auto record = stored_record(folder.path_of(*live) / segment.name, *deleted, command.id);
        if (!record) return complain(record.error(), command.language);
        if (record->empty()) continue;
        nlohmann::json shown = nlohmann::json::from_cbor(*record);
        spell_out_keys(shown);
        fmt::print("{}\n", shown.dump(2));
        return ExitStatus::success;
    }
    return complain({ErrorCode::no_such_product,
                     {fmt::format("Het id {} staat niet in de index.", command.id),
                      fmt::format("The id {} is not in the index.", command.id)},
                     {fmt::format("Waarom niet? schakel-indexer inspect --index {} --why {} woord",
                                  command.index.string(), command.id),
                      fmt::format("Why not? schakel-indexer inspect --index {} --why {} word", command.index.string(),
                                  command.id)}},
                    command.language);
}

}  // namespace

namespace {

ExitStatus explain_product(const CommandLine& command) {
    const auto installation = load_installation(command.config);
    if (!installation) return complain(installation.error(), command.language);
    const auto text = explain(command.why.at(0), command.why.at(1), command.index, *installation, command.language);
    if (!text) return complain(text.error(), command.language);
    fmt::print("{}", *text);
    return ExitStatus::success;
}

}  // namespace

ExitStatus run_inspect(const CommandLine& command) {
    if (!command.why.empty() && !command.index.empty()) return explain_product(command);
    if (command.sources.empty() && (command.index.empty() || command.id.empty()))
        return complain({ErrorCode::usage,
                         {"inspect heeft --source nodig, of --index samen met --id of --why.",
                          "inspect needs --source, or --index together with --id or --why."},
                         {"Bijvoorbeeld: schakel-indexer inspect --source rapport.pdf",
                          "For example: schakel-indexer inspect --source report.pdf"}},
                        command.language);
    if (command.sources.empty()) return inspect_index(command);
    const auto installation = load_installation(command.config);
    if (!installation) return complain(installation.error(), command.language);
    return inspect_sources(command, *installation);
}

}  // namespace schakel

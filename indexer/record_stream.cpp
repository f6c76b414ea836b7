#include "indexer/record_stream.hpp"

#include <unordered_map>

#include <fmt/format.h>

#include "corpus/reader_registry.hpp"
#include "corpus/resolver.hpp"
#include "corpus/source.hpp"

namespace schakel {

namespace {

/// The way of one record from reader to sink, with what must be remembered between records.
class RecordGate {
public:
    RecordGate(const Installation& installation, RunReport& report, const ProductSink& sink)
        : resolver_(installation.vocabularies, installation.regions), report_(report), sink_(sink) {}

    void pass(ReadRecord record) {
        ++report_.records;
        for (Text& notice : record.notices) report_.notices.push_back({record.location, std::move(notice)});
        if (!record.product) return skip(record.location, Stage::read, std::move(record.product.error()));
        KnowledgeProduct& product = *record.product;
        if (product.foreign_values)
            for (Text& notice : resolver_.accept_foreign_values(product))
                report_.notices.push_back({record.location, std::move(notice)});
        if (auto resolved = resolver_.resolve(product); !resolved)
            return skip(record.location, Stage::resolve, std::move(resolved.error()));
        const auto [first, fresh] = seen_.try_emplace(product.id, record.location);
        if (!fresh) return skip(record.location, Stage::resolve, duplicate(product.id, first->second));
        open_ = sink_(std::move(product)) && open_;
    }

    bool open() const { return open_; }

private:
    void skip(std::string location, Stage stage, Error error) {
        report_.skipped.push_back({std::move(location), stage, std::move(error)});
    }

    static Error duplicate(const std::string& id, const std::string& first) {
        return {ErrorCode::duplicate_id,
                {fmt::format("Het id {} is al gebruikt door {}; alleen dat record is geïndexeerd.", id, first),
                 fmt::format("The id {} was already used by {}; only that record was indexed.", id, first)},
                {"Geef elk record een eigen id.", "Give every record an id of its own."}};
    }

    Resolver resolver_;
    RunReport& report_;
    const ProductSink& sink_;
    std::unordered_map<std::string, std::string> seen_;  // id → where it was met first
    bool open_ = true;
};

}  // namespace

void stream_records(std::span<const std::filesystem::path> sources, const Installation& installation, RunReport& report,
                    const ProductSink& sink, const ProgressSink& progress) {
    SourceWalk walk = walk_sources(sources);
    for (SourceProblem& problem : walk.problems)
        report.skipped.push_back({problem.location, Stage::walk, std::move(problem.error)});
    std::uint64_t total = 0;
    for (const SourceItem& item : walk.items) total += item.size;
    RecordGate gate(installation, report, sink);
    for (const SourceItem& item : walk.items) {
        if (!gate.open()) return;
        ++report.files;
        read_item(item, [&](ReadRecord record) {
            if (!gate.open()) return;
            gate.pass(std::move(record));
            if (progress) progress(report.records, report.bytes, total);
        });
        report.bytes += item.size;
    }
}

}  // namespace schakel

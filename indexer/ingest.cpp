#include "indexer/ingest.hpp"

#include <algorithm>

#include "config/index/file_digest.hpp"
#include "corpus/reader_registry.hpp"
#include "indexer/file_intake.hpp"
#include "indexer/files_ahead.hpp"
#include "indexer/reading_limits.hpp"
#include "indexer/record_gate.hpp"

namespace schakel {

namespace {

/// XXH3 of a file; 0 when it cannot be read, which its reader will report.
std::uint64_t content_hash(const std::filesystem::path& file, std::uint64_t seed = 0) {
    const auto digest = digest_of(file, seed);
    return digest ? digest->xxh3 : 0;
}

/// With what says how the file is to be read.
std::uint64_t content_hash(const SourceItem& item) {
    return content_hash(item.path, item.column_mapping.empty() ? 0 : content_hash(item.column_mapping));
}

/// One run over all sources.
class Ingest {
public:
    Ingest(const Known& known, const Installation& installation, RunReport& report, const ProductSink& sink,
           const ProgressSink& progress)
        : known_(known),
          report_(report),
          progress_(progress),
          limits_(reading_limits(installation.settings)),
          gate_(known, installation, report, sink) {
        for (const LedgerFile& file : known.ledger.files) before_.emplace(file.uri, &file);
    }

    Ledger run(SourceWalk walk) {
        for (const SourceItem& item : walk.items) total_bytes_ += item.size;
        for (const SourceProblem& problem : walk.problems)
            report_.skipped.push_back({problem.location, Stage::walk, problem.error});
        release_vanished(walk);
        take_files(walk.items);
        retry_those_set_free(walk.items);
        report_lost();
        now_.corrections = known_.corrections.hash();
        now_.recognition = known_.recognition;
        return std::move(now_);
    }

private:
    const LedgerFile* before(const std::string& uri) const {
        const auto found = before_.find(uri);
        return found == before_.end() ? nullptr : found->second;
    }

    /// What stands below a folder that could not be read has not vanished.
    static bool is_below_problem(const SourceWalk& walk, std::string_view uri) {
        return std::ranges::any_of(walk.problems, [&](const SourceProblem& problem) {
            return problem.error.code == ErrorCode::unreadable && uri.starts_with(problem.location) &&
                   (uri.size() == problem.location.size() || uri[problem.location.size()] == '/');
        });
    }

    void release_vanished(const SourceWalk& walk) {
        StringSet present;
        for (const SourceItem& item : walk.items) present.insert(item.uri);
        for (const LedgerFile& file : known_.ledger.files) {
            if (present.contains(file.uri)) continue;
            if (is_below_problem(walk, file.uri)) {
                now_.files.push_back(FileIntake(gate_, item_of(file), file.content_hash, &file).keep());
            } else {
                for (const LedgerRecord& record : file.records) gate_.owners().release(record.id, file.uri);
            }
        }
    }

    static SourceItem item_of(const LedgerFile& file) {
        return {.path = file.uri, .uri = file.uri, .mtime = file.mtime, .size = file.size};
    }

    bool anything_to_do(const LedgerFile& file) const {
        return std::ranges::any_of(file.records, [&](const auto& record) { return gate_.has_changed(record); }) ||
               std::ranges::any_of(file.left_out, [&](const auto& left) { return gate_.has_changed(left); });
    }

    void take_files(const std::vector<SourceItem>& items) {
        FilesAhead files(items, limits_, known_.readers, [this](const SourceItem& item) { return expect(item); });
        while (gate_.is_open()) {
            auto file = files.next();
            if (!file) return;
            now_.files.push_back(take_file(*file));
            ++report_.files;
            report_.bytes += file->item->size;
        }
    }

    /// Long before its turn: another file may still take an id from it, or set one free.
    FilesAhead::Expected expect(const SourceItem& item) const {
        const LedgerFile* file = before(item.uri);
        const bool is_untouched = file != nullptr && file->mtime == item.mtime && file->size == item.size;
        const std::uint64_t hash = is_untouched ? file->content_hash : content_hash(item);
        return {hash, !is_same(item, hash, file)};
    }

    bool is_same(const SourceItem& item, std::uint64_t hash, const LedgerFile* file) const {
        const std::uint64_t terms = item.terms ? hash_of(*item.terms) : 0;
        return file != nullptr && hash != 0 && hash == file->content_hash && terms == file->terms &&
               !anything_to_do(*file);
    }

    LedgerFile take_file(const FileAhead& at_turn) {
        const SourceItem& item = *at_turn.item;
        const LedgerFile* file = before(item.uri);
        FileIntake intake(gate_, item, at_turn.content_hash, file);
        if (is_same(item, at_turn.content_hash, file)) return intake.keep();
        bytes_in_file_ = 0;
        const auto read_file = [&](const RecordSink& sink) {
            const RecordSink counted = counting(sink);
            at_turn.records ? at_turn.records->give_to(counted) : read_item(item, counted, limits_);
        };
        return intake.read(read_file, [&] { show_progress(item.size); });
    }

    /// A file may hold all that there is, so what was read of it counts.
    RecordSink counting(const RecordSink& sink) {
        return {[&](ReadRecord record) {
                    bytes_in_file_ += text_bytes_of(record);
                    sink(std::move(record));
                },
                [&](std::uint64_t raw_hash) { return sink.knows(raw_hash); }};
    }

    void show_progress(std::uint64_t size_of_file) const {
        if (progress_) progress_(report_.records, report_.bytes + std::min(bytes_in_file_, size_of_file), total_bytes_);
    }

    /// A record whose id or text was taken by another one may come in when that one has gone, even though its own file did
    /// not change.
    void retry_those_set_free(const std::vector<SourceItem>& items) {
        std::unordered_map<std::string_view, const SourceItem*> by_uri;
        for (const SourceItem& item : items) by_uri.emplace(item.uri, &item);
        for (LedgerFile& file : now_.files) {
            const auto item = by_uri.find(file.uri);
            if (!gate_.is_open() || item == by_uri.end() || !may_return(file)) continue;
            reopen(file);
            const auto read_file = [&](const RecordSink& sink) { read_item(*item->second, sink, limits_); };
            file = FileIntake(gate_, *item->second, file.content_hash, &file).read(read_file);
        }
    }

    bool may_return(const LedgerFile& file) const {
        return std::ranges::any_of(file.left_out, [&](const LeftOut& left) { return gate_.may_return(left); });
    }

    /// The file is read a second time: records that cannot be told apart by their bytes come in anew.
    void reopen(const LedgerFile& file) {
        for (const LedgerRecord& record : file.records) gate_.owners().reopen(record.id);
        withdraw(file);
    }

    /// Takes back what the report says of a file that is read again.
    void withdraw(const LedgerFile& file) {
        report_.records -= file.records.size() + file.left_out.size();
        report_.unchanged -= std::min<std::uint64_t>(report_.unchanged, file.records.size());
        for (const LeftOut& left : file.left_out)
            std::erase_if(report_.skipped,
                          [&](const Skipped& skipped) { return skipped.location == left.reason.location; });
        for (const LeftOut& left : file.left_out)
            std::erase_if(report_.copies, [&](const Copy& copy) { return copy.id == left.copy_id; });
    }

    void report_lost() {
        gate_.owners().for_each_lost([&](const std::string& id) {
            if (!known_.blocklist.contains(id)) report_.removed.push_back(id);
        });
        std::ranges::sort(report_.removed);
    }

    const Known& known_;
    RunReport& report_;
    const ProgressSink& progress_;
    ReadingLimits limits_;
    RecordGate gate_;
    Ledger now_;
    std::unordered_map<std::string_view, const LedgerFile*> before_;
    std::uint64_t total_bytes_ = 0;
    std::uint64_t bytes_in_file_ = 0;  // about; of the file at hand
};

}  // namespace

Result<Known> load_known(const Settings& settings, const std::filesystem::path& index) {
    Known known;
    auto corrections = Corrections::load(settings.paths.corrections);
    if (!corrections) return tl::unexpected(corrections.error());
    known.corrections = std::move(*corrections);
    if (index.empty()) return known;
    auto blocklist = read_blocklist(index);
    if (!blocklist) return tl::unexpected(blocklist.error());
    known.blocklist = std::move(*blocklist);
    return known;
}

Ledger ingest(std::span<const Source> sources, const Known& known, const Installation& installation, RunReport& report,
              const ProductSink& sink, const ProgressSink& progress) {
    return Ingest(known, installation, report, sink, progress).run(walk_sources(sources));
}

}  // namespace schakel

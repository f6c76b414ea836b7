#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "corpus/reader.hpp"
#include "corpus/source.hpp"
#include "indexer/ledger.hpp"
#include "indexer/record_gate.hpp"

namespace schakel {

/// Reads one file and matches its records against what the ledger says of it. Used once; refers to its arguments.
class FileIntake {
public:
    /// `before`: the file in the ledger; nullptr when it is new.
    FileIntake(RecordGate& gate, const SourceItem& item, std::uint64_t content_hash, const LedgerFile* before);

    /// Gives the records of the file to a sink.
    using ReadFile = std::function<void(const RecordSink& sink)>;

    /// Takes in the file as `read_file` gives it; `after_record` is called after every record that was read.
    LedgerFile read(const ReadFile& read_file, const std::function<void()>& after_record = {});

    /// Takes everything over from the ledger.
    LedgerFile keep();

    /// Whether the source still has the terms under which the file was read.
    bool has_same_terms() const { return before_ != nullptr && before_->terms == now_.terms; }

private:
    void recall();
    bool knows(std::uint64_t raw_hash);
    void take(ReadRecord record);
    void add(std::variant<LedgerRecord, LeftOut> outcome);
    void keep_if_file_failed();
    void release();

    RecordGate& gate_;
    const SourceItem& item_;
    const LedgerFile* before_;
    LedgerFile now_;
    std::unordered_multimap<std::uint64_t, const LedgerRecord*> known_records_;  // by raw hash
    std::unordered_multimap<std::uint64_t, const LeftOut*> known_left_out_;
};

}  // namespace schakel

#pragma once

#include <memory>
#include <string>
#include <variant>

#include "analyzers/installation.hpp"
#include "config/string_map.hpp"
#include "corpus/reader.hpp"
#include "corpus/resolver.hpp"
#include "indexer/id_owners.hpp"
#include "indexer/ingest.hpp"
#include "indexer/near_duplicates.hpp"

namespace schakel {

/// What every record passes on its way from the reader to the index: corrections, vocabularies, the blocklist, ids and texts
/// that are there already. One per run; not thread-safe. All arguments must outlive it.
class RecordGate {
public:
    RecordGate(const Known& known, const Installation& installation, RunReport& report, const ProductSink& sink);

    /// A record that was just read from `item`. `is_whole_file`: it is all that a file holds and brings no id of its own, so
    /// that it may be a copy of another file.
    std::variant<LedgerRecord, LeftOut> pass(ReadRecord record, const SourceItem& item, bool is_whole_file);

    /// A record of the ledger that did not change; left out when it was blocked meanwhile.
    std::variant<LedgerRecord, LeftOut> keep(const LedgerRecord& record, std::string_view uri);

    /// A record that was left out before and did not change.
    void keep(const LeftOut& left);

    /// Whether it has to be read again: other corrections, a segment that is to go, or what
    /// it waited for has happened.
    bool has_changed(const LedgerRecord& record) const;
    bool has_changed(const LeftOut& left) const;

    /// Whether what a record waits for has happened.
    bool may_return(const LeftOut& left) const;

    /// Something that a curator should know of a file.
    void tell(const std::string& location, Text text) { report_.notices.push_back({location, std::move(text)}); }

    IdOwners& owners() { return owners_; }
    bool is_open() const { return is_open_; }

private:
    std::optional<LeftOut> why_not(const KnowledgeProduct& product, const std::string& location,
                                   const SourceItem& item);
    std::variant<LedgerRecord, LeftOut> admit(KnowledgeProduct product, const std::string& location,
                                              const SourceItem& item, std::shared_ptr<const WorkMark> mark);
    LeftOut report_left_out(LeftOut left);

    const Known& known_;
    RunReport& report_;
    const ProductSink& sink_;
    Resolver resolver_;
    IdOwners owners_;
    NearDuplicates works_;
    StringSet renewed_;  // ids that the generation before had and that were read again
    bool find_copies_;
    bool is_open_ = true;
};

}  // namespace schakel

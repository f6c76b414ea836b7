#include "indexer/record_gate.hpp"

#include <utility>

#include <fmt/format.h>

#include "corpus/harvesters/harvested_page.hpp"

namespace schakel {

namespace {

Error duplicate_id(const std::string& id, const std::string& first) {
    return {ErrorCode::duplicate_id,
            {fmt::format("Het id {} is al gebruikt door {}; alleen dat record is geïndexeerd.", id, first),
             fmt::format("The id {} was already used by {}; only that record was indexed.", id, first)},
            {"Geef elk record een eigen id.", "Give every record an id of its own."}};
}

Error blocked(const std::string& id) {
    return {ErrorCode::blocked_product,
            {fmt::format("Het id {} staat op de lijst van verwijderde producten.", id),
             fmt::format("The id {} is on the list of removed products.", id)},
            {fmt::format("Toch weer tonen: schakel-indexer remove --undo --id {}", id),
             fmt::format("To show it again: schakel-indexer remove --undo --id {}", id)}};
}

Error same_work(const std::string& id) {
    return {ErrorCode::duplicate_work,
            {fmt::format("Dit is hetzelfde werk als product {} en staat daar als bestand bij.", id),
             fmt::format("This is the same work as product {} and is listed there as a file.", id)},
            {}};
}

/// Where a curator can look at the file.
std::string address_to_open(const SourceItem& item) {
    return item.address.empty() ? address_below("file://", std::filesystem::absolute(item.path).string())
                                : item.address;
}

void apply_terms(const SourceItem& item, const std::string& location, KnowledgeProduct& product) {
    if (location == item.uri && product.url.empty()) product.url = item.address;
    if (!item.terms) return;
    const SourceTerms& terms = *item.terms;
    if (product.rights.licence.empty()) product.rights.licence = terms.rights.licence;
    product.rights.show_text = terms.rights.show_text;
    product.rights.longest_fragment = terms.rights.longest_fragment;
    product.recognise = terms.recognise;
}

}  // namespace

RecordGate::RecordGate(const Known& known, const Installation& installation, RunReport& report, const ProductSink& sink)
    : known_(known),
      report_(report),
      sink_(sink),
      resolver_(installation.vocabularies, installation.regions),
      find_copies_(installation.settings.index.find_copies) {
    for (const LedgerFile& file : known.ledger.files)
        for (const LedgerRecord& record : file.records) owners_.remember(record.id, file.uri);
}

LeftOut RecordGate::report_left_out(LeftOut left) {
    if (!left.copy_id.empty()) {
        report_.copies.push_back({left.copy_id, left.waits_for, left.reason.location});
    } else if (left.reason.error.code == ErrorCode::blocked_product) {
        report_.blocked.push_back(left.waits_for);
    } else {
        report_.skipped.push_back(left.reason);
    }
    return left;
}

std::optional<LeftOut> RecordGate::why_not(const KnowledgeProduct& product, const std::string& location,
                                           const SourceItem& item) {
    if (known_.blocklist.contains(product.id))
        return LeftOut{.reason = {location, Stage::resolve, blocked(product.id), address_to_open(item)},
                       .waits_for = product.id};
    if (owners_.is_refused(product.id, item.uri))
        return LeftOut{.reason = {location, Stage::resolve, duplicate_id(product.id, owners_.location_of(product.id)),
                                  address_to_open(item)},
                       .waits_for = product.id};
    return std::nullopt;
}

std::variant<LedgerRecord, LeftOut> RecordGate::pass(ReadRecord read, const SourceItem& item, bool is_whole_file) {
    ++report_.records;
    const std::uint64_t raw_hash = read.raw_hash;
    const auto refuse = [&](Stage stage, Error error) {
        return report_left_out(
            {.raw_hash = raw_hash, .reason = {read.location, stage, std::move(error), address_to_open(item)}});
    };
    for (Text& notice : read.notices) report_.notices.push_back({read.location, std::move(notice)});
    read.notices.clear();
    if (!read.product) return refuse(Stage::read, std::move(read.product.error()));
    if (read.location == item.uri) add_origin(item.path, *read.product);
    ReadRecord corrected = known_.corrections.apply(std::move(read));
    read.location = corrected.location;
    if (!corrected.product) return refuse(Stage::resolve, std::move(corrected.product.error()));
    KnowledgeProduct& product = *corrected.product;
    apply_terms(item, read.location, product);
    if (product.foreign_values)
        for (Text& notice : resolver_.accept_foreign_values(product))
            report_.notices.push_back({read.location, std::move(notice)});
    if (auto resolved = resolver_.resolve(product); !resolved)
        return refuse(Stage::resolve, std::move(resolved.error()));
    if (auto reason = why_not(product, read.location, item)) {
        reason->raw_hash = raw_hash;
        return report_left_out(std::move(*reason));
    }
    auto mark = is_whole_file && find_copies_ ? work_mark(product) : nullptr;
    auto outcome = admit(std::move(product), read.location, item, std::move(mark));
    std::visit([&](auto& entry) { entry.raw_hash = raw_hash; }, outcome);
    return outcome;
}

std::variant<LedgerRecord, LeftOut> RecordGate::admit(KnowledgeProduct product, const std::string& location,
                                                      const SourceItem& item, std::shared_ptr<const WorkMark> mark) {
    if (const auto work = works_.find(mark.get()); work && *work != product.id)
        return report_left_out({.reason = {location, Stage::resolve, same_work(*work)},
                                .waits_for = *work,
                                .copy_id = product.id,
                                .copy = {product.url, item.media_type}});
    LedgerRecord record{
        .id = product.id, .correction_hash = known_.corrections.hash_of(product.id), .mark = std::move(mark)};
    works_.add(record.mark, record.id);
    const auto claim = owners_.claim(record.id, item.uri, location);
    ++(claim == IdOwners::Claim::added ? report_.added : report_.changed);
    if (claim == IdOwners::Claim::renewed) renewed_.insert(record.id);
    if (const auto placement = sink_(std::move(product))) {
        record.placement = *placement;
    } else {
        is_open_ = false;
    }
    return record;
}

std::variant<LedgerRecord, LeftOut> RecordGate::keep(const LedgerRecord& record, std::string_view uri) {
    if (known_.blocklist.contains(record.id))
        return report_left_out({.raw_hash = record.raw_hash,
                                .reason = {std::string{uri}, Stage::resolve, blocked(record.id)},
                                .waits_for = record.id});
    owners_.claim(record.id, uri, uri);
    works_.add(record.mark, record.id);
    ++report_.records;
    ++report_.unchanged;
    return record;
}

void RecordGate::keep(const LeftOut& left) {
    ++report_.records;
    report_left_out(left);
}

bool RecordGate::has_changed(const LedgerRecord& record) const {
    if (known_.recognition != known_.ledger.recognition) return true;
    const std::size_t segment = record.placement.segment;
    const bool is_rewritten = segment < known_.rewritten.size() && known_.rewritten[segment];
    return is_rewritten || known_.corrections.hash_of(record.id) != record.correction_hash;
}

bool RecordGate::may_return(const LeftOut& left) const {
    if (left.waits_for.empty() || known_.blocklist.contains(left.waits_for)) return false;
    const bool may_differ_now = !left.copy_id.empty() && renewed_.contains(left.waits_for);
    return may_differ_now || !owners_.is_taken(left.waits_for);
}

bool RecordGate::has_changed(const LeftOut& left) const {
    const bool other_corrections = known_.corrections.hash() != known_.ledger.corrections;
    return known_.retry_left_out || may_return(left) ||
           (other_corrections && left.reason.stage == Stage::resolve && left.waits_for.empty());
}

}  // namespace schakel

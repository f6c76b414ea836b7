#include "corpus/readers/metadata/metadata_records.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <xxhash.h>

#include "corpus/excerpt.hpp"
#include "corpus/readers/metadata/metadata_standards.hpp"
#include "corpus/readers/schakel_xml.hpp"
#include "corpus/record_builder.hpp"

namespace schakel {

namespace {

constexpr std::string_view oai_namespace = "http://www.openarchives.org/OAI/2.0/";

/// Lists and envelopes are never deeper; what is, is part of some other format.
constexpr std::size_t deepest_record = 8;

/// One record and what stands around it.
struct FoundRecord {
    pugi::xml_node whole;     // with its envelope
    pugi::xml_node metadata;  // empty when there is none that we can read
    const MetadataStandard* standard = nullptr;
    std::string id;
    bool is_deleted = false;
};

std::size_t depth_below(pugi::xml_node node, const pugi::xml_node& root) {
    std::size_t depth = 0;
    for (; node && node != root; node = node.parent()) ++depth;
    return depth;
}

bool is_deleted(const pugi::xml_node& header) {
    return std::string_view{header.attribute("status").value()} == "deleted";
}

/// The record in an envelope of OAI-PMH.
FoundRecord oai_record(const pugi::xml_node& envelope) {
    const pugi::xml_node header = child_named(envelope, "header");
    FoundRecord found{.whole = envelope, .metadata = first_child_element(child_named(envelope, "metadata"))};
    found.id = text_in(child_named(header, "identifier"));
    found.is_deleted = is_deleted(header);
    found.standard = found.metadata ? metadata_standard_of(found.metadata) : nullptr;
    return found;
}

/// Whatever its namespace: people cut records out of an answer and lose that.
bool is_oai_envelope(const pugi::xml_node& node) {
    const pugi::xml_node header = local_name(node.name()) == "record" ? child_named(node, "header") : pugi::xml_node{};
    return header && (child_named(node, "metadata") || is_deleted(header));
}

/// The record that an element is; absent when it is none, but may hold some.
std::optional<FoundRecord> record_at(const pugi::xml_node& node) {
    if (node.type() != pugi::node_element) return std::nullopt;
    if (is_oai_envelope(node)) return oai_record(node);
    const MetadataStandard* standard = metadata_standard_of(node);
    if (standard == nullptr) return std::nullopt;
    const bool is_in_sitemap = local_name(node.parent().name()) == "url";  // where its address stands beside it
    return FoundRecord{.whole = is_in_sitemap ? node.parent() : node, .metadata = node, .standard = standard, .id = {}};
}

std::vector<FoundRecord> records_in(const pugi::xml_node& root) {
    std::vector<FoundRecord> records;
    for (pugi::xml_node node = root; node;) {
        auto record = record_at(node);
        const bool goes_down = !record && depth_below(node, root) < deepest_record;
        if (record) records.push_back(std::move(*record));
        node = next_in_document(node, root, goes_down);
    }
    return records;
}

std::string known_standards() {
    std::vector<std::string_view> names;
    for (const MetadataStandard& standard : metadata_standards()) names.push_back(standard.name);
    return fmt::format("{}", fmt::join(names, ", "));
}

Error unknown_format(std::size_t line, const Text& what) {
    const std::string known = known_standards();
    return {ErrorCode::unsupported_format,
            {fmt::format("regel {}: {} kan niet worden gelezen", line, what.nl),
             fmt::format("line {}: {} cannot be read", line, what.en)},
            {fmt::format("wat wel kan: <kennisproduct>, <kennisproducten> en de standaarden {}", known),
             fmt::format("what can be read: <kennisproduct>, <kennisproducten> and the standards {}", known)}};
}

/// An answer of an OAI-PMH server that gives no records: to another question, or an error.
Error answer_without_records(const pugi::xml_node& root) {
    const pugi::xml_node error = child_named(root, "error");
    if (!error)
        return {ErrorCode::malformed,
                {"dit antwoord van een OAI-PMH-server bevat geen records",
                 "this answer of an OAI-PMH server holds no records"},
                {"vraag de server om ListRecords", "ask the server for ListRecords"}};
    const std::string said = in_quotes(fmt::format("{} {}", error.attribute("code").value(), text_in(error)));
    return {ErrorCode::malformed,
            {"de OAI-PMH-server gaf geen records maar een fout: " + said,
             "the OAI-PMH server gave an error instead of records: " + said},
            {"haal de records opnieuw op", "harvest the records again"}};
}

/// Reads the records that were found in one document.
class MetadataRecords {
public:
    MetadataRecords(const pugi::xml_node& root, const XmlSource& source)
        : root_(root), source_(source), found_(records_in(root)) {}

    void read() {
        gather_deleted();
        for (const FoundRecord& found : found_)
            if (!found.is_deleted) read_record(found);
        if (!has_given_) refuse_root();
    }

private:
    bool is_alone() const { return found_.size() == 1; }

    void gather_deleted() {
        for (const FoundRecord& found : found_)
            if (found.is_deleted) deleted_.push_back(found.id);
    }

    void refuse_root() {
        if (!deleted_.empty()) return refuse(uri(), nothing_but_deleted(), 0);
        if (is_xml_element(root_, oai_namespace, "OAI-PMH")) return refuse(uri(), answer_without_records(root_), 0);
        const std::string name = tag(root_.name());
        const std::size_t line = source_.lines.line_of(root_);
        refuse(uri(), unknown_format(line, {"XML met hoofdelement " + name, "XML with root element " + name}), 0);
    }

    Error nothing_but_deleted() const {
        const Text notice = deleted_notice();
        return {ErrorCode::malformed,
                {notice.nl + "; andere staan er niet in", notice.en + "; it holds no others"},
                {"haal het bestand weg", "remove the file"}};
    }

    Text deleted_notice() const {
        constexpr std::size_t most_ids = 5;
        std::string ids;
        for (std::size_t i = 0; i < std::min(most_ids, deleted_.size()); ++i)
            ids += (i > 0 ? ", " : "") + excerpt(deleted_[i], 80);
        if (deleted_.size() > most_ids) ids += ", …";
        return {fmt::format("overgeslagen als verwijderd ({}): {}", deleted_.size(), ids),
                fmt::format("passed over as deleted ({}): {}", deleted_.size(), ids)};
    }

    void read_record(const FoundRecord& found) {
        const std::uint64_t raw_hash = is_alone() ? 0 : hash_of(found.whole);
        has_given_ = true;
        if (raw_hash != 0 && source_.sink.knows(raw_hash)) return;
        if (found.metadata && is_schakel_record(found.metadata))
            return give(read_harvested_record(found.metadata, source_.lines, location(found), found.id), raw_hash);
        if (found.standard == nullptr) {
            const pugi::xml_node element = found.metadata ? found.metadata : found.whole;
            const std::string name = tag(element.name());
            const std::size_t line = source_.lines.line_of(element);
            return refuse(location(found), unknown_format(line, {"een record met " + name, "a record with " + name}),
                          raw_hash);
        }
        MetadataRecord record{location(found), found.id};
        if (!deleted_.empty()) record.notice(deleted_notice());
        deleted_.clear();
        found.standard->read(found.metadata, record);
        record.suggest_id(fallback_id(found, record.local_id()));
        give(std::move(record).finish(), raw_hash);
    }

    /// Alone in a file, a record is known by the file; in a list by its own mark, or else by all that it says.
    std::string fallback_id(const FoundRecord& found, std::string_view local_id) const {
        if (is_alone()) return id_of_uri(source_.uri);
        const std::string_view mark = local_id.empty() ? bytes_of(found.whole) : local_id;
        return id_of_uri(fmt::format("{}#{}", source_.uri, mark));
    }

    /// From this record up to the next element; pugixml does not say where an element ends.
    std::string_view bytes_of(const pugi::xml_node& whole) const {
        const std::size_t start = offset_of(whole);
        pugi::xml_node next = next_in_document(whole, root_, false);
        while (next && next.type() != pugi::node_element) next = next_in_document(next, root_, false);
        const std::size_t end = next ? offset_of(next) : source_.bytes.size();
        return source_.bytes.substr(start, std::max(end, start) - start);
    }

    std::uint64_t hash_of(const pugi::xml_node& whole) const {
        const std::string_view bytes = bytes_of(whole);
        return XXH3_64bits(bytes.data(), bytes.size());
    }

    void give(ReadRecord record, std::uint64_t raw_hash) {
        record.raw_hash = raw_hash;
        source_.sink(std::move(record));
    }

    void refuse(std::string location, Error error, std::uint64_t raw_hash) {
        give({std::move(location), tl::unexpected(std::move(error)), {}}, raw_hash);
    }

    std::string uri() const { return std::string{source_.uri}; }

    std::string location(const FoundRecord& found) {
        return is_alone() ? uri() : fmt::format("{}:{}", source_.uri, source_.lines.line_of(found.whole));
    }

    pugi::xml_node root_;
    const XmlSource& source_;
    std::vector<FoundRecord> found_;
    std::vector<std::string> deleted_;
    bool has_given_ = false;
};

}  // namespace

void read_metadata_records(const pugi::xml_node& root, const XmlSource& source) {
    MetadataRecords{root, source}.read();
}

}  // namespace schakel

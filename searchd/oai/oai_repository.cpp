#include "searchd/oai/oai_repository.hpp"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "config/index/stored_record.hpp"
#include "config/utc_time.hpp"
#include "searchd/xml/xml_text.hpp"

namespace schakel {

namespace {

constexpr std::size_t records_per_page = 100;

/// The protocol demands an address, and one with a dot behind the @. Without one in the settings: that of the keeper of the host by
/// custom (RFC 2142), and where there is no such host one that can never exist (RFC 2606).
std::string admin_address(const Settings& settings, const OaiNamespace& names) {
    if (!settings.site.contact.empty()) return settings.site.contact;
    return fmt::format("postmaster@{}{}", names.host(), names.is_describable() ? "" : ".invalid");
}

tl::unexpected<OaiFault> unknown_format(const std::string& prefix) {
    return oai_fault("cannotDisseminateFormat",
                     fmt::format("There is no metadata format \"{}\"; ListMetadataFormats names them.", prefix));
}

Result<StoredRecord> read_record(const IndexSnapshot& snapshot, DocumentId document) {
    const SnapshotSegment& segment = snapshot.segment_of(document);
    const auto bytes = segment.files->records.read(document - segment.first);
    if (!bytes) return tl::unexpected(bytes.error());
    return decode_record(*bytes);
}

}  // namespace

/// A page of a list.
struct OaiRepository::Page {
    std::vector<const ListedRecord*> records;
    std::size_t all = 0;  // records in the whole list
    bool is_last = true;
};

OaiRepository::OaiRepository(OaiHoldings holdings)
    : holdings_(std::move(holdings)), names_(holdings_.address), sets_(holdings_.installation.vocabularies) {}

OaiOutcome<void> OaiRepository::answer(const OaiRequest& request, OaiDocument& document) {
    const pugi::xml_node element = document.add_answer(request.verb);
    switch (request.verb) {
        case OaiVerb::identify: return identify(element);
        case OaiVerb::list_metadata_formats: return list_formats(request, element);
        case OaiVerb::list_sets: return list_sets(request, element);
        case OaiVerb::list_identifiers: [[fallthrough]];
        case OaiVerb::list_records: return list(request, element);
        case OaiVerb::get_record: return get(request, element);
    }
    return {};
}

OaiOutcome<void> OaiRepository::identify(pugi::xml_node answer) const {
    const Settings& settings = holdings_.installation.settings;
    add_element(answer, "repositoryName", settings.site.name);
    add_element(answer, "baseURL", holdings_.address + "/oai");
    add_element(answer, "protocolVersion", "2.0");
    add_element(answer, "adminEmail", admin_address(settings, names_));
    add_element(answer, "earliestDatestamp", utc_time(holdings_.records.earliest()));
    add_element(answer, "deletedRecord", "persistent");
    add_element(answer, "granularity", "YYYY-MM-DDThh:mm:ssZ");
    add_element(answer, "compression", "gzip");
    if (names_.is_describable()) describe_identifiers(answer);
    return {};
}

void OaiRepository::describe_identifiers(pugi::xml_node answer) const {
    pugi::xml_node description = answer.append_child("description").append_child("oai-identifier");
    add_attribute(description, "xmlns", "http://www.openarchives.org/OAI/2.0/oai-identifier");
    add_attribute(description, "xsi:schemaLocation",
                  "http://www.openarchives.org/OAI/2.0/oai-identifier "
                  "http://www.openarchives.org/OAI/2.0/oai-identifier.xsd");
    add_element(description, "scheme", "oai");
    add_element(description, "repositoryIdentifier", names_.host());
    add_element(description, "delimiter", ":");
    const auto records = holdings_.records.between({}, {});
    add_element(description, "sampleIdentifier",
                names_.identifier_of(records.empty() ? "rapport-1" : records.front().id));
}

OaiOutcome<void> OaiRepository::list_formats(const OaiRequest& request, pugi::xml_node answer) const {
    if (!request.identifier.empty())
        if (const auto known = record_of(request.identifier); !known) return tl::unexpected(known.error());
    for (const OaiFormat& format : oai_formats()) {
        pugi::xml_node element = answer.append_child("metadataFormat");
        add_element(element, "metadataPrefix", format.prefix);
        const bool is_ours = format.schema.starts_with('/');
        add_element(element, "schema", (is_ours ? holdings_.address : std::string{}) + std::string(format.schema));
        add_element(element, "metadataNamespace", format.xml_namespace);
    }
    return {};
}

OaiOutcome<void> OaiRepository::list_sets(const OaiRequest& request, pugi::xml_node answer) const {
    const auto has_name = [](const auto& argument) { return argument.first == "resumptionToken"; };
    if (std::ranges::any_of(request.arguments, has_name))
        return oai_fault("badResumptionToken", "The list of sets is given whole; it has no resumptionToken.");
    for (const OaiSet& set : sets_.all()) {
        pugi::xml_node element = answer.append_child("set");
        add_element(element, "setSpec", set.spec);
        add_element(element, "setName", set.name.nl);
    }
    return {};
}

/// Deleted records are in every set: nobody knows any more in which they were, and to hear that something is gone harms no one.
OaiOutcome<OaiRepository::Page> OaiRepository::page_at(const ResumptionPoint& point) const {
    const OaiSet* set = sets_.find(point.range.set);
    Page page;
    if (set == nullptr && !point.range.set.empty()) return page;
    const auto membership = set == nullptr ? std::nullopt : std::optional(SetMembership(*set, holdings_.snapshot));
    const auto is_past = [&](const ListedRecord& record) {
        return std::tuple(record.since, record.id) > std::tuple(point.since, std::string_view(point.id));
    };
    for (const ListedRecord& record : holdings_.records.between(point.range.from, point.range.until)) {
        if (membership && record.document && !membership->has(*record.document)) continue;
        ++page.all;
        if (point.given > 0 && !is_past(record)) continue;
        page.is_last = page.records.size() < records_per_page;
        if (page.is_last) page.records.push_back(&record);
    }
    return page;
}

OaiOutcome<void> OaiRepository::list(const OaiRequest& request, pugi::xml_node answer) {
    const bool is_first =
        std::ranges::none_of(request.arguments, [](const auto& a) { return a.first == "resumptionToken"; });
    auto point =
        is_first ? ResumptionPoint{request.range, {}, {}, 0} : parse_resumption_token(request.resumption_token);
    if (!point) return tl::unexpected(point.error());
    const OaiFormat* format = find_oai_format(point->range.metadata_prefix);
    if (format == nullptr) return unknown_format(point->range.metadata_prefix);
    const auto page = page_at(*point);
    if (!page) return tl::unexpected(page.error());
    if (page->records.empty()) return oai_fault("noRecordsMatch", "No records match these from, until and set.");
    for (const ListedRecord* record : page->records)
        if (request.verb == OaiVerb::list_records)
            add_record(answer, *record, *format);
        else
            add_header(answer, *record);
    if (is_first && page->is_last) return {};
    const ListedRecord& last = *page->records.back();
    const ResumptionPoint next{point->range, last.since, std::string(last.id), point->given + page->records.size()};
    pugi::xml_node token = add_element(answer, "resumptionToken", page->is_last ? "" : resumption_token(next));
    add_attribute(token, "completeListSize", std::to_string(page->all));
    add_attribute(token, "cursor", std::to_string(point->given));
    return {};
}

OaiOutcome<const ListedRecord*> OaiRepository::record_of(const std::string& identifier) const {
    const auto id = names_.id_of(identifier);
    const ListedRecord* record = id ? holdings_.records.find(*id) : nullptr;
    if (record == nullptr) return oai_fault("idDoesNotExist", "There is no record with this identifier.");
    return record;
}

OaiOutcome<void> OaiRepository::get(const OaiRequest& request, pugi::xml_node answer) {
    const auto record = record_of(request.identifier);
    if (!record) return tl::unexpected(record.error());
    const OaiFormat* format = find_oai_format(request.range.metadata_prefix);
    if (format == nullptr) return unknown_format(request.range.metadata_prefix);
    add_record(answer, **record, *format);
    return {};
}

void OaiRepository::add_header(pugi::xml_node parent, const ListedRecord& record) const {
    pugi::xml_node header = parent.append_child("header");
    if (!record.document) add_attribute(header, "status", "deleted");
    add_element(header, "identifier", names_.identifier_of(record.id));
    add_element(header, "datestamp", utc_time(record.since));
    if (!record.document) return;
    for (const std::string_view spec : sets_.specs_of(holdings_.snapshot, *record.document))
        add_element(header, "setSpec", spec);
}

void OaiRepository::add_record(pugi::xml_node parent, const ListedRecord& record, const OaiFormat& format) {
    pugi::xml_node element = parent.append_child("record");
    add_header(element, record);
    if (!record.document) return;
    const auto stored = read_record(holdings_.snapshot, *record.document);
    if (!stored) {
        damage_ = stored.error();
        return;
    }
    format.write(element.append_child("metadata"), *stored, {holdings_.installation, names_, holdings_.address});
}

}  // namespace schakel

#pragma once

#include <optional>
#include <span>
#include <string>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/oai/oai_document.hpp"
#include "searchd/oai/oai_formats.hpp"
#include "searchd/oai/oai_sets.hpp"
#include "searchd/oai/record_list.hpp"
#include "searchd/oai/resumption_token.hpp"

namespace schakel {

/// What a repository is made of; all of it must outlive the repository.
struct OaiHoldings {
    const Installation& installation;
    std::string address;  // public, without a slash at the end
    const IndexSnapshot& snapshot;
    const RecordList& records;
};

/// Answers the six verbs. One request, one thread.
class OaiRepository {
public:
    explicit OaiRepository(OaiHoldings holdings);

    /// Adds the element with the answer. Faults: those of OAI-PMH 2.0, section 3.6; sets and a form for every record are always
    /// there, so noSetHierarchy and noMetadataFormats never are.
    OaiOutcome<void> answer(const OaiRequest& request, OaiDocument& document);

    /// Why a record could not be read; then the answer is not whole.
    const std::optional<Error>& damage() const { return damage_; }

private:
    struct Page;

    OaiOutcome<void> identify(pugi::xml_node answer) const;
    OaiOutcome<void> list_formats(const OaiRequest& request, pugi::xml_node answer) const;
    OaiOutcome<void> list_sets(const OaiRequest& request, pugi::xml_node answer) const;
    OaiOutcome<void> list(const OaiRequest& request, pugi::xml_node answer);
    OaiOutcome<void> get(const OaiRequest& request, pugi::xml_node answer);

    OaiOutcome<Page> page_at(const ResumptionPoint& point) const;
    OaiOutcome<const ListedRecord*> record_of(const std::string& identifier) const;
    void describe_identifiers(pugi::xml_node answer) const;
    void add_header(pugi::xml_node parent, const ListedRecord& record) const;
    void add_record(pugi::xml_node parent, const ListedRecord& record, const OaiFormat& format);

    OaiHoldings holdings_;
    OaiNamespace names_;
    OaiSets sets_;
    std::optional<Error> damage_;
};

}  // namespace schakel

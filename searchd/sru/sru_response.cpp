#include "searchd/sru/sru_response.hpp"

#include <array>

#include "searchd/sru/dublin_core.hpp"
#include "searchd/sru/sru_namespaces.hpp"
#include "searchd/xml/xml_text.hpp"

namespace schakel {

namespace {

/// In the order of the standard, which is also that of its schemas.
constexpr std::array<const char*, 11> echoed{"version",        "query",         "queryType",         "startRecord",
                                             "maximumRecords", "recordPacking", "recordXMLEscaping", "recordSchema",
                                             "facetLimit",     "facetStart",    "facetSort"};

void add_echo(pugi::xml_node response, const SruRequest& request) {
    pugi::xml_node echo = response.append_child("echoedSearchRetrieveRequest");
    if (!request.is_2_0()) add_element(echo, "version", name_of(request.version));
    for (const char* name : echoed)
        for (const auto& [own, value] : request.written)
            if (own == name && (own != "version" || request.is_2_0())) add_element(echo, name, value);
}

pugi::xml_node begin_search_response(pugi::xml_document& document, const SruRequest& request, std::uint64_t total) {
    const SruNamespaces& names = namespaces_of(request.version);
    pugi::xml_node response = add_root(document, "searchRetrieveResponse", names.response);
    add_element(response, "version", name_of(request.version));
    add_element(response, "numberOfRecords", std::to_string(total));
    return response;
}

/// Writes what a search found.
class SearchResponseWriter {
public:
    SearchResponseWriter(const SruRequest& request, const SruResults& results, const Installation& installation,
                         const SruAddress& address, Language language)
        : request_(request), results_(results), installation_(installation), address_(address), language_(language) {}

    std::string write() const;

private:
    void add_records(pugi::xml_node response) const;
    void add_record(pugi::xml_node records, const StoredRecord& record, int position) const;
    void add_data(pugi::xml_node parent, const StoredRecord& record) const;
    void add_notices(pugi::xml_node response) const;
    void add_facets(pugi::xml_node response) const;
    void add_term(pugi::xml_node terms, const FacetTerm& term) const;
    std::uint64_t next_position() const { return static_cast<std::uint64_t>(request_.first) + results_.records.size(); }

    const SruRequest& request_;
    const SruResults& results_;
    const Installation& installation_;
    const SruAddress& address_;
    Language language_;
};

std::string SearchResponseWriter::write() const {
    pugi::xml_document document;
    pugi::xml_node response = begin_search_response(document, request_, results_.total);
    if (!results_.records.empty()) add_records(response);
    if (next_position() <= results_.total) add_element(response, "nextRecordPosition", std::to_string(next_position()));
    add_echo(response, request_);
    if (!results_.notices.empty()) add_notices(response);
    if (request_.is_2_0()) {
        add_element(response, "resultCountPrecision",
                    results_.exact ? "info:srw/vocabulary/resultCountPrecision/1/exact"
                                   : "info:srw/vocabulary/resultCountPrecision/1/minimum");
        if (!results_.facets.empty()) add_facets(response);
    }
    return xml_text(document);
}

void SearchResponseWriter::add_records(pugi::xml_node response) const {
    pugi::xml_node records = response.append_child("records");
    int position = request_.first;
    for (const StoredRecord& record : results_.records) add_record(records, record, position++);
}

void SearchResponseWriter::add_record(pugi::xml_node records, const StoredRecord& record, int position) const {
    pugi::xml_node element = records.append_child("record");
    add_element(element, "recordSchema", dublin_core_schema);
    add_element(element, request_.is_2_0() ? "recordXMLEscaping" : "recordPacking",
                request_.packing == RecordPacking::string ? "string" : "xml");
    add_data(element.append_child("recordData"), record);
    if (request_.version != SruVersion::v1_1) add_element(element, "recordIdentifier", record.id);
    add_element(element, "recordPosition", std::to_string(position));
}

void SearchResponseWriter::add_data(pugi::xml_node parent, const StoredRecord& record) const {
    if (request_.packing == RecordPacking::xml)
        return add_dublin_core(parent, record, installation_, address_.product_pages);
    pugi::xml_document document;
    add_dublin_core(document, record, installation_, address_.product_pages);
    parent.append_child(pugi::node_pcdata).set_value(xml_fragment(document).c_str());
}

void SearchResponseWriter::add_notices(pugi::xml_node response) const {
    pugi::xml_node notices = response.append_child("extraResponseData").append_child("meldingen");
    notices.append_attribute("xmlns") = "urn:schakel:sru:1";
    for (const Text& notice : results_.notices) add_element(notices, "melding", notice.in(language_));
}

void SearchResponseWriter::add_facets(pugi::xml_node response) const {
    pugi::xml_node faceted = response.append_child("facetedResults");
    faceted.append_attribute("xmlns") = "http://docs.oasis-open.org/ns/search-ws/facetedResults";
    for (const FacetTerms& facet : results_.facets) {
        pugi::xml_node element = faceted.append_child("facet");
        add_element(element, "facetDisplayLabel", facet.label.in(language_));
        add_element(element, "index", facet.index);
        pugi::xml_node terms = element.append_child("terms");
        for (const FacetTerm& term : facet.terms) add_term(terms, term);
    }
}

void SearchResponseWriter::add_term(pugi::xml_node terms, const FacetTerm& term) const {
    pugi::xml_node element = terms.append_child("term");
    add_element(element, "actualTerm", term.term);
    if (!term.query.empty()) {
        add_element(element, "query", term.query);
        add_element(element, "requestUrl", address_.server + "?query=" + percent_encode(term.query));
    }
    add_element(element, "count", std::to_string(term.count));
}

void add_problems(pugi::xml_node response, const SruRequest& request, const std::vector<Diagnostic>& problems,
                  Language language) {
    pugi::xml_node diagnostics = response.append_child("diagnostics");
    for (const Diagnostic& problem : problems) {
        pugi::xml_node element = diagnostics.append_child("diagnostic");
        element.append_attribute("xmlns") = namespaces_of(request.version).diagnostic;
        add_element(element, "uri", uri_of(problem.code));
        add_known_element(element, "details", problem.details);
        add_element(element, "message", problem.message.in(language));
    }
}

}  // namespace

std::string search_response(const SruRequest& request, const SruResults& results, const Installation& installation,
                            const SruAddress& address, Language language) {
    return SearchResponseWriter(request, results, installation, address, language).write();
}

std::string refusal_response(const SruRequest& request, const std::vector<Diagnostic>& problems, Language language) {
    pugi::xml_document document;
    const SruNamespaces& names = namespaces_of(request.version);
    pugi::xml_node response;
    if (request.operation == SruOperation::search) {
        response = begin_search_response(document, request, 0);
    } else {
        const bool scans = request.operation == SruOperation::scan;
        response = add_root(document, scans ? "scanResponse" : "explainResponse", scans ? names.scan : names.response);
        add_element(response, "version", name_of(request.version));
    }
    add_problems(response, request, problems, language);
    return xml_text(document);
}

}  // namespace schakel

#include "searchd/sru/sru_request.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <set>

#include "config/utf8.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_parameters = 100;
constexpr std::array<std::string_view, 2> dublin_core_schemas{"dc", "info:srw/schema/1/dc-v1.1"};

/// Gathers what the parameters say; the version decides in the end what they may say.
class SruRequestReader {
public:
    SruRequest read(const QueryParameters& parameters);

private:
    using Setter = void (SruRequestReader::*)(const std::string& name, const std::string& value);
    struct Parameter {
        std::string_view name;
        Setter set;
    };
    static const std::array<Parameter, 17> parameters;

    void read_one(const std::string& name, const std::string& value);
    void finish();

    void set_version(const std::string& name, const std::string& value);
    void set_operation(const std::string& name, const std::string& value);
    void set_query(const std::string&, const std::string& value) { request_.query = value; }
    void set_query_type(const std::string& name, const std::string& value);
    void set_start(const std::string& name, const std::string& value) {
        request_.first = number(name, value, 1, std::numeric_limits<int>::max(), 1);
    }
    void set_maximum(const std::string& name, const std::string& value);
    void set_packing(const std::string& name, const std::string& value);
    void set_record_packing(const std::string& name, const std::string& value);
    void set_schema(const std::string& name, const std::string& value);
    void set_facet_limit(const std::string&, const std::string& value) { facets_.limit = value; }
    void set_facet_start(const std::string&, const std::string& value) { facets_.start = value; }
    void set_facet_sort(const std::string&, const std::string& value) { facets_.sort = value; }
    void refuse_sort(const std::string& name, const std::string& value) {
        if (!value.empty()) problem(DiagnosticCode::unsupported_sort, name);
    }
    void pass_over(const std::string&, const std::string&) {}

    int number(const std::string& name, const std::string& value, int least, int most, int otherwise);
    void problem(DiagnosticCode code, std::string details) {
        request_.problems.push_back(diagnostic(code, std::move(details)));
    }

    SruRequest request_;
    FacetParameters facets_;
    std::set<std::string> seen_;
    bool has_query_ = false;
    bool has_operation_ = false;
    bool has_version_ = false;
};

const std::array<SruRequestReader::Parameter, 17> SruRequestReader::parameters{{
    {"version", &SruRequestReader::set_version},
    {"operation", &SruRequestReader::set_operation},
    {"query", &SruRequestReader::set_query},
    {"queryType", &SruRequestReader::set_query_type},
    {"startRecord", &SruRequestReader::set_start},
    {"maximumRecords", &SruRequestReader::set_maximum},
    {"recordXMLEscaping", &SruRequestReader::set_packing},
    {"recordPacking", &SruRequestReader::set_record_packing},
    {"recordSchema", &SruRequestReader::set_schema},
    {"facetLimit", &SruRequestReader::set_facet_limit},
    {"facetStart", &SruRequestReader::set_facet_start},
    {"facetSort", &SruRequestReader::set_facet_sort},
    {"sortKeys", &SruRequestReader::refuse_sort},
    {"resultSetTTL", &SruRequestReader::pass_over},
    {"stylesheet", &SruRequestReader::pass_over},
    {"renderedBy", &SruRequestReader::pass_over},
    {"httpAccept", &SruRequestReader::pass_over},
}};

void SruRequestReader::read_one(const std::string& name, const std::string& value) {
    has_query_ = has_query_ || name == "query";
    if (first_invalid_utf8(name) || first_invalid_utf8(value))
        return problem(DiagnosticCode::unsupported_value, first_invalid_utf8(name) ? "" : name);
    if (name.starts_with("x-")) return;
    const auto known =
        std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& each) { return each.name == name; });
    if (known == parameters.end()) return problem(DiagnosticCode::unsupported_parameter, name);
    if (!seen_.insert(name).second) return problem(DiagnosticCode::unsupported_value, name);
    request_.written.emplace_back(name, value);
    (this->*known->set)(name, value);
}

void SruRequestReader::set_version(const std::string&, const std::string& value) {
    has_version_ = true;
    for (const SruVersion version : {SruVersion::v1_1, SruVersion::v1_2, SruVersion::v2_0})
        if (value == name_of(version)) {
            request_.version = version;
            return;
        }
    problem(DiagnosticCode::unsupported_version, value);
}

void SruRequestReader::set_operation(const std::string&, const std::string& value) {
    has_operation_ = true;
    if (value == "explain")
        request_.operation = SruOperation::explain;
    else if (value == "searchRetrieve")
        request_.operation = SruOperation::search;
    else
        request_.operation = value == "scan" ? SruOperation::scan : SruOperation::unknown;
    if (request_.operation == SruOperation::scan || request_.operation == SruOperation::unknown)
        problem(DiagnosticCode::unsupported_operation, value);
}

void SruRequestReader::set_query_type(const std::string& name, const std::string& value) {
    request_.plain_words = value == "searchTerms";
    if (!request_.plain_words && value != "cql" && !value.empty()) problem(DiagnosticCode::unsupported_value, name);
}

/// More than the most is given as many as there may be: SRU lets a server give fewer.
void SruRequestReader::set_maximum(const std::string& name, const std::string& value) {
    const int asked = number(name, value, 0, std::numeric_limits<int>::max(), default_records);
    request_.most = std::min(asked, most_records);
}

void SruRequestReader::set_packing(const std::string& name, const std::string& value) {
    if (value == "xml" || value == "string")
        request_.packing = value == "xml" ? RecordPacking::xml : RecordPacking::string;
    else
        problem(DiagnosticCode::unsupported_packing, name);
}

/// In 2.0 it says whether the fields of a record are taken apart; ours are as they come (packed, unpacked).
void SruRequestReader::set_record_packing(const std::string& name, const std::string& value) {
    if (value != "packed" && value != "unpacked") set_packing(name, value);
}

void SruRequestReader::set_schema(const std::string&, const std::string& value) {
    const bool known =
        std::find(dublin_core_schemas.begin(), dublin_core_schemas.end(), value) != dublin_core_schemas.end();
    if (!known && !value.empty()) problem(DiagnosticCode::unknown_schema, value);
}

int SruRequestReader::number(const std::string& name, const std::string& value, int least, int most, int otherwise) {
    int read = 0;
    const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), read);
    const bool whole = failure == std::errc{} && end == value.data() + value.size();
    if (whole && read >= least && read <= most) return read;
    problem(DiagnosticCode::unsupported_value, name);
    return otherwise;
}

void SruRequestReader::finish() {
    if (!has_operation_ && has_query_) request_.operation = SruOperation::search;
    if (has_operation_ && !has_version_) request_.version = SruVersion::v1_2;
    if (request_.operation == SruOperation::search && request_.query.empty() && request_.problems.empty())
        problem(DiagnosticCode::missing_parameter, "query");
    request_.facets = facet_wishes(facets_, request_.problems);
    if (!request_.facets.empty() && !request_.is_2_0()) problem(DiagnosticCode::unsupported_parameter, "facetLimit");
}

SruRequest SruRequestReader::read(const QueryParameters& written) {
    if (written.size() > most_parameters) {
        problem(DiagnosticCode::unsupported_parameter, "?");
        return std::move(request_);
    }
    for (const auto& [name, value] : written) read_one(name, value);
    finish();
    return std::move(request_);
}

}  // namespace

SruRequest parse_sru_request(const QueryParameters& parameters) { return SruRequestReader().read(parameters); }

std::string_view name_of(SruVersion version) {
    switch (version) {
        case SruVersion::v1_1: return "1.1";
        case SruVersion::v1_2: return "1.2";
        case SruVersion::v2_0: break;
    }
    return "2.0";
}

}  // namespace schakel

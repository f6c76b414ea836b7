#include "tests/corpus/harvesters/test_repository.hpp"

#include <algorithm>

#include <Poco/URI.h>
#include <fmt/format.h>

#include "config/file.hpp"
#include "corpus/harvesters/oai_answer.hpp"

namespace schakel {
namespace {

namespace fs = std::filesystem;

/// Tokens hold what must be escaped both in XML and in an address.
constexpr std::string_view token_tail = "&+/%=#é \"<";

std::string escaped(std::string_view text) {
    std::string xml;
    for (const char c : text) {
        if (c == '&')
            xml += "&amp;";
        else if (c == '<')
            xml += "&lt;";
        else
            xml += c;
    }
    return xml;
}

std::string error(const std::string& code) { return fmt::format("<error code=\"{}\">uitleg</error>", code); }

std::string record_xml(const RepositoryRecord& record) {
    const std::string header = fmt::format(
        "<header{}><identifier>{}</identifier><datestamp>{}</datestamp><setSpec>{}</setSpec></header>",
        record.deleted ? " status=\"deleted\"" : "", escaped(record.identifier), record.datestamp, record.set);
    if (record.deleted) return "<record>" + header + "</record>";
    return fmt::format(
        "<record>{}<metadata><oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title></oai_dc:dc></metadata></record>\n",
        header, escaped(record.title));
}

struct Listing {
    std::size_t offset = 0;
    std::string from;
    std::string until;
    std::string set;
};

std::string token_of(const Listing& listing) {
    return fmt::format("{}|{}|{}|{}|{}", listing.offset, listing.from, listing.until, listing.set, token_tail);
}

std::optional<Listing> listing_of(const std::string& token) {
    std::vector<std::string> parts;
    std::size_t at = 0;
    for (int i = 0; i < 4; ++i) {
        const auto bar = token.find('|', at);
        if (bar == std::string::npos) return std::nullopt;
        parts.push_back(token.substr(at, bar - at));
        at = bar + 1;
    }
    if (token.substr(at) != token_tail) return std::nullopt;
    return Listing{std::stoul(parts[0]), parts[1], parts[2], parts[3]};
}

bool is_in(const RepositoryRecord& record, const Listing& listing) {
    if (!listing.set.empty() && record.set != listing.set) return false;
    if (record.datestamp.substr(0, listing.from.size()) < listing.from) return false;
    return listing.until.empty() || record.datestamp.substr(0, listing.until.size()) <= listing.until;
}

std::string list_records(const TestRepository& repository, Listing listing) {
    std::vector<RepositoryRecord> found;
    for (const RepositoryRecord& record : repository.records)
        if (is_in(record, listing)) found.push_back(record);
    if (found.empty()) return error("noRecordsMatch");
    std::string xml = "<ListRecords>";
    const std::size_t end = std::min(listing.offset + repository.page_size, found.size());
    for (std::size_t i = listing.offset; i < end; ++i) xml += record_xml(found[i]);
    listing.offset = end;
    if (end < found.size())
        xml += "<resumptionToken completeListSize=\"9\">\n " + escaped(token_of(listing)) + "\n</resumptionToken>";
    else
        xml += "<resumptionToken/>";
    return xml + "</ListRecords>";
}

std::string identify(const TestRepository& repository) {
    return fmt::format(
        "<Identify><repositoryName>Proef</repositoryName><protocolVersion>2.0</protocolVersion>"
        "<earliestDatestamp>2000-01-01</earliestDatestamp><deletedRecord>{}</deletedRecord><granularity>{}</"
        "granularity></Identify>",
        repository.deleted_records, repository.counts_seconds ? "YYYY-MM-DDThh:mm:ssZ" : "YYYY-MM-DD");
}

std::string list_sets(const TestRepository& repository) {
    std::string xml = "<ListSets>";
    for (const std::string& set : repository.sets)
        xml += fmt::format("<set><setSpec>{}</setSpec><setName>{}</setName></set>", set, set);
    return xml + "</ListSets>";
}

bool has_granularity(const TestRepository& repository, const std::string& date) {
    return date.empty() || (date.size() > 10) == repository.counts_seconds;
}

std::string content_for(const TestRepository& repository, std::map<std::string, std::string> asked) {
    if (asked["verb"] == "Identify") return identify(repository);
    if (asked["verb"] == "ListSets") return repository.sets.empty() ? error("noSetHierarchy") : list_sets(repository);
    if (asked["verb"] != "ListRecords") return error("badVerb");
    if (asked.contains("resumptionToken")) {
        const auto listing = listing_of(asked["resumptionToken"]);
        return listing ? list_records(repository, *listing) : error("badResumptionToken");
    }
    if (asked["metadataPrefix"] != "oai_dc") return error("cannotDisseminateFormat");
    if (!has_granularity(repository, asked["from"]) || !has_granularity(repository, asked["until"]))
        return error("badArgument");
    return list_records(repository, {0, asked["from"], asked["until"], asked["set"]});
}

}  // namespace

std::string oai_document(const std::string& content, const std::string& response_date) {
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">"
        "<responseDate>{}</responseDate><request/>{}</OAI-PMH>",
        response_date, content);
}

ServedAnswer TestRepository::answer(const ServedRequest& request) {
    if (!request.target.starts_with("/oai")) return {.status = 404, .body = "geen"};
    ++asked;
    if (misbehave)
        if (auto instead = misbehave(request, asked)) return *instead;
    return {.body = oai_document(content_for(*this, parameters_of(request.target)), response_date)};
}

std::vector<RepositoryRecord> numbered_records(std::size_t count) {
    std::vector<RepositoryRecord> records;
    for (std::size_t i = 1; i <= count; ++i)
        records.push_back({fmt::format("oai:test:{}", i), "2026-03-01T10:00:00Z", fmt::format("Rapport {}", i)});
    return records;
}

std::map<std::string, std::string> parameters_of(const std::string& target) {
    std::map<std::string, std::string> parameters;
    for (const auto& [name, value] : Poco::URI("http://host" + target).getQueryParameters()) parameters[name] = value;
    return parameters;
}

HarvestOptions quick_options(const fs::path& store) {
    HarvestOptions options;
    options.store = store;
    options.http.interval = std::chrono::milliseconds(0);
    options.http.exchange = std::chrono::seconds(5);
    options.http.allow_private_addresses = true;
    options.http.pause = [](std::chrono::milliseconds) {};
    return options;
}

HarvestSource repository_source(const TestServer& server) {
    return {.name = "proef", .kind = HarvestKind::oai_pmh, .url = server.url("/oai")};
}

std::map<std::string, std::string> content_of(const fs::path& records) {
    std::map<std::string, std::string> content;
    if (!fs::exists(records)) return content;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(records)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file() && !name.starts_with('.')) content[name] = read_file(entry.path()).value();
    }
    return content;
}

std::vector<std::string> identifiers_in(const fs::path& records) {
    std::vector<std::string> identifiers;
    for (const auto& [name, xml] : content_of(records)) {
        const auto answer = parse_oai_answer(name, xml);
        for (const OaiRecord& record : answer.value().records) identifiers.push_back(record.identifier);
    }
    std::ranges::sort(identifiers);
    return identifiers;
}

}  // namespace schakel

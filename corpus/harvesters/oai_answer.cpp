#include "corpus/harvesters/oai_answer.hpp"

#include <algorithm>

#include <pugixml.hpp>

#include "config/xml_file.hpp"
#include "corpus/harvesters/xml_text.hpp"

namespace schakel {
namespace {

constexpr std::string_view oai_namespace = "http://www.openarchives.org/OAI/2.0/";

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
    for (const pugi::xml_node node : parent.children())
        if (XmlFile::local_name(node) == name) return node;
    return {};
}

std::string text_of_child(pugi::xml_node parent, std::string_view name) {
    return XmlFile::text_of(child(parent, name));
}

/// A token is kept to the letter, but for the white space of formatting around it.
std::string token_in(pugi::xml_node list) {
    const std::string_view token = child(list, "resumptionToken").child_value();
    constexpr std::string_view white_space = " \t\r\n";
    const auto first = token.find_first_not_of(white_space);
    if (first == std::string_view::npos) return {};
    return std::string(token.substr(first, token.find_last_not_of(white_space) - first + 1));
}

DeletedRecords deleted_records_of(std::string_view value) {
    if (value == "persistent") return DeletedRecords::persistent;
    return value == "transient" ? DeletedRecords::transient : DeletedRecords::no;
}

OaiIdentity identity_of(pugi::xml_node identify) {
    return {text_of_child(identify, "repositoryName"), text_of_child(identify, "earliestDatestamp"),
            deleted_records_of(text_of_child(identify, "deletedRecord")),
            text_of_child(identify, "granularity").find('T') != std::string::npos};
}

OaiRecord record_of(pugi::xml_node node) {
    const pugi::xml_node header = child(node, "header");
    OaiRecord record{
        text_of_child(header, "identifier"), header.attribute("status").value() == std::string_view("deleted"), {}};
    if (!record.deleted && child(node, "metadata").first_child()) record.xml = cut_out(node);
    return record;
}

void read_list(pugi::xml_node list, OaiAnswer& answer) {
    for (const pugi::xml_node node : list.children())
        if (XmlFile::local_name(node) == "record") answer.records.push_back(record_of(node));
    answer.token = token_in(list);
}

void read_sets(pugi::xml_node list, OaiAnswer& answer) {
    for (const pugi::xml_node node : list.children())
        if (XmlFile::local_name(node) == "set") answer.sets.push_back(text_of_child(node, "setSpec"));
    answer.token = token_in(list);
}

bool looks_like_html(std::string_view text) {
    std::string start(text.substr(0, 1024));
    std::ranges::transform(start, start.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return start.find("<html") != std::string::npos || start.find("<!doctype html") != std::string::npos;
}

tl::unexpected<Error> not_oai(const std::string& url, const Text& what) {
    return fail(ErrorCode::malformed, at_place(url, what),
                {"controleer het basisadres van de OAI-PMH-server", "check the base address of the OAI-PMH server"});
}

}  // namespace

Result<OaiAnswer> parse_oai_answer(const std::string& url, std::string_view body, std::string_view content_type) {
    const Result<DecodedText> text = decode_xml(url, body, content_type);
    if (!text) return tl::unexpected(text.error());
    if (looks_like_html(text->utf8))
        return not_oai(url, {"de server geeft een webpagina in plaats van OAI-PMH",
                             "the server gives a web page instead of OAI-PMH"});
    const Result<XmlFile> file = parse_served_xml(url, text->utf8);
    if (!file) return tl::unexpected(file.error());
    if (!file->is(file->root(), oai_namespace, "OAI-PMH"))
        return not_oai(url, {"dit is geen antwoord van een OAI-PMH 2.0-server",
                             "this is not the answer of an OAI-PMH 2.0 server"});
    OaiAnswer answer;
    answer.notice = character_set_notice(*text);
    answer.response_date = text_of_child(file->root(), "responseDate");
    for (const pugi::xml_node node : file->root().children()) {
        const std::string_view name = XmlFile::local_name(node);
        if (name == "error") answer.errors.push_back({node.attribute("code").value(), XmlFile::text_of(node)});
        if (name == "Identify") answer.identity = identity_of(node);
        if (name == "ListSets") read_sets(node, answer);
        if (name == "ListRecords") read_list(node, answer);
    }
    return answer;
}

}  // namespace schakel

// The records in corpus/records, and the documents outside the repository where SCHAKEL_SHARED names them.
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <sys/wait.h>

#include <catch2/catch.hpp>

#include "corpus/reader_registry.hpp"
#include "corpus/record_fields.hpp"
#include "corpus/source.hpp"
#include "tests/corpus/reading.hpp"
#include "tests/paths.hpp"

using namespace schakel;
namespace fs = std::filesystem;

namespace {

struct Output {
    int status = -1;
    std::string text;
};

Output run(const std::string& command) {
    Output output;
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) return output;
    std::array<char, 4096> buffer{};
    while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe))
        output.text.append(buffer.data(), size);
    output.status = WEXITSTATUS(::pclose(pipe));
    return output;
}

bool has_xmllint() { return run("xmllint --version").status == 0; }

std::string validation_of(const std::string& files) {
    const fs::path schema = repository_folder() / "corpus" / "schema" / "kennisproduct.rng";
    return "xmllint --noout --relaxng '" + schema.string() + "' " + files;
}

bool is_valid(const std::string& record) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "record.xml") << record;
    return run(validation_of("'" + (folder.path() / "record.xml").string() + "'")).status == 0;
}

std::string record_with(const std::string& fields) {
    return "<kennisproduct xmlns=\"urn:schakel:kennisproduct:1\" id=\"r\">" + fields + "</kennisproduct>";
}

bool is_read(const std::string& record) {
    std::vector<ReadRecord> records = read_from_memory(".xml", record);
    return records.size() == 1 && records[0].product && real_resolver().resolve(*records[0].product);
}

std::string content(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("every record of the sample corpus can be read and resolved", "[corpus][records]") {
    const SourceWalk found = walk_sources(sources_at(std::array{repository_folder() / "corpus" / "records"}));
    CHECK(found.problems.empty());
    CHECK(found.items.size() >= 100);
    std::set<std::string> ids;
    std::set<std::string> related;
    for (const SourceItem& item : found.items) {
        read_item(item, [&](ReadRecord record) {
            INFO(record.location);
            if (!record.product) {
                FAIL_CHECK(to_text(record.product.error(), Language::english));
                return;
            }
            const Result<void> resolved = real_resolver().resolve(*record.product);
            if (!resolved) FAIL_CHECK(to_text(resolved.error(), Language::english));
            CHECK(record.notices.empty());
            CHECK(ids.insert(record.product->id).second);
            for (const Relation& relation : record.product->relations) related.insert(relation.id);
        });
    }
    for (const std::string& id : related) {
        INFO("verwant " << id);
        CHECK(ids.contains(id));
    }
}

TEST_CASE("every record of the sample corpus is valid by the schema", "[corpus][records][schema]") {
    if (!has_xmllint()) {
        WARN("skipped: xmllint (libxml2-utils) is not installed");
        return;
    }
    const std::string records = (repository_folder() / "corpus" / "records").string();
    const Output output = run("find '" + records + "' -name '*.xml' -print0 | xargs -0 " + validation_of(""));
    INFO(output.text);
    CHECK(output.status == 0);
}

TEST_CASE("schema and reader agree on what a record is", "[corpus][schema]") {
    if (!has_xmllint()) {
        WARN("skipped: xmllint (libxml2-utils) is not installed");
        return;
    }
    const std::string title = "<titel>T</titel>";
    const std::vector<std::string> good{
        title,
        "<tekst>t</tekst>",
        "<pagina nummer=\"1\">p</pagina><pagina>q</pagina>" + title,
        title + "<jaar> 2015 </jaar><peildatum>2015</peildatum>",
        "<regio rol=\"werkgebied\" herkomst=\"afgeleid\">PV23</regio>" + title,
        title + "<taal>fy-NL</taal><url geraadpleegd=\"2015-05-04\">HTTPS://voorbeeld.example/?a=b</url>"};
    const std::vector<std::string> bad{"",
                                       "<type>rapport</type>",
                                       title + title,
                                       title + "<jaar/>",
                                       title + "<prijs>1</prijs>",
                                       "<titel soort=\"x\">T</titel>",
                                       title + "tekst",
                                       "<titel>a<b>c</b></titel>",
                                       title + "<jaar>215</jaar>",
                                       title + "<datum>2015-02-30</datum>",
                                       title + "<url>www.voorbeeld.example</url>",
                                       title + "<status>oud</status>",
                                       title + "<verwant relatie=\"neef\">a</verwant>",
                                       title + "<tekst>t</tekst><pagina>p</pagina>",
                                       title + "<taal>Nederlands taal</taal>",
                                       title + "<pagina nummer=\"0\">p</pagina>",
                                       title + "<regio herkomst=\"geraden\">PV23</regio>",
                                       title + "<peildatum>mei 2015</peildatum>"};
    for (const std::string& fields : good) {
        INFO(fields);
        CHECK(is_valid(record_with(fields)));
        CHECK(is_read(record_with(fields)));
    }
    for (const std::string& fields : bad) {
        INFO(fields);
        CHECK_FALSE(is_valid(record_with(fields)));
        CHECK_FALSE(is_read(record_with(fields)));
    }
}

TEST_CASE("every field is in the schema and in FORMATS.md", "[corpus][schema][documentation]") {
    const std::string schema = content(repository_folder() / "corpus" / "schema" / "kennisproduct.rng");
    const std::string formats = content(repository_folder() / "corpus" / "FORMATS.md");
    for (const RecordField& field : record_fields()) {
        const std::string element{field.element};
        INFO(element);
        CHECK(schema.find("element name=\"" + element + "\"") != std::string::npos);
        CHECK(formats.find("| `" + element + "` | `" + std::string{field.key} + "` |") != std::string::npos);
        for (const std::string_view attribute : field.attributes)
            CHECK((attribute.empty() || formats.find("`" + std::string{attribute} + "`") != std::string::npos));
    }
}

TEST_CASE("every format is in FORMATS.md and has golden cases", "[corpus][documentation]") {
    const std::string formats = content(repository_folder() / "corpus" / "FORMATS.md");
    for (const ReaderFormat& format : reader_formats()) {
        INFO(format.extension);
        CHECK(formats.find("`" + std::string{format.extension} + "`") != std::string::npos);
        CHECK(fs::is_directory(repository_folder() / "tests" / "golden" / "corpus" / format.golden_folder));
    }
}

TEST_CASE("real documents are all read", "[corpus][documents]") {
    const auto shared = shared_folder();
    if (!shared) {
        WARN("skipped: SCHAKEL_SHARED is not set");
        return;
    }
    const SourceWalk found = walk_sources(sources_at(std::array{*shared / "documents"}));
    CHECK(found.problems.empty());
    CHECK(found.items.size() == 65);
    for (const SourceItem& item : found.items) {
        read_item(item, [&](ReadRecord record) {
            INFO(record.location);
            if (!record.product) {
                FAIL_CHECK(to_text(record.product.error(), Language::english));
                return;
            }
            CHECK_FALSE(record.product->title.empty());
            CHECK_FALSE(record.product->pages.empty());
            CHECK(real_resolver().resolve(*record.product));
        });
    }
}

#include <fstream>
#include <sstream>
#include <stdexcept>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "config/date.hpp"
#include "searchd/request/request_parser.hpp"
#include "tests/golden/golden.hpp"
#include "tests/searchd/ranking/placed_products.hpp"

namespace schakel {
namespace {

std::vector<std::string> split(const std::string& text, std::string_view separator) {
    std::vector<std::string> pieces;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(separator, begin);
        pieces.push_back(text.substr(begin, end - begin));
        if (end == std::string::npos) return pieces;
        begin = end + separator.size();
    }
}

/// What follows `prefix`; empty when the text does not start with it.
std::string after(const std::string& text, std::string_view prefix) {
    return text.starts_with(prefix) ? text.substr(prefix.size()) : "";
}

std::string region_code(const std::string& name) {
    const auto found = sample_installation().regions.resolve(name);
    if (!found) throw std::runtime_error(found.error().message.nl);
    return (*found)->code;
}

/// "Almelo en Hengelo, over jeugd-en-gezin, type rapport, uit 2015".
PlacedProduct product_of(const std::string& line) {
    PlacedProduct product;
    for (const std::string& piece : split(line, ", ")) {
        if (const std::string theme = after(piece, "over "); !theme.empty())
            product.themes.push_back(theme);
        else if (const std::string domain = after(piece, "domein "); !domain.empty())
            product.domains.push_back(domain);
        else if (const std::string scale = after(piece, "schaal "); !scale.empty())
            product.scale = scale;
        else if (const std::string type = after(piece, "type "); !type.empty())
            product.type = type;
        else if (const std::string date = after(piece, "uit "); !date.empty())
            product.date = static_cast<std::uint32_t>(std::stoul((date + "00000000").substr(0, 8)));
        else if (piece != "zonder plaats")
            for (const std::string& name : split(piece, " en ")) product.regions.push_back(region_code(name));
    }
    return product;
}

/// A case: what is asked and assumed, and products, each on a line of its own.
struct Scene {
    std::vector<std::string> product_lines;
    QueryParameters parameters;
    std::chrono::sys_days today = *parse_iso_date("2026-01-01");
    std::string sizes = "gemeente\tklasse\n";
    std::string urbanity = "gemeente\tklasse\n";
    int classes = 0;

    void read(const std::string& line) {
        if (const std::string from = after(line, "vanuit "); !from.empty())
            parameters.emplace_back("vanuitRegio", from);
        else if (const std::string like = after(line, "zoals "); !like.empty())
            parameters.emplace_back("lijktOp", like);
        else if (const std::string theme = after(line, "gevraagd thema "); !theme.empty())
            parameters.emplace_back("thema", theme);
        else if (const std::string day = after(line, "vandaag "); !day.empty())
            today = parse_iso_date(day).value();
        else if (const std::string large = after(line, "even groot: "); !large.empty())
            add_class(sizes, large);
        else if (const std::string urban = after(line, "even stedelijk: "); !urban.empty())
            add_class(urbanity, urban);
        else
            product_lines.push_back(line);
    }

private:
    void add_class(std::string& table, const std::string& names) {
        ++classes;
        for (const std::string& name : split(names, ", ")) table += fmt::format("{}\t{}\n", region_code(name), classes);
    }
};

MunicipalityClasses classes_of(const std::string& table) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "klassen.tsv") << table;
    auto loaded = MunicipalityClasses::load(folder.path() / "klassen.tsv", sample_installation().regions, 5);
    if (!loaded) throw std::runtime_error(loaded.error().message.nl);
    return std::move(*loaded);
}

std::string reasons_of(const RankingFactors& factors, DocumentId document) {
    std::string text;
    for (const Text& reason : {factors.nearness(document), factors.likeness(document)})
        if (!reason.empty()) text += (text.empty() ? "" : "; ") + reason.nl;
    return text.empty() ? "niets" : text;
}

std::string ranked_text(const std::string& input) {
    Scene scene;
    for (const std::string& line : split(input, "\n")) scene.read(line);
    RankingTables tables = shipped_tables();
    tables.sizes = classes_of(scene.sizes);
    tables.urbanity = classes_of(scene.urbanity);
    std::vector<PlacedProduct> products;
    for (const std::string& line : scene.product_lines) products.push_back(product_of(line));
    const PlacedProducts placed(products, tables, scene.today);
    const auto request = parse_search_request(scene.parameters, sample_installation(), placed.snapshot());
    if (!request) return request.error().front().message.nl;
    const RankingFactors factors = placed.factors(*request);
    std::string text;
    for (const Text& notice : request->notices) text += fmt::format("let op: {}\n", notice.nl);
    for (DocumentId document = 0; document < products.size(); ++document)
        text += fmt::format("{}: {} (× {:.3g})\n", scene.product_lines[document], reasons_of(factors, document),
                            factors.of(document));
    text.pop_back();
    return text;
}

}  // namespace

TEST_CASE("products rise for being near, alike and fresh, and say why", "[golden]") {
    CHECK_GOLDEN("ranking", ranked_text);
}

}  // namespace schakel

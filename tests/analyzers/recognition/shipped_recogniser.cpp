#include "tests/analyzers/recognition/shipped_recogniser.hpp"

#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string_view>

#include "tests/paths.hpp"

namespace schakel {
namespace {

template <class Value>
Value or_abort(Result<Value> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", to_text(result.error(), Language::english).c_str());
        std::abort();
    }
    return std::move(*result);
}

std::filesystem::path config_folder() { return repository_folder() / "config"; }

bool take_prefix(std::string& line, std::string_view prefix) {
    if (!line.starts_with(prefix)) return false;
    line.erase(0, prefix.size());
    while (line.starts_with(' ')) line.erase(0, 1);
    return true;
}

}  // namespace

const RegionTable& shipped_regions() {
    static const RegionTable regions = or_abort(RegionTable::load(config_folder() / "regions"));
    return regions;
}

const Recogniser& shipped_recogniser() {
    static const Vocabularies vocabularies = or_abort(load_vocabularies(config_folder() / "vocabularies"));
    static const Recogniser recogniser = [] {
        const auto places = or_abort(load_places(config_folder() / "regions/plaatsen.tsv", shipped_regions()));
        const auto tables = or_abort(load_recognition_tables(config_folder() / "recognition", shipped_regions()));
        return or_abort(Recogniser::make({vocabularies, shipped_regions(), places, tables}));
    }();
    return recogniser;
}

WrittenProduct read_product(const std::string& written) {
    WrittenProduct product;
    std::istringstream lines(written);
    bool new_page = true;
    for (std::string line; std::getline(lines, line);) {
        if (take_prefix(line, "titel:")) {
            product.title = line;
        } else if (take_prefix(line, "samenvatting:")) {
            product.abstract = line;
        } else if (take_prefix(line, "trefwoord:")) {
            product.keywords.push_back(line);
        } else if (take_prefix(line, "bladzijde:")) {
            new_page = true;
        } else {
            if (new_page) product.pages.emplace_back();
            new_page = false;
            product.pages.back() += line + '\n';
        }
    }
    return product;
}

RecognisedValues recognise(const WrittenProduct& product) {
    const std::vector<std::string_view> pages(product.pages.begin(), product.pages.end());
    return shipped_recogniser().recognise(
        {.title = product.title, .abstract = product.abstract, .keywords = product.keywords, .pages = pages});
}

}  // namespace schakel

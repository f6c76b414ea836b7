// Every record of the sample corpus is there, by its id and by its title.
#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/end_to_end/indexes.hpp"

using namespace schakel;

namespace {

using nlohmann::ordered_json;

std::vector<ordered_json> all_products(HttpClient& client) {
    std::vector<ordered_json> products;
    for (int page = 1;; ++page) {
        const ordered_json answer =
            client.get("/v1/kennisproducten?perPagina=100&facetten=&pagina=" + std::to_string(page)).json();
        for (const ordered_json& product : answer.at("resultaten")) products.push_back(product);
        if (products.size() >= answer.at("aantal").get<std::size_t>()) return products;
    }
}

std::size_t number_of_records() {
    const auto is_record = [](const auto& entry) { return entry.path().extension() == ".xml"; };
    const std::filesystem::recursive_directory_iterator files(sample_records());
    return static_cast<std::size_t>(std::count_if(begin(files), end(files), is_record));
}

}  // namespace

TEST_CASE("every record of the sample corpus is found by its id and by its title") {
    Daemon daemon({.index = sample_index()});
    HttpClient client(daemon.port());
    const std::vector<ordered_json> products = all_products(client);
    CHECK(products.size() == number_of_records());
    for (const ordered_json& product : products) {
        const std::string id = product.at("id").get<std::string>();
        const std::string title = product.at("titel").get<std::string>();
        INFO(id << ": " << title);
        const HttpAnswer found = client.get("/v1/kennisproducten/" + encoded(id));
        CHECK(found.status == 200);
        CHECK(found.json().at("titel") == title);
        CHECK(client.get("/kennisproducten/" + encoded(id)).status == 200);
        const ordered_json first_page =
            client.get("/v1/kennisproducten?facetten=&zoek=" + encoded(title)).json().at("resultaten");
        CHECK(std::any_of(first_page.begin(), first_page.end(),
                          [&](const ordered_json& hit) { return hit.at("id") == id; }));
    }
}

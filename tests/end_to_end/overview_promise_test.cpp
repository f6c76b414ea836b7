// The promise of the overview: a cell is the number of hits of the search with its row and its column as filters, and a total
// what the facet says.
#include <map>

#include <catch2/catch.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/end_to_end/indexes.hpp"

using namespace schakel;

namespace {

using nlohmann::ordered_json;

/// A table of the sample corpus: what is searched for, and what stands along its sides. The filters of a side are apart, because
/// those of a cell take their place.
struct AskedTable {
    std::string search;
    std::string row;
    std::string column;
    std::string row_filter = {};
    std::string column_filter = {};

    std::string all() const { return search + row_filter + column_filter; }
};

const std::vector<AskedTable>& tables() {
    static const std::vector<AskedTable> all{
        {"", "thema", "schaal"},
        {"zoek=zorg&", "type", "regio"},
        {"zoek=jeugd&indeling=ggd&", "domein", "regio"},
        {"zoek=wijkteam&type=netwerk&", "thema", "jaar"},
        {"overstijgend=sector&", "voorWie", "type"},
        {"", "schaal", "type"},
        {"jaarVan=2010&", "jaar", "soortKennis"},
        {"", "thema", "domein", "thema=informele-zorg&", "domein=welzijn&domein=jeugd&"},
        {"zoek=wmo&", "regio", "activiteit", "regio=PV23&regio=PV25&", "activiteit=onderzoek&"},
    };
    return all;
}

/// Asks for tables and for what they promise.
class TableCheck {
public:
    explicit TableCheck(HttpClient& client) : client_(client) {}

    void check(const AskedTable& asked) {
        const ordered_json table = ask("/v1/overzicht?rij=" + asked.row + "&kolom=" + asked.column + '&' + asked.all());
        INFO(asked.all() << " " << asked.row << " x " << asked.column);
        if (hits(asked.all()) != table.at("aantal")) FAIL_CHECK("the total is " << table.at("aantal"));
        for (const ordered_json& row : table.at("rijen")) check_row(asked, table, row);
        check_totals(asked, asked.row, table.at("rijen"));
        check_totals(asked, asked.column, table.at("kolommen"));
    }

    std::size_t cells() const { return cells_; }

private:
    ordered_json ask(const std::string& target) {
        const HttpAnswer answer = client_.get(target);
        INFO(target << "\n" << answer.body);
        REQUIRE(answer.status == 200);
        return answer.json();
    }

    int hits(const std::string& parameters) {
        return ask("/v1/kennisproducten?" + parameters + "perPagina=1&facetten=").at("aantal").get<int>();
    }

    static std::string filter(const std::string& facet, const ordered_json& value) {
        return facet + '=' + encoded(value.at("code").get<std::string>()) + '&';
    }

    void check_row(const AskedTable& asked, const ordered_json& table, const ordered_json& row) {
        REQUIRE(row.at("aantallen").size() == table.at("kolommen").size());
        const std::string of_row = asked.search + filter(asked.row, row);
        const bool empty = hits(of_row) == 0;  // then so are its cells
        for (std::size_t i = 0; i < row.at("aantallen").size(); ++i) {
            const ordered_json& column = table.at("kolommen").at(i);
            const int count = row.at("aantallen").at(i).get<int>();
            const int found = empty ? 0 : hits(of_row + filter(asked.column, column));
            ++cells_;
            if (found != count)
                FAIL_CHECK(row.at("code") << " x " << column.at("code") << " is " << count << ", not " << found);
        }
    }

    /// The totals of a side against the counts of its facet.
    void check_totals(const AskedTable& asked, const std::string& facet, const ordered_json& side) {
        const ordered_json answer = ask("/v1/kennisproducten?" + asked.all() + "perPagina=1&facetten=" + facet);
        std::map<std::string, int> counts;
        add_counts(answer.at("facetten").at(facet), counts);
        for (const ordered_json& value : side) {
            const int count = counts[value.at("code").get<std::string>()];  // the facet leaves out what has no hits
            if (value.at("aantal") != count)
                FAIL_CHECK(facet << '=' << value.at("code") << " is " << value.at("aantal") << ", not " << count);
        }
    }

    static void add_counts(const ordered_json& values, std::map<std::string, int>& counts) {
        for (const ordered_json& value : values) {
            counts[value.at("code").get<std::string>()] = value.at("aantal").get<int>();
            add_counts(value.at("kinderen"), counts);
        }
    }

    HttpClient& client_;
    std::size_t cells_ = 0;
};

/// What stands in no column is told too, so nothing is lost where a product has at most one value.
void expect_whole_rows(HttpClient& client, const std::string& target) {
    for (const ordered_json& row : client.get(target).json().at("rijen")) {
        int sum = row.at("overig").get<int>();
        for (const ordered_json& cell : row.at("aantallen")) sum += cell.get<int>();
        if (row.at("aantal") != sum) FAIL_CHECK(target << " " << row.dump());
    }
}

}  // namespace

TEST_CASE("a cell of the overview is the number of hits with its row and its column as filters") {
    Daemon daemon({.index = sample_index()});
    HttpClient client(daemon.port());
    TableCheck check(client);
    for (const AskedTable& table : tables()) check.check(table);
    CHECK(check.cells() > 1'000);
    for (const char* column : {"schaal", "type", "jaar", "taal"})
        expect_whole_rows(client, "/v1/overzicht?zoek=zorg&rij=thema&kolom=" + std::string(column));
}

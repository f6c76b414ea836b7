#include "searchd/evaluation/query_set.hpp"

#include <set>

#include <fmt/format.h>

#include "config/file.hpp"
#include "searchd/evaluation/numbered_lines.hpp"

namespace schakel {
namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

Result<JudgedQuery> query_of(const std::string& name, const NumberedLine& line) {
    const std::vector<std::string_view> cells = split(line.text, "\t", false);
    if (cells.size() < 2 || cells.size() > 4)
        return malformed_line(name, line.number,
                              {fmt::format("een zoekvraag heeft 2 tot 4 cellen, geen {}", cells.size()),
                               fmt::format("a query has 2 to 4 cells, not {}", cells.size())},
                              {"schrijf: kenmerk, tab, zoekvraag en eventueel tab, klasse en tab, parameters",
                               "write: id, tab, query and optionally tab, class and tab, parameters"});
    const auto cell = [&](std::size_t i) { return std::string(i < cells.size() ? trimmed(cells[i]) : ""); };
    JudgedQuery query{cell(0), cell(1), cell(2), cell(3)};
    if (query.id.empty() || query.id.find(' ') != std::string::npos)
        return malformed_line(name, line.number,
                              {fmt::format("“{}” is geen kenmerk", query.id), fmt::format("“{}” is no id", query.id)},
                              {"een kenmerk is één woord zonder spaties", "an id is one word without spaces"});
    if (query.text.empty())
        return malformed_line(name, line.number, {"de zoekvraag is leeg", "the query is empty"},
                              {"vul een zoekvraag in of haal de regel weg", "fill in a query or remove the line"});
    return query;
}

}  // namespace

Result<std::vector<JudgedQuery>> parse_queries(const std::string& name, std::string_view text) {
    const auto lines = numbered_lines(name, text);
    if (!lines) return tl::unexpected(lines.error());
    std::vector<JudgedQuery> queries;
    std::set<std::string> ids;
    for (const NumberedLine& line : *lines) {
        auto query = query_of(name, line);
        if (!query) return tl::unexpected(query.error());
        if (!ids.insert(query->id).second)
            return malformed_line(name, line.number,
                                  {fmt::format("het kenmerk “{}” staat er al", query->id),
                                   fmt::format("the id “{}” is there already", query->id)},
                                  {"geef elke zoekvraag een eigen kenmerk", "give every query an id of its own"});
        queries.push_back(std::move(*query));
    }
    if (queries.empty())
        return fail(ErrorCode::empty_source, {name + ": er staan geen zoekvragen in", name + ": it holds no queries"});
    return queries;
}

Result<std::vector<JudgedQuery>> read_queries(const std::filesystem::path& file) {
    return read_file(file).and_then([&](const std::string& text) { return parse_queries(file.string(), text); });
}

}  // namespace schakel

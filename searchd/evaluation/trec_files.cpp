#include "searchd/evaluation/trec_files.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "config/file.hpp"
#include "searchd/evaluation/numbered_lines.hpp"

namespace schakel {
namespace {

/// A line cut at white space, and what is needed to say what is wrong with it.
struct FieldLine {
    const std::string& file;
    std::size_t number;
    std::vector<std::string_view> fields;

    tl::unexpected<Error> failure(const Text& message, Text hint = {}) const {
        return malformed_line(file, number, message, std::move(hint));
    }
};

tl::unexpected<Error> wrong_field_count(const FieldLine& line, std::size_t expected, const Text& form) {
    const std::size_t count = line.fields.size();
    return line.failure({fmt::format("een regel heeft hier {} velden, geen {}", expected, count),
                         fmt::format("a line has {} fields here, not {}", expected, count)},
                        {"schrijf: " + form.nl, "write: " + form.en});
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

tl::unexpected<Error> no_number(const FieldLine& line, std::string_view written, const Text& expected) {
    return line.failure(
        {fmt::format("“{}” is geen {}", written, expected.nl), fmt::format("“{}” is no {}", written, expected.en)});
}

Result<void> add_judgement(const FieldLine& line, Qrels& qrels) {
    if (line.fields.size() != 4)
        return wrong_field_count(line, 4, {"zoekvraag 0 document relevantie", "query 0 document relevance"});
    const auto relevance = number_in<int>(line.fields[3]);
    if (!relevance) return no_number(line, line.fields[3], {"geheel getal", "whole number"});
    Judgements& judgements = qrels[std::string(line.fields[0])];
    if (judgements.emplace(line.fields[2], *relevance).second) return {};
    return line.failure({fmt::format("“{}” is voor zoekvraag “{}” al beoordeeld", line.fields[2], line.fields[0]),
                         fmt::format("“{}” is already judged for query “{}”", line.fields[2], line.fields[0])},
                        {"laat één van beide regels staan", "keep one of the two lines"});
}

/// Documents and ranks of the queries read so far, so that none comes twice.
struct TakenPlaces {
    std::set<std::pair<std::string, std::string>, std::less<>> documents;
    std::set<std::pair<std::string, int>, std::less<>> ranks;

    bool take(const std::string& query, const RunEntry& entry) {
        return documents.emplace(query, entry.document).second && ranks.emplace(query, entry.rank).second;
    }
};

Result<void> add_run_entry(const FieldLine& line, Run& run, TakenPlaces& taken) {
    if (line.fields.size() != 6)
        return wrong_field_count(line, 6,
                                 {"zoekvraag Q0 document rang score naam", "query Q0 document rank score name"});
    const auto rank = number_in<int>(line.fields[3]);
    if (!rank || *rank < 1) return no_number(line, line.fields[3], {"rang; de eerste is 1", "rank; the first is 1"});
    const auto score = number_in<double>(line.fields[4]);
    if (!score) return no_number(line, line.fields[4], {"getal", "number"});
    const std::string query(line.fields[0]);
    RunEntry entry{std::string(line.fields[2]), *rank, *score};
    if (!taken.take(query, entry))
        return line.failure(
            {fmt::format("document “{}” of rang {} staat al bij zoekvraag “{}”", entry.document, *rank, query),
             fmt::format("document “{}” or rank {} is already there for query “{}”", entry.document, *rank, query)});
    run[query].push_back(std::move(entry));
    return {};
}

template <class AddLine>
Result<void> read_lines(const std::string& name, std::string_view text, AddLine&& add_line) {
    const auto lines = numbered_lines(name, text);
    if (!lines) return tl::unexpected(lines.error());
    for (const NumberedLine& line : *lines)
        if (auto added = add_line(FieldLine{name, line.number, split(line.text, " \t", true)}); !added) return added;
    return {};
}

}  // namespace

std::string trec_id(std::string_view id) {
    std::string written;
    for (const char letter : id) {
        if (std::string_view(" \t\n\r\f\v").find(letter) == std::string_view::npos)
            written += letter;
        else
            written += fmt::format("%{:02X}", static_cast<unsigned>(letter));
    }
    return written;
}

Result<Qrels> parse_qrels(const std::string& name, std::string_view text) {
    Qrels qrels;
    const auto read = read_lines(name, text, [&](const FieldLine& line) { return add_judgement(line, qrels); });
    if (!read) return tl::unexpected(read.error());
    return qrels;
}

Result<Qrels> read_qrels(const std::filesystem::path& file) {
    return read_file(file).and_then([&](const std::string& text) { return parse_qrels(file.string(), text); });
}

Result<Run> parse_run(const std::string& name, std::string_view text) {
    Run run;
    TakenPlaces taken;
    const auto read = read_lines(name, text, [&](const FieldLine& line) { return add_run_entry(line, run, taken); });
    if (!read) return tl::unexpected(read.error());
    for (auto& [query, ranking] : run)
        std::sort(ranking.begin(), ranking.end(), [](const RunEntry& a, const RunEntry& b) { return a.rank < b.rank; });
    return run;
}

Result<Run> read_run(const std::filesystem::path& file) {
    return read_file(file).and_then([&](const std::string& text) { return parse_run(file.string(), text); });
}

std::string to_text(const Run& run, std::string_view name) {
    std::string text;
    for (const auto& [query, ranking] : run) {
        float above = std::numeric_limits<float>::infinity();
        for (const RunEntry& entry : ranking) {
            const float lower = std::nextafter(above, -std::numeric_limits<float>::infinity());
            above = std::min(static_cast<float>(entry.score), lower);
            text += fmt::format("{} Q0 {} {} {} {}\n", query, entry.document, entry.rank, above, name);
        }
    }
    return text;
}

}  // namespace schakel

// Asks the engine every query of a file, in this process, and prints how long the answers took and how many hits they had; with
// several threads how many answers they gave a second. Modes: see `modes`. The figures are those of the last of several rounds.

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "config/index/index_folder.hpp"
#include "searchd/engine/searcher.hpp"

namespace {

using namespace schakel;

/// What is asked for besides the words. `plain` leaves out all other ways to have a word, as a peer without them does, and reads
/// no records, as the peer's program does not.
struct Mode {
    std::string_view name;
    bool plain;
    bool all_words;
    bool facets;
    int fragments;
    bool near;
};

constexpr std::array modes{
    Mode{"facets", true, false, true, 0, false},      Mode{"facets-and", true, true, true, 0, false},
    Mode{"exact", true, false, false, 0, false},      Mode{"exact-and", true, true, false, 0, false},
    Mode{"everything", false, false, true, 3, true},  Mode{"everything-and", false, true, true, 3, true},
    Mode{"as-shipped", false, false, true, 3, false}, Mode{"empty", false, false, true, 3, false},
};

std::vector<std::string> read_lines(const char* file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

void use(const Mode& mode, Settings::Search& search) {
    if (mode.name != "as-shipped") search.minimum_all_words = mode.all_words ? 0 : 10'000'000;
    search.fragments = mode.fragments;
    if (!mode.plain) return;
    search.weight_exact_form = search.weight_joined = search.weight_inside = search.weight_parts = 0;
    search.weight_synonym = search.weight_derivation = search.weight_english = search.weight_stop_word = 0;
    search.weight_proximity = search.weight_freshness = 0;
}

SearchRequest request_for(const Mode& mode, const std::string& query) {
    SearchRequest request;
    if (mode.name != "empty") request.query = query;
    request.synonyms = !mode.plain;
    if (mode.near) request.from_regions = {"GM0153"};
    if (mode.name == "empty")
        for (std::size_t column = 0; column < facet_count; ++column) request.facets.push_back(facet_field(column).id);
    else if (mode.facets)
        request.facets = {FieldId::type, FieldId::theme, FieldId::region, FieldId::domain, FieldId::year};
    return request;
}

double percentile(std::vector<double>& values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

template <class Value>
Value must(Result<Value> result) {
    if (!result) throw std::runtime_error(to_text(result.error(), Language::english));
    return std::move(*result);
}

/// Asks all queries once and tells how long each took.
std::vector<double> ask(const Mode& mode, Searcher& searcher, const std::vector<std::string>& queries,
                        std::uint64_t& hits) {
    std::vector<double> times;
    for (const std::string& query : queries) {
        const SearchRequest request = request_for(mode, query);
        const auto started = std::chrono::steady_clock::now();
        hits += mode.plain ? must(searcher.rank(request)).total : must(searcher.search(request)).total;
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count());
    }
    return times;
}

void print_times(const Mode& mode, Searcher& searcher, const std::vector<std::string>& queries, int rounds) {
    std::uint64_t hits = 0;
    std::vector<double> times;
    for (int round = 0; round <= rounds; ++round) {
        hits = 0;
        times = ask(mode, searcher, queries, hits);
    }
    fmt::print("schakel {} hits {} p50 {:.3f} p99 {:.3f} ms\n", mode.name, hits, percentile(times, 0.5),
               percentile(times, 0.99));
}

/// How many answers a second several threads give together, each with a searcher of its own.
void print_throughput(const Mode& mode, const std::shared_ptr<const IndexSnapshot>& snapshot,
                      const Installation& installation, const std::vector<std::string>& queries, int threads) {
    std::vector<std::unique_ptr<Searcher>> searchers;
    for (int i = 0; i < threads; ++i) searchers.push_back(must(Searcher::create(snapshot, installation)));
    double seconds = 0;
    for (int round = 0; round < 2; ++round) {  // the first one warms
        const auto started = std::chrono::steady_clock::now();
        std::vector<std::thread> running;
        for (const auto& searcher : searchers)
            running.emplace_back([&] {
                std::uint64_t hits = 0;
                ask(mode, *searcher, queries, hits);
            });
        for (std::thread& thread : running) thread.join();
        seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    }
    fmt::print("schakel {} {} threads {:.0f} answers/s\n", mode.name, threads,
               static_cast<double>(queries.size()) * threads / seconds);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "usage: bench_queries INDEX queries.txt MODE [threads]; modes:";
        for (const Mode& mode : modes) std::cerr << ' ' << mode.name;
        std::cerr << '\n';
        return 2;
    }
    const auto mode = std::find_if(modes.begin(), modes.end(), [&](const Mode& m) { return m.name == argv[3]; });
    if (mode == modes.end()) throw std::runtime_error(fmt::format("no such mode: {}", argv[3]));
    Installation installation = must(load_installation({}));
    use(*mode, installation.settings.search);
    const IndexFolder folder(argv[1]);
    const auto snapshot = must(IndexSnapshot::open(folder, must(folder.live()), installation));
    const std::vector<std::string> queries = read_lines(argv[2]);
    const int threads = argc > 4 ? std::stoi(argv[4]) : 1;
    if (threads > 1) {
        print_throughput(*mode, snapshot, installation, queries, threads);
        return 0;
    }
    const auto searcher = must(Searcher::create(snapshot, installation));
    print_times(*mode, *searcher, queries, 3);
}

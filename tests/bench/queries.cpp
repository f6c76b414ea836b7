// Asks the engine every query of a file, in this process, and prints how long the answers took, how many hits they had and a sum
// of what they say: two programs with the same sum give the same answers. With several threads: how many answers they gave a
// second. With `slowest` instead: the slowest queries in a hundred, in processor time. Modes: see `modes`. The figures are those of
// the last of several rounds.

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
#include <time.h>
#include <xxhash.h>

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
    search.weight_synonym = search.weight_derivation = search.weight_stop_word = 0;
    search.weight_proximity = search.weight_early = search.weight_freshness = 0;
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

double percentile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

template <class Value>
Value must(Result<Value> result) {
    if (!result) throw std::runtime_error(to_text(result.error(), Language::english));
    return std::move(*result);
}

/// Adds up what answers say: which products, in which order, with which scores, records and passages.
class AnswerSum {
public:
    void add(const SweepResult& swept) {
        add_bytes(&swept.total, sizeof swept.total);
        for (const RankedDocument& ranked : swept.top) add_ranked(ranked.document, ranked.score);
    }

    void add(const SearchResponse& response) {
        add_bytes(&response.total, sizeof response.total);
        for (const SearchHit& hit : response.hits) {
            add_bytes(&hit.score, sizeof hit.score);
            add_text(encode_record(hit.record));
            for (const Fragment& fragment : hit.fragments)
                for (const FragmentPiece& piece : fragment.pieces) add_text(piece.text);
        }
    }

    std::uint64_t value() const { return value_; }

private:
    void add_ranked(DocumentId document, float score) {
        add_bytes(&document, sizeof document);
        add_bytes(&score, sizeof score);
    }
    void add_text(const std::string& text) { add_bytes(text.data(), text.size()); }
    void add_bytes(const void* bytes, std::size_t size) { value_ = XXH3_64bits_withSeed(bytes, size, value_); }

    std::uint64_t value_ = 0;
};

/// What asking all queries once gave.
struct Round {
    std::vector<double> times;      // milliseconds, by query
    std::vector<double> processor;  // milliseconds of this thread: what a busy machine does not change
    std::uint64_t hits = 0;
    AnswerSum sum;
};

double processor_milliseconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// The clock does not run while the answers are added up.
template <class Ask>
void time(Round& round, Ask ask) {
    const double processor_before = processor_milliseconds();
    const auto started = std::chrono::steady_clock::now();
    const auto answer = must(ask());
    round.times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count());
    round.processor.push_back(processor_milliseconds() - processor_before);
    round.hits += answer.total;
    round.sum.add(answer);
}

Round ask(const Mode& mode, Searcher& searcher, const std::vector<std::string>& queries) {
    Round round;
    for (const std::string& query : queries) {
        const SearchRequest request = request_for(mode, query);
        if (mode.plain)
            time(round, [&] { return searcher.rank(request); });
        else
            time(round, [&] { return searcher.search(request); });
    }
    return round;
}

constexpr int rounds = 4;

void print_times(const Mode& mode, Searcher& searcher, const std::vector<std::string>& queries) {
    const Round first = ask(mode, searcher, queries);
    Round last = first;
    for (int round = 1; round < rounds; ++round) last = ask(mode, searcher, queries);
    fmt::print("schakel {} hits {} p50 {:.3f} p99 {:.3f} ms, answers {:016x}\n", mode.name, last.hits,
               percentile(last.times, 0.5), percentile(last.times, 0.99), last.sum.value());
    fmt::print("  in processor time: half within {:.3f}, 99 % within {:.3f} ms; the first time {:.3f} and {:.3f} ms\n",
               percentile(last.processor, 0.5), percentile(last.processor, 0.99), percentile(first.processor, 0.5),
               percentile(first.processor, 0.99));
}

/// Milliseconds of the processor the first time and the last.
void print_slowest(const Mode& mode, Searcher& searcher, const std::vector<std::string>& queries) {
    const Round first = ask(mode, searcher, queries);
    Round last = first;
    for (int round = 1; round < rounds; ++round) last = ask(mode, searcher, queries);
    const double limit = percentile(last.processor, 0.98);
    const double first_limit = percentile(first.processor, 0.98);
    for (std::size_t i = 0; i < queries.size(); ++i)
        if (last.processor[i] >= limit || first.processor[i] >= first_limit)
            fmt::print("{:8.3f} {:8.3f}  {}\n", first.processor[i], last.processor[i], queries[i]);
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
        for (const auto& searcher : searchers) running.emplace_back([&] { ask(mode, *searcher, queries); });
        for (std::thread& thread : running) thread.join();
        seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    }
    fmt::print("schakel {} {} threads {:.0f} answers/s\n", mode.name, threads,
               static_cast<double>(queries.size()) * threads / seconds);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "usage: bench_queries INDEX queries.txt MODE [threads | slowest]; modes:";
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
    const std::string_view how = argc > 4 ? argv[4] : "1";
    if (const int threads = how == "slowest" ? 1 : std::stoi(std::string(how)); threads > 1) {
        print_throughput(*mode, snapshot, installation, queries, threads);
        return 0;
    }
    const auto searcher = must(Searcher::create(snapshot, installation));
    if (how == "slowest")
        print_slowest(*mode, *searcher, queries);
    else
        print_times(*mode, *searcher, queries);
}

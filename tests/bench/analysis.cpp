// Times the analysis of texts alone, everything on: tokenizer, words, compounds, elisions, separable verbs, language of sections.
// Beside it what Xapian's TermGenerator with the Dutch stemmer does with the same texts.
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include "analyzers/analyzer.hpp"
#include "analyzers/installation.hpp"

namespace {

/// Processor time of this thread, in seconds: other programs on the machine do not count.
double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double seconds_since(double start) { return now() - start; }

long resident_megabytes() {
    std::ifstream statm("/proc/self/statm");
    long pages = 0;
    long resident = 0;
    statm >> pages >> resident;
    return resident * 4096 / 1'000'000;
}

std::vector<std::string> read_texts(const std::string& file, std::size_t& bytes) {
    std::ifstream stream(file);
    std::vector<std::string> texts;
    for (std::string line; std::getline(stream, line);) {
        const auto record = nlohmann::json::parse(line);
        const auto text = record.find("tekst");
        if (text == record.end() || !text->is_string()) continue;
        texts.push_back(text->get<std::string>());
        bytes += texts.back().size();
    }
    return texts;
}

void report(const char* what, double seconds, std::size_t bytes) {
    fmt::print("{:<44} {:6.2f} s  {:6.1f} MB/s\n", what, seconds, static_cast<double>(bytes) / 1e6 / seconds);
}

std::size_t analyze_all(const std::vector<std::string>& texts, schakel::Analyzer& analyzer, bool with_language) {
    schakel::Tokens tokens;
    std::size_t count = 0;
    for (const std::string& text : texts) {
        const auto language =
            with_language ? schakel::detect_language(text, schakel::TextLanguage::dutch) : schakel::TextLanguage::dutch;
        analyzer.analyze(text, tokens, 1, language);
        count += tokens.size();
    }
    return count;
}

void index_with_xapian(const std::vector<std::string>& texts) {
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("dutch"));
    for (const std::string& text : texts) {
        generator.set_document(Xapian::Document());
        generator.index_text(text);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "Usage: bench_analysis FILE.jsonl\n");
        return 2;
    }
    std::size_t bytes = 0;
    const std::vector<std::string> texts = read_texts(argv[1], bytes);
    const long before = resident_megabytes();
    double start = now();
    const auto installation = schakel::load_installation({});
    if (!installation) {
        fmt::print(stderr, "{}\n", to_text(installation.error(), schakel::Language::english));
        return 3;
    }
    fmt::print("{} texts, {:.1f} MB; everything loaded in {:.0f} ms\n", texts.size(), static_cast<double>(bytes) / 1e6,
               seconds_since(start) * 1000);
    start = now();
    const auto lexicon = schakel::Lexicon::open(schakel::default_lexicon_file());
    fmt::print("lexicon of {} words opened in {:.1f} ms\n", lexicon ? lexicon->size() : 0, seconds_since(start) * 1000);
    schakel::Analyzer analyzer(installation->language);
    start = now();
    const std::size_t tokens = analyze_all(texts, analyzer, true);
    report("schakel, everything on, cold", seconds_since(start), bytes);
    start = now();
    analyze_all(texts, analyzer, true);
    report("schakel, everything on, words known", seconds_since(start), bytes);
    start = now();
    analyze_all(texts, analyzer, false);
    report("schakel, without language of sections", seconds_since(start), bytes);
    fmt::print("{} tokens; {} MB of memory more than the texts\n", tokens, resident_megabytes() - before);
    start = now();
    index_with_xapian(texts);
    report("xapian TermGenerator, dutch stemmer", seconds_since(start), bytes);
}

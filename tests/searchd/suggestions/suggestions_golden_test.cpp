// What is suggested over the sample corpus, in tests/golden/suggestions.
#include <array>
#include <memory>
#include <sstream>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "indexer/build.hpp"
#include "searchd/suggestions/suggestion_index.hpp"
#include "tests/golden/golden.hpp"
#include "tests/sample_index.hpp"
#include "tests/searchd/suggestions/suggestion_text.hpp"

namespace schakel {
namespace {

template <class T>
T expected(Result<T> result) {
    if (!result) throw std::runtime_error(to_text(result.error(), Language::english));
    return std::move(*result);
}

/// The sample corpus as searchd has it, with questions that others asked.
class SampleCorpus {
public:
    SampleCorpus() {
        RunReport report;
        const std::array sources{repository_folder() / "corpus" / "records"};
        const auto built = build({.sources = sources_at(sources), .index = folder_.path(), .threads = 1},
                                 sample_installation(), report);
        if (!built) throw std::runtime_error(to_text(built.error(), Language::english));
        const IndexFolder folder(folder_.path());
        snapshot_ = expected(IndexSnapshot::open(folder, folder.live().value(), sample_installation()));
        const std::array<FrequentQuery, 2> queries{
            {{"wat werkt in de wijk", 12, 9}, {"eenzaamheid bij ouderen", 15, 30}}};
        index_ = expected(SuggestionIndex::build(*snapshot_, queries, sample_installation(), nullptr));
    }

    std::string suggested_for(const std::string& typed) const {
        SuggestionRequest request;
        request.typed = typed;
        return to_text(expected(index_->answer(request, *snapshot_)));
    }

private:
    TemporaryFolder folder_;
    std::shared_ptr<const IndexSnapshot> snapshot_;
    std::shared_ptr<const SuggestionIndex> index_;
};

/// Each line of the input is something typed; a trailing space is written as a low line.
std::string suggested(const std::string& input) {
    static const SampleCorpus corpus;
    std::istringstream lines(input);
    std::string output;
    for (std::string typed; std::getline(lines, typed);) {
        output += typed + '\n';
        if (typed.ends_with('_')) typed.back() = ' ';
        const std::string found = corpus.suggested_for(typed);
        output += found.empty() ? "  (niets)\n" : found;
    }
    if (output.ends_with('\n')) output.pop_back();
    return output;
}

TEST_CASE("what is suggested while people type", "[golden]") { CHECK_GOLDEN("suggestions", suggested); }

}  // namespace
}  // namespace schakel

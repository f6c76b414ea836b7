// The query part of a request target, as anybody may send it: parameters are taken apart and the first one is searched for.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "config/utf8.hpp"
#include "searchd/query/query_parser.hpp"
#include "searchd/request/url.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/paths.hpp"

namespace {

using schakel::promise;

const schakel::LanguageData& language_data() {
    static const auto data = schakel::load_language_data(schakel::repository_folder() / "config" / "nl");
    promise(data.has_value(), "the language data can be loaded");
    return *data;
}

void check_query(const std::string& typed) {
    if (schakel::first_invalid_utf8(typed)) return;  // refused before it is parsed
    static schakel::Analyzer analyzer{language_data()};
    const schakel::Query query = schakel::parse_query(typed, analyzer, schakel::Settings::Search{});
    for (const schakel::QueryClause& clause : query.clauses) {
        promise(!clause.alternatives.empty(), "a clause has an alternative");
        for (const schakel::Alternative& alternative : clause.alternatives) {
            promise(!alternative.terms.empty(), "an alternative has terms");
            for (const schakel::QueryTerm& term : alternative.terms) promise(!term.term.empty(), "a term has letters");
        }
    }
    promise(!schakel::first_invalid_utf8(schakel::to_text(query)), "a query prints as UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view written{reinterpret_cast<const char*>(bytes), size};
    const schakel::QueryParameters parameters = schakel::parse_parameters(written);
    for (const auto& [name, value] : parameters)
        promise(schakel::percent_decode(schakel::percent_encode(value), false) == value, "encoding can be undone");
    if (!parameters.empty()) check_query(parameters.front().second);
    return 0;
}

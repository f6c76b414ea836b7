// A CQL query as any client may send it: it is read, written, looked up and asked of the search box.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "config/utf8.hpp"
#include "searchd/query/query_parser.hpp"
#include "searchd/sru/cql_parser.hpp"
#include "searchd/sru/cql_search.hpp"
#include "tests/fuzz/installation.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::installation;
using schakel::promise;

void check_text(const schakel::CqlQuery& query) {
    const std::string text = to_text(query);
    const auto again = schakel::parse_cql(text);
    if (!again && again.error().code == schakel::DiagnosticCode::query_too_long)
        return;  // quotation marks make it longer
    if (!again && again.error().code == schakel::DiagnosticCode::unsupported_nesting) return;  // and so do brackets
    promise(again.has_value(), "the text of a query can be read");
    promise(to_text(*again) == text, "and has that text again");
}

/// What a client joins must be a condition: the search box would loosen anything else.
void check_typed(const std::string& text) {
    promise(!schakel::first_invalid_utf8(text), "what is asked of the search box is UTF-8");
    static schakel::Analyzer analyzer{installation().language};
    const schakel::Query query = schakel::parse_query(schakel::strictly(text), analyzer, installation());
    promise(query.condition.has_value() || query.clauses.empty(), "what is asked of the search box is a condition");
}

void check_search(const schakel::CqlQuery& query) {
    static const schakel::IndexSnapshot empty;
    const auto search = search_of(query, {installation(), empty, "https://zoek.example.org/kennisproducten/"});
    if (!search) return promise(!search.error().message.empty(), "a diagnostic says something");
    promise(search->part.filters.empty(), "an empty index has no names of its own");
    if (!search->part.text.empty()) check_typed(search->part.text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view written{reinterpret_cast<const char*>(bytes), size};
    if (schakel::first_invalid_utf8(written)) return 0;  // refused before it is parsed
    const auto query = schakel::parse_cql(written);
    if (!query) {
        promise(!query.error().message.empty(), "a diagnostic says something");
        return 0;
    }
    check_text(*query);
    check_search(*query);
    return 0;
}

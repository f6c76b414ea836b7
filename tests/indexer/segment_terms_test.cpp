#include "indexer/segment_terms.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "tests/paths.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

using Counted = std::vector<std::pair<std::string, std::uint32_t>>;

Counted counted(const SegmentTerms& terms, const TermNumbers& numbers, FieldId field) {
    Counted found;
    for (const TermNumber term : terms.terms()) found.emplace_back(numbers.text_of(term), terms.counts(term).of(field));
    std::ranges::sort(found);
    return found;
}

}  // namespace

TEST_CASE("a term comes once, with how often each field has it") {
    TermNumbers numbers;
    FormNumbers forms;
    SegmentTerms terms(numbers, forms);
    terms.take(document_of_words("p", {"wijkteams zorg", "", "wijkteamsoverleg école zorg wijkteam zorg", "", ""}));
    CHECK(counted(terms, numbers, FieldId::body) ==
          Counted{{"wijkteam", 1}, {"wijkteams", 0}, {"wijkteamsoverleg", 1}, {"zorg", 2}, {"école", 1}});
    CHECK(counted(terms, numbers, FieldId::title) ==
          Counted{{"wijkteam", 0}, {"wijkteams", 1}, {"wijkteamsoverleg", 0}, {"zorg", 1}, {"école", 0}});
}

TEST_CASE("nothing of a document is left when the next one comes") {
    TermNumbers numbers;
    FormNumbers forms;
    SegmentTerms terms(numbers, forms);
    terms.take(document_of_words("een", {"zorg", "", "zorg voor jeugd", "", ""}));
    terms.take(document_of_words("twee", {"", "", "jeugd", "", ""}));
    CHECK(counted(terms, numbers, FieldId::body) == Counted{{"jeugd", 1}});
    CHECK(terms.placed_forms().front().empty());
    CHECK(terms.placed_forms()[static_cast<std::size_t>(FieldId::body)].size() == 1);
}

TEST_CASE("a word with parts is one form under several terms") {
    TermNumbers numbers;
    FormNumbers forms;
    SegmentTerms terms(numbers, forms);
    terms.take(document_of_words("p", {"", "", "jeugdzorg=jeugd|zorg zorg jeugdzorg=jeugd|zorg", "", ""}));
    CHECK(counted(terms, numbers, FieldId::body) ==
          Counted{{"jeugdzorg", 2}, {"zorg", 1}, {"~jeugd", 2}, {"~zorg", 2}});
    const std::vector<PlacedForm>& body = terms.placed_forms()[static_cast<std::size_t>(FieldId::body)];
    REQUIRE(body.size() == 3);
    CHECK(body[0].form == body[2].form);
    CHECK(body[0].form != body[1].form);
    CHECK(body[2].position == 3);
}

}  // namespace schakel

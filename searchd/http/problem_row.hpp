#pragma once

#include <cstddef>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "config/text.hpp"
#include "searchd/http/http_message.hpp"

namespace schakel {

/// What is answered when something is wrong: its name, which stays whatever is said, its status, and what people read.
struct ProblemText {
    std::string_view name;
    int status;
    std::string_view title_nl;
    std::string_view title_en;
    std::string_view detail_nl;
    std::string_view detail_en;
};

/// A row of a table with one for each value of an enumeration, in that order.
template <class Code>
struct ProblemRow {
    Code code;
    ProblemText text;
};

/// Whether row `i` is that of the i-th value, up to and including `last`.
template <class Rows, class Code>
constexpr bool has_row_for_each(const Rows& rows, Code last) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].code) != i) return false;
    return rows.size() == static_cast<std::size_t>(last) + 1;
}

/// A document of RFC 9457, without what it may have more. The type is a name: `urn:schakel:fout:` and that of the problem.
nlohmann::ordered_json problem_document(std::string_view name, int status, std::string_view title,
                                        std::string_view detail);

/// The answer with such a document, in `language`; bytes that are no UTF-8 are replaced. Safe from any thread.
HttpResponse problem_response(const nlohmann::ordered_json& document, Language language);

/// The answer for a row of a table. Safe from any thread.
HttpResponse problem_response(const ProblemText& text, Language language);

}  // namespace schakel

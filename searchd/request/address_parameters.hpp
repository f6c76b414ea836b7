#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/request/request_parser.hpp"

namespace schakel {

/// The parameters of an address that searches on behalf of somebody: some of a search, and some of its own. Reads the
/// latter and gathers every problem; a parameter that is neither is a problem that names the nearest one. One thread.
class AddressParameters {
public:
    using Names = std::span<const std::string_view>;

    /// A parameter of `own` may occur once; those of `of_search` are left to `parse_search_request`. `parameters`
    /// must outlive it.
    AddressParameters(const QueryParameters& parameters, Names own, Names of_search);

    /// The value of a parameter of its own; empty when it was not given.
    std::optional<std::string> text(std::string_view name) const;

    /// The place of its value in `choices`; empty when it was not given, or is another: that is a problem.
    std::optional<std::size_t> choice(std::string_view name, Names choices);

    /// Its value; empty when it was not given, or is no number from `least` to `most`: that is a problem.
    std::optional<int> number(std::string_view name, int least, int most);

    void problem(std::string_view name, Text message);

    /// The values of a parameter of the search, as written.
    std::vector<std::string> values(std::string_view name) const;

    /// What the others ask; its problems are added to those there are, and then it asks nothing.
    SearchRequest search(const Installation& installation, const IndexSnapshot& snapshot);

    bool is_right() const { return problems_.empty(); }

    /// All problems; leaves none behind.
    std::vector<ParameterProblem> take_problems() { return std::move(problems_); }

private:
    void refuse(const std::string& name, Names own, Names of_search);

    QueryParameters own_;
    QueryParameters of_search_;
    std::vector<ParameterProblem> problems_;
};

}  // namespace schakel

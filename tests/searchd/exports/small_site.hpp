#pragma once

#include <memory>
#include <string>

#include "searchd/engine/serving/live_index.hpp"
#include "searchd/route.hpp"
#include "tests/sample_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"

namespace schakel {

/// An index of sample products with those who answer questions to it, without the application. It is called https://zoek.example.org.
class SmallSite {
public:
    /// Throws when the index cannot be made.
    explicit SmallSite(std::size_t products);
    explicit SmallSite(std::vector<KnowledgeProduct> products);

    using Answer = HttpResponse (*)(const Call& call, const Installation& installation, LiveIndex& index);

    /// The answer to the question in `query`; `argument` is what stands at the {…} of the pattern.
    HttpResponse ask(Answer answer, const std::string& query, const std::string& argument = "",
                     Language language = Language::dutch) const;

    /// The ids that a search finds, in its order: what the API shows.
    std::vector<std::string> found(const std::string& query) const;

    LiveIndex& index() const { return *live_; }

private:
    Installation installation_;
    SampleIndex index_;
    std::unique_ptr<LiveIndex> live_;
};

/// The value of a header; empty when absent.
std::string header_of(const HttpResponse& response, std::string_view name);

}  // namespace schakel

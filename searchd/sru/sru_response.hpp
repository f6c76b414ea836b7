#pragma once

#include <string>
#include <string_view>

#include "analyzers/installation.hpp"
#include "searchd/sru/sru_request.hpp"
#include "searchd/sru/sru_results.hpp"

namespace schakel {

/// Where this server is, as the client knows it.
struct SruAddress {
    std::string server;         // "https://zoek.example.org/sru"
    std::string product_pages;  // "https://zoek.example.org/kennisproducten/"
};

/// The XML of a searchRetrieveResponse, in the namespaces of the version asked in. Pure.
std::string search_response(const SruRequest& request, const SruResults& results, const Installation& installation,
                            const SruAddress& address, Language language);

/// That of an answer that only says what is wrong: `problems` is not empty. Pure.
std::string refusal_response(const SruRequest& request, const std::vector<Diagnostic>& problems, Language language);

}  // namespace schakel

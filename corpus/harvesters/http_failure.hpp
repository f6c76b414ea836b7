#pragma once

#include <cstddef>
#include <string>

#include "corpus/harvesters/http_exchange.hpp"

namespace schakel {

/// The failures of a request in words, for the address `url`. Safe from any thread.
HttpFailure bad_address(const std::string& url);
HttpFailure private_address(const std::string& url);
HttpFailure insecure_redirect(const std::string& url);
HttpFailure no_connection(const std::string& url, const Text& reason);
HttpFailure no_trust(const std::string& url, const std::string& reason);
HttpFailure too_slow(const std::string& url, std::chrono::seconds limit);
HttpFailure too_large(const std::string& url, std::size_t limit);
HttpFailure cut_off(const std::string& url);
HttpFailure bad_answer(const std::string& url, const std::string& reason);
HttpFailure too_many_redirects(const std::string& url, int limit);
HttpFailure bad_redirect(const std::string& url, const std::string& target);
HttpFailure redirect_not_permitted(const std::string& url, const std::string& target);
HttpFailure busy(const std::string& url, int status, std::chrono::seconds asked);

/// An answer with a status that is of no use, as an error.
Error unexpected_status(const HttpAnswer& answer);

}  // namespace schakel

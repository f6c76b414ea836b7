#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace schakel {

/// An error of OAI-PMH 2.0 (section 3.6): part of the answer, which has HTTP status 200. The message is for whoever keeps the
/// harvester, in English as the protocol is.
struct OaiFault {
    std::string_view code;  // badArgument, idDoesNotExist, …
    std::string message;
};

template <class Value>
using OaiOutcome = tl::expected<Value, OaiFault>;

inline tl::unexpected<OaiFault> oai_fault(std::string_view code, std::string message) {
    return tl::unexpected(OaiFault{code, std::move(message)});
}

}  // namespace schakel

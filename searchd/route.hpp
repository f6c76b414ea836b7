#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "config/text.hpp"
#include "searchd/http/http_message.hpp"

namespace schakel {

class Application;
class LiveIndex;
struct Installation;

/// A request at the route that answers it.
struct Call {
    const HttpRequest& request;
    Language language = Language::dutch;  // of labels and messages
    std::string argument;                 // decoded, of the {…} in the pattern; empty when it has none
    std::string_view path = {};           // that the route knows: of a page that in Dutch
};

/// Where a page is. The address decides about its language and no header, so that readers see what was sent to them.
struct PageAddress {
    std::string_view path;  // in Dutch
    Language language = Language::dutch;
};

/// "/en/kennisproducten/x" → "/kennisproducten/x" in English; "/en" is "/". A view of `path`. Pure.
PageAddress page_address(std::string_view path);

/// What an answer is made of, and so by what a client can ask whether the one it has still holds.
enum class MadeOf {
    index,  // and the request: known before it is answered
    more,   // what others asked, too: known when it is answered
    now,    // each answer is another one, or says itself what it is made of
};

/// Who answers a call: the application, or a function that needs no more of it than this.
using Answerer = std::variant<HttpResponse (Application::*)(const Call& call) const,
                              HttpResponse (*)(const Call& call, const Installation& installation, LiveIndex& index)>;

/// An address and who answers it.
struct Route {
    std::string_view pattern;  // "/v1/kennisproducten/{id}/vergelijkbaar": {…}, once at most, is one whole segment
    Answerer answer;
    MadeOf made_of = MadeOf::index;
};

/// What stands at the {…} of `pattern`, decoded; "" when it has none. Nothing when `path`, as it came over the line, is another
/// address: %2F does not divide segments. Pure.
std::optional<std::string> argument_in(std::string_view path, std::string_view pattern);

}  // namespace schakel

// Any bytes as what a client sends, whole and in parts: the same requests, each within its limits, or a refusal.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searchd/http/accept_language.hpp"
#include "searchd/http/client_address.hpp"
#include "searchd/http/compression.hpp"
#include "searchd/http/entity_tag.hpp"
#include "searchd/http/request_buffer.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::promise;

const schakel::HttpLimits& limits() {
    static const schakel::HttpLimits small = [] {
        schakel::HttpLimits made;
        made.target_bytes = 200;
        made.header_bytes = 400;
        made.header_lines = 10;
        made.body_bytes = 100;
        made.form_bytes = 50;
        return made;
    }();
    return small;
}

void check_request(const schakel::RequestHead& head) {
    const schakel::HttpRequest& request = head.request;
    promise(!request.method.empty() && !request.path.empty(), "a request has a method and a path");
    promise(request.path.size() + request.query.size() <= limits().target_bytes, "an address is not too long");
    promise(head.body_bytes == 0, "a body is read or dropped");
    promise(!request.form || (request.method == "POST" && request.form->size() <= limits().form_bytes),
            "a form comes by POST, and is not too long");
    promise(request.path.find_first_of(std::string_view("\0\r\n ", 4)) == std::string::npos, "a path is one word");
    for (const auto& [name, value] : request.headers)
        promise(value.find_first_of(std::string_view("\0\r\n", 3)) == std::string::npos, "a value is one line");
    static const auto trusted = schakel::parse_networks("0.0.0.0/0 ::/0");
    promise(trusted.has_value(), "networks can be read");
    promise(!schakel::client_of(Poco::Net::IPAddress("127.0.0.1"), request, *trusted).toString().empty(),
            "there always is a client");
    schakel::accepts_gzip(request.header("accept-encoding"));
    schakel::preferred_language(request.accept_language);
    promise(!schakel::names_tag(request.if_none_match, "\"een tag, die niemand kent\""),
            "only what is listed is named");
    const std::string scheme = schakel::scheme_of(Poco::Net::IPAddress("127.0.0.1"), request, *trusted, "http");
    promise(scheme == "http" || scheme == "https", "there are two schemes");
}

/// The addresses asked for with their forms, and the refusal that ends them.
std::vector<std::string> requests_in(std::string_view bytes, std::size_t part) {
    schakel::RequestBuffer buffer(limits());
    std::vector<std::string> found;
    while (!bytes.empty()) {
        buffer.add(bytes.substr(0, part));
        bytes.remove_prefix(std::min(part, bytes.size()));
        while (const auto next = buffer.next()) {
            if (!*next) {
                found.emplace_back(schakel::text_of(next->error()).name);
                return found;
            }
            check_request(**next);
            found.push_back((*next)->request.path + (*next)->request.form.value_or(""));
        }
    }
    return found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view sent{reinterpret_cast<const char*>(bytes), size};
    const auto whole = requests_in(sent, size);
    promise(whole == requests_in(sent, 1) && whole == requests_in(sent, 7), "parts make no difference");
    return 0;
}

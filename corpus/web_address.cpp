#include "corpus/web_address.hpp"

#include "config/folding.hpp"

namespace schakel {

bool is_web_address(std::string_view text) {
    const std::string start = fold(text.substr(0, 8));
    const std::size_t host = start.starts_with("https://") ? 8 : start.starts_with("http://") ? 7 : 0;
    const bool has_host = host > 0 && text.size() > host && text[host] != '/';
    return has_host && text.find_first_of(" \"<>") == std::string_view::npos;
}

}  // namespace schakel

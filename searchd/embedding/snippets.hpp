#pragma once

#include <string>
#include <string_view>

#include "config/text.hpp"

namespace schakel {

/// What a webmaster copies into another website, filled with the address of this installation: HTML, headers and commands, as text.
struct Snippets {
    std::string element;         // <schakel-zoeken> with its module, and a plain form until that has loaded
    std::string element_preset;  // the same element with filters and a text of its own
    std::string element_policy;  // what a Content-Security-Policy of the website must allow
    std::string frame;
    std::string frame_policy;
    std::string form;
    std::string theme;    // CSS
    std::string request;  // of the API, by curl
};

/// `address` of the installation without a slash at the end; `site` is its name; `language` that of the website. Pure; safe from any thread.
Snippets snippets_for(std::string_view address, std::string_view site, Language language = Language::dutch);

/// "https://zoek.example" of "https://zoek.example/kennis". Pure.
std::string_view origin_of(std::string_view address);

}  // namespace schakel

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// Origins of websites (RFC 6454: scheme, host and port, "https://www.gemeente.example") that may do what others may not: read
/// answers with a script, show a page in a frame. A plain value; safe from any thread.
class OriginList {
public:
    /// Origins divided by white space, or "*" for every website. Errors: config_invalid, naming the one that is none.
    static Result<OriginList> parse(std::string_view list);

    /// `origin` as a browser sends it; "null", of a page without an origin, is in no list but that of all.
    bool has(std::string_view origin) const;

    bool has_all() const { return all_; }
    bool empty() const { return !all_ && origins_.empty(); }

    /// As `parse` reads it, with one space between two.
    std::string text() const;

private:
    bool all_ = false;
    std::vector<std::string> origins_;  // in small letters
};

}  // namespace schakel

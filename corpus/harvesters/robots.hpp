#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schakel {

/// Whether `target` (path and query) matches a path pattern of robots.txt or tdmrep.json: a prefix, in which `*` stands for
/// anything and `$` at the end for the end. Percent-encodings that mean the same are equal. Safe from any thread.
bool matches_path_pattern(std::string_view pattern, std::string_view target);

/// What the robots.txt of a site says to one robot (RFC 9309): the groups that name it, or else those for everyone. Of rules
/// that match, the longest decides; an allowing one when they are equally long. Safe to read from any thread.
class Robots {
public:
    /// The rules for the robot `product_token` in a robots.txt, of which no more than 500 KiB is read. Never fails: lines that
    /// are not understood are passed over, as the standard asks.
    static Robots parse(std::string_view text, std::string_view product_token);

    bool allows(std::string_view target) const;

    /// Between two requests; absent when nothing is asked. Not in the standard, but many sites ask.
    std::optional<std::chrono::milliseconds> crawl_delay() const { return crawl_delay_; }

    /// Addresses of sitemaps as they were written, for all robots, at most 1,000.
    const std::vector<std::string>& sitemaps() const { return sitemaps_; }

private:
    class Parser;
    struct Rule {
        std::string pattern;
        bool allows = false;
    };

    std::vector<Rule> rules_;
    std::optional<std::chrono::milliseconds> crawl_delay_;
    std::vector<std::string> sitemaps_;
};

}  // namespace schakel

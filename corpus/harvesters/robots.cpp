#include "corpus/harvesters/robots.hpp"

#include <algorithm>
#include <charconv>

namespace schakel {
namespace {

constexpr std::size_t longest_file = std::size_t{500} * 1024;  // what RFC 9309, section 2.5, obliges to read
constexpr std::size_t longest_pattern = 1024;
constexpr std::size_t most_sitemaps = 1000;

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, to_lower, to_lower);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white_space = " \t\r\n";
    const auto first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

bool is_unreserved(char c) {
    return (to_lower(c) >= 'a' && to_lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
           c == '~';
}

std::optional<char> encoded_byte(std::string_view text) {
    if (text.size() < 3 || text[0] != '%') return std::nullopt;
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 3, value, 16);
    if (error != std::errc() || end != text.data() + 3) return std::nullopt;
    return static_cast<char>(value);
}

void append_encoded(std::string& text, char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    text += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
}

/// One spelling for what means the same (RFC 9309, section 2.2.2): bytes above ASCII encoded, unreserved characters not.
std::string normalised(std::string_view text) {
    std::string normal;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const auto byte = encoded_byte(text.substr(at))) {
            if (is_unreserved(*byte))
                normal += *byte;
            else
                append_encoded(normal, *byte);
            at += 2;
        } else if (static_cast<unsigned char>(text[at]) >= 0x80) {
            append_encoded(normal, text[at]);
        } else {
            normal += text[at];
        }
    }
    return normal;
}

/// Pieces between asterisks are looked for from left to right, each at its first place, so that no place is tried twice.
bool matches_normalised(std::string_view pattern, std::string_view target) {
    const bool to_the_end = pattern.ends_with('$');
    if (to_the_end) pattern.remove_suffix(1);
    const auto first_star = pattern.find('*');
    const std::string_view start = pattern.substr(0, first_star);
    if (!target.starts_with(start)) return false;
    if (first_star == std::string_view::npos) return !to_the_end || target.size() == start.size();
    target.remove_prefix(start.size());
    pattern.remove_prefix(first_star + 1);
    for (auto star = pattern.find('*'); star != std::string_view::npos; star = pattern.find('*')) {
        const auto found = target.find(pattern.substr(0, star));
        if (found == std::string_view::npos) return false;
        target.remove_prefix(found + star);
        pattern.remove_prefix(star + 1);
    }
    return to_the_end ? target.ends_with(pattern) : target.find(pattern) != std::string_view::npos;
}

struct Line {
    std::string_view field;
    std::string_view value;
};

/// The next line, split at its colon; a line without one has an empty field.
Line take_line(std::string_view& text) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return {};
    return {trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
}

/// The name of a robot without version: "Schakel/1.0" → "Schakel".
std::string_view product_of(std::string_view agent) { return trimmed(agent.substr(0, agent.find_first_of("/ "))); }

std::optional<std::chrono::milliseconds> parse_delay(std::string_view value) {
    double seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (error != std::errc() || end == value.data() || !(seconds >= 0 && seconds < 1e6)) return std::nullopt;
    return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

}  // namespace

bool matches_path_pattern(std::string_view pattern, std::string_view target) {
    return matches_normalised(normalised(pattern), normalised(target));
}

/// Sorts the lines of a file into the groups for this robot and those for every robot.
class Robots::Parser {
public:
    explicit Parser(std::string_view product_token) : product_token_(product_token) {}

    void read(const Line& line);
    Robots finish() &&;

private:
    void read_agent(std::string_view name);
    void read_rule(std::string_view pattern, bool allows);
    void read_delay(std::string_view value);

    std::string_view product_token_;
    Robots ours_;
    Robots everyones_;
    std::vector<std::string> sitemaps_;
    bool we_are_named_ = false;  // somewhere in the file

    // Of the group that is being read.
    bool names_us_ = false;
    bool names_all_ = false;
    bool has_rules_ = false;  // the next user-agent line begins another group
};

void Robots::Parser::read(const Line& line) {
    const auto is = [&line](std::string_view name) { return equal_ignoring_case(line.field, name); };
    if (is("user-agent")) return read_agent(line.value);
    if (is("allow")) return read_rule(line.value, true);
    if (is("disallow")) return read_rule(line.value, false);
    if (is("crawl-delay")) return read_delay(line.value);
    if (is("sitemap") && sitemaps_.size() < most_sitemaps) sitemaps_.emplace_back(line.value);
}

void Robots::Parser::read_agent(std::string_view name) {
    if (has_rules_) names_us_ = names_all_ = has_rules_ = false;
    names_us_ = names_us_ || equal_ignoring_case(product_of(name), product_token_);
    names_all_ = names_all_ || name == "*";
    we_are_named_ = we_are_named_ || names_us_;
}

void Robots::Parser::read_rule(std::string_view pattern, bool allows) {
    has_rules_ = true;
    // A pattern cut short matches more: good for what forbids, not for what allows.
    if (pattern.empty() || (pattern.size() > longest_pattern && allows)) return;
    const Rule rule{normalised(pattern.substr(0, longest_pattern)), allows};
    if (names_us_) ours_.rules_.push_back(rule);
    if (names_all_) everyones_.rules_.push_back(rule);
}

void Robots::Parser::read_delay(std::string_view value) {
    has_rules_ = true;
    if (names_us_) ours_.crawl_delay_ = parse_delay(value);
    if (names_all_) everyones_.crawl_delay_ = parse_delay(value);
}

Robots Robots::Parser::finish() && {
    Robots robots = we_are_named_ ? std::move(ours_) : std::move(everyones_);
    robots.sitemaps_ = std::move(sitemaps_);
    return robots;
}

Robots Robots::parse(std::string_view text, std::string_view product_token) {
    Parser parser(product_token);
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text = text.substr(0, longest_file);
    while (!text.empty()) parser.read(take_line(text));
    return std::move(parser).finish();
}

bool Robots::allows(std::string_view target) const {
    const std::string normal = normalised(target);
    const Rule* decisive = nullptr;
    for (const Rule& rule : rules_) {
        const bool weighs_more = decisive == nullptr || rule.pattern.size() > decisive->pattern.size() ||
                                 (rule.pattern.size() == decisive->pattern.size() && rule.allows);
        if (weighs_more && matches_normalised(rule.pattern, normal)) decisive = &rule;
    }
    return decisive == nullptr || decisive->allows || target == "/robots.txt";
}

}  // namespace schakel

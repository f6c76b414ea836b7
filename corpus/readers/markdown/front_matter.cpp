#include "corpus/readers/markdown/front_matter.hpp"

#include <cstddef>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

#include "config/utf8.hpp"
#include "corpus/excerpt.hpp"

namespace schakel {

namespace {

using nlohmann::json;

constexpr std::string_view delimiter = "---";
constexpr std::size_t largest_front_matter = std::size_t{1024} * 1024;  // bytes

/// The first line of `text`, without its line end; `text` moves past it.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const std::size_t content_end = line.find_last_not_of(" \t\r");
    return line.substr(0, content_end == std::string_view::npos ? 0 : content_end + 1);
}

/// `line` counts from 0 within the YAML, which starts on the second line of the file.
tl::unexpected<Error> malformed(int line, const std::string& nl, const std::string& en) {
    const int line_in_file = line + 2;
    return fail(ErrorCode::malformed,
                {fmt::format("regel {}: {}", line_in_file, nl), fmt::format("line {}: {}", line_in_file, en)},
                {"controleer het frontmatter: sleutel: waarde per regel, en waarden met een dubbele punt tussen "
                 "aanhalingstekens",
                 "check the front matter: key: value on every line, and values with a colon between quotation marks"});
}

/// Turns YAML into JSON. Aliases can make a small file stand for a huge or endless value, so what it may cost is bounded.
class YamlToJson {
public:
    Result<json> convert(const YAML::Node& node, int depth = 0) {
        constexpr int deepest = 8;
        constexpr int most_nodes = 10'000;
        if (depth > deepest || ++nodes_ > most_nodes)
            return malformed(node.Mark().line, "het frontmatter is te diep of te groot",
                             "the front matter is too deep or too large");
        if (node.IsScalar()) return convert_scalar(node);
        if (node.IsSequence()) return convert_sequence(node, depth);
        if (node.IsMap()) return convert_map(node, depth);
        return json();
    }

private:
    /// An escape such as "\uD800" yields half a character.
    static Result<json> convert_scalar(const YAML::Node& node) {
        if (first_invalid_utf8(node.Scalar()))
            return malformed(node.Mark().line, in_quotes(node.Scalar()) + " bevat een teken dat niet bestaat",
                             in_quotes(node.Scalar()) + " contains a character that does not exist");
        return node.Scalar().empty() ? json() : json(node.Scalar());
    }

    Result<json> convert_sequence(const YAML::Node& node, int depth) {
        json list = json::array();
        for (const YAML::Node& item : node) {
            Result<json> converted = convert(item, depth + 1);
            if (!converted) return converted;
            list.push_back(std::move(*converted));
        }
        return list;
    }

    Result<json> convert_map(const YAML::Node& node, int depth) {
        json object = json::object();
        for (const auto& entry : node) {
            const YAML::Node& key = entry.first;
            const int line = key.Mark().line;
            if (!key.IsScalar()) return malformed(line, "een sleutel is geen woord", "a key is not a word");
            const std::string name = valid_utf8(key.Scalar());
            if (object.contains(name))
                return malformed(line, in_quotes(name) + " staat er meer dan één keer",
                                 in_quotes(name) + " occurs more than once");
            Result<json> converted = convert(entry.second, depth + 1);
            if (!converted) return converted;
            object[name] = std::move(*converted);
        }
        return object;
    }

    int nodes_ = 0;
};

}  // namespace

Result<FrontMatter> split_front_matter(std::string_view text) {
    std::string_view rest = text;
    if (take_line(rest) != delimiter) return FrontMatter{{}, text};
    const std::string_view after_start = rest;
    while (!rest.empty()) {
        const std::string_view before = rest;
        const std::string_view line = take_line(rest);
        if (line != delimiter && line != "...") continue;
        return FrontMatter{after_start.substr(0, after_start.size() - before.size()), rest};
    }
    return fail(ErrorCode::malformed,
                {"regel 1: het frontmatter wordt niet afgesloten", "line 1: the front matter has no end"},
                {"zet een regel met --- onder het frontmatter", "put a line with --- below the front matter"});
}

/// The one place where exceptions of the YAML library become errors.
Result<json> parse_front_matter(std::string_view yaml) {
    if (yaml.size() > largest_front_matter)
        return malformed(0, "het frontmatter is te groot", "the front matter is too large");
    try {
        const YAML::Node node = YAML::Load(std::string{yaml});
        if (node.IsNull() || !node.IsDefined()) return json::object();
        if (!node.IsMap()) return malformed(0, "het frontmatter heeft geen sleutels", "the front matter has no keys");
        return YamlToJson{}.convert(node);
    } catch (const YAML::Exception& error) {
        return malformed(error.mark.line, "het frontmatter is geen geldige YAML",
                         "the front matter is no valid YAML: " + valid_utf8(error.msg));
    }
}

}  // namespace schakel

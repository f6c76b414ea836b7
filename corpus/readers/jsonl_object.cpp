#include "corpus/readers/jsonl_object.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <simdjson.h>

#include "config/utf8.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/keyed_values.hpp"

namespace schakel {

namespace {

using nlohmann::json;

constexpr std::size_t deepest = 16;  // writing a value out, for a message, takes stack for every level

/// A view of a value of simdjson, which keeps values in one array, its tape.
class TapeValue {
public:
    using Member = ValueMember<TapeValue>;

    explicit TapeValue(simdjson::dom::element value) : value_(value) {}

    ValueKind kind() const {
        switch (value_.type()) {
            case simdjson::dom::element_type::NULL_VALUE: return ValueKind::null;
            case simdjson::dom::element_type::STRING: return ValueKind::text;
            case simdjson::dom::element_type::INT64:
            case simdjson::dom::element_type::UINT64: return ValueKind::whole_number;
            case simdjson::dom::element_type::ARRAY: return ValueKind::list;
            case simdjson::dom::element_type::OBJECT: return ValueKind::object;
            case simdjson::dom::element_type::DOUBLE:
            case simdjson::dom::element_type::BOOL: break;
        }
        return ValueKind::other;
    }

    std::string_view text() const { return value_.get_string().value_unsafe(); }
    std::string number() const { return simdjson::minify(value_); }

    bool is_empty() const { return kind() == ValueKind::object ? object().size() == 0 : list().size() == 0; }

    void for_each_item(const std::invocable<const TapeValue&> auto& visit) const {
        for (const simdjson::dom::element item : list()) visit(TapeValue{item});
    }

    std::vector<Member> members() const { return without_repeated(sorted_members()); }

    /// By key; of those with one key the last comes first.
    std::vector<Member> sorted_members() const {
        std::vector<Member> members;
        for (const auto [key, value] : object()) members.push_back({key, TapeValue{value}});
        std::ranges::reverse(members);
        std::ranges::stable_sort(members, {}, &Member::key);
        return members;
    }

    static std::vector<Member> without_repeated(std::vector<Member> sorted) {
        const auto repeated = std::ranges::unique(sorted, {}, &Member::key);
        sorted.erase(repeated.begin(), repeated.end());
        return sorted;
    }

    /// As the other parser would, which says the same of the same value.
    std::string written() const {
        return json::parse(simdjson::minify(value_)).dump(-1, ' ', false, json::error_handler_t::replace);
    }

private:
    simdjson::dom::array list() const { return value_.get_array().value_unsafe(); }
    simdjson::dom::object object() const { return value_.get_object().value_unsafe(); }

    simdjson::dom::element value_;
};

/// The keys that stand there more than once. JSON parsers keep the last value without a word.
std::set<std::string_view> repeated_keys(const std::vector<ValueMember<TapeValue>>& sorted) {
    std::set<std::string_view> repeated;
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i].key == sorted[i - 1].key) repeated.insert(sorted[i].key);
    return repeated;
}

/// An object as nlohmann-json parsed it.
struct ParsedTree {
    json value;
    std::set<std::string> repeated_keys;
};

Error json_error(std::string_view line, const json::parse_error& error) {
    std::size_t offset = std::min(error.byte > 0 ? error.byte - 1 : 0, line.size());
    while (offset > 0 && offset < line.size() && (static_cast<unsigned char>(line[offset]) & 0xC0U) == 0x80U) --offset;
    const std::string shown = offset < line.size() ? in_quotes(line.substr(offset, 200)) : std::string{};
    if (shown.empty())
        return {ErrorCode::malformed, {"de regel is onvolledige JSON", "the line is incomplete JSON"}, {}};
    return {ErrorCode::malformed,
            {fmt::format("geen geldige JSON bij byte {}: {}", error.byte, shown),
             fmt::format("no valid JSON at byte {}: {}", error.byte, shown)},
            {"elke regel is één JSON-object", "every line is one JSON object"}};
}

/// The one place where exceptions of the JSON library become errors.
Result<ParsedTree> parse_tree(std::string_view line) {
    ParsedTree parsed;
    std::set<std::string> keys;
    bool is_too_deep = false;
    const auto watch = [&](int depth, json::parse_event_t event, json& value) {
        if (depth == 1 && event == json::parse_event_t::key && !keys.insert(value.get<std::string>()).second)
            parsed.repeated_keys.insert(value.get<std::string>());
        is_too_deep = is_too_deep || depth > static_cast<int>(deepest);
        return !is_too_deep;
    };
    try {
        parsed.value = json::parse(line, watch);
    } catch (const json::parse_error& error) {
        return tl::unexpected(json_error(line, error));
    } catch (const json::exception& error) {
        return fail(ErrorCode::malformed,
                    {"geen geldige JSON: een getal is te groot", "no valid JSON: a number is too large"});
    }
    if (is_too_deep)
        return fail(ErrorCode::malformed,
                    {"te veel objecten of lijsten in elkaar", "too many objects or lists within each other"});
    if (!parsed.value.is_object())
        return fail(ErrorCode::malformed, {"de regel is geen JSON-object", "the line is not a JSON object"},
                    {"begin met { en eindig met }", "start with { and end with }"});
    return parsed;
}

void report_repeated(const auto& keys, RecordBuilder& record) {
    for (const std::string_view key : keys)
        record.problem(ErrorCode::malformed,
                       {fmt::format("{}: staat er meer dan één keer", in_quotes(key)),
                        fmt::format("{}: occurs more than once", in_quotes(key))},
                       {"zet meer waarden samen in een lijst", "put several values into a list"});
}

Result<void> read_tree(std::string_view line, RecordBuilder& record, UnusedKeys& unused) {
    if (const auto offset = first_invalid_utf8(line))
        return fail(ErrorCode::invalid_utf8,
                    {fmt::format("geen UTF-8 vanaf byte {} van de regel", *offset),
                     fmt::format("not UTF-8 from byte {} of the line", *offset)},
                    {"sla het bestand op als UTF-8", "save the file as UTF-8"});
    const Result<ParsedTree> parsed = parse_tree(line);
    if (!parsed) return tl::unexpected(parsed.error());
    report_repeated(parsed->repeated_keys, record);
    add_keyed_values(parsed->value, record, unused);
    return {};
}

}  // namespace

/// The parser keeps what it needs for the longest line so far.
class JsonlObject::FastParser {
public:
    FastParser() : fails_(parser_.allocate(usual_line, deepest) != simdjson::SUCCESS) {}

    /// Absent for all that it does not take. What it gives lasts until the next call.
    std::optional<TapeValue> parse(std::string_view line) {
        simdjson::dom::element value;
        if (fails_ || line.size() > longest_line ||
            parser_.parse(line.data(), line.size()).get(value) != simdjson::SUCCESS)
            return std::nullopt;
        return value.is_object() ? std::optional{TapeValue{value}} : std::nullopt;
    }

private:
    static constexpr std::size_t usual_line = std::size_t{256} * 1024;
    static constexpr std::size_t longest_line =
        std::size_t{4} * 1024 * 1024;  // what it needs is up to 15 times the line

    simdjson::dom::parser parser_;
    bool fails_;  // no memory
};

JsonlObject::JsonlObject() : fast_(std::make_unique<FastParser>()) {}
JsonlObject::~JsonlObject() = default;

Result<void> JsonlObject::read(std::string_view line, RecordBuilder& record, UnusedKeys& unused) {
    const std::optional<TapeValue> parsed = fast_->parse(line);
    if (!parsed) return read_tree(line, record, unused);
    std::vector<ValueMember<TapeValue>> members = parsed->sorted_members();
    report_repeated(repeated_keys(members), record);
    add_members(TapeValue::without_repeated(std::move(members)), record, unused);
    return {};
}

}  // namespace schakel

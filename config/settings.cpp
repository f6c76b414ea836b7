#include "config/settings.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "config/file.hpp"
#include "config/nearest.hpp"
#include "config/settings_faults.hpp"
#include "config/settings_table.hpp"

namespace schakel {
namespace {

namespace fs = std::filesystem;

using Outcome = Result<void>;

std::string place(const std::string& file, const toml::source_position& position) {
    return fmt::format("{}:{}:{}", file, position.line, position.column);
}

tl::unexpected<Error> invalid(const std::string& where, const Text& message, Text hint) {
    return fail(ErrorCode::config_invalid, at_place(where, message), std::move(hint));
}

/// What toml++ says in English and a curator should read in Dutch.
struct SyntaxReason {
    std::string_view part_of_description;
    std::string_view dutch;
};

constexpr std::array<SyntaxReason, 5> syntax_reasons{{
    {"redefine", "deze instelling of dit onderdeel staat er al"},
    {"expected ']'", "het haakje ] ontbreekt"},
    {"control characters", "het aanhalingsteken aan het eind ontbreekt"},
    {"determine value type", "de waarde is niet te lezen"},
    {"utf-8", "het bestand is geen UTF-8"},
}};

std::string dutch_reason(std::string_view description) {
    for (const SyntaxReason& reason : syntax_reasons)
        if (description.find(reason.part_of_description) != std::string_view::npos) return std::string(reason.dutch);
    return "deze regel is geen geldige TOML";
}

/// The one place where exceptions of toml++ end.
Result<toml::table> parse_toml(const std::string& name, const std::string& text) {
    try {
        return toml::parse(text, name);
    } catch (const toml::parse_error& error) {
        return invalid(
            place(name, error.source().begin),
            {dutch_reason(error.description()), fmt::format("{}", error.description())},
            {"een instelling is: naam = waarde; tekst staat tussen aanhalingstekens, een onderdeel tussen [ en ]",
             "a setting is: name = value; text is between quotation marks, a section between [ and ]"});
    }
}

/// Writes one TOML value into the member it belongs to, if it has the right type and range.
class ValueWriter {
public:
    ValueWriter(const toml::node& node, const SettingKey& key, std::string where)
        : node_(node), key_(key), where_(std::move(where)) {}

    Outcome operator()(bool* target) const {
        const auto value = node_.value_exact<bool>();
        if (!value) return wrong_type({"true of false", "true or false"});
        *target = *value;
        return {};
    }

    Outcome operator()(int* target) const {
        const auto value = node_.value_exact<std::int64_t>();
        if (!value) return wrong_type({"een geheel getal", "a whole number"});
        if (auto good = check_range(static_cast<double>(*value)); !good) return good;
        *target = static_cast<int>(*value);
        return {};
    }

    Outcome operator()(double* target) const {
        const auto value = node_.is_number() ? node_.value<double>() : std::nullopt;
        if (!value) return wrong_type({"een getal", "a number"});
        if (auto good = check_range(*value); !good) return good;
        *target = *value;
        return {};
    }

    Outcome operator()(std::string* target) const {
        const auto value = node_.value_exact<std::string>();
        if (!value) return wrong_type({"een tekst tussen aanhalingstekens", "a text between quotation marks"});
        if (auto good = check_length(value->size()); !good) return good;
        if (const auto fault = fault_of(key_, *value)) return invalid(where_, fault->message, fault->hint);
        *target = *value;
        return {};
    }

    Outcome operator()(fs::path* target) const {
        std::string text;
        auto read = (*this)(&text);
        if (read) *target = text;
        return read;
    }

private:
    Outcome wrong_type(const Text& expected) const {
        const std::string example = to_text(key_, Settings{});
        return invalid(where_,
                       {fmt::format("{}.{} moet {} zijn", key_.section, key_.name, expected.nl),
                        fmt::format("{}.{} must be {}", key_.section, key_.name, expected.en)},
                       {"schrijf bijvoorbeeld: " + example, "write for example: " + example});
    }

    Outcome check_range(double value) const {
        if (value >= key_.minimum && value <= key_.maximum) return {};  // not so for NaN
        return invalid(where_,
                       {fmt::format("{}.{} is {}", key_.section, key_.name, value),
                        fmt::format("{}.{} is {}", key_.section, key_.name, value)},
                       {fmt::format("kies een waarde van {} tot en met {}", key_.minimum, key_.maximum),
                        fmt::format("choose a value from {} to {}", key_.minimum, key_.maximum)});
    }

    Outcome check_length(std::size_t length) const {
        const auto bytes = static_cast<double>(length);
        if (bytes >= key_.minimum && bytes <= key_.maximum) return {};
        const bool is_empty = length == 0;
        return invalid(where_,
                       {fmt::format("{}.{} is {}", key_.section, key_.name, is_empty ? "leeg" : "te lang"),
                        fmt::format("{}.{} is {}", key_.section, key_.name, is_empty ? "empty" : "too long")},
                       {is_empty ? "vul een waarde in of haal de regel weg" : "maak de tekst korter",
                        is_empty ? "fill in a value or remove the line" : "shorten the text"});
    }

    const toml::node& node_;
    const SettingKey& key_;
    std::string where_;
};

/// Applies one parsed file to the default settings; stops at the first error.
class SettingsReader {
public:
    explicit SettingsReader(std::string name) : name_(std::move(name)) {}

    Result<Settings> read(const toml::table& file) {
        for (const auto& [section, node] : file)
            if (auto good = read_section(section, node); !good) return tl::unexpected(good.error());
        return std::move(settings_);
    }

private:
    Outcome read_section(const toml::key& section, const toml::node& node) {
        const auto known = sections();
        if (std::find(known.begin(), known.end(), section.str()) == known.end()) return unknown_section(section, known);
        if (section.str() == sources_section) return read_list(section, node, settings_.sources);
        if (section.str() == indexes_section) return read_list(section, node, settings_.indexes);
        const toml::table* keys = node.as_table();
        if (!keys)
            return invalid(where(section),
                           {fmt::format("{} is een onderdeel, geen instelling", section.str()),
                            fmt::format("{} is a section, not a setting", section.str())},
                           {fmt::format("schrijf [{}] op een eigen regel en de instellingen eronder", section.str()),
                            fmt::format("write [{}] on a line of its own and the settings below it", section.str())});
        for (const auto& [name, value] : *keys)
            if (auto good = read_key(section.str(), name, value); !good) return good;
        return {};
    }

    template <class Declared>
    Outcome read_list(const toml::key& section, const toml::node& node, std::vector<Declared>& list) {
        const toml::array* tables = node.as_array();
        if (!tables || !tables->is_homogeneous(toml::node_type::table))
            return invalid(where(section),
                           {fmt::format("{} is een lijst van onderdelen", section.str()),
                            fmt::format("{} is a list of sections", section.str())},
                           {fmt::format("schrijf [[{}]] met dubbele haken, en de instellingen eronder", section.str()),
                            fmt::format("write [[{}]] in double brackets, and the settings below it", section.str())});
        for (const toml::node& table : *tables)
            if (auto good = read_next(section.str(), *table.as_table(), list); !good) return good;
        return {};
    }

    template <class Declared>
    Outcome read_next(std::string_view section, const toml::table& table, std::vector<Declared>& list) {
        list.emplace_back();
        for (const auto& [name, value] : table)
            if (auto good = read_key(section, name, value); !good) return good;
        const auto wrong = fault_of_last(list);
        if (!wrong) return {};
        return invalid(place(name_, table.source().begin), *wrong,
                       {fmt::format("config/schakel.toml beschrijft wat onder [[{}]] hoort", section),
                        fmt::format("config/schakel.toml describes what belongs below [[{}]]", section)});
    }

    Outcome read_key(std::string_view section, const toml::key& name, const toml::node& value) {
        for (const SettingKey& key : settings_table())
            if (key.section == section && key.name == name.str())
                return std::visit(ValueWriter(value, key, place(name_, value.source().begin)), key.target(settings_));
        return unknown_key(section, name);
    }

    Outcome unknown_section(const toml::key& section, const std::vector<std::string_view>& known) const {
        const std::string all = fmt::format("[{}]", fmt::join(known, "], ["));
        return invalid(
            where(section),
            {fmt::format("onbekend onderdeel {}", section.str()), fmt::format("unknown section {}", section.str())},
            section_of(section.str())
                .value_or(did_you_mean(nearest(section.str(), known),
                                       {"de onderdelen zijn " + all, "the sections are " + all})));
    }

    Outcome unknown_key(std::string_view section, const toml::key& name) const {
        std::vector<std::string_view> known;
        for (const SettingKey& key : settings_table())
            if (key.section == section) known.push_back(key.name);
        const std::string all = fmt::format("{}", fmt::join(known, ", "));
        return invalid(
            where(name),
            {fmt::format("onbekende instelling {} in [{}]", name.str(), section),
             fmt::format("unknown setting {} in [{}]", name.str(), section)},
            section_of(name.str())
                .value_or(did_you_mean(nearest(name.str(), known), {fmt::format("[{}] kent: {}", section, all),
                                                                    fmt::format("[{}] knows: {}", section, all)})));
    }

    /// In which section a setting belongs that stands elsewhere; absent when no section knows it.
    static std::optional<Text> section_of(std::string_view name) {
        for (const SettingKey& key : settings_table())
            if (key.name == name)
                return Text{fmt::format("{} hoort onder [{}]", name, key.section),
                            fmt::format("{} belongs below [{}]", name, key.section)};
        return std::nullopt;
    }

    static std::vector<std::string_view> sections() {
        std::vector<std::string_view> names;
        for (const SettingKey& key : settings_table())
            if (names.empty() || names.back() != key.section) names.push_back(key.section);
        return names;
    }

    std::string where(const toml::key& key) const { return place(name_, key.source().begin); }

    std::string name_;
    Settings settings_;
};

void make_absolute(Settings& settings, const fs::path& folder) {
    for (DeclaredSource& source : settings.sources)
        if (!source.path.empty()) source.path = (folder / source.path).lexically_normal();
    for (DeclaredIndex& index : settings.indexes) index.path = (folder / index.path).lexically_normal();
    for (const SettingKey& key : settings_table()) {
        if (is_list(key.section)) continue;
        const SettingTarget target = key.target(settings);
        if (fs::path* const* path = std::get_if<fs::path*>(&target); path != nullptr && !(**path).empty())
            **path = (folder / **path).lexically_normal();
    }
}

}  // namespace

Result<Settings> load_settings(const fs::path& file) {
    const auto text = read_file(file);
    if (!text) return tl::unexpected(text.error());
    const auto parsed = parse_toml(file.string(), *text);
    if (!parsed) return tl::unexpected(parsed.error());
    auto settings = SettingsReader(file.string()).read(*parsed);
    if (settings) make_absolute(*settings, fs::absolute(file).parent_path());
    return settings;
}

fs::path default_settings_file() {
    const char* chosen = std::getenv("SCHAKEL_CONFIG");
    return chosen && *chosen ? fs::path(chosen) : fs::path(SCHAKEL_DEFAULT_CONFIG);
}

}  // namespace schakel

#include "config/settings_faults.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/origin_list.hpp"

namespace schakel {

namespace {

constexpr std::array source_kinds{std::string_view{"folder"}, std::string_view{"oai-pmh"}, std::string_view{"diwoo"},
                                  std::string_view{"sitemap"}};

bool is_source_name(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    });
}

bool is_web_address(std::string_view text) { return text.starts_with("https://") || text.starts_with("http://"); }

std::optional<Error> fault_of_address(const SettingKey& key, const std::string& value) {
    if (value.empty() || is_web_address(value)) return std::nullopt;
    const std::string said = fmt::format("{}.{} is “{}”", key.section, key.name, value);
    return Error{
        ErrorCode::config_invalid, {said, said}, {"begin met https:// of http://", "start with https:// or http://"}};
}

std::optional<Error> fault_of_origins(const SettingKey& key, const std::string& value) {
    const auto origins = OriginList::parse(value);
    if (origins) return std::nullopt;
    Error fault = origins.error();
    fault.message = at_place(fmt::format("{}.{}", key.section, key.name), fault.message);
    return fault;
}

/// A key whose texts have a form.
struct FormRow {
    std::string_view section;
    std::string_view name;
    std::optional<Error> (*fault)(const SettingKey& key, const std::string& value);
};

constexpr std::array forms{
    FormRow{"server", "public_url", fault_of_address},
    FormRow{"site", "embedders", fault_of_origins},
    FormRow{"access", "allowed_origins", fault_of_origins},
};

}  // namespace

std::optional<Error> fault_of(const SettingKey& key, const std::string& value) {
    const auto form = std::ranges::find_if(
        forms, [&](const FormRow& each) { return each.section == key.section && each.name == key.name; });
    return form == forms.end() ? std::nullopt : form->fault(key, value);
}

std::optional<Text> fault_of_last(const std::vector<DeclaredIndex>& indexes) {
    const DeclaredIndex& index = indexes.back();
    if (index.name.empty())
        return Text{"een andere index heeft een naam (name) die gebruikers herkennen",
                    "another index has a name that users recognise"};
    if (std::ranges::count(indexes, index.name, &DeclaredIndex::name) > 1)
        return Text{fmt::format("er zijn twee indexen met de naam {}", index.name),
                    fmt::format("there are two indexes named {}", index.name)};
    if (index.path.empty())
        return Text{fmt::format("index {} heeft geen map (path)", index.name),
                    fmt::format("index {} has no path", index.name)};
    return std::nullopt;
}

std::optional<Text> fault_of_last(const std::vector<DeclaredSource>& sources) {
    const DeclaredSource& source = sources.back();
    if (!is_source_name(source.name))
        return Text{"een bron heeft een naam (name) van kleine letters, cijfers en streepjes",
                    "a source has a name of small letters, digits and hyphens"};
    if (std::ranges::count(sources, source.name, &DeclaredSource::name) > 1)
        return Text{fmt::format("er zijn twee bronnen met de naam {}", source.name),
                    fmt::format("there are two sources named {}", source.name)};
    if (std::ranges::find(source_kinds, source.kind) == source_kinds.end())
        return Text{fmt::format("kind is “{}”; kies uit {}", source.kind, fmt::join(source_kinds, ", ")),
                    fmt::format("kind is “{}”; choose from {}", source.kind, fmt::join(source_kinds, ", "))};
    if (source.kind == "folder" && source.path.empty())
        return Text{fmt::format("bron {} heeft geen map (path)", source.name),
                    fmt::format("source {} has no path", source.name)};
    if (source.kind != "folder" && !is_web_address(source.url))
        return Text{fmt::format("bron {} heeft geen adres (url) dat begint met https:// of http://", source.name),
                    fmt::format("source {} has no url that starts with https:// or http://", source.name)};
    return std::nullopt;
}

}  // namespace schakel

#include "corpus/readers/markdown/foreign_keys.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "config/date.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/language_tag.hpp"

namespace schakel {

namespace {

using nlohmann::json;

/// How a foreign value finds its place beside one of ours.
enum class Placing {
    alone,    // only when there is none yet
    joins,    // beside those that are there
    date,     // alone, if it is a date or year
    language  // alone, if it is a language tag
};

struct ForeignKey {
    std::string_view foreign;
    std::string_view ours;
    Placing placing;
};

/// In the order of preference.
constexpr std::array foreign_keys{
    ForeignKey{"title", "titel", Placing::alone},
    ForeignKey{"summary", "samenvatting", Placing::alone},
    ForeignKey{"description", "samenvatting", Placing::alone},
    ForeignKey{"keywords", "trefwoorden", Placing::joins},
    ForeignKey{"tags", "trefwoorden", Placing::joins},
    ForeignKey{"author", "auteurs", Placing::joins},
    ForeignKey{"authors", "auteurs", Placing::joins},
    ForeignKey{"conducted_by", "organisaties", Placing::joins},
    ForeignKey{"date", "datum", Placing::date},
    ForeignKey{"date_conducted", "datum", Placing::date},
    ForeignKey{"date_added", "datum", Placing::date},
    ForeignKey{"lang", "taal", Placing::language},
};

bool has_value(const json& object, std::string_view key) {
    const auto found = object.find(key);
    return found != object.end() && !found->is_null();
}

json take(json& object, std::string_view key) {
    const auto found = object.find(key);
    json value = std::move(*found);
    object.erase(found);
    return value;
}

void append(json& list, json value) {
    if (!list.is_array()) list = json::array({std::move(list)});
    if (!value.is_array()) value = json::array({std::move(value)});
    for (json& item : value) list.push_back(std::move(item));
}

/// "onderzoek, advies" for a list, so that nothing of it is lost in a field with one value.
json as_one_text(const json& value) {
    if (!value.is_array()) return value;
    std::string text;
    for (const json& item : value)
        if (item.is_string()) text += (text.empty() ? "" : ", ") + item.get<std::string>();
    return text;
}

/// A date may have a time behind it, or be a year alone; absent when it is no date at all.
std::optional<std::string> as_date(const json& value) {
    if (!value.is_string()) return std::nullopt;
    const std::string text = value.get<std::string>();
    if (text.size() == 4 && is_iso_date(text + "-01-01")) return text;
    const std::string day = text.substr(0, 10);
    return is_iso_date(day) ? std::optional{day} : std::nullopt;
}

Text unfit(std::string_view key, const json& value) {
    const std::string shown = value.is_string() ? in_quotes(value.get<std::string>()) : value.dump();
    return {fmt::format("{} {} is niet gebruikt: de waarde past niet", key, shown),
            fmt::format("{} {} was not used: the value does not fit", key, shown)};
}

/// Translates the keys of one piece of front matter.
class Translation {
public:
    explicit Translation(json& object) : object_(object) {}

    std::vector<Text> translate() && {
        translate_type();
        for (const ForeignKey& key : foreign_keys)
            if (has_value(object_, key.foreign)) place(key);
        return std::move(notices_);
    }

private:
    void translate_type() {
        const bool is_foreign = has_value(object_, "title") && !has_value(object_, "titel");
        if (!is_foreign || !has_value(object_, "type") || has_value(object_, "soort")) return;
        json kind = as_one_text(take(object_, "type"));
        const std::string shown = kind.is_string() ? in_quotes(kind.get<std::string>()) : std::string{};
        notices_.emplace_back(fmt::format("type {} is gelezen als soort, omdat de titel onder “title” staat", shown),
                              fmt::format("type {} was read as soort, because the title stands under “title”", shown));
        object_["soort"] = std::move(kind);
    }

    void place(const ForeignKey& key) {
        const bool is_free = !has_value(object_, key.ours);
        if (key.placing == Placing::joins && !is_free) {
            append(object_[std::string{key.ours}], take(object_, key.foreign));
        } else if (key.placing == Placing::date) {
            if (is_free && !has_value(object_, "jaar")) place_date(key);
        } else if (key.placing == Placing::language) {
            if (is_free) place_language(key);
        } else if (is_free) {
            object_[std::string{key.ours}] = take(object_, key.foreign);
        }
    }

    void place_date(const ForeignKey& key) {
        const json written = take(object_, key.foreign);
        if (const auto date = as_date(written)) {
            object_[date->size() == 4 ? "jaar" : "datum"] = *date;
        } else {
            notices_.push_back(unfit(key.foreign, written));
        }
    }

    void place_language(const ForeignKey& key) {
        json written = take(object_, key.foreign);
        if (written.is_string() && language_tag(written.get<std::string>())) {
            object_[std::string{key.ours}] = std::move(written);
        } else {
            notices_.push_back(unfit(key.foreign, written));
        }
    }

    json& object_;
    std::vector<Text> notices_;
};

}  // namespace

std::vector<Text> translate_foreign_keys(json& front_matter) { return Translation{front_matter}.translate(); }

}  // namespace schakel

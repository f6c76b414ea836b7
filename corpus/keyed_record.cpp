#include "corpus/keyed_record.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "config/nearest.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

using nlohmann::json;

/// Keys under which an object may hold its value, the most exact first.
constexpr std::array<std::string_view, 8> value_keys{"code", "id", "url", "tekst", "naam", "label", "name", "waarde"};

/// The text of a string or whole number; absent for anything else.
std::optional<std::string> scalar_text(const json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_integer()) return value.dump();
    return std::nullopt;
}

/// Whether a value says nothing: null, or a string or list without content.
bool is_absent(const json& value) {
    if (value.is_string()) return one_line(value.get_ref<const std::string&>()).empty();
    return value.is_null() || ((value.is_array() || value.is_object()) && value.empty());
}

/// Puts the values of one key into a record.
class KeyedField {
public:
    KeyedField(const RecordField& field, std::string key, RecordBuilder& record, UnusedKeys& unused)
        : field_(field), key_(std::move(key)), record_(record), unused_(unused) {}

    void add(const json& value) {
        if (value.is_array() && field_.element == "tekst") {
            add_pages(value);
        } else if (value.is_array()) {
            for (const json& item : value) add_one(item);
        } else {
            add_one(value);
        }
    }

private:
    void add_one(const json& value) {
        if (is_absent(value)) return;
        if (value.is_object()) {
            add_object(value);
        } else if (auto text = scalar_text(value)) {
            add_written({std::move(*text), {}, {}, {}});
        } else {
            refuse(value);
        }
    }

    void add_object(const json& object) {
        WrittenValue written;
        for (const std::string_view key : value_keys) {
            const auto found = object.find(key);
            if (found == object.end() || is_absent(*found)) continue;
            const auto text = scalar_text(*found);
            if (!text) return refuse(object);
            if (written.text.empty()) written.text = *text;
            if (key == "naam" || key == "label" || key == "name") written.name = *text;
        }
        if (written.text.empty()) return refuse(object);
        for (const auto& [key, value] : object.items()) add_attribute(written, key, value);
        add_written(std::move(written));
    }

    void add_attribute(WrittenValue& written, const std::string& key, const json& value) {
        if (std::ranges::find(value_keys, key) != value_keys.end() || is_absent(value)) return;
        const auto text = scalar_text(value);
        if (!has_attribute(field_, key)) return unused_.add(fmt::format("{}.{}", key_, key));
        if (!text) return refuse(value);
        written.attributes.emplace_back(key, one_line(*text));
    }

    /// A text that is a list has a page per item.
    void add_pages(const json& pages) {
        const RecordField& page_field = *find_record_field_by_element("pagina");
        KeyedField page{page_field, key_, record_, unused_};
        for (std::size_t index = 0; index < pages.size(); ++index) {
            if (pages[index].is_string()) {
                if (!is_absent(pages[index])) page.add_page(pages[index].get<std::string>(), index + 1);
            } else {
                page.add_one(pages[index]);
            }
        }
    }

    void add_page(std::string text, std::size_t number) {
        add_written({std::move(text), {}, {{"nummer", std::to_string(number)}}, {}});
    }

    void add_written(WrittenValue written) {
        written.field = {key_, key_};
        record_.add(field_, written);
    }

    void refuse(const json& value) {
        const std::string shown = in_quotes(value.dump(-1, ' ', false, json::error_handler_t::replace));
        record_.problem(
            ErrorCode::malformed,
            {fmt::format("{}: {} past hier niet", key_, shown), fmt::format("{}: {} does not fit here", key_, shown)},
            {"geef tekst, een geheel getal, of een object met code of naam",
             "give a text, a whole number, or an object with code or naam"});
    }

    const RecordField& field_;
    std::string key_;
    RecordBuilder& record_;
    UnusedKeys& unused_;
};

void add_id(const json& value, RecordBuilder& record) {
    if (is_absent(value)) return;
    if (const auto text = scalar_text(value)) return record.set_id(*text);
    record.problem(ErrorCode::malformed, {"id: geen tekst", "id: not a text"});
}

std::string with_nearest(const std::string& key, Language language) {
    const auto near = nearest_key(key);
    if (!near) return key;
    return fmt::format("{} ({})", key, did_you_mean(near, {}).in(language));
}

std::string listed(const std::vector<std::string>& keys, Language language) {
    std::vector<std::string> shown;
    for (const std::string& key : keys) shown.push_back(with_nearest(key, language));
    return fmt::format("{}", fmt::join(shown, ", "));
}

}  // namespace

void UnusedKeys::add(const std::string& key) {
    constexpr std::size_t most_keys = 100;  // a hostile file may hold millions of them
    if (known_.size() > most_keys) return;
    const std::string shown = known_.size() == most_keys ? "…" : excerpt(one_line(key), 40);
    if (known_.insert(shown).second) fresh_.push_back(shown);
}

void UnusedKeys::report_to(RecordBuilder& record) {
    if (fresh_.empty()) return;
    record.notice(
        {"niet gebruikt: " + listed(fresh_, Language::dutch), "not used: " + listed(fresh_, Language::english)});
    fresh_.clear();
}

void add_keyed_values(const json& object, RecordBuilder& record, UnusedKeys& unused) {
    for (const auto& [key, value] : object.items()) {
        if (key == "id") {
            add_id(value, record);
        } else if (const RecordField* field = find_record_field_by_key(key)) {
            KeyedField{*field, key, record, unused}.add(value);
        } else if (!value.is_null()) {
            unused.add(key);
        }
    }
    unused.report_to(record);
}

}  // namespace schakel

#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "corpus/excerpt.hpp"
#include "corpus/keyed_record.hpp"
#include "corpus/white_space.hpp"

/// What `add_keyed_values` does, whichever library has parsed the JSON. Only for the files that know such a library.
namespace schakel {

enum class ValueKind { null, text, whole_number, list, object, other };

template <class Value>
struct ValueMember {
    std::string_view key;
    Value value;
};

/// A view of a JSON value.
template <class Value>
concept KeyedValue = std::copyable<Value> && requires(const Value& value, void (*visit)(const Value&)) {
    { value.kind() } -> std::same_as<ValueKind>;
    { value.text() } -> std::same_as<std::string_view>;                    // of a text
    { value.number() } -> std::same_as<std::string>;                       // of a whole number
    { value.is_empty() } -> std::same_as<bool>;                            // of a list or object
    { value.members() } -> std::same_as<std::vector<ValueMember<Value>>>;  // of an object, by key, no key twice
    { value.written() } -> std::same_as<std::string>;                      // as JSON
    value.for_each_item(visit);                                            // of a list, in order
};

/// Keys under which an object may hold its value, the most exact first.
inline constexpr std::array<std::string_view, 8> value_keys{"code", "id",    "url",  "tekst",
                                                            "naam", "label", "name", "waarde"};

/// Only white space. Nearly every text tells by its first byte that it is not, and a text may be a whole book.
inline bool is_blank(std::string_view text) {
    const bool begins_with_visible = !text.empty() && text.front() > ' ' && text.front() < '\x7F';
    return !begins_with_visible && one_line(text).empty();
}

/// Whether a value says nothing: null, or a string or list without content.
bool is_absent(const KeyedValue auto& value) {
    switch (value.kind()) {
        case ValueKind::null: return true;
        case ValueKind::text: return is_blank(value.text());
        case ValueKind::list:
        case ValueKind::object: return value.is_empty();
        case ValueKind::whole_number:
        case ValueKind::other: break;
    }
    return false;
}

/// The text of a string or whole number; absent for anything else.
std::optional<std::string> scalar_text(const KeyedValue auto& value) {
    if (value.kind() == ValueKind::text) return std::string{value.text()};
    if (value.kind() == ValueKind::whole_number) return value.number();
    return std::nullopt;
}

/// Puts the values of one key into a record.
template <KeyedValue Value>
class KeyedField {
public:
    KeyedField(const RecordField& field, std::string_view key, RecordBuilder& record, UnusedKeys& unused)
        : field_(field), key_(key), record_(record), unused_(unused) {}

    void add(const Value& value) {
        if (value.kind() != ValueKind::list) {
            add_one(value);
        } else if (field_.element == "tekst") {
            add_pages(value);
        } else {
            value.for_each_item([&](const Value& item) { add_one(item); });
        }
    }

private:
    void add_one(const Value& value) {
        if (is_absent(value)) return;
        if (value.kind() == ValueKind::object) {
            add_object(value);
        } else if (auto text = scalar_text(value)) {
            add_written({std::move(*text), {}, {}, {}});
        } else {
            refuse(value);
        }
    }

    void add_object(const Value& object) {
        const std::vector<ValueMember<Value>> members = object.members();
        WrittenValue written;
        for (const std::string_view key : value_keys) {
            const auto found = std::ranges::lower_bound(members, key, {}, &ValueMember<Value>::key);
            if (found == members.end() || found->key != key || is_absent(found->value)) continue;
            const auto text = scalar_text(found->value);
            if (!text) return refuse(object);
            if (written.text.empty()) written.text = *text;
            if (key == "naam" || key == "label" || key == "name") written.name = *text;
        }
        if (written.text.empty()) return refuse(object);
        for (const auto& [key, value] : members) add_attribute(written, key, value);
        add_written(std::move(written));
    }

    void add_attribute(WrittenValue& written, std::string_view key, const Value& value) {
        if (std::ranges::find(value_keys, key) != value_keys.end() || is_absent(value)) return;
        const auto text = scalar_text(value);
        if (!has_attribute(field_, key)) return unused_.add(fmt::format("{}.{}", key_, key));
        if (!text) return refuse(value);
        written.attributes.emplace_back(key, one_line(*text));
    }

    /// A text that is a list has a page per item.
    void add_pages(const Value& pages) {
        KeyedField page{*find_record_field_by_element("pagina"), key_, record_, unused_};
        std::size_t number = 0;
        pages.for_each_item([&](const Value& item) {
            ++number;
            if (item.kind() != ValueKind::text) return page.add_one(item);
            if (!is_absent(item)) page.add_page(item.text(), number);
        });
    }

    void add_page(std::string_view text, std::size_t number) {
        add_written({std::string{text}, {}, {{"nummer", std::to_string(number)}}, {}});
    }

    void add_written(WrittenValue written) {
        written.field = {std::string{key_}, std::string{key_}};
        record_.add(field_, written);
    }

    void refuse(const Value& value) {
        const std::string shown = in_quotes(value.written());
        record_.problem(
            ErrorCode::malformed,
            {fmt::format("{}: {} past hier niet", key_, shown), fmt::format("{}: {} does not fit here", key_, shown)},
            {"geef tekst, een geheel getal, of een object met code of naam",
             "give a text, a whole number, or an object with code or naam"});
    }

    const RecordField& field_;
    std::string_view key_;
    RecordBuilder& record_;
    UnusedKeys& unused_;
};

void add_id(const KeyedValue auto& value, RecordBuilder& record) {
    if (is_absent(value)) return;
    if (value.kind() == ValueKind::text) return record.set_id(value.text());
    if (value.kind() == ValueKind::whole_number) return record.set_id(value.number());
    record.problem(ErrorCode::malformed, {"id: geen tekst", "id: not a text"});
}

/// `members` as `KeyedValue::members` gives them.
template <KeyedValue Value>
void add_members(const std::vector<ValueMember<Value>>& members, RecordBuilder& record, UnusedKeys& unused) {
    for (const auto& [key, value] : members) {
        if (key == "id") {
            add_id(value, record);
        } else if (const RecordField* field = find_record_field_by_key(key)) {
            KeyedField<Value>{*field, key, record, unused}.add(value);
        } else if (value.kind() != ValueKind::null) {
            unused.add(key);
        }
    }
    unused.report_to(record);
}

}  // namespace schakel

#include "corpus/keyed_record.hpp"

#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "config/nearest.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/keyed_values.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

using nlohmann::json;

/// A view of a value of the library nlohmann-json.
class TreeValue {
public:
    explicit TreeValue(const json& value) : value_(&value) {}

    ValueKind kind() const {
        switch (value_->type()) {
            case json::value_t::null: return ValueKind::null;
            case json::value_t::string: return ValueKind::text;
            case json::value_t::number_integer:
            case json::value_t::number_unsigned: return ValueKind::whole_number;
            case json::value_t::array: return ValueKind::list;
            case json::value_t::object: return ValueKind::object;
            default: return ValueKind::other;
        }
    }

    std::string_view text() const { return value_->get_ref<const std::string&>(); }
    std::string number() const { return value_->dump(); }
    bool is_empty() const { return value_->empty(); }
    std::string written() const { return value_->dump(-1, ' ', false, json::error_handler_t::replace); }

    std::vector<ValueMember<TreeValue>> members() const {
        std::vector<ValueMember<TreeValue>> members;
        for (const auto& [key, value] : value_->items()) members.push_back({key, TreeValue{value}});
        return members;
    }

    void for_each_item(const std::invocable<const TreeValue&> auto& visit) const {
        for (const json& item : *value_) visit(TreeValue{item});
    }

private:
    const json* value_;  // never null
};

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

void UnusedKeys::add(std::string_view key) {
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
    add_members(TreeValue{object}.members(), record, unused);
}

}  // namespace schakel

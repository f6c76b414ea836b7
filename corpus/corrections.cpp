#include "corpus/corrections.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xxhash.h>

#include "corpus/excerpt.hpp"
#include "corpus/keyed_record.hpp"
#include "corpus/readers/line_stream.hpp"

namespace schakel {

namespace {

using nlohmann::json;

constexpr std::size_t longest_line = std::size_t{16} << 20;

struct Judgement {
    std::string_view key;
    bool holds;
};
constexpr std::array judgements{Judgement{"bevestigd", true}, Judgement{"afgewezen", false}};
constexpr std::string_view emptied_key = "leeg";

bool is_control_key(std::string_view key) {
    return key == "id" || key == emptied_key || std::ranges::find(judgements, key, &Judgement::key) != judgements.end();
}

tl::unexpected<Error> malformed(const std::string& location, std::string_view nl, std::string_view en, Text hint) {
    return fail(ErrorCode::malformed, {fmt::format("{}: {}", location, nl), fmt::format("{}: {}", location, en)},
                std::move(hint));
}

tl::unexpected<Error> no_field(const std::string& location, std::string_view key) {
    return malformed(location, fmt::format("{} is geen veld", in_quotes(key)),
                     fmt::format("{} is not a field", in_quotes(key)),
                     {"FORMATS.md noemt alle velden", "FORMATS.md lists all fields"});
}

bool is_list_of_texts(const json& value) {
    return value.is_array() && std::ranges::all_of(value, [](const json& item) { return item.is_string(); });
}

Result<void> check_emptied(const std::string& location, const json& object) {
    const auto found = object.find(emptied_key);
    if (found == object.end()) return {};
    if (!is_list_of_texts(*found))
        return malformed(location, "leeg is geen lijst van velden", "leeg is not a list of fields", {});
    for (const json& key : *found)
        if (find_record_field_by_key(key.get<std::string>()) == nullptr)
            return no_field(location, key.get<std::string>());
    return {};
}

Result<void> check_verdicts(const std::string& location, const json& object) {
    for (const Judgement& judgement : judgements) {
        const auto found = object.find(judgement.key);
        if (found == object.end()) continue;
        if (!found->is_object())
            return malformed(location, fmt::format("{} is geen object", judgement.key),
                             fmt::format("{} is not an object", judgement.key), {});
        for (const auto& [key, codes] : found->items()) {
            if (find_record_field_by_key(key) == nullptr) return no_field(location, key);
            if (!is_list_of_texts(codes))
                return malformed(location, fmt::format("{}: geef een lijst van codes", key),
                                 fmt::format("{}: give a list of codes", key), {});
        }
    }
    return {};
}

Result<void> check_keys(const std::string& location, const json& object) {
    for (const auto& [key, value] : object.items())
        if (!is_control_key(key) && find_record_field_by_key(key) == nullptr) return no_field(location, key);
    return {};
}

Result<json> parse(const std::string& location, const std::string& line) {
    json object = json::parse(line, nullptr, false);
    if (!object.is_object())
        return malformed(location, "dit is geen JSON-object", "this is no JSON object",
                         {R"(schrijf bijvoorbeeld {"id": "…", "themas": ["wonen"]})",
                          R"(write for example {"id": "…", "themas": ["wonen"]})"});
    const auto id = object.find("id");
    if (id == object.end() || !id->is_string() || id->get_ref<const std::string&>().empty())
        return fail(ErrorCode::missing_field, {location + ": de id ontbreekt", location + ": the id is missing"},
                    {"een correctie noemt de id van het record", "a correction names the id of the record"});
    for (const auto check : {check_keys, check_emptied, check_verdicts})
        if (auto good = check(location, object); !good) return tl::unexpected(good.error());
    return object;
}

void add_verdicts(const json& object, std::vector<Verdict>& verdicts) {
    for (const Judgement& judgement : judgements) {
        const auto found = object.find(judgement.key);
        if (found == object.end()) continue;
        for (const auto& [key, codes] : found->items())
            for (const json& code : codes)
                verdicts.push_back(
                    {std::string{find_record_field_by_key(key)->element}, code.get<std::string>(), judgement.holds});
    }
}

/// Replaces the fields that the correction has.
ReadRecord corrected(ReadRecord record, const json& correction, const std::string& location) {
    add_verdicts(correction, record.product->verdicts);
    RecordBuilder builder = RecordBuilder::of(location, std::move(*record.product));
    json fields = json::object();
    if (const auto emptied = correction.find(emptied_key); emptied != correction.end())
        for (const json& key : *emptied) builder.clear(*find_record_field_by_key(key.get<std::string>()));
    for (const auto& [key, value] : correction.items()) {
        if (is_control_key(key)) continue;
        builder.clear(*find_record_field_by_key(key));
        fields[key] = value;
    }
    UnusedKeys unused;
    add_keyed_values(fields, builder, unused);
    ReadRecord result = std::move(builder).finish();
    if (result.product) result.location = std::move(record.location);
    result.raw_hash = record.raw_hash;
    result.notices.insert(result.notices.begin(), record.notices.begin(), record.notices.end());
    return result;
}

}  // namespace

Result<Corrections> Corrections::load(const std::filesystem::path& folder) {
    Corrections corrections;
    std::error_code problem;
    std::set<std::filesystem::path> files;
    if (!std::filesystem::exists(folder, problem)) return corrections;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem))
        if (entry.path().extension() == ".jsonl") files.insert(entry.path());
    if (problem)
        return fail(ErrorCode::unreadable,
                    {fmt::format("{} kan niet worden gelezen: {}", folder.string(), problem.message()),
                     fmt::format("{} cannot be read: {}", folder.string(), problem.message())});
    for (const std::filesystem::path& file : files)
        if (auto read = corrections.read_file(file); !read) return tl::unexpected(read.error());
    return corrections;
}

Result<void> Corrections::read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    LineStream lines(stream, longest_line);
    std::string line;
    for (auto outcome = lines.next(line); outcome != LineStream::Outcome::end; outcome = lines.next(line)) {
        std::string location = fmt::format("{}:{}", file.string(), lines.number());
        if (outcome == LineStream::Outcome::too_long)
            return malformed(location, "de regel is te lang", "the line is too long", {});
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        if (auto added = add(std::move(location), std::move(line)); !added) return added;
    }
    if (!stream.is_open() || stream.bad())
        return fail(ErrorCode::unreadable, {fmt::format("{} kan niet worden gelezen", file.string()),
                                            fmt::format("{} cannot be read", file.string())});
    return {};
}

Result<void> Corrections::add(std::string location, std::string line) {
    const auto object = parse(location, line);
    if (!object) return tl::unexpected(object.error());
    hash_ = XXH3_64bits_withSeed(line.data(), line.size(), hash_);
    by_id_[object->at("id").get<std::string>()].push_back({std::move(location), std::move(line)});
    return {};
}

std::uint64_t Corrections::hash_of(std::string_view id) const {
    const auto found = by_id_.find(id);
    if (found == by_id_.end()) return 0;
    std::uint64_t hash = 0;
    for (const Correction& correction : found->second)
        hash = XXH3_64bits_withSeed(correction.line.data(), correction.line.size(), hash);
    return hash;
}

ReadRecord Corrections::apply(ReadRecord record) const {
    if (!record.product) return record;
    const auto found = by_id_.find(record.product->id);
    if (found == by_id_.end()) return record;
    for (const Correction& correction : found->second) {
        record = corrected(std::move(record), json::parse(correction.line), correction.location);
        if (!record.product) break;
    }
    return record;
}

}  // namespace schakel

#include "corpus/harvesters/harvest_state.hpp"

#include <system_error>

#include <nlohmann/json.hpp>

#include "config/file.hpp"
#include "config/index/durable_file.hpp"

namespace schakel {
namespace {

namespace fs = std::filesystem;

constexpr const char* file_name = "state.json";

std::string text_at(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_true_at(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

HarvestWindow window_of(const nlohmann::json& object) {
    return {is_true_at(object, "full"), is_true_at(object, "restarted"), text_at(object, "from"),
            text_at(object, "mark"), text_at(object, "token")};
}

}  // namespace

std::string to_json(const HarvestState& state) {
    nlohmann::json json{{"selection", state.selection}, {"mark", state.mark}, {"lastFull", state.last_full}};
    if (state.window)
        json["window"] = {{"full", state.window->full},
                          {"restarted", state.window->restarted},
                          {"from", state.window->from},
                          {"mark", state.window->mark},
                          {"token", state.window->token}};
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Result<HarvestState> parse_harvest_state(const std::string& name, std::string_view json) {
    const nlohmann::json parsed = nlohmann::json::parse(json, nullptr, false);
    if (!parsed.is_object())
        return fail(ErrorCode::malformed,
                    at_place(name, {"de stand van het oogsten is beschadigd", "the state of harvesting is damaged"}),
                    {"verwijder dit bestand; dan wordt de bron opnieuw in zijn geheel opgehaald",
                     "remove this file; the source is then harvested in full again"});
    HarvestState state{text_at(parsed, "selection"), text_at(parsed, "mark"), text_at(parsed, "lastFull"),
                       std::nullopt};
    if (const auto window = parsed.find("window"); window != parsed.end() && window->is_object())
        state.window = window_of(*window);
    return state;
}

Result<HarvestState> read_harvest_state(const fs::path& folder) {
    const fs::path file = folder / file_name;
    std::error_code absent;
    if (!fs::exists(file, absent)) return HarvestState{};
    const auto json = read_file(file);
    if (!json) return tl::unexpected(json.error());
    return parse_harvest_state(file.string(), *json);
}

Result<void> write_harvest_state(const fs::path& folder, const HarvestState& state) {
    const fs::path file = folder / file_name;
    const fs::path temporary = folder / ".state.json.new";
    if (auto written = write_durably(temporary, to_json(state)); !written) return written;
    std::error_code error;
    fs::rename(temporary, file, error);
    if (error) return io_failure(file, error.value());
    return flush_to_disk(folder);
}

}  // namespace schakel

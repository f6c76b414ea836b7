#include "config/settings_table.hpp"

#include <array>

#include <fmt/format.h>

namespace schakel {
namespace {

constexpr double longest_text = 4096;
constexpr double one_day = 86'400;

template <auto Section, auto Member>
SettingTarget target(Settings& settings) {
    return &(settings.*Section.*Member);
}

template <auto Member>
constexpr SettingKey path_key(std::string_view name) {
    return {"paths", name, target<&Settings::paths, Member>, 1, longest_text};
}

template <auto Member>
constexpr SettingKey optional_path_key(std::string_view name) {
    return {"paths", name, target<&Settings::paths, Member>, 0, longest_text};
}

template <auto Member>
constexpr SettingKey index_key(std::string_view name, double minimum, double maximum) {
    return {"index", name, target<&Settings::index, Member>, minimum, maximum};
}

template <auto Member>
constexpr SettingKey search_key(std::string_view name, double minimum, double maximum) {
    return {"search", name, target<&Settings::search, Member>, minimum, maximum};
}

template <auto Member>
constexpr SettingKey server_key(std::string_view name, double minimum, double maximum) {
    return {"server", name, target<&Settings::server, Member>, minimum, maximum};
}

/// Of the source at hand, which is the last one.
template <auto Member>
SettingTarget source_target(Settings& settings) {
    return &(settings.sources.back().*Member);
}

template <auto Member>
constexpr SettingKey source_key(std::string_view name, double minimum, double maximum) {
    return {"sources", name, source_target<Member>, minimum, maximum};
}

/// Of the index at hand, which is the last one.
template <auto Member>
SettingTarget index_target(Settings& settings) {
    return &(settings.indexes.back().*Member);
}

template <auto Member>
constexpr SettingKey other_index_key(std::string_view name, double minimum, double maximum) {
    return {indexes_section, name, index_target<Member>, minimum, maximum};
}

template <auto Member>
constexpr SettingKey query_log_key(std::string_view name, double minimum, double maximum) {
    return {"query_log", name, target<&Settings::query_log, Member>, minimum, maximum};
}

template <auto Member>
constexpr SettingKey site_key(std::string_view name, double minimum, double maximum) {
    return {"site", name, target<&Settings::site, Member>, minimum, maximum};
}

template <auto Member>
constexpr SettingKey access_key(std::string_view name, double minimum, double maximum) {
    return {"access", name, target<&Settings::access, Member>, minimum, maximum};
}

using Source = DeclaredSource;
using Site = Settings::Site;
using Access = Settings::Access;
using QueryLog = Settings::QueryLog;
using Paths = Settings::Paths;
using Index = Settings::Index;
using Search = Settings::Search;
using Server = Settings::Server;

constexpr std::array keys{
    path_key<&Paths::vocabularies>("vocabularies"),
    path_key<&Paths::regions>("regions"),
    path_key<&Paths::language_data>("language_data"),
    path_key<&Paths::recognition>("recognition"),
    path_key<&Paths::corrections>("corrections"),
    path_key<&Paths::harvest>("harvest"),
    path_key<&Paths::ranking>("ranking"),
    path_key<&Paths::best_bets>("best_bets"),
    optional_path_key<&Paths::query_log>("query_log"),
    optional_path_key<&Paths::lexicon>("lexicon"),

    index_key<&Index::keep_generations>("keep_generations", 1, 1000),
    index_key<&Index::threads>("threads", 0, 1024),
    index_key<&Index::suspicious_shrink>("suspicious_shrink", 0, 1),
    index_key<&Index::most_removed>("most_removed", 0, 1),
    index_key<&Index::most_segments>("most_segments", 2, 1000),
    index_key<&Index::most_deleted>("most_deleted", 0, 1),
    index_key<&Index::find_copies>("find_copies", 0, 1),
    index_key<&Index::postings_in_memory>("postings_in_memory", 1, 100'000'000),

    search_key<&Search::minimum_all_words>("minimum_all_words", 0, 10'000),
    search_key<&Search::bm25_k1>("bm25_k1", 0, 10),
    search_key<&Search::bm25_b>("bm25_b", 0, 1),
    search_key<&Search::weight_title>("weight_title", 0, 100),
    search_key<&Search::weight_abstract>("weight_abstract", 0, 100),
    search_key<&Search::weight_body>("weight_body", 0, 100),
    search_key<&Search::weight_subjects>("weight_subjects", 0, 100),
    search_key<&Search::weight_names>("weight_names", 0, 100),
    search_key<&Search::share_exponent>("share_exponent", 0, 10),
    search_key<&Search::title_bonus>("title_bonus", 0, 10),
    search_key<&Search::weight_exact_form>("weight_exact_form", 0, 10),
    search_key<&Search::weight_joined>("weight_joined", 0, 10),
    search_key<&Search::weight_inside>("weight_inside", 0, 10),
    search_key<&Search::weight_parts>("weight_parts", 0, 10),
    search_key<&Search::weight_synonym>("weight_synonym", 0, 10),
    search_key<&Search::weight_derivation>("weight_derivation", 0, 10),
    search_key<&Search::weight_english>("weight_english", 0, 10),
    search_key<&Search::weight_stop_word>("weight_stop_word", 0, 10),
    search_key<&Search::weight_proximity>("weight_proximity", 0, 10),
    search_key<&Search::weight_beginning>("weight_beginning", 0, 10),
    search_key<&Search::weight_freshness>("weight_freshness", 0, 1),
    search_key<&Search::nearness_municipality>("nearness_municipality", 0, 10),
    search_key<&Search::nearness_theme_region>("nearness_theme_region", 0, 10),
    search_key<&Search::nearness_shared_region>("nearness_shared_region", 0, 10),
    search_key<&Search::nearness_province>("nearness_province", 0, 10),
    search_key<&Search::nearness_national>("nearness_national", 0, 10),
    search_key<&Search::likeness_size>("likeness_size", 0, 10),
    search_key<&Search::likeness_province>("likeness_province", 0, 10),
    search_key<&Search::likeness_urbanity>("likeness_urbanity", 0, 10),
    search_key<&Search::maximum_pattern_words>("maximum_pattern_words", 1, 100'000),
    search_key<&Search::cache_megabytes>("cache_megabytes", 0, 100'000),
    search_key<&Search::maximum_query_characters>("maximum_query_characters", 1, 100'000),
    search_key<&Search::maximum_query_words>("maximum_query_words", 1, 250),
    search_key<&Search::maximum_results_reached>("maximum_results_reached", 100, 10'000'000),
    search_key<&Search::fragments>("fragments", 0, 20),
    search_key<&Search::fragment_characters>("fragment_characters", 40, 2000),

    server_key<&Server::address>("address", 1, longest_text),
    server_key<&Server::port>("port", 0, 65'535),
    server_key<&Server::threads>("threads", 0, 4096),
    server_key<&Server::maximum_queue>("maximum_queue", 1, 65'536),
    server_key<&Server::searches>("searches", 0, 4096),
    server_key<&Server::maximum_waiting_searches>("maximum_waiting_searches", 1, 65'536),
    server_key<&Server::maximum_connections>("maximum_connections", 1, 65'536),
    server_key<&Server::maximum_connections_per_address>("maximum_connections_per_address", 1, 65'536),
    server_key<&Server::keep_alive_seconds>("keep_alive_seconds", 0, one_day),
    server_key<&Server::request_timeout_seconds>("request_timeout_seconds", 1, one_day),
    server_key<&Server::shutdown_seconds>("shutdown_seconds", 0, one_day),
    server_key<&Server::generation_poll_milliseconds>("generation_poll_milliseconds", 10, one_day * 1000),
    server_key<&Server::trusted_proxies>("trusted_proxies", 0, longest_text),
    server_key<&Server::access_log>("access_log", 0, 1),
    server_key<&Server::public_url>("public_url", 0, longest_text),
    server_key<&Server::tls_certificate>("tls_certificate", 0, longest_text),
    server_key<&Server::tls_key>("tls_key", 0, longest_text),

    site_key<&Site::name>("name", 1, 100),
    site_key<&Site::organisation>("organisation", 0, 200),
    site_key<&Site::contact>("contact", 0, 200),
    site_key<&Site::theme>("theme", 1, 64),
    site_key<&Site::embedders>("embedders", 0, longest_text),
    site_key<&Site::old_after_days>("old_after_days", 0, 36'500),

    access_key<&Access::keys>("keys", 0, longest_text),
    access_key<&Access::allowed_origins>("allowed_origins", 0, longest_text),
    access_key<&Access::requests_per_minute>("requests_per_minute", 0, 1'000'000),
    access_key<&Access::report_only>("report_only", 0, 1),

    query_log_key<&QueryLog::keep_days>("keep_days", 1, 36'500),
    query_log_key<&QueryLog::suggest_after>("suggest_after", 1, 100'000),

    source_key<&Source::name>("name", 1, 64),
    source_key<&Source::kind>("kind", 1, 64),
    source_key<&Source::path>("path", 1, longest_text),
    source_key<&Source::url>("url", 1, longest_text),
    source_key<&Source::set>("set", 0, longest_text),
    source_key<&Source::metadata_prefix>("metadata_prefix", 1, longest_text),
    source_key<&Source::from>("from", 0, 10),
    source_key<&Source::until>("until", 0, 10),
    source_key<&Source::public_url>("public_url", 0, longest_text),
    source_key<&Source::licence>("licence", 0, longest_text),
    source_key<&Source::show_text>("show_text", 0, 1),
    source_key<&Source::longest_fragment>("longest_fragment", 0, 2000),
    source_key<&Source::recognise>("recognise", 0, 1),
    source_key<&Source::permission_agreed>("permission_agreed", 0, 1),

    other_index_key<&DeclaredIndex::name>("name", 1, 200),
    other_index_key<&DeclaredIndex::path>("path", 1, longest_text),
    other_index_key<&DeclaredIndex::maximum_age_days>("maximum_age_days", 0, 36'500),
};

constexpr bool keys_are_unique() {
    for (std::size_t i = 0; i < keys.size(); ++i)
        for (std::size_t j = i + 1; j < keys.size(); ++j)
            if (keys[i].section == keys[j].section && keys[i].name == keys[j].name) return false;
    return true;
}

constexpr bool ranges_are_in_order() {
    for (const SettingKey& key : keys)
        if (key.minimum > key.maximum) return false;
    return true;
}

static_assert(keys_are_unique());
static_assert(ranges_are_in_order());

struct WriteValue {
    std::string operator()(const bool* value) const { return *value ? "true" : "false"; }
    std::string operator()(const int* value) const { return fmt::format("{}", *value); }
    std::string operator()(const double* value) const { return fmt::format("{}", *value); }
    std::string operator()(const std::string* value) const { return fmt::format("\"{}\"", *value); }
    std::string operator()(const std::filesystem::path* value) const { return fmt::format("\"{}\"", value->string()); }
};

}  // namespace

std::span<const SettingKey> settings_table() { return keys; }

std::string to_text(const SettingKey& key, const Settings& settings) {
    Settings readable = settings;  // the table gives targets to write to
    if (readable.sources.empty()) readable.sources.emplace_back();
    if (readable.indexes.empty()) readable.indexes.emplace_back();
    return fmt::format("{} = {}", key.name, std::visit(WriteValue{}, key.target(readable)));
}

std::string to_text(const Settings& settings) {
    std::string text;
    const auto add_section = [&](std::string_view section, const Settings& written) {
        for (const SettingKey& key : keys)
            if (key.section == section) text += fmt::format("{}.{}\n", key.section, to_text(key, written));
    };
    for (const SettingKey& key : keys)
        if (!is_list(key.section)) text += fmt::format("{}.{}\n", key.section, to_text(key, settings));
    for (const DeclaredSource& source : settings.sources) add_section(sources_section, Settings{.sources = {source}});
    for (const DeclaredIndex& index : settings.indexes) add_section(indexes_section, Settings{.indexes = {index}});
    return text;
}

}  // namespace schakel

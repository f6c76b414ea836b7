#include "config/settings_table.hpp"

#include <array>

#include <fmt/format.h>

namespace schakel {
namespace {

constexpr double longest_text = 4096;
constexpr double one_day = 86'400;

/// A section of schakel.toml and the part of a Settings that its keys set. Of a section that may occur several times that is the one
/// at hand, which is the last.
template <auto Part>
struct Section {
    std::string_view name;

    template <auto Member>
    static SettingTarget target(Settings& settings) {
        auto& part = settings.*Part;
        if constexpr (requires { part.back(); })
            return &(part.back().*Member);
        else
            return &(part.*Member);
    }

    template <auto Member>
    constexpr SettingKey key(std::string_view key_name, double minimum, double maximum) const {
        return {name, key_name, target<Member>, minimum, maximum};
    }
};

constexpr Section<&Settings::paths> paths{"paths"};
constexpr Section<&Settings::index> index{"index"};
constexpr Section<&Settings::search> search{"search"};
constexpr Section<&Settings::server> server{"server"};
constexpr Section<&Settings::site> site{"site"};
constexpr Section<&Settings::access> access{"access"};
constexpr Section<&Settings::query_log> query_log{"query_log"};
constexpr Section<&Settings::reading> reading{"reading"};
constexpr Section<&Settings::recognition> recognition{"recognition"};
constexpr Section<&Settings::sources> sources{sources_section};
constexpr Section<&Settings::indexes> indexes{indexes_section};

using Source = DeclaredSource;
using Site = Settings::Site;
using Access = Settings::Access;
using QueryLog = Settings::QueryLog;
using Reading = Settings::Reading;
using Recognition = Settings::Recognition;
using Paths = Settings::Paths;
using Index = Settings::Index;
using Search = Settings::Search;
using Server = Settings::Server;

constexpr std::array keys{
    paths.key<&Paths::vocabularies>("vocabularies", 1, longest_text),
    paths.key<&Paths::regions>("regions", 1, longest_text),
    paths.key<&Paths::language_data>("language_data", 1, longest_text),
    paths.key<&Paths::recognition>("recognition", 1, longest_text),
    paths.key<&Paths::corrections>("corrections", 1, longest_text),
    paths.key<&Paths::harvest>("harvest", 1, longest_text),
    paths.key<&Paths::ranking>("ranking", 1, longest_text),
    paths.key<&Paths::best_bets>("best_bets", 1, longest_text),
    paths.key<&Paths::query_log>("query_log", 0, longest_text),
    paths.key<&Paths::lexicon>("lexicon", 0, longest_text),

    index.key<&Index::keep_generations>("keep_generations", 1, 1000),
    index.key<&Index::threads>("threads", 0, 1024),
    index.key<&Index::suspicious_shrink>("suspicious_shrink", 0, 1),
    index.key<&Index::most_removed>("most_removed", 0, 1),
    index.key<&Index::most_segments>("most_segments", 2, 1000),
    index.key<&Index::most_deleted>("most_deleted", 0, 1),
    index.key<&Index::find_copies>("find_copies", 0, 1),
    index.key<&Index::postings_in_memory>("postings_in_memory", 1, 100'000'000),

    reading.key<&Reading::processor_seconds>("processor_seconds", 1, one_day),
    reading.key<&Reading::seconds>("seconds", 1, one_day),
    reading.key<&Reading::memory_megabytes>("memory_megabytes", 128, 65'536),
    reading.key<&Reading::text_megabytes>("text_megabytes", 1, 2048),
    reading.key<&Reading::file_megabytes>("file_megabytes", 1, 256),
    reading.key<&Reading::archive_factor>("archive_factor", 1, 1000),

    recognition.key<&Recognition::least_region>("least_region", 0, 1),
    recognition.key<&Recognition::least_theme>("least_theme", 0, 1),
    recognition.key<&Recognition::least_domain>("least_domain", 0, 1),
    recognition.key<&Recognition::least_organisation>("least_organisation", 0, 1),
    recognition.key<&Recognition::least_year>("least_year", 0, 1),
    recognition.key<&Recognition::most_themes>("most_themes", 0, 100),
    recognition.key<&Recognition::most_domains>("most_domains", 0, 100),

    search.key<&Search::minimum_all_words>("minimum_all_words", 0, 10'000),
    search.key<&Search::bm25_k1>("bm25_k1", 0, 10),
    search.key<&Search::bm25_b>("bm25_b", 0, 1),
    search.key<&Search::weight_title>("weight_title", 0, 100),
    search.key<&Search::weight_abstract>("weight_abstract", 0, 100),
    search.key<&Search::weight_body>("weight_body", 0, 100),
    search.key<&Search::weight_subjects>("weight_subjects", 0, 100),
    search.key<&Search::weight_names>("weight_names", 0, 100),
    search.key<&Search::share_exponent>("share_exponent", 0, 10),
    search.key<&Search::title_bonus>("title_bonus", 0, 10),
    search.key<&Search::weight_exact_form>("weight_exact_form", 0, 10),
    search.key<&Search::weight_joined>("weight_joined", 0, 10),
    search.key<&Search::weight_inside>("weight_inside", 0, 10),
    search.key<&Search::weight_parts>("weight_parts", 0, 10),
    search.key<&Search::weight_synonym>("weight_synonym", 0, 10),
    search.key<&Search::weight_derivation>("weight_derivation", 0, 10),
    search.key<&Search::weight_english>("weight_english", 0, 10),
    search.key<&Search::weight_stop_word>("weight_stop_word", 0, 10),
    search.key<&Search::weight_proximity>("weight_proximity", 0, 10),
    search.key<&Search::weight_early>("weight_early", 0, 10),
    search.key<&Search::weight_beginning>("weight_beginning", 0, 10),
    search.key<&Search::weight_freshness>("weight_freshness", 0, 1),
    search.key<&Search::nearness_municipality>("nearness_municipality", 0, 10),
    search.key<&Search::nearness_theme_region>("nearness_theme_region", 0, 10),
    search.key<&Search::nearness_shared_region>("nearness_shared_region", 0, 10),
    search.key<&Search::nearness_province>("nearness_province", 0, 10),
    search.key<&Search::nearness_national>("nearness_national", 0, 10),
    search.key<&Search::likeness_size>("likeness_size", 0, 10),
    search.key<&Search::likeness_province>("likeness_province", 0, 10),
    search.key<&Search::likeness_urbanity>("likeness_urbanity", 0, 10),
    search.key<&Search::maximum_pattern_words>("maximum_pattern_words", 1, 100'000),
    search.key<&Search::cache_megabytes>("cache_megabytes", 0, 100'000),
    search.key<&Search::maximum_query_characters>("maximum_query_characters", 1, 100'000),
    search.key<&Search::maximum_query_words>("maximum_query_words", 1, 250),
    search.key<&Search::maximum_results_reached>("maximum_results_reached", 100, 10'000'000),
    search.key<&Search::fragments>("fragments", 0, 20),
    search.key<&Search::fragment_characters>("fragment_characters", 40, 2000),

    server.key<&Server::address>("address", 1, longest_text),
    server.key<&Server::port>("port", 0, 65'535),
    server.key<&Server::threads>("threads", 0, 4096),
    server.key<&Server::maximum_queue>("maximum_queue", 1, 65'536),
    server.key<&Server::searches>("searches", 0, 4096),
    server.key<&Server::maximum_waiting_searches>("maximum_waiting_searches", 1, 65'536),
    server.key<&Server::maximum_connections>("maximum_connections", 1, 65'536),
    server.key<&Server::maximum_connections_per_address>("maximum_connections_per_address", 1, 65'536),
    server.key<&Server::keep_alive_seconds>("keep_alive_seconds", 0, one_day),
    server.key<&Server::request_timeout_seconds>("request_timeout_seconds", 1, one_day),
    server.key<&Server::shutdown_seconds>("shutdown_seconds", 0, one_day),
    server.key<&Server::generation_poll_milliseconds>("generation_poll_milliseconds", 10, one_day * 1000),
    server.key<&Server::trusted_proxies>("trusted_proxies", 0, longest_text),
    server.key<&Server::access_log>("access_log", 0, 1),
    server.key<&Server::public_url>("public_url", 0, longest_text),
    server.key<&Server::tls_certificate>("tls_certificate", 0, longest_text),
    server.key<&Server::tls_key>("tls_key", 0, longest_text),

    site.key<&Site::name>("name", 1, 100),
    site.key<&Site::organisation>("organisation", 0, 200),
    site.key<&Site::contact>("contact", 0, 200),
    site.key<&Site::theme>("theme", 1, 64),
    site.key<&Site::embedders>("embedders", 0, longest_text),
    site.key<&Site::old_after_days>("old_after_days", 0, 36'500),

    access.key<&Access::keys>("keys", 0, longest_text),
    access.key<&Access::allowed_origins>("allowed_origins", 0, longest_text),
    access.key<&Access::requests_per_minute>("requests_per_minute", 0, 1'000'000),
    access.key<&Access::report_only>("report_only", 0, 1),

    query_log.key<&QueryLog::keep_days>("keep_days", 1, 36'500),
    query_log.key<&QueryLog::suggest_after>("suggest_after", 1, 100'000),

    sources.key<&Source::name>("name", 1, 64),
    sources.key<&Source::kind>("kind", 1, 64),
    sources.key<&Source::path>("path", 1, longest_text),
    sources.key<&Source::url>("url", 1, longest_text),
    sources.key<&Source::set>("set", 0, longest_text),
    sources.key<&Source::metadata_prefix>("metadata_prefix", 1, longest_text),
    sources.key<&Source::from>("from", 0, 10),
    sources.key<&Source::until>("until", 0, 10),
    sources.key<&Source::public_url>("public_url", 0, longest_text),
    sources.key<&Source::licence>("licence", 0, longest_text),
    sources.key<&Source::show_text>("show_text", 0, 1),
    sources.key<&Source::longest_fragment>("longest_fragment", 0, 2000),
    sources.key<&Source::recognise>("recognise", 0, 1),
    sources.key<&Source::permission_agreed>("permission_agreed", 0, 1),

    indexes.key<&DeclaredIndex::name>("name", 1, 200),
    indexes.key<&DeclaredIndex::path>("path", 1, longest_text),
    indexes.key<&DeclaredIndex::maximum_age_days>("maximum_age_days", 0, 36'500),
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
    for (const DeclaredIndex& other : settings.indexes) add_section(indexes_section, Settings{.indexes = {other}});
    return text;
}

}  // namespace schakel

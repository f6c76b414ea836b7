#include "searchd/access/keys_command.hpp"

#include <chrono>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "config/command_line.hpp"
#include "config/settings.hpp"
#include "searchd/access/key_file.hpp"

namespace schakel {

namespace {

constexpr int most_per_minute = 1'000'000;

void add_shared_options(CLI::App& command, KeysOptions& options) {
    add_config_option(command, options.config);
    add_language_option(command, options.language);
}

CLI::App& add_action(CLI::App& keys, KeysOptions& options, const char* name, const char* description) {
    CLI::App& action = *keys.add_subcommand(name, description)->group("Opdrachten");
    speak_dutch(action);
    add_shared_options(action, options);
    action.callback([&options, name] { options.action = name; });
    return action;
}

void add_add(CLI::App& keys, KeysOptions& options) {
    CLI::App& add =
        add_action(keys, options, "add", "Maak een sleutel: --name NAAM [--per-minute N] [--origins ADRESSEN]");
    add.add_option("--name", options.name, "Wie de sleutel gebruikt, zoals een organisatie")
        ->type_name("NAAM")
        ->required();
    add.add_option("--per-minute", options.per_minute,
                   "Verzoeken per minuut; 0 = onbeperkt (standaard: als zonder sleutel)")
        ->type_name("N")
        ->check(whole_number(0, most_per_minute));
    add.add_option("--origins", options.origins,
                   "Websites waarvan de scripts de sleutel gebruiken, met een spatie ertussen")
        ->type_name("ADRESSEN");
}

/// CLI11 speaks of what is missing here in words that nobody knows.
Result<void> check(const KeysOptions& options) {
    const Text help{"meer staat in schakel-searchd keys --help", "more is in schakel-searchd keys --help"};
    if (options.action.empty())
        return fail(ErrorCode::usage,
                    {"zeg wat er met de sleutels moet gebeuren: add, list of revoke",
                     "say what to do with the keys: add, list or revoke"},
                    help);
    if (options.action == "revoke" && options.name.empty())
        return fail(ErrorCode::usage,
                    {"geef de naam van de sleutel: schakel-searchd keys revoke NAAM",
                     "give the name of the key: schakel-searchd keys revoke NAME"},
                    help);
    return {};
}

Result<std::filesystem::path> file_of(const KeysOptions& options) {
    const std::filesystem::path config = options.config.empty() ? default_settings_file() : options.config;
    const auto settings = load_settings(config);
    if (!settings) return tl::unexpected(settings.error());
    if (settings->access.keys.empty())
        return fail(ErrorCode::config_invalid,
                    {fmt::format("{}: er is geen bestand voor sleutels", config.string()),
                     fmt::format("{}: there is no file for keys", config.string())},
                    {"zet in [access] iets als keys = \"sleutels.tsv\"",
                     "put something like keys = \"sleutels.tsv\" in [access]"});
    return settings->access.keys;
}

Result<Text> add(const std::filesystem::path& file, const KeysOptions& options) {
    auto origins = OriginList::parse(options.origins);
    if (!origins) return tl::unexpected(origins.error());
    const auto key = new_key();
    if (!key) return tl::unexpected(key.error());
    const auto added = add_key(file, {.name = options.name,
                                      .hash = key_hash(*key),
                                      .per_minute = options.per_minute,
                                      .origins = std::move(*origins),
                                      .since = fmt::format("{:%Y-%m-%d}", std::chrono::system_clock::now())});
    if (!added) return tl::unexpected(added.error());
    return Text{fmt::format("{}\nDit is de sleutel van {}. Bewaar hem nu: hij wordt niet nog eens getoond.\n", *key,
                            options.name),
                fmt::format("{}\nThis is the key of {}. Keep it now: it is not shown again.\n", *key, options.name)};
}

Text limit_of(const ApiKey& key) {
    if (!key.per_minute) return {"als zonder sleutel", "as without a key"};
    if (*key.per_minute == 0) return {"onbeperkt", "no limit"};
    return {fmt::format("{} per minuut", *key.per_minute), fmt::format("{} a minute", *key.per_minute)};
}

Result<Text> list(const std::filesystem::path& file) {
    const auto keys = read_keys(file);
    if (!keys) return tl::unexpected(keys.error());
    if (keys->empty()) return Text{"Er zijn geen sleutels.\n", "There are no keys.\n"};
    Text text;
    for (const ApiKey& key : *keys) {
        const Text limit = limit_of(key);
        text.nl += fmt::format("{}\t{}\t{}\t{}\n", key.name, limit.nl, key.since, key.origins.text());
        text.en += fmt::format("{}\t{}\t{}\t{}\n", key.name, limit.en, key.since, key.origins.text());
    }
    return text;
}

Result<Text> revoke(const std::filesystem::path& file, const std::string& name) {
    if (const auto removed = remove_key(file, name); !removed) return tl::unexpected(removed.error());
    return Text{fmt::format("De sleutel van {} is ingetrokken.\n", name),
                fmt::format("The key of {} was revoked.\n", name)};
}

}  // namespace

CLI::App& add_keys_command(CLI::App& program, KeysOptions& options) {
    CLI::App& command = *program.add_subcommand("keys", "Beheer de sleutels voor de API")->group("Opdrachten");
    speak_dutch(command);
    add_shared_options(command, options);
    add_add(command, options);
    add_action(command, options, "list", "Toon de sleutels: naam, grens, sinds en websites");
    add_action(command, options, "revoke", "Trek een sleutel in: NAAM")
        .add_option("naam", options.name, "De naam van de sleutel")
        ->type_name("NAAM");
    return command;
}

Result<std::string> change_keys(const KeysOptions& options) {
    if (const auto whole = check(options); !whole) return tl::unexpected(whole.error());
    const auto file = file_of(options);
    if (!file) return tl::unexpected(file.error());
    const auto text = options.action == "add"    ? add(*file, options)
                      : options.action == "list" ? list(*file)
                                                 : revoke(*file, options.name);
    if (!text) return tl::unexpected(text.error());
    return text->in(options.language);
}

}  // namespace schakel

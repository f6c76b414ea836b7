#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "config/error.hpp"

namespace schakel {

/// What the command line of `schakel-searchd keys` said.
struct KeysOptions {
    std::string action;                   // add, list or revoke
    std::string name;                     // --name of add, or the argument of revoke
    std::optional<int> per_minute;        // --per-minute
    std::string origins;                  // --origins
    std::filesystem::path config;         // --config; empty = the default file
    Language language = Language::dutch;  // --lang
};

/// Adds the command `keys` with its own commands to the program; parsing fills `options`, which must outlive it.
CLI::App& add_keys_command(CLI::App& program, KeysOptions& options);

/// Does it, and returns what is to be printed: the new key, which is shown this once only, or what keys there are. Errors: those
/// of `load_settings`, `add_key`, `remove_key` and `OriginList::parse`; config_invalid when the settings name no file of keys.
Result<std::string> change_keys(const KeysOptions& options);

}  // namespace schakel

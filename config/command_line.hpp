#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "config/error.hpp"

namespace schakel {

/// Makes CLI11 write its help in Dutch. Call it on the program and on each of its commands, before they get options.
void speak_dutch(CLI::App& command);

/// Adds --config, the file of the settings; parsing fills `file`, which must outlive the command. Empty = the default file.
void add_config_option(CLI::App& command, std::filesystem::path& file);

/// Adds --lang, nl or en; parsing fills `language`, which must outlive the command.
void add_language_option(CLI::App& command, Language& language);

/// Allows these values only.
CLI::Validator one_of(const std::vector<std::string>& allowed);

/// Allows whole numbers from `least` to `most` only.
CLI::Validator whole_number(int least, int most);

/// What is wrong with a command line and what to do: a usage error that names the option or command, and the nearest one that
/// exists. `program` is the one that threw `mistake` while parsing.
Error usage_error(const CLI::App& program, const CLI::ParseError& mistake);

/// The value of --lang on a command line that may be wrong elsewhere; Dutch without one.
Language language_asked_for(int argc, const char* const* argv);

}  // namespace schakel

#pragma once

#include <string>

namespace schakel {

/// Runs the script of a golden case in a new folder and returns what its commands said. A line of a script is
///   file NAME     followed by the lines of that file, each with four spaces in front (or empty)
///   $ COMMAND     a command of the shell; schakel-indexer and schakel-searchd are found, $POORT is a port that is taken
/// and per command the result holds the command, its standard output, its standard error with "! " in front, and its exit
/// status unless that is 0. What differs between runs is shown as <map>, <tijd>, <duur> and the like.
/// Throws std::runtime_error on a line that is none of these and on a command that does not end.
std::string run_cli_script(const std::string& script);

}  // namespace schakel

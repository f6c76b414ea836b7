#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace schakel::architecture {

/// One place where the source tree breaks a rule. All functions here are pure: text in, violations out.
struct Violation {
    std::string file;      // relative to the root of the source tree
    std::size_t line = 0;  // from 1; 0 = the file or folder as a whole
    std::string what;
};

/// "file:line: what", as a compiler would print it.
std::string to_text(const Violation& violation);

/// The source without comments and with empty string and character literals. Line numbers stay the same.
std::string code_only(std::string_view source);

/// Edges between layers that are not allowed, and includes that are not written from the root, in one C++ file.
std::vector<Violation> include_violations(std::string_view file, std::string_view source);

/// Edges between layers that are not allowed in the target_link_libraries of one CMakeLists.txt.
std::vector<Violation> link_violations(std::string_view file, std::string_view cmake);

/// Folders at the root that are not part of the house, and folders of the house that are missing.
std::vector<Violation> top_level_violations(const std::set<std::string>& folders);

/// Folders with C++ files that do not explain themselves. `files`: every file of the tree, relative to its root.
std::vector<Violation> readme_violations(const std::set<std::string>& files);

/// More lines of code than a file with one noun has.
std::vector<Violation> size_violations(std::string_view file, std::string_view source);

/// Exceptions that are swallowed: an empty catch, or a catch (...) in a file that is no boundary.
std::vector<Violation> catch_violations(std::string_view file, std::string_view source);

/// The files that may hold a catch (...): there an exception would otherwise leave the program or the thread. Beside them
/// every main.cpp may.
const std::set<std::string, std::less<>>& boundary_files();

}  // namespace schakel::architecture

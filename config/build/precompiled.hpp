#pragma once

// Standard headers that most files include. Every file still includes what it uses itself: the build of clang-tidy
// (preset tidy) works without this header and so finds an include that is missing.
#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

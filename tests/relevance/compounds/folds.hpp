#pragma once

#include <cstddef>
#include <string_view>

namespace schakel {

/// How many parts of the words are held out in turn.
inline constexpr std::size_t folds = 5;

/// The part that a word is in. Words with the same beginning are in the same: jaarbeurs tells of jaarbeurshallen.
constexpr std::size_t fold_of(std::string_view word) {
    constexpr std::size_t same_beginning = 4;
    std::size_t hash = 2166136261U;  // FNV-1a
    for (const char letter : word.substr(0, same_beginning))
        hash = ((hash ^ static_cast<unsigned char>(letter)) * 16777619U) & 0xFFFFFFFFU;
    return hash / 7 % folds;
}

}  // namespace schakel

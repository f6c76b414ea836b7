#pragma once

#include <string>
#include <utility>

namespace schakel {

/// The two languages in which the programs speak to people.
enum class Language { dutch, english };

/// One message in both languages, so that the border (terminal, HTTP) chooses and nothing deeper needs to know.
/// Immutable after construction; safe to read from any thread.
struct Text {
    std::string nl;
    std::string en;

    Text() = default;
    Text(std::string dutch, std::string english) : nl(std::move(dutch)), en(std::move(english)) {}

    const std::string& in(Language language) const& { return language == Language::english ? en : nl; }

    /// Of a message that goes with this expression: what is kept of it must be a copy.
    std::string in(Language language) && { return std::move(language == Language::english ? en : nl); }

    bool empty() const { return nl.empty(); }
};

/// The text with a place such as `gemeenten.tsv:12` in front, in both languages.
inline Text at_place(const std::string& place, const Text& text) {
    return {place + ": " + text.nl, place + ": " + text.en};
}

}  // namespace schakel

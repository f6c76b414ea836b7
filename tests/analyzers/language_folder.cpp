#include "tests/analyzers/language_folder.hpp"

#include <fstream>
#include <stdexcept>

namespace schakel {

const LanguageData& shipped_language() {
    static const LanguageData language = [] {
        auto loaded = load_language_data(repository_folder() / "config" / "nl");
        if (!loaded) throw std::runtime_error(to_text(loaded.error(), Language::english));
        return std::move(*loaded);
    }();
    return language;
}

LanguageFolder::LanguageFolder() {
    write("stopwoorden.tsv", "woord\nde\nmen\n");
    write("stamuitzonderingen.tsv", "woord\tstam\nkinderen\tkind\n");
    write("onveranderd.tsv", "woord\nassen\n");
}

void LanguageFolder::write(std::string_view file, std::string_view text) const {
    std::ofstream stream(this->file(file), std::ios::binary);
    stream << text;
    if (!stream.flush()) throw std::runtime_error("cannot write " + this->file(file).string());
}

}  // namespace schakel

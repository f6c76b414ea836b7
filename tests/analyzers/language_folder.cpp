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
    write("afkortingen.tsv", "afkorting\tvorm\thoofdletters\tvoluit\nGGD\tggd\t\t\n");
    write("spelling.tsv", "geschreven\thedendaags\naktie\tactie\n");
    write("opvolgers.tsv", "oud\tnieuw\n");
    write("samenstellingen.tsv", "woord\tdelen\nrandgroepjongeren\trand|groep|jongeren\n");
    write("ongesplitst.tsv", "woord\nbestuurder\n");
    write("woorddelen.tsv", "deel\neco-\n");
}

void LanguageFolder::write(std::string_view file, std::string_view text) const {
    std::ofstream stream(this->file(file), std::ios::binary);
    stream << text;
    if (!stream.flush()) throw std::runtime_error("cannot write " + this->file(file).string());
}

}  // namespace schakel

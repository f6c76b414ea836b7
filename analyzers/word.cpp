#include "analyzers/word.hpp"

namespace schakel {

std::string_view rule_name(WordRule rule) {
    switch (rule) {
        case WordRule::none: return "geen";
        case WordRule::stop_word: return "stopwoord";
        case WordRule::exception: return "stamuitzondering";
        case WordRule::unchanged: return "onveranderd";
        case WordRule::abbreviation: return "afkorting";
        case WordRule::spelling: return "spelling";
        case WordRule::lexicon: return "woordenlijst";
        case WordRule::compound: return "samenstelling";
        case WordRule::stemmer: return "stemmer";
        case WordRule::english: return "engels";
        case WordRule::foreign: return "anderstalig";
    }
    return "";
}

}  // namespace schakel

// What somebody types while suggestions are asked for, of any bytes: as words to find names by, marked in a name, and
// judged for the log of questions.
#include "searchd/suggestions/typed_text.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "config/utf8.hpp"
#include "searchd/query_log/personal_text.hpp"
#include "searchd/suggestions/word_keys.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/paths.hpp"

namespace {

using schakel::promise;

const schakel::LanguageData& language_data() {
    static const auto data = schakel::load_language_data(schakel::repository_folder() / "config" / "nl");
    promise(data.has_value(), "the language data can be loaded");
    return *data;
}

const schakel::PersonalText& personal() {
    static const auto loaded = schakel::PersonalText::load(schakel::repository_folder() / "config" / "recognition");
    promise(loaded.has_value(), "the names can be loaded");
    return *loaded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text{reinterpret_cast<const char*>(bytes), size};
    const schakel::TypedText typed(text, language_data());
    promise(typed.words().size() <= 16, "no more than sixteen words count");
    std::string whole;
    for (const schakel::FragmentPiece& piece : typed.marked(text)) whole += piece.text;
    promise(whole == text, "pieces together are the name");
    schakel::WordKeys keys(language_data());
    schakel::NameIndex::Builder builder;
    builder.add(keys.of(text));
    const schakel::NameIndex index = builder.finish();
    bool found = false;
    index.find(typed.words(), [&](std::uint32_t, schakel::MatchPlace) { return found = true; });
    promise(found || typed.words().empty(), "a name is found by its own words");
    (void)personal().is_in(text);
    return 0;
}

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/index/placed_form.hpp"

namespace schakel {

/// The places of every form of one text field, form by form. It is for long documents: what is asked for is read where it stands,
/// and the rest of the document costs nothing. `placed` has ascending positions from 1. Pure.
std::string encode_place_lists(std::span<const PlacedForm> placed);

/// The places of `forms` (ascending) in `lists`, in reading order; at one position the word that stands there comes before what it
/// implies. Errors: index_corrupt. Pure; takes time in proportion to how often these forms occur.
Result<std::vector<PlacedForm>> read_place_lists(std::string_view lists, std::span<const FormNumber> forms,
                                                 const PlaceLimit& limit = {});

/// The list of a form, not read yet.
struct FormList {
    FormNumber form = 0;
    std::string_view bytes;
};

/// What one word has in `lists`, which must outlive it. A word is its forms, ascending.
struct ListedWord {
    std::vector<FormList> lists;  // of those of its forms that stand there, ascending
    std::size_t bytes = 0;        // of all lists: about one for each place
};
Result<ListedWord> listed_word(std::string_view lists, std::span<const FormNumber> forms);

/// The first place of the word; 0 when it does not stand there. Pure.
std::uint32_t first_place(const ListedWord& word);

/// The places of words that stand near each other, in reading order: all of the word that stands there least often, and of each other
/// one those within `near` words of such a place. Empty when a word is missing. Errors: index_corrupt. Pure; takes time in proportion
/// to how often the words occur, a nanosecond or two each.
Result<std::vector<PlacedForm>> read_near_places(std::vector<ListedWord> words, std::uint32_t near);

/// Appends up to `most` of the forms in `lists`, those with the lowest numbers. Errors: index_corrupt. Pure; takes time in proportion
/// to how many are appended.
Result<void> append_listed_forms(std::string_view lists, std::size_t most, std::vector<FormNumber>& forms);

}  // namespace schakel

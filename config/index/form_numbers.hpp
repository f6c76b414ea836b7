#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <tsl/robin_set.h>

#include "config/index/placed_form.hpp"
#include "config/index/term_numbers.hpp"

namespace schakel {

/// Numbers the forms of a segment: the lists of terms for which words stand. One thread; stays where it is made.
class FormNumbers {
public:
    FormNumbers();
    FormNumbers(const FormNumbers&) = delete;
    FormNumbers& operator=(const FormNumbers&) = delete;

    /// The number of the form with exactly these terms, a new one for a new list. Terms are distinct.
    FormNumber of(std::span<const TermNumber> terms);

    std::size_t size() const { return ends_.size(); }

    /// The terms of a form; until the next `of`.
    std::span<const TermNumber> terms_of(FormNumber form) const {
        const std::uint32_t begin = form == 0 ? 0 : ends_[form - 1];
        return std::span(terms_).subspan(begin, ends_[form] - begin);
    }

    /// How many terms all forms have together.
    std::size_t terms() const { return terms_.size(); }

private:
    using Terms = std::span<const TermNumber>;
    struct Hash {
        const FormNumbers* forms;
        std::size_t operator()(FormNumber form) const;
    };
    struct Equal {
        using is_transparent = void;
        const FormNumbers* forms;
        bool operator()(FormNumber a, FormNumber b) const { return a == b; }
        bool operator()(FormNumber form, Terms terms) const;
        bool operator()(Terms terms, FormNumber form) const { return (*this)(form, terms); }
    };

    std::vector<TermNumber> terms_;    // of all forms
    std::vector<std::uint32_t> ends_;  // by form, in terms_
    tsl::robin_set<FormNumber, Hash, Equal, std::allocator<FormNumber>, true> known_;
};

}  // namespace schakel

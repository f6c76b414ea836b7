#include "config/index/form_numbers.hpp"

#include <algorithm>

#include <xxhash.h>

namespace schakel {

namespace {

std::size_t hash_of(std::span<const TermNumber> terms) { return XXH3_64bits(terms.data(), terms.size_bytes()); }

}  // namespace

std::size_t FormNumbers::Hash::operator()(FormNumber form) const { return hash_of(forms->terms_of(form)); }

bool FormNumbers::Equal::operator()(FormNumber form, Terms terms) const {
    return std::ranges::equal(forms->terms_of(form), terms);
}

FormNumbers::FormNumbers() : known_(0, Hash{this}, Equal{this}) {}

FormNumber FormNumbers::of(std::span<const TermNumber> terms) {
    if (const auto known = known_.find(terms, hash_of(terms)); known != known_.end()) return *known;
    const auto number = static_cast<FormNumber>(ends_.size());
    terms_.insert(terms_.end(), terms.begin(), terms.end());
    ends_.push_back(static_cast<std::uint32_t>(terms_.size()));
    known_.insert(number);
    return number;
}

}  // namespace schakel

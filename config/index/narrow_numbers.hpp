#pragma once

#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace schakel {

/// A row of whole numbers, each in as many bytes (1, 2 or 4) as the largest of them needs. Not thread-safe while it grows.
class NarrowNumbers {
public:
    using Row = std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>, std::vector<std::uint32_t>>;

    NarrowNumbers() = default;
    explicit NarrowNumbers(Row numbers) : numbers_(std::move(numbers)) {}

    void push_back(std::uint32_t number) {
        widen_for(number);
        std::visit([&](auto& row) { row.push_back(static_cast<Element<decltype(row)>>(number)); }, numbers_);
    }

    std::uint32_t operator[](std::size_t index) const {
        return std::visit([&](const auto& row) { return std::uint32_t{row[index]}; }, numbers_);
    }

    std::size_t size() const {
        return std::visit([](const auto& row) { return row.size(); }, numbers_);
    }

    /// Calls `visit` with the vector of the width in use: whoever reads many numbers chooses the width once.
    template <class Visit>
    decltype(auto) visit(Visit&& visit) const {
        return std::visit(std::forward<Visit>(visit), numbers_);
    }

    bool operator==(const NarrowNumbers&) const = default;

private:
    template <class Vector>
    using Element = typename std::remove_cvref_t<Vector>::value_type;

    void widen_for(std::uint32_t number) {
        if (numbers_.index() == 0 && number > std::numeric_limits<std::uint8_t>::max()) widen_to<std::uint16_t>();
        if (numbers_.index() == 1 && number > std::numeric_limits<std::uint16_t>::max()) widen_to<std::uint32_t>();
    }

    template <class Wider>
    void widen_to() {
        numbers_ =
            std::visit([](const auto& row) -> Row { return std::vector<Wider>(row.begin(), row.end()); }, numbers_);
    }

    Row numbers_;
};

}  // namespace schakel

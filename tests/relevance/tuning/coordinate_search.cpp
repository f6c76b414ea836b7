#include "tests/relevance/tuning/coordinate_search.hpp"

#include <array>

namespace schakel {
namespace {

constexpr std::array<int, 4> steps{1, -1, 2, -2};

/// The point reached and how good it is.
class Climber {
public:
    Climber(const std::vector<std::size_t>& sizes, GridPoint start, const Objective& objective, double least_gain)
        : sizes_(sizes), at_(std::move(start)), objective_(objective), least_gain_(least_gain) {}

    Result<void> begin() {
        const auto value = objective_(at_);
        if (!value) return tl::unexpected(value.error());
        best_ = *value;
        return {};
    }

    /// Moves one setting as far as it gains; whether it moved.
    Result<bool> climb(std::size_t setting) {
        bool moved = false;
        for (const int step : steps)
            for (bool gains = true; gains;) {
                const auto stepped = try_step(setting, step);
                if (!stepped) return tl::unexpected(stepped.error());
                gains = *stepped;
                moved = moved || gains;
            }
        return moved;
    }

    const GridPoint& at() const { return at_; }

private:
    Result<bool> try_step(std::size_t setting, int step) {
        const auto next = static_cast<std::ptrdiff_t>(at_[setting]) + step;
        if (next < 0 || next >= static_cast<std::ptrdiff_t>(sizes_[setting])) return false;
        GridPoint candidate = at_;
        candidate[setting] = static_cast<std::size_t>(next);
        const auto value = objective_(candidate);
        if (!value) return tl::unexpected(value.error());
        if (*value <= best_ + least_gain_) return false;
        at_ = std::move(candidate);
        best_ = *value;
        return true;
    }

    const std::vector<std::size_t>& sizes_;
    GridPoint at_;
    const Objective& objective_;
    double least_gain_;
    double best_ = 0;
};

}  // namespace

Result<GridPoint> coordinate_search(const std::vector<std::size_t>& sizes, GridPoint start, const Objective& objective,
                                    double least_gain, int most_passes) {
    Climber climber(sizes, std::move(start), objective, least_gain);
    if (auto begun = climber.begin(); !begun) return tl::unexpected(begun.error());
    bool moved = true;
    for (int pass = 0; moved && pass < most_passes; ++pass) {
        moved = false;
        for (std::size_t setting = 0; setting < sizes.size(); ++setting) {
            const auto climbed = climber.climb(setting);
            if (!climbed) return tl::unexpected(climbed.error());
            moved = moved || *climbed;
        }
    }
    return climber.at();
}

}  // namespace schakel

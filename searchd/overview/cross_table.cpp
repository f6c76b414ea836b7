#include "searchd/overview/cross_table.hpp"

#include <optional>

namespace schakel {

namespace {

/// What every value set of a column is on one side of the table: worked out by set, of which there are far fewer than
/// documents.
class SideOfSets {
public:
    SideOfSets(const IndexSnapshot& snapshot, const TableSide& side)
        : column_(snapshot.facet(static_cast<std::size_t>(side.axis.facet->column))) {
        const std::vector<std::optional<std::uint32_t>> places = places_of_ordinals(side.axis);
        const std::vector<std::uint8_t> chosen = chosen_ordinals(snapshot, side);
        for (std::size_t set = 0; set < column_.sets(); ++set) {
            bool passes = side.chosen.empty();
            for (const Ordinal ordinal : column_.set(set)) {
                if (places[ordinal]) places_.push_back(*places[ordinal]);
                passes = passes || chosen[ordinal] != 0;
            }
            ends_.push_back(static_cast<std::uint32_t>(places_.size()));
            passes_.push_back(passes ? 1 : 0);
        }
    }

    std::uint32_t set_of(DocumentId document) const { return column_.set_of[document]; }
    bool passes(std::uint32_t set) const { return passes_[set] != 0; }
    std::span<const std::uint32_t> places(std::uint32_t set) const {
        return {places_.data() + ends_[set], places_.data() + ends_[set + 1]};
    }

private:
    /// Where each ordinal stands on the axis, if it does.
    std::vector<std::optional<std::uint32_t>> places_of_ordinals(const Axis& axis) const {
        std::vector<std::optional<std::uint32_t>> places(column_.values.size());
        for (std::size_t place = 0; place < axis.values.size(); ++place)
            if (const auto ordinal = axis.values[place].ordinal) places[*ordinal] = static_cast<std::uint32_t>(place);
        return places;
    }

    std::vector<std::uint8_t> chosen_ordinals(const IndexSnapshot& snapshot, const TableSide& side) const {
        std::vector<std::uint8_t> chosen(column_.values.size());
        for (const std::string& code : side.chosen)
            if (const auto ordinal = snapshot.ordinal(static_cast<std::size_t>(side.axis.facet->column), code))
                chosen[*ordinal] = 1;
        return chosen;
    }

    const FacetColumn& column_;
    std::vector<std::uint32_t> places_;   // of all sets behind each other
    std::vector<std::uint32_t> ends_{0};  // set s has [ends_[s], ends_[s + 1])
    std::vector<std::uint8_t> passes_;
};

}  // namespace

CrossTable cross_table(const IndexSnapshot& snapshot, std::span<const DocumentId> documents, const TableSide& rows,
                       const TableSide& columns) {
    const SideOfSets row_side(snapshot, rows);
    const SideOfSets column_side(snapshot, columns);
    const std::size_t width = columns.axis.values.size();
    CrossTable table;
    table.rows.resize(rows.axis.values.size());
    table.outside.resize(rows.axis.values.size());
    table.columns.resize(width);
    table.cells.resize(rows.axis.values.size() * width);
    for (const DocumentId document : documents) {
        const std::uint32_t row_set = row_side.set_of(document);
        const std::uint32_t column_set = column_side.set_of(document);
        const auto in_rows = row_side.places(row_set);
        const auto in_columns = column_side.places(column_set);
        const bool row_passes = row_side.passes(row_set);
        const bool column_passes = column_side.passes(column_set);
        for (const std::uint32_t row : in_rows) {
            table.rows[row] += column_passes ? 1u : 0u;
            table.outside[row] += column_passes && in_columns.empty() ? 1u : 0u;
            for (const std::uint32_t column : in_columns) ++table.cells[row * width + column];
        }
        for (const std::uint32_t column : in_columns) table.columns[column] += row_passes ? 1u : 0u;
        table.total += row_passes && column_passes ? 1u : 0u;
    }
    return table;
}

}  // namespace schakel

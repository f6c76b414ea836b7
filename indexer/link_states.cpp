#include "indexer/link_states.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "config/index/durable_file.hpp"
#include "config/table_file.hpp"

namespace schakel {

namespace {

constexpr std::string_view links_name = "links.tsv";
constexpr int failures_of_dead = 3;

bool read_number(std::string_view text, int& number) {
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc{} && end == text.data() + text.size();
}

}  // namespace

const LinkState* LinkStates::find(std::string_view address) const {
    const auto found = states_.find(address);
    return found == states_.end() ? nullptr : &found->second;
}

bool LinkStates::is_dead(std::string_view address) const {
    const LinkState* state = find(address);
    return state != nullptr && (state->status == 404 || state->status == 410 || state->failures >= failures_of_dead);
}

Result<LinkStates> read_link_states(const std::filesystem::path& index) {
    static constexpr std::array columns{TableColumn{"adres", true}, TableColumn{"gecontroleerd", true},
                                        TableColumn{"status", true}, TableColumn{"mislukt", true}};
    const std::filesystem::path file = index / links_name;
    std::error_code ignored;  // no answer is as good as no file
    if (!std::filesystem::exists(file, ignored)) return LinkStates{};
    const auto table = TableFile::read(file, columns, ErrorCode::malformed);
    if (!table) return tl::unexpected(table.error());
    LinkStates states;
    for (const TableRow& row : table->rows()) {
        LinkState state{.checked = row.cells[1]};
        if (!read_number(row.cells[2], state.status) || !read_number(row.cells[3], state.failures))
            return fail(
                ErrorCode::malformed, {table->place(row.line) + ": geen getal", table->place(row.line) + ": no number"},
                {"verwijder de regel; linkcheck maakt haar opnieuw", "remove the line; linkcheck makes it again"});
        states.set(row.cells[0], std::move(state));
    }
    return states;
}

Result<void> write_link_states(const std::filesystem::path& index, const LinkStates& states) {
    std::string text = "adres\tgecontroleerd\tstatus\tmislukt\n";
    for (const auto& [address, state] : states.all())
        text += fmt::format("{}\t{}\t{}\t{}\n", address, state.checked, state.status, state.failures);
    const std::filesystem::path fresh = index / (std::string{links_name} + ".new");
    if (auto written = write_durably(fresh, text); !written) return written;
    std::error_code problem;
    std::filesystem::rename(fresh, index / links_name, problem);
    if (problem) return io_failure(index / links_name, problem.value());
    return flush_to_disk(index);
}

}  // namespace schakel

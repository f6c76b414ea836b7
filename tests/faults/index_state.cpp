#include "tests/faults/index_state.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "tests/end_to_end/program.hpp"

namespace schakel {

namespace fs = std::filesystem;

std::string live_generation(const fs::path& index) {
    std::error_code none;
    return fs::read_symlink(index / "current", none).string();
}

std::vector<std::string> left_behind(const fs::path& index) {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(index)) {
        const std::string name = entry.path().filename().string();
        const bool belongs = name == "current" || name == "write.lock" || name == "record-dates.tsv";
        if (!belongs && !name.starts_with("gen-")) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> dated_products(const fs::path& index) {
    std::ifstream file(index / "record-dates.tsv");
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        if (!line.starts_with("generatie"))
            lines.push_back(line.substr(0, line.find('\t')) + line.substr(line.rfind('\t')));
    return lines;
}

int products_in(const fs::path& index) {
    const Outcome outcome =
        run_program({.arguments = {indexer_program(), "stats", "--index", index.string(), "--format", "json"}});
    if (outcome.status != 0) throw std::runtime_error("schakel-indexer stats: " + outcome.errors);
    return nlohmann::json::parse(outcome.output).at("producten").get<int>();
}

std::vector<fs::path> files_of_live_generation(const fs::path& index) {
    const fs::path generation = index / live_generation(index);
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(generation))
        if (entry.is_regular_file() && entry.path().filename() != "ledger.zst")
            files.push_back(entry.path().lexically_relative(generation));
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace schakel

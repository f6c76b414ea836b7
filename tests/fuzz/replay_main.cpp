// Runs a fuzz target over the files of seed folders, in builds without libFuzzer. A target that crashes ends the program,
// and the name of the seed is then the last line of the output.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <span>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

namespace fs = std::filesystem;

void replay(const fs::path& seed) {
    std::ifstream stream(seed, std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>{stream}, {}};
    std::puts(seed.filename().c_str());
    std::fflush(stdout);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(content.data()), content.size());
}

std::size_t replay_folder(const fs::path& folder) {
    std::set<fs::path> seeds;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) seeds.insert(entry.path());
    for (const fs::path& seed : seeds) replay(seed);
    return seeds.size();
}

}  // namespace

int main(int argument_count, char** arguments) {
    try {
        std::size_t count = 0;
        for (const char* folder : std::span(arguments, static_cast<std::size_t>(argument_count)).subspan(1))
            count += replay_folder(folder);
        if (count > 0) return 0;
        std::fputs("no seeds: give at least one folder with files\n", stderr);
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "%s\n", exception.what());
    }
    return 1;
}

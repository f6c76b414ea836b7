#include "corpus/isolation/reading_faults.hpp"

#include <csignal>
#include <utility>

#include <fmt/format.h>

#include "corpus/isolation/reading_program.hpp"

namespace schakel {

namespace {

constexpr std::uint64_t megabyte = std::uint64_t{1} << 20U;

Text divide_or_save_again() {
    return {"verdeel het bestand, of open het en sla het opnieuw op", "divide the file, or open it and save it again"};
}

Error past_a_limit(Text message) { return {ErrorCode::unreadable, std::move(message), divide_or_save_again()}; }

Error needs_too_much_memory(const IsolationLimits& limits) {
    const std::uint64_t most = limits.memory_bytes / megabyte;
    return past_a_limit({fmt::format("het bestand heeft meer dan {} MB geheugen nodig", most),
                         fmt::format("the file needs more than {} MB of memory", most)});
}

Error computed_too_long(const IsolationLimits& limits) {
    return past_a_limit(
        {fmt::format("het lezen kostte meer dan {} seconden rekentijd en is gestopt", limits.cpu_seconds),
         fmt::format("reading took more than {} seconds of processor time and was stopped", limits.cpu_seconds)});
}

Error crashed(const Text& how) {
    return {ErrorCode::malformed,
            {fmt::format("de lezer is gestopt met een fout ({})", how.nl),
             fmt::format("the reader stopped with a fault ({})", how.en)},
            {"het bestand is waarschijnlijk beschadigd: open het en sla het opnieuw op, of lever het in een andere "
             "vorm aan",
             "the file is probably damaged: open it and save it again, or supply it in another form"}};
}

Text signal_text(int signal) { return {fmt::format("signaal {}", signal), fmt::format("signal {}", signal)}; }
Text status_text(int status) { return {fmt::format("code {}", status), fmt::format("status {}", status)}; }

}  // namespace

Error is_too_large(std::uintmax_t size, const IsolationLimits& limits) {
    const std::uint64_t most = limits.file_bytes / megabyte;
    return past_a_limit({fmt::format("het bestand is te groot: {} MB, het grootste is {} MB", size / megabyte, most),
                         fmt::format("the file is too large: {} MB, the largest is {} MB", size / megabyte, most)});
}

Error took_too_long(const IsolationLimits& limits) {
    return past_a_limit({fmt::format("het lezen duurde langer dan {} seconden en is gestopt", limits.wall_seconds),
                         fmt::format("reading took longer than {} seconds and was stopped", limits.wall_seconds)});
}

Error gave_too_much(const IsolationLimits& limits) {
    const std::uint64_t most = limits.output_bytes / megabyte;
    return past_a_limit({fmt::format("het bestand levert meer dan {} MB aan tekst op; het lezen is gestopt", most),
                         fmt::format("the file yields more than {} MB of text; reading was stopped", most)});
}

Error answered_nonsense() {
    return crashed({"de lezer gaf een antwoord dat niet klopt", "the reader gave an answer that is not right"});
}

Error ended_early(const ProcessEnd& end, const IsolationLimits& limits) {
    if (end.signal == SIGXCPU) return computed_too_long(limits);
    if (end.signal != 0) return crashed(signal_text(end.signal));
    if (end.status == reading_ran_out_of_memory) return needs_too_much_memory(limits);
    return crashed(status_text(end.status));
}

}  // namespace schakel

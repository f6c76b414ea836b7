#include <csignal>
#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <malloc.h>
#include <pthread.h>

#include "config/command_line.hpp"
#include "config/log.hpp"
#include "searchd/access/keys_command.hpp"
#include "searchd/application.hpp"
#include "searchd/evaluation/evaluate_command.hpp"
#include "searchd/http/access_log.hpp"
#include "searchd/http/http_server.hpp"

namespace {

using schakel::ExitStatus;

struct CommandLine {
    std::filesystem::path index;
    std::filesystem::path config;
    std::optional<int> port;
    schakel::Language language = schakel::Language::dutch;
};

/// Signals that end the program are taken by the main thread only; threads made after this inherit the block.
sigset_t block_signals() {
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return ending;
}

ExitStatus complain(const schakel::Error& error, schakel::Language language) {
    fmt::print(stderr, "schakel-searchd: {}\n", to_text(error, language));
    return schakel::row_of(error.code).exit_status;
}

ExitStatus serve(const CommandLine& line) {
    const sigset_t ending = block_signals();
    auto installation = schakel::load_installation(line.config);
    if (!installation) return complain(installation.error(), line.language);
    if (line.port) installation->settings.server.port = *line.port;
    const schakel::Settings::Server& settings = installation->settings.server;
    const auto proxies = schakel::parse_networks(settings.trusted_proxies);
    if (!proxies) return complain(proxies.error(), line.language);
    const auto application = schakel::Application::create(*installation, line.index, SCHAKEL_WEB_FOLDER);
    if (!application) return complain(application.error(), line.language);
    schakel::HttpServerOptions options{
        .trusted_proxies = *proxies, .finish = schakel::add_common_headers, .metrics = (*application)->metrics()};
    if (settings.access_log) options.log = schakel::log_access;
    const auto server = schakel::HttpServer::start(
        settings, [&](const schakel::HttpRequest& request) { return (*application)->handle(request); },
        std::move(options));
    if (!server) return complain(server.error(), line.language);
    const std::string host = settings.address == "0.0.0.0" ? "localhost" : settings.address;
    const std::string_view scheme = settings.tls_certificate.empty() ? "http" : "https";
    fmt::print("Schakel is te bereiken op {}://{}:{}\n", scheme, host, (*server)->port());
    std::fflush(stdout);
    int signal = 0;
    sigwait(&ending, &signal);
    (*server)->stop();
    return ExitStatus::success;
}

ExitStatus run_evaluate(const schakel::EvaluateOptions& options) {
    const auto report = schakel::evaluate(options);
    if (!report)
        return complain(report.error(),
                        options.language == "en" ? schakel::Language::english : schakel::Language::dutch);
    fmt::print("{}", *report);
    return ExitStatus::success;
}

ExitStatus run_keys(const schakel::KeysOptions& options) {
    const auto text = schakel::change_keys(options);
    if (!text) return complain(text.error(), options.language);
    fmt::print("{}", *text);
    return ExitStatus::success;
}

void add_options(CLI::App& program, CommandLine& line) {
    program.add_option("--index", line.index, "Map van de index (verplicht zonder opdracht)")->type_name("MAP");
    schakel::add_config_option(program, line.config);
    program.add_option("--port", line.port, "Poort; 0 = een vrije poort (standaard: zie de instellingen)")
        ->type_name("N")
        ->check(schakel::whole_number(0, 65535));
    schakel::add_language_option(program, line.language);
    program.set_version_flag("--version", SCHAKEL_VERSION, "Toon de versie van het programma");
}

int run(int argc, char** argv) {
    CLI::App program("schakel-searchd: beantwoordt zoekvragen uit een index van Schakel", "schakel-searchd");
    schakel::speak_dutch(program);
    CommandLine line;
    add_options(program, line);
    schakel::EvaluateOptions evaluation;
    const CLI::App& evaluate = schakel::add_evaluate_command(program, evaluation);
    schakel::KeysOptions key_options;
    const CLI::App& keys = schakel::add_keys_command(program, key_options);
    try {
        program.parse(argc, argv);
        if (!evaluate.parsed() && !keys.parsed() && line.index.empty()) throw CLI::RequiredError("--index");
    } catch (const CLI::Success& help) {
        return program.exit(help);
    } catch (const CLI::ParseError& mistake) {
        return static_cast<int>(
            complain(schakel::usage_error(program, mistake), schakel::language_asked_for(argc, argv)));
    }
    if (keys.parsed()) return static_cast<int>(run_keys(key_options));
    schakel::set_up_log("schakel-searchd", evaluate.parsed() ? schakel::LogLevel::warning : schakel::LogLevel::info);
    return static_cast<int>(evaluate.parsed() ? run_evaluate(evaluation) : serve(line));
}

/// Few arenas, and large blocks given back: many threads that each answer for a moment would keep what they freed.
void save_memory() {
    constexpr int arenas = 2;
    constexpr int large_block = 4 << 20;  // bytes
    constexpr int most_kept = 1 << 20;    // bytes at the end of the heap
    ::mallopt(M_ARENA_MAX, arenas);
    ::mallopt(M_MMAP_THRESHOLD, large_block);
    ::mallopt(M_TRIM_THRESHOLD, most_kept);
}

}  // namespace

int main(int argc, char** argv) {
    save_memory();
    try {
        return run(argc, argv);
    } catch (const std::exception& problem) {
        fmt::print(stderr, "schakel-searchd: onverwachte fout: {}\n", problem.what());
        return static_cast<int>(ExitStatus::nothing_published);
    }
}

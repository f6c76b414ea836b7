#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "config/command_line.hpp"
#include "config/log.hpp"
#include "indexer/commands/command.hpp"

namespace {

using schakel::CommandLine;
using schakel::ExitStatus;

using Run = ExitStatus (*)(const CommandLine&);

/// The options every command shares.
void add_common_options(CLI::App& command, CommandLine& line, std::string& language) {
    command
        .add_option("--config", line.config,
                    "Instellingen (standaard: $SCHAKEL_CONFIG of het bestand bij het programma)")
        ->type_name("BESTAND");
    command.add_option("--lang", language, "Taal van de meldingen: nl of en")
        ->type_name("TAAL")
        ->check(schakel::one_of({"nl", "en"}));
}

CLI::Option* add_sources(CLI::App& command, CommandLine& line) {
    return command.add_option("--source", line.sources, "Bestanden en mappen met kennisproducten")->type_name("PAD");
}

CLI::Option* add_index(CLI::App& command, CommandLine& line) {
    return command.add_option("--index", line.index, "Map van de index")->type_name("MAP");
}

CLI::Option* add_format(CLI::App& command, CommandLine& line, const std::vector<std::string>& formats) {
    return command.add_option("--format", line.format, "Vorm van de uitvoer")
        ->type_name("VORM")
        ->check(schakel::one_of(formats));
}

CLI::App& add_command(CLI::App& program, const char* name, const char* description, Run run, Run& chosen) {
    CLI::App& command = *program.add_subcommand(name, description)->group("Opdrachten");
    schakel::speak_dutch(command);
    command.callback([run, &chosen] { chosen = run; });
    return command;
}

void add_commands(CLI::App& program, CommandLine& line, std::string& language, Run& chosen) {
    CLI::App& build = add_command(program, "build", "Maak een nieuwe index van alle bronnen en zet die live",
                                  schakel::run_build, chosen);
    add_sources(build, line)->required();
    add_index(build, line)->required();
    build.add_option("--threads", line.threads, "Aantal threads (standaard: één per kern)")
        ->type_name("N")
        ->check(schakel::whole_number(1, 256));
    build.add_flag("--force", line.force, "Publiceer ook een verdacht kleine index");
    build.add_option("--report", line.report, "Schrijf het volledige verslag als JSON")->type_name("BESTAND");

    CLI::App& check =
        add_command(program, "check", "Controleer bronnen zonder iets te schrijven", schakel::run_check, chosen);
    add_sources(check, line)->required();
    check.add_option("--report", line.report, "Schrijf het volledige verslag als JSON")->type_name("BESTAND");

    CLI::App& inspect =
        add_command(program, "inspect", "Toon een record zoals de index het ziet", schakel::run_inspect, chosen);
    add_sources(inspect, line);
    add_index(inspect, line);
    inspect.add_option("--id", line.id, "Id van het record")->type_name("ID");

    CLI::App& analyze =
        add_command(program, "analyze", "Toon wat de taalverwerking van woorden maakt", schakel::run_analyze, chosen);
    analyze.add_option("words", line.words, "De woorden (standaard: de regels op standaardinvoer)")->type_name("TEKST");
    analyze.add_flag("--suggest", line.suggest, "Toon per woord de beste verbetering van de spelling");
    add_format(analyze, line, {"tsv", "json", "text"});

    CLI::App& stats = add_command(program, "stats", "Toon wat er in de index staat", schakel::run_stats, chosen);
    add_index(stats, line)->required();
    add_format(stats, line, {"text", "json"});

    for (CLI::App* command : program.get_subcommands({})) add_common_options(*command, line, language);
}

int run(int argc, char** argv) {
    CLI::App program("schakel-indexer: maakt en beheert de zoekindex van Schakel", "schakel-indexer");
    schakel::speak_dutch(program);
    CommandLine line;
    std::string language = "nl";
    Run chosen = nullptr;
    add_commands(program, line, language, chosen);
    program.require_subcommand(1);
    program.set_version_flag("--version", SCHAKEL_VERSION, "Toon de versie van het programma");
    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& help) {
        return program.exit(help);
    } catch (const CLI::ParseError& mistake) {
        return static_cast<int>(
            complain(schakel::usage_error(program, mistake), schakel::language_asked_for(argc, argv)));
    }
    line.language = language == "en" ? schakel::Language::english : schakel::Language::dutch;
    schakel::set_up_log("schakel-indexer", schakel::LogLevel::warning);
    return static_cast<int>(chosen(line));
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& problem) {
        fmt::print(stderr, "schakel-indexer: onverwachte fout: {}\n", problem.what());
        return static_cast<int>(ExitStatus::nothing_published);
    }
}

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
void add_common_options(CLI::App& command, CommandLine& line) {
    schakel::add_config_option(command, line.config);
    schakel::add_language_option(command, line.language);
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

void add_report(CLI::App& command, CommandLine& line) {
    command.add_option("--report", line.report, "Schrijf het volledige verslag: .html als pagina, anders als JSON")
        ->type_name("BESTAND");
}

void add_build_options(CLI::App& command, CommandLine& line) {
    add_sources(command, line);
    add_index(command, line)->required();
    command.add_option("--threads", line.threads, "Aantal threads dat documenten ontleedt (standaard: één per kern)")
        ->type_name("N")
        ->check(schakel::whole_number(1, 256));
    command.add_flag("--no-publish", line.no_publish, "Zet de nieuwe index klaar, maar nog niet live");
    add_report(command, line);
}

void add_build_commands(CLI::App& program, CommandLine& line, Run& chosen) {
    CLI::App& build = add_command(program, "build", "Maak een nieuwe index van alle bronnen en zet die live",
                                  schakel::run_build, chosen);
    add_build_options(build, line);
    build.add_flag("--force", line.force, "Publiceer ook een verdacht kleine index");

    CLI::App& update =
        add_command(program, "update", "Verwerk alleen wat in de bronnen is gewijzigd", schakel::run_update, chosen);
    add_build_options(update, line);
    update.add_flag("--force", line.force, "Ga door als er veel verdwijnt of een bron ontbreekt");
    update.add_flag("--retry", line.retry, "Probeer ook opnieuw wat eerder niet lukte");

    CLI::App& check =
        add_command(program, "check", "Controleer bronnen zonder iets te schrijven", schakel::run_check, chosen);
    add_sources(check, line);
    add_report(check, line);
}

void add_generation(CLI::App& command, CommandLine& line, const char* description) {
    command.add_option("--generation", line.generation, description)
        ->type_name("N")
        ->check(schakel::whole_number(1, 999'999));
}

void add_generation_commands(CLI::App& program, CommandLine& line, Run& chosen) {
    CLI::App& publish = add_command(program, "publish", "Controleer een klaargezette index en zet die live",
                                    schakel::run_publish, chosen);
    add_index(publish, line)->required();
    add_generation(publish, line, "Welke generatie (standaard: de nieuwste)");

    CLI::App& rollback =
        add_command(program, "rollback", "Ga terug naar de vorige index", schakel::run_rollback, chosen);
    add_index(rollback, line)->required();
    add_generation(rollback, line, "Naar welke generatie (standaard: de vorige)");

    CLI::App& prune = add_command(program, "prune", "Ruim oude indexen op", schakel::run_prune, chosen);
    add_index(prune, line)->required();
    prune.add_option("--keep", line.keep, "Aantal dat blijft (standaard: zoals in de instellingen)")
        ->type_name("N")
        ->check(schakel::whole_number(1, 1000));

    CLI::App& remove =
        add_command(program, "remove", "Haal producten blijvend uit de index", schakel::run_remove, chosen);
    add_index(remove, line)->required();
    remove.add_option("--id", line.ids, "Id van een product; mag vaker")->type_name("ID")->required();
    remove.add_option("--reason", line.reason, "Waarom; komt bij het id op de lijst")->type_name("TEKST");
    remove.add_flag("--undo", line.undo, "Haal de ids juist van de lijst af");
}

void add_private_addresses(CLI::App& command, CommandLine& line) {
    command.add_flag("--allow-private-addresses", line.allow_private_addresses,
                     "Sta ook adressen op het eigen netwerk toe");
}

void add_network_commands(CLI::App& program, CommandLine& line, Run& chosen) {
    CLI::App& harvest = add_command(program, "harvest", "Haal op wat bronnen op internet aanbieden (OAI-PMH, sitemaps)",
                                    schakel::run_harvest, chosen);
    harvest.add_option("names", line.names, "Namen van bronnen (standaard: alle uit de instellingen)")
        ->type_name("BRON");
    add_index(harvest, line);
    harvest.add_flag("--full", line.full, "Vraag alles opnieuw, om te zien wat er verdwenen is");
    harvest.add_flag("--force", line.force, "Ga door als er veel verdwijnt");
    add_private_addresses(harvest, line);
    harvest.add_option("--report", line.report, "Schrijf het volledige verslag als JSON, een regel per bron")
        ->type_name("BESTAND");

    CLI::App& linkcheck = add_command(program, "linkcheck", "Controleer of de webadressen van producten er nog zijn",
                                      schakel::run_linkcheck, chosen);
    add_index(linkcheck, line)->required();
    add_private_addresses(linkcheck, line);
}

void add_edit_commands(CLI::App& program, CommandLine& line, Run& chosen) {
    CLI::App& edit =
        add_command(program, "edit", "Verbeter velden van veel producten tegelijk", schakel::run_edit, chosen);
    add_index(edit, line)->required();
    edit.add_option("--where", line.where, "Welke producten: VELD=WAARDE; mag vaker")->type_name("KEUZE");
    edit.add_option("--set", line.set, "Nieuwe waarde: VELD=WAARDE; mag vaker")->type_name("WAARDE");
    edit.add_option("--clear", line.clear, "Veld dat leeg moet worden; mag vaker")->type_name("VELD");
    edit.add_option("--verdicts", line.verdicts, "Beoordeelde lijst van recognised")->type_name("BESTAND");
    edit.add_flag("--dry-run", line.dry_run, "Toon de correcties zonder ze te schrijven");

    CLI::App& recognised = add_command(program, "recognised", "Lijst van waarden die in de tekst zijn herkend",
                                       schakel::run_recognised, chosen);
    add_index(recognised, line)->required();
}

void add_commands(CLI::App& program, CommandLine& line, Run& chosen) {
    add_build_commands(program, line, chosen);
    add_generation_commands(program, line, chosen);
    add_edit_commands(program, line, chosen);
    add_network_commands(program, line, chosen);

    CLI::App& inspect =
        add_command(program, "inspect", "Toon een record zoals de index het ziet", schakel::run_inspect, chosen);
    add_sources(inspect, line);
    add_index(inspect, line);
    inspect.add_option("--id", line.id, "Id van het record")->type_name("ID");
    inspect.add_option("--why", line.why, "Waarom een product wel of niet wordt gevonden")
        ->type_name("ID VRAAG")
        ->expected(2);

    CLI::App& analyze =
        add_command(program, "analyze", "Toon wat de taalverwerking van woorden maakt", schakel::run_analyze, chosen);
    analyze.add_option("words", line.words, "De woorden (standaard: de regels op standaardinvoer)")->type_name("TEKST");
    analyze.add_flag("--suggest", line.suggest, "Toon per woord de beste verbetering van de spelling");
    add_format(analyze, line, {"tsv", "json", "text"});

    CLI::App& stats = add_command(program, "stats", "Toon wat er in de index staat", schakel::run_stats, chosen);
    add_index(stats, line)->required();
    add_format(stats, line, {"text", "json"});

    for (CLI::App* command : program.get_subcommands({})) add_common_options(*command, line);
}

int run(int argc, char** argv) {
    CLI::App program("schakel-indexer: maakt en beheert de zoekindex van Schakel", "schakel-indexer");
    schakel::speak_dutch(program);
    CommandLine line;
    Run chosen = nullptr;
    add_commands(program, line, chosen);
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

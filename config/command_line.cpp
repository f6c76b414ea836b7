#include "config/command_line.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "config/nearest.hpp"

namespace schakel {
namespace {

/// A validator answers with one text; both languages travel in it, one line each.
std::string both(const Text& text) { return text.nl + '\n' + text.en; }

Text apart(const std::string& text) {
    const std::size_t end = text.find('\n');
    return end == std::string::npos ? Text{text, text} : Text{text.substr(0, end), text.substr(end + 1)};
}

std::string joined(const std::vector<std::string>& words, std::string_view separator = ", ") {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : separator).append(word);
    return text;
}

const CLI::App& chosen_command(const CLI::App& program) {
    const std::vector<CLI::App*> chosen = program.get_subcommands();
    return chosen.empty() ? program : *chosen.front();
}

std::vector<std::string> command_names(const CLI::App& program) {
    std::vector<std::string> names;
    for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

std::optional<std::string> nearest_of(const std::string& written, const std::vector<std::string>& known) {
    return nearest(written, std::vector<std::string_view>(known.begin(), known.end()));
}

/// "schakel-indexer build --help"
std::string help_of(const CLI::App& program, const CLI::App& command) {
    return program.get_name() + (&command == &program ? "" : ' ' + command.get_name()) + " --help";
}

Error usage(Text message, Text hint) { return {ErrorCode::usage, std::move(message), std::move(hint)}; }

Text look_at_help(const CLI::App& program, const CLI::App& command) {
    return {"alle mogelijkheden: " + help_of(program, command), "all possibilities: " + help_of(program, command)};
}

Error unexpected(const CLI::App& program, const std::string& written) {
    const CLI::App& command = chosen_command(program);
    const bool is_command = &command == &program && !written.starts_with('-') && !command_names(program).empty();
    const auto near = nearest_of(written, is_command ? command_names(program) : option_names(command));
    const Text hint = did_you_mean(near, look_at_help(program, command));
    if (is_command)
        return usage(
            {fmt::format("de opdracht “{}” bestaat niet", written), fmt::format("there is no command “{}”", written)},
            hint);
    if (written.starts_with('-'))
        return usage(
            {fmt::format("de optie “{}” bestaat niet", written), fmt::format("there is no option “{}”", written)},
            hint);
    return usage(
        {fmt::format("“{}” hoort bij geen enkele optie", written), fmt::format("“{}” belongs to no option", written)},
        hint);
}

Error missing(const CLI::App& program, const std::string& what) {
    const CLI::App& command = chosen_command(program);
    if (what.starts_with("--"))
        return usage({fmt::format("{} ontbreekt", what), fmt::format("{} is missing", what)},
                     look_at_help(program, command));
    const std::string commands = joined(command_names(program));
    return usage({"er is geen opdracht gegeven", "no command was given"},
                 {"kies uit " + commands + "; meer staat in " + help_of(program, program),
                  "choose from " + commands + "; more is in " + help_of(program, program)});
}

}  // namespace

void speak_dutch(CLI::App& command) {
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->label("Usage", "Gebruik");
    formatter->label("OPTIONS", "OPTIES");
    formatter->label("SUBCOMMAND", "OPDRACHT");
    formatter->label("REQUIRED", "(verplicht)");
    command.formatter(formatter);
    command.option_defaults()->group("Opties");
    command.set_help_flag("-h,--help", "Toon deze hulp");
}

void add_config_option(CLI::App& command, std::filesystem::path& file) {
    command.add_option("--config", file, "Instellingen (standaard: $SCHAKEL_CONFIG of het bestand bij het programma)")
        ->type_name("BESTAND");
}

void add_language_option(CLI::App& command, Language& language) {
    const auto choose = [&language](const std::string& written) {
        language = written == "en" ? Language::english : Language::dutch;
    };
    command.add_option_function<std::string>("--lang", choose, "Taal van de meldingen: nl of en")
        ->type_name("TAAL")
        ->check(one_of({"nl", "en"}));
}

CLI::Validator one_of(const std::vector<std::string>& allowed) {
    const auto check = [allowed](const std::string& value) -> std::string {
        if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return {};
        return both({fmt::format("“{}” kan niet; kies uit {}", value, joined(allowed)),
                     fmt::format("“{}” is not possible; choose from {}", value, joined(allowed))});
    };
    return CLI::Validator(std::function<std::string(std::string&)>(check), joined(allowed, "|"));
}

CLI::Validator whole_number(int least, int most) {
    const auto check = [least, most](const std::string& value) -> std::string {
        int number = 0;
        const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (failure == std::errc{} && end == value.data() + value.size() && number >= least && number <= most)
            return {};
        return both({fmt::format("“{}” is geen geheel getal van {} tot en met {}", value, least, most),
                     fmt::format("“{}” is not a whole number from {} to {}", value, least, most)});
    };
    return CLI::Validator(std::function<std::string(std::string&)>(check), fmt::format("{} t/m {}", least, most));
}

Error usage_error(const CLI::App& program, const CLI::ParseError& mistake) {
    // CLI11 complains first of what is missing, but what is missing is often there under a misspelt name.
    if (const std::vector<std::string> extras = program.remaining(true); !extras.empty())
        return unexpected(program, extras.front());
    const std::string kind = mistake.get_name();
    const std::string what = mistake.what();
    const std::string option = what.substr(0, what.find_first_of(": "));
    const CLI::App& command = chosen_command(program);
    if (kind == "RequiredError") return missing(program, option);
    if (kind == "ArgumentMismatch" && option.starts_with('-'))
        return usage({fmt::format("bij {} hoort een waarde", option), fmt::format("{} needs a value", option)},
                     look_at_help(program, command));
    if (kind == "ValidationError" && option.starts_with('-')) {
        const Text reason = apart(what.substr(option.size() + 2));
        return usage({option + ": " + reason.nl, option + ": " + reason.en}, look_at_help(program, command));
    }
    return usage({"de opdrachtregel klopt niet: " + what, "the command line is wrong: " + what},
                 look_at_help(program, command));
}

Language language_asked_for(int argc, const char* const* argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view written = argv[i];
        if (written == "--lang=en" || (written == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "en"))
            return Language::english;
    }
    return Language::dutch;
}

}  // namespace schakel

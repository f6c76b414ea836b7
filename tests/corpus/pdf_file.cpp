#include "tests/corpus/pdf_file.hpp"

#include <sstream>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include "config/utf8.hpp"

namespace schakel {

namespace {

constexpr double page_height = 842;

/// Windows-1252 outside Latin-1, as far as tests need it, and 1 for ﬁ, which the font of the file shows there.
unsigned char code_of(char32_t character) {
    switch (character) {
        case U'ﬁ': return 1;
        case U'€': return 0x80;
        case U'…': return 0x85;
        case U'‘': return 0x91;
        case U'’': return 0x92;
        case U'“': return 0x93;
        case U'”': return 0x94;
        case U'•': return 0x95;
        case U'–': return 0x96;
        default: break;
    }
    if (character > 0xFF) throw std::runtime_error("a character that pdf_file does not know");
    return static_cast<unsigned char>(character);
}

std::string in_hexadecimal(std::string_view text, const char* form, unsigned int (*number)(char32_t)) {
    std::string digits;
    for (std::size_t at = 0; at < text.size();)
        digits += fmt::format(fmt::runtime(form), number(next_code_point(text, at).value_or(U'?')));
    return digits;
}

std::string shown(std::string_view text) {
    return "<" + in_hexadecimal(text, "{:02X}", [](char32_t c) -> unsigned int { return code_of(c); }) + ">";
}

std::string information_text(std::string_view text) {
    return "<FEFF" + in_hexadecimal(text, "{:04X}", [](char32_t c) -> unsigned int { return c; }) + ">";
}

/// Where text stands and how.
struct TextPlace {
    double left = 0;
    double top = 0;
    double size = 0;
    bool is_turned = false;
    bool is_unreadable = false;

    explicit TextPlace(const std::string& line) {
        std::istringstream words{line};
        if (!(words >> left >> top >> size)) throw std::runtime_error("no place for text: " + line);
        for (std::string word; words >> word;) {
            is_turned = is_turned || word == "gedraaid";
            is_unreadable = is_unreadable || word == "onleesbaar";
        }
    }

    std::string show(std::string_view text) const {
        const char* const turn = is_turned ? "0 1 -1 0" : "1 0 0 1";
        return fmt::format("BT /{} {} Tf {} {} {} Tm {} Tj ET\n", is_unreadable ? "F2" : "F1", size, turn, left,
                           page_height - top, shown(text));
    }

    void next_line(double part) { top += part * 1.2 * size; }
};

/// Numbers the objects of a file and remembers where they stand.
class PdfObjects {
public:
    /// The next object, from 1.
    void add(const std::string& body) {
        places_.push_back(file_.size());
        file_ += fmt::format("{} 0 obj\n{}\nendobj\n", places_.size(), body);
    }

    void add_stream(const std::string& dictionary, const std::string& content) {
        add(fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", dictionary, content.size(), content));
    }

    std::string finish(const std::string& trailer) && {
        const std::size_t start = file_.size();
        file_ += fmt::format("xref\n0 {}\n0000000000 65535 f \n", places_.size() + 1);
        for (const std::size_t place : places_) file_ += fmt::format("{:010} 00000 n \n", place);
        file_ += fmt::format("trailer\n<< /Size {} /Root 1 0 R {} >>\nstartxref\n{}\n%%EOF\n", places_.size() + 1,
                             trailer, start);
        return std::move(file_);
    }

private:
    std::string file_ = "%PDF-1.7\n";
    std::vector<std::size_t> places_;
};

/// What a description says.
struct Description {
    std::string information;
    std::string xmp;
    bool is_locked = false;
    std::vector<std::string> pages;  // what they draw
};

class DescriptionReading {
public:
    Description read(std::string_view text) && {
        std::istringstream lines{std::string{text}};
        for (std::string line; std::getline(lines, line);) read_line(line);
        return std::move(description_);
    }

private:
    void read_line(const std::string& line) {
        if (line.starts_with("==")) {
            description_.pages.emplace_back();
        } else if (description_.pages.empty()) {
            read_property(line);
        } else if (line.empty()) {
            place_.next_line(0.5);
        } else if (line.starts_with("  ")) {
            description_.pages.back() += place_.show(std::string_view{line}.substr(2));
            place_.next_line(1);
        } else {
            place_ = TextPlace{line};
        }
    }

    void read_property(const std::string& line) {
        const std::size_t colon = line.find(": ");
        if (line == "slot") {
            description_.is_locked = true;
        } else if (line.starts_with("xmp: ")) {
            description_.xmp += line.substr(colon + 2) + '\n';
        } else if (colon != std::string::npos) {
            description_.information += fmt::format("/{} {} ", line.substr(0, colon),
                                                    information_text(std::string_view{line}.substr(colon + 2)));
        }
    }

    Description description_;
    TextPlace place_{"0 0 1"};
};

std::string packet(const std::string& properties) {
    return "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
           "xmlns:prism=\"http://prismstandard.org/namespaces/basic/2.0/\" "
           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n" +
           properties + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
}

/// The keys do not fit any password.
std::string lock() {
    const std::string key(64, 'A');
    return "/Encrypt << /Filter /Standard /V 1 /R 2 /O <" + key + "> /U <" + key + "> /P -4 >> /ID [<00> <00>]";
}

constexpr int first_page = 7;  // number of its object

std::string page_references(std::size_t count) {
    std::string references;
    for (std::size_t i = 0; i < count; ++i) references += fmt::format("{} 0 R ", first_page + 2 * static_cast<int>(i));
    return references;
}

}  // namespace

std::string pdf_file(std::string_view text) {
    if (text.starts_with('%')) return std::string{text};
    const Description description = DescriptionReading{}.read(text);
    PdfObjects objects;
    objects.add("<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R >>");
    objects.add(
        fmt::format("<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 595 {}] /Resources << /Font << /F1 3 0 R "
                    "/F2 4 0 R >> >> >>",
                    page_references(description.pages.size()), description.pages.size(), page_height));
    objects.add(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding "
        "/Differences [1 /fi 173 /softhyphen] >> >>");
    objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >>");
    objects.add_stream("",
                       "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <00> <FF> <E000> endbfrange");
    objects.add_stream("/Type /Metadata /Subtype /XML", description.xmp.empty() ? "" : packet(description.xmp));
    for (std::size_t i = 0; i < description.pages.size(); ++i) {
        objects.add(
            fmt::format("<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>", first_page + 2 * static_cast<int>(i) + 1));
        objects.add_stream("", description.pages[i]);
    }
    const std::string information =
        description.information.empty() ? "" : "/Info << " + description.information + ">> ";
    return std::move(objects).finish(information + (description.is_locked ? lock() : ""));
}

}  // namespace schakel

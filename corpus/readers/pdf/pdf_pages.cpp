#include "corpus/readers/pdf/pdf_pages.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "corpus/excerpt.hpp"
#include "corpus/readers/office/office_names.hpp"
#include "corpus/readers/pdf/line_end_words.hpp"
#include "corpus/readers/pdf/page_text.hpp"
#include "corpus/readers/pdf/pdf_fragments.hpp"
#include "corpus/readers/pdf/quantile.hpp"
#include "corpus/readers/pdf/running_heads.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

constexpr int most_pages = 20'000;
constexpr std::size_t most_text = std::size_t{128} * 1024 * 1024;  // bytes
constexpr int pages_at_a_time = 256;

/// "2, 4-6, 9", not too long.
std::string page_list(const std::vector<int>& pages) {
    constexpr std::size_t longest = 100;  // bytes
    std::string list;
    for (std::size_t i = 0; i < pages.size();) {
        std::size_t last = i;
        while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
        if (!list.empty()) list += ", ";
        if (list.size() > longest) return list + "…";
        list += last == i ? fmt::format("{}", pages[i]) : fmt::format("{}-{}", pages[i], pages[last]);
        i = last + 1;
    }
    return list;
}

Error no_text_layer(int pages) {
    const bool is_one = pages == 1;
    return {
        ErrorCode::unreadable,
        {is_one ? "geen tekstlaag: op de enige pagina staat geen tekst, waarschijnlijk is het een scan"
                : fmt::format("geen tekstlaag: op geen van de {} pagina's staat tekst, waarschijnlijk zijn het scans",
                              pages),
         is_one ? "no text layer: the only page has no text, it probably is a scan"
                : fmt::format("no text layer: none of the {} pages has text, they probably are scans", pages)},
        {"laat eerst tekstherkenning (OCR) op het bestand los, of vraag de maker om het oorspronkelijke bestand",
         "run text recognition (OCR) on the file first, or ask its maker for the original"}};
}

Error unreadable_fonts() {
    return {ErrorCode::unreadable,
            {"de tekst is niet leesbaar: de lettertypen zeggen niet welke letters zij tonen",
             "the text cannot be read: the fonts do not say which letters they show"},
            {"maak de PDF opnieuw vanuit het oorspronkelijke bestand, of laat er tekstherkenning (OCR) op los",
             "make the PDF again from the original file, or run text recognition (OCR) on it"}};
}

/// Whether more than this part of the characters cannot be read.
bool is_garbled(const CharacterCount& count, double part) {
    return static_cast<double>(count.unreadable) > part * static_cast<double>(count.all);
}

bool is_in_upper_part(const PageLine& line, double height) {
    constexpr double upper_part = 0.7;
    return line.bottom < upper_part * height;
}

bool has_word(std::string_view text) {
    constexpr std::size_t shortest = 4;  // bytes
    return text.size() >= shortest && is_document_title(text);
}

/// The sign after a title that refers to a footnote.
std::string without_note_sign(std::string title) {
    for (const std::string_view sign : {" *", "*", " ∗", "∗"})
        if (title.ends_with(sign)) title.resize(title.size() - sign.size());
    return title;
}

double usual_size(const std::vector<PageLine>& lines) {
    std::vector<double> sizes;
    for (const PageLine& line : lines) sizes.push_back(line.size);
    return quantile(std::move(sizes));
}

/// The largest text in the upper part of a page: the first run of lines that have its size. Empty when it is no larger than the
/// rest of the page, or too long for a title.
std::string largest_text(const std::vector<PageLine>& lines, double height) {
    constexpr std::ptrdiff_t most_lines = 4;
    constexpr double same_size = 0.95;
    constexpr double larger = 1.1;
    double largest = 0;
    for (const PageLine& line : lines)
        if (is_in_upper_part(line, height) && has_word(line.text)) largest = std::max(largest, line.size);
    constexpr double size_on_cover = 16;  // points; a cover has no text for its title to be larger than
    const bool is_cover = std::ssize(lines) <= most_lines && largest >= size_on_cover;
    if (!is_cover && largest < larger * usual_size(lines)) return {};
    const auto is_largest = [&](const PageLine& line) {
        return is_in_upper_part(line, height) && line.size >= same_size * largest;
    };
    const auto first = std::ranges::find_if(lines, is_largest);
    const auto end = std::find_if_not(first, lines.end(), is_largest);
    if (end - first > most_lines) return {};
    std::string title;
    for (auto line = first; line != end; ++line) title += (title.empty() ? "" : " ") + line->text;
    constexpr std::size_t longest_title = 200;  // characters
    return excerpt(without_note_sign(one_line(title)), longest_title);
}

/// Reads the pages of one document.
class PageReading {
public:
    explicit PageReading(const poppler::document& document) : document_(document) {}

    Result<PdfText> read() && {
        const int pages = std::min(document_.pages(), most_pages);
        for (int first = 1; first <= pages && !is_full(); first += pages_at_a_time)
            read_some(first, std::min(first + pages_at_a_time - 1, pages));
        constexpr double most_unreadable = 0.5;
        if (is_garbled(characters_, most_unreadable)) return tl::unexpected(unreadable_fonts());
        if (text_.pages.empty() && without_text_.size() == static_cast<std::size_t>(pages))
            return tl::unexpected(no_text_layer(pages));
        for (Page& page : text_.pages) page.text = words_.joined(page.text);
        give_notices();
        return std::move(text_);
    }

private:
    void read_some(int first, int last) {
        std::vector<FragmentPage> pages;
        for (int number = first; number <= last; ++number) pages.push_back(read_fragments(number));
        heads_.learn(pages);
        for (FragmentPage& page : pages) take(std::move(page));
    }

    FragmentPage read_fragments(int number) {
        PdfPageText read = read_pdf_page(document_, number);
        constexpr double many_unreadable = 0.1;
        if (is_garbled(read.characters, many_unreadable)) garbled_.push_back(number);
        if (read.characters.all == 0) without_text_.push_back(number);
        characters_.add(read.characters);
        return std::move(read.page);
    }

    void take(FragmentPage page) {
        if (is_full()) return;
        heads_.remove_from(page);
        const int number = page.number;
        const double height = page.height;
        const std::vector<PageLine> lines = lines_in_reading_order(std::move(page));
        if (number == 1) text_.title = largest_text(lines, height);
        std::string text = text_of(lines);
        if (text.empty()) return;
        words_.learn(text);
        size_ += text.size();
        text_.pages.push_back({number, std::move(text)});
    }

    bool is_full() const { return size_ > most_text; }

    void give_notices() {
        about_pages("geen tekst op pagina {}: leeg, een afbeelding of een scan zonder tekstherkenning",
                    "no text on page {}: empty, an image or a scan without text recognition", without_text_);
        about_pages(
            "een deel van de tekst op pagina {} is niet leesbaar: het lettertype zegt niet welke letters het toont",
            "part of the text on page {} cannot be read: the font does not say which letters it shows", garbled_);
        if (const int last = text_.pages.empty() ? 0 : text_.pages.back().number;
            is_full() || document_.pages() > most_pages)
            text_.notices.push_back({fmt::format("alleen gelezen tot en met pagina {}: het bestand is te groot", last),
                                     fmt::format("only read up to page {}: the file is too large", last)});
    }

    void about_pages(std::string_view nl, std::string_view en, const std::vector<int>& pages) {
        if (pages.empty()) return;
        const std::string list = page_list(pages);
        text_.notices.push_back({fmt::format(fmt::runtime(nl), list), fmt::format(fmt::runtime(en), list)});
    }

    const poppler::document& document_;
    RunningHeads heads_;
    LineEndWords words_;
    CharacterCount characters_;
    std::size_t size_ = 0;  // of the text, in bytes
    std::vector<int> without_text_;
    std::vector<int> garbled_;
    PdfText text_;
};

}  // namespace

Result<PdfText> read_pdf_pages(const poppler::document& document) { return PageReading{document}.read(); }

}  // namespace schakel

// SPDX-License-Identifier: Apache-2.0
// In: the lines of a text. Out: which of them belong to a page, and not to what is printed on it.
// A line is told by its coming again, never by its words: but for numbers of pages, which may
// stand alone.
#include "read/text/page_furniture.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/captions.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// Running heads have up to four lines, as have running feet.
constexpr std::size_t k_edge_lines = 4;
/// A line of a page is no longer; what is longer is a paragraph.
constexpr std::size_t k_longest_margin_line = 200;

/// A line by what stays the same from page to page.
struct MaskedLine {
    std::string text{};  ///< in lower case, each number as "#", white space levelled
    std::vector<std::int64_t> numbers{};
};

constexpr char k_printed_number_sign = '\x01';

MaskedLine mask_line(std::string_view line) {
    MaskedLine masked;
    const std::string folded = fold(squeeze(line));
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at;
        while (end < folded.size() && is_digit(folded[end])) ++end;
        if (end == at) {
            // One that is printed is no number.
            masked.text += folded[at] == '#' ? k_printed_number_sign : folded[at];
            ++at;
            continue;
        }
        constexpr std::size_t k_most_digits = 9;
        masked.numbers.push_back(
            whole_number(std::string_view(folded).substr(at, std::min(end - at, k_most_digits))));
        masked.text += '#';
        at = end;
    }
    return masked;
}

/// "page 2", "page 2 of 9" alone or at the end of the line; "- 4 -", "4 | page".
bool numbers_page(const MaskedLine& line) {
    constexpr auto k_wholes = std::to_array<std::string_view>(
        {"- # -", "\xE2\x80\x93 # \xE2\x80\x93", "# of #", "# / #", "#/#", "# | page", "#|page"});
    constexpr auto k_ends = std::to_array<std::string_view>(
        {"page #", "page # of #", "page #/#", "page # / #", "page: #", "page | #", "pg #", "pg. #",
         "p. #", "p.#", "page no. #", "page no #"});
    const std::string_view text = line.text;
    const auto ends_line = [text](std::string_view end) {
        if (!text.ends_with(end)) return false;
        return text.size() == end.size() || !is_word_byte(text[text.size() - end.size() - 1]);
    };
    return std::ranges::find(k_wholes, text) != k_wholes.end() ||
           std::ranges::any_of(k_ends, ends_line);
}

/// A line made of captions, as the header of a table that is repeated on each page.
bool is_made_of_captions(std::string_view line) {
    constexpr std::size_t k_longest_caption = 5;  // words
    const std::string text = squeeze(line);
    const std::vector<std::string_view> words = words_of(text);
    std::vector<char> reached(words.size() + 1);
    reached[0] = 1;
    for (std::size_t first = 0; first < words.size(); ++first) {
        const std::size_t longest = std::min(k_longest_caption, words.size() - first);
        for (std::size_t count = 1; reached[first] != 0 && count <= longest; ++count) {
            const std::string_view last = words[first + count - 1];
            const auto length =
                static_cast<std::size_t>(last.data() + last.size() - words[first].data());
            if (is_known_caption({words[first].data(), length})) reached[first + count] = 1;
        }
    }
    return reached.back() != 0;
}

/// The parts of a line that two blanks or more set apart.
std::vector<std::string_view> parts_of_line(std::string_view line) {
    std::vector<std::string_view> parts;
    for (line = trim(line); !line.empty();) {
        const std::string_view part = line.substr(0, line.find("  "));
        parts.push_back(part);
        line = trim(line.substr(part.size()));
    }
    return parts;
}

/// The header of a table: below it on a page, nothing is a running head any more.
bool heads_table(std::string_view line) {
    const std::vector<std::string_view> parts = parts_of_line(line);
    const auto known =
        std::ranges::count_if(parts, [](std::string_view part) { return is_known_caption(part); });
    return known >= 2 || (words_of(line).size() >= 3 && is_made_of_captions(line));
}

/// The first words of captions that run over two lines: short parts right above the header.
bool is_upper_part_of_header(std::string_view line, std::string_view below) {
    const std::vector<std::string_view> parts = parts_of_line(line);
    return parts.size() >= 2 && heads_table(below) && std::ranges::none_of(line, is_digit) &&
           std::ranges::all_of(parts,
                               [](std::string_view part) { return words_of(part).size() <= 2; });
}

/// What comes again by chance: a state, a reference, the captions of a table, "Action 3", "Status:
/// Open".
bool may_come_again(std::string_view line) {
    const std::string_view text = trim(line);
    const std::size_t colon = text.find(':');
    const bool labelled =
        colon != std::string_view::npos && is_known_caption(text.substr(0, colon));
    constexpr std::size_t k_longest_date = 18;  // "Printed on 3 May 2024" is longer
    return labelled || text.ends_with(':') || begins_lower_case(text) ||
           status_of_wording(text).has_value() ||
           (is_date_shaped(text) && text.size() <= k_longest_date) || is_reference_shaped(text) ||
           opening_kind(text).has_value() || is_made_of_captions(text);
}

/// A line next to the edge of a page.
struct EdgeLine {
    std::size_t line{};
    std::size_t page{};
    std::size_t rank{};  ///< lines between it and the edge
    bool top{};
    bool in_column{};  ///< it begins where a later column of the header above it does
    MaskedLine masked{};
};

/// A line that says which page it is on.
struct NumberedLine {
    std::size_t line{};
    std::int64_t page{};
};

/// Do the numbers stay as they are, or count with the pages?
bool counts_with_pages(const std::vector<const EdgeLine*>& lines) {
    const EdgeLine& first = *lines.front();
    for (std::size_t n = 0; n < first.masked.numbers.size(); ++n) {
        bool stays = true;
        bool counts = true;
        for (const EdgeLine* line : lines) {
            const std::int64_t step = line->masked.numbers[n] - first.masked.numbers[n];
            stays = stays && step == 0;
            counts = counts && step == static_cast<std::int64_t>(line->page - first.page);
        }
        if (!stays && !counts) return false;
    }
    return true;
}

class FurnitureFinder {
  public:
    explicit FurnitureFinder(std::span<const std::string_view> lines)
        : lines_(lines), furniture_(lines.size()) {}

    PageFurniture find() {
        if (!part_by_form_feeds() && !part_by_page_numbers()) return {std::move(furniture_)};
        for (std::size_t page = 0; page + 1 < pages_.size(); ++page) {
            add_edges(page, pages_[page], pages_[page + 1]);
        }
        judged_.resize(edges_.size());
        for (const auto& [text, lines] : groups_) {
            if (text == "#") {
                judge_bare_numbers(lines);
            } else {
                judge(lines);
            }
        }
        mark_judged();
        return {std::move(furniture_), {pages_.begin() + 1, pages_.end() - 1}};
    }

  private:
    [[nodiscard]] bool is_blank(std::size_t line) const { return trim(lines_[line]).empty(); }
    /// Running feet are as short as a line of the page.
    [[nodiscard]] bool may_be_margin(std::size_t line) const {
        return lines_[line].size() <= k_longest_margin_line &&
               lines_[line].find('\t') == std::string_view::npos;
    }
    [[nodiscard]] bool surely_numbers_page(const EdgeLine& edge) const;
    bool part_by_form_feeds();
    bool part_by_page_numbers();
    [[nodiscard]] std::string text_beside(std::size_t line) const;
    [[nodiscard]] std::size_t filled_lines(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool is_of_header(std::size_t line) const {
        return heads_table(lines_[line]) ||
               (line + 1 < lines_.size() &&
                is_upper_part_of_header(lines_[line], lines_[line + 1]));
    }
    [[nodiscard]] bool begins_in_column(std::size_t line,
                                        const std::vector<std::size_t>& columns) const;
    void add_edges(std::size_t page, std::size_t begin, std::size_t end);
    void judge(const std::vector<std::size_t>& group);
    void judge_bare_numbers(const std::vector<std::size_t>& group);
    void mark_judged();

    std::span<const std::string_view> lines_;
    std::vector<char> furniture_;
    std::vector<std::size_t> pages_{};  ///< first lines, and the end of the last page
    std::vector<EdgeLine> edges_{};
    std::map<std::string, std::vector<std::size_t>> groups_{};  ///< of edge lines, by masked text
    std::vector<char> judged_{};  ///< of edge lines: 1 if they come again on two pages, 2 on more
};

bool FurnitureFinder::part_by_form_feeds() {
    bool found = false;
    pages_ = {0};
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].find('\f') == std::string_view::npos) continue;
        found = true;
        if (i > 0) pages_.push_back(i);
    }
    pages_.push_back(lines_.size());
    // A form feed behind the last page opens no other.
    while (pages_.size() > 2) {
        std::size_t line = pages_[pages_.size() - 2];
        while (line < lines_.size() && is_blank(line)) ++line;
        if (line < lines_.size()) break;
        pages_.erase(pages_.end() - 2);
    }
    return found;
}

/// Do the numbers of pages count by one from line to line? One line must say that it is of a page
/// and nothing else.
bool count_by_one(std::string_view masked, const std::vector<NumberedLine>& lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].page != lines[i - 1].page + 1) return false;
    }
    return lines.size() >= 2 || masked == "page #" || masked == "page # of #";
}

/// The number of the page in "page 3 of 7".
std::int64_t page_in(const MaskedLine& line) {
    const bool of_all =
        line.text.ends_with("of #") || line.text.ends_with("/#") || line.text.ends_with("/ #");
    return line.numbers[line.numbers.size() - (of_all && line.numbers.size() > 1 ? 2 : 1)];
}

/// What stands right above or below a number that is alone in its line, where that may be the name
/// of the document: a number alone is as likely one of a list.
std::string FurnitureFinder::text_beside(std::size_t line) const {
    for (const std::size_t beside : {line - 1, line + 1}) {
        if (beside >= lines_.size() || is_blank(beside) || !may_be_margin(beside)) continue;
        if (words_of(lines_[beside]).size() < 2 || may_come_again(lines_[beside])) continue;
        return mask_line(lines_[beside]).text;
    }
    return {};
}

std::size_t FurnitureFinder::filled_lines(std::size_t begin, std::size_t end) const {
    std::size_t filled = 0;
    for (; begin < end; ++begin) filled += is_blank(begin) ? 0U : 1U;
    return filled;
}

/// Lines that number pages and count by one are at the edges of pages: at the top if more of the
/// text is behind the last of them than before the first, else at the bottom.
bool FurnitureFinder::part_by_page_numbers() {
    std::map<std::string, std::vector<NumberedLine>> numbered;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (!may_be_margin(i) || std::ranges::none_of(lines_[i], is_digit)) continue;
        const MaskedLine masked = mask_line(lines_[i]);
        const bool bare = masked.text == "#";
        if (!bare && !numbers_page(masked)) continue;
        const std::string beside = bare ? text_beside(i) : std::string();
        if (bare && beside.empty()) continue;
        numbered[masked.text + beside].push_back({i, page_in(masked)});
    }
    for (const auto& [text, found] : numbered) {
        if (!count_by_one(text, found)) continue;
        const bool top = filled_lines(0, found.front().line) <
                         filled_lines(found.back().line + 1, lines_.size());
        pages_ = {0};
        for (std::size_t i = top ? 1 : 0; i < found.size(); ++i) {
            std::size_t line = found[i].line + (top ? 0 : 1);
            // Of lines without a blank between them, the whole run is at the edge.
            while (top && line > pages_.back() && !is_blank(line - 1)) --line;
            if (line > pages_.back() && line < lines_.size()) pages_.push_back(line);
        }
        pages_.push_back(lines_.size());
        if (pages_.size() > 2) return true;
    }
    return false;
}

/// Where the parts of a header begin, but for the first.
std::vector<std::size_t> later_columns(std::string_view header) {
    std::vector<std::size_t> columns;
    for (const std::string_view part : parts_of_line(header)) {
        columns.push_back(static_cast<std::size_t>(part.data() - header.data()));
    }
    if (!columns.empty()) columns.erase(columns.begin());
    return columns;
}

/// The end of a wrapped cell stands alone in its line, below its column's caption.
bool FurnitureFinder::begins_in_column(std::size_t line,
                                       const std::vector<std::size_t>& columns) const {
    const std::string_view text = trim(lines_[line]);
    const auto begin = static_cast<std::size_t>(text.data() - lines_[line].data());
    return std::ranges::find(columns, begin) != columns.end();
}

void FurnitureFinder::add_edges(std::size_t page, std::size_t begin, std::size_t end) {
    std::vector<std::size_t> filled;
    for (std::size_t i = begin; i < end; ++i) {
        if (!is_blank(i)) filled.push_back(i);
    }
    std::vector<std::size_t> columns;
    for (std::size_t n = 0; n < filled.size(); ++n) {
        if (heads_table(lines_[filled[n]])) columns = later_columns(lines_[filled[n]]);
        const std::size_t below = filled.size() - 1 - n;
        if (n >= k_edge_lines && below >= k_edge_lines) continue;
        if (!may_be_margin(filled[n])) continue;
        const bool top = n < below;
        EdgeLine edge{filled[n],
                      page,
                      std::min(n, below),
                      top,
                      begins_in_column(filled[n], columns),
                      mask_line(lines_[filled[n]])};
        groups_[edge.masked.text].push_back(edges_.size());
        edges_.push_back(std::move(edge));
    }
}

/// Is that the number of a page even where no other page has one?
bool FurnitureFinder::surely_numbers_page(const EdgeLine& edge) const {
    // "Harbour Board      Page 2": the page is numbered at the right.
    const MaskedLine masked = mask_line(parts_of_line(lines_[edge.line]).back());
    return numbers_page(masked) && (masked.text.starts_with("p") || masked.text.size() <= 8);
}

/// Judges lines that are the same but for their numbers.
void FurnitureFinder::judge(const std::vector<std::size_t>& group) {
    std::vector<const EdgeLine*> lines;
    std::map<std::pair<bool, std::size_t>, std::size_t> places;
    std::size_t pages = 0;
    for (const std::size_t edge : group) {
        const EdgeLine& line = edges_[edge];
        if (lines.empty() || lines.back()->page != line.page) ++pages;
        lines.push_back(&line);
        ++places[{line.top, line.rank}];
    }
    const bool numbers = surely_numbers_page(*lines.front());
    const std::string_view text = lines_[lines.front()->line];
    if (!numbers && !numbers_page(lines.front()->masked) && may_come_again(text)) return;
    if (!numbers && std::ranges::all_of(lines, &EdgeLine::in_column)) return;
    if (!counts_with_pages(lines)) return;
    const std::size_t all = pages_.size() - 1;
    const bool same_place =
        std::ranges::any_of(places, [](const auto& place) { return place.second >= 2; });
    // On the first page there may be a title instead; left and right pages may differ.
    const bool often = same_place && (pages > 2 ? pages * 2 + 1 >= all : pages == 2 && all <= 3);
    if (!often && !numbers) return;
    for (const std::size_t edge : group) judged_[edge] = numbers || pages > 2 ? 2 : 1;
}

/// A number alone in its line may be of a list or a cell: those that count with the pages are not.
void FurnitureFinder::judge_bare_numbers(const std::vector<std::size_t>& group) {
    const auto ahead = [this](std::size_t edge) {
        return edges_[edge].masked.numbers.front() - static_cast<std::int64_t>(edges_[edge].page);
    };
    std::map<std::int64_t, std::size_t> counts;
    for (const std::size_t edge : group) ++counts[ahead(edge)];
    const auto most = std::ranges::max_element(
        counts, {}, &std::map<std::int64_t, std::size_t>::value_type::second);
    const std::size_t all = pages_.size() - 1;
    if (most->second < 2 || most->second * 2 + 1 < all) return;
    for (const std::size_t edge : group) {
        if (ahead(edge) == most->first) judged_[edge] = most->second > 2 ? 2 : 1;
    }
}

/// What stands on two pages only must be the outermost there, but for other furniture.
void FurnitureFinder::mark_judged() {
    const auto mark = [this](auto begin, auto end, bool top) {
        std::size_t page = pages_.size();
        bool outermost = true;
        bool headed = false;
        for (auto at = begin; at != end; ++at) {
            const EdgeLine& edge = edges_[*at];
            if (edge.page != page) {
                outermost = true;
                headed = false;
            }
            page = edge.page;
            headed = headed || (top && is_of_header(edge.line));
            const bool taken = !headed && judged_[*at] != 0 && (judged_[*at] == 2 || outermost);
            if (taken && edge.top == top) furniture_[edge.line] = 1;
            outermost = outermost && taken;
        }
    };
    std::vector<std::size_t> order(edges_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    mark(order.begin(), order.end(), true);
    mark(order.rbegin(), order.rend(), false);
}

}  // namespace

PageFurniture find_page_furniture(std::span<const std::string_view> lines) {
    return FurnitureFinder(lines).find();
}

BareText without_furniture(std::span<const std::string_view> lines,
                           const PageFurniture& furniture) {
    BareText bare{.lines = {lines.begin(), lines.end()}};
    auto page = furniture.pages.begin();
    bool page_begins = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (; page != furniture.pages.end() && *page <= i; ++page) page_begins = true;
        if (furniture.lines[i] != 0) {
            bare.lines[i] = {};
        } else if (page_begins && !trim(lines[i]).empty()) {
            if (!lines[i].starts_with('\f')) {
                bare.lines[i] = bare.begins.emplace_back("\f").append(lines[i]);
            }
            page_begins = false;
        }
    }
    return bare;
}

}  // namespace tidytracker

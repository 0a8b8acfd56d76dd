// SPDX-License-Identifier: Apache-2.0
// In: the lines of a text. Out: which of them are a table's, cut into cells, and which were printed
// in the margins of pages. The only thing it knows of trackers is how their captions read: a line
// of captions is what tells a table from prose that is set in columns.
#include "read/text_layout.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "read/layout_columns.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

constexpr std::size_t k_least_captions = 3;
/// A page is no wider; longer lines are paragraphs.
constexpr std::size_t k_widest_page = 1'000;
/// Running heads and page numbers stand within so many lines of the edge of a page.
constexpr std::size_t k_margin_lines = 3;
constexpr std::size_t k_caption_lines = 3;

using Chunks = std::vector<Chunk>;

bool is_line_of_captions(const Chunks& line) {
    if (line.size() < k_least_captions) return false;
    std::size_t known = 0;
    std::size_t hinted = 0;
    for (const Chunk& chunk : line) {
        if (is_number_shaped(chunk.text) || words_of(chunk.text).size() > 6) return false;
        if (is_known_caption(chunk.text)) {
            ++known;
        } else {
            hinted += read_caption(chunk.text).empty() ? 0U : 1U;
        }
    }
    return known >= 2 && (known + hinted) * 5 >= line.size() * 3;
}

/// The line with its digits levelled, to tell what repeats from page to page.
std::string masked(const Chunks& line) {
    std::string out;
    for (const Chunk& chunk : line) out.append(chunk.text).append(" ");
    std::ranges::replace_if(out, is_digit, '#');
    return out;
}

/// "Page 2", "Page 2 of 9" alone or at the end of the line; "- 4 -"; a number alone.
bool is_page_number(const Chunks& line) {
    if (line.empty()) return false;
    const auto words = words_of(line.back().text);
    const auto numeric = [&words](std::size_t from_end) {
        return words.size() >= from_end && whole_number(words[words.size() - from_end]) >= 0;
    };
    const auto is = [&words](std::size_t from_end, std::string_view word) {
        return words.size() >= from_end &&
               equals_ignoring_case(words[words.size() - from_end], word);
    };
    if (is(2, "page") && numeric(1)) return true;
    if (is(4, "page") && numeric(3) && is(2, "of") && numeric(1)) return true;
    const bool dashed = words.size() == 3 && words[0] == "-" && words[2] == "-" && numeric(2);
    return line.size() == 1 && (dashed || (words.size() == 1 && numeric(1)));
}

/// Reads one text; its steps are taken in the order in which they stand here.
class LayoutReader {
  public:
    explicit LayoutReader(std::span<const std::string_view> lines) : out_(lines.size()) {
        for (const std::string_view line : lines) {
            if (line.find('\f') != std::string_view::npos || pages_.empty()) {
                pages_.push_back(chunks_.size());
            }
            chunks_.push_back(line.size() <= k_widest_page ? chunks_of(line) : Chunks{});
        }
    }
    std::vector<LayoutLine> read();

  private:
    void find_margins();
    void mark_margin(std::size_t line) { out_[line].kind = LayoutLine::Kind::margin; }
    [[nodiscard]] bool is_margin(std::size_t line) const {
        return out_[line].kind == LayoutLine::Kind::margin;
    }
    [[nodiscard]] std::vector<std::size_t> edge_lines(std::size_t page) const;
    [[nodiscard]] std::size_t end_of_page(std::size_t page) const {
        return page + 1 < pages_.size() ? pages_[page + 1] : chunks_.size();
    }
    void find_headers();
    void fit_segments();
    void fit_segment(std::size_t header, std::size_t begin, std::size_t end);
    [[nodiscard]] std::size_t join_captions(std::size_t header, std::size_t end, bool again);
    void write_lines(const FittedColumns& columns, std::size_t begin, std::size_t end);
    [[nodiscard]] std::size_t end_of_table(const FittedColumns& columns, std::size_t begin,
                                           std::size_t end) const;
    void settle_flow();

    std::vector<Chunks> chunks_{};
    std::vector<std::size_t> pages_{};  ///< first lines
    std::vector<std::size_t> headers_{};
    std::vector<LayoutLine> out_;
    Chunks captions_{};                         ///< of the header that applies
    std::vector<std::string> caption_tails_{};  ///< the lines below it, where it has several
    std::string captions_as_printed_{};
    std::optional<FittedColumns> columns_{};  ///< of the segment above
    std::uint32_t tables_{};
    bool open_{};  ///< the table goes on with the next page
};

std::vector<LayoutLine> LayoutReader::read() {
    find_headers();
    if (headers_.empty()) return {};
    find_margins();
    fit_segments();
    settle_flow();
    return std::move(out_);
}

void LayoutReader::find_headers() {
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
        if (is_line_of_captions(chunks_[i])) headers_.push_back(i);
    }
}

/// The lines with text that are next to the edges of a page.
std::vector<std::size_t> LayoutReader::edge_lines(std::size_t page) const {
    std::vector<std::size_t> filled;
    for (std::size_t i = pages_[page]; i < end_of_page(page); ++i) {
        if (!chunks_[i].empty()) filled.push_back(i);
    }
    if (filled.size() > 2 * k_margin_lines) {
        constexpr auto k_edge = static_cast<std::ptrdiff_t>(k_margin_lines);
        filled.erase(filled.begin() + k_edge, filled.end() - k_edge);
    }
    return filled;
}

/// What stands at the edges of most pages is no text of the document; nor are page numbers.
void LayoutReader::find_margins() {
    const std::set<std::size_t> headers(headers_.begin(), headers_.end());
    std::map<std::string, std::size_t> pages_with;
    for (std::size_t page = 0; page < pages_.size(); ++page) {
        std::set<std::string> seen;
        for (const std::size_t line : edge_lines(page)) seen.insert(masked(chunks_[line]));
        for (const std::string& text : seen) ++pages_with[text];
    }
    for (std::size_t page = 0; page < pages_.size(); ++page) {
        for (const std::size_t line : edge_lines(page)) {
            if (headers.contains(line)) continue;
            const std::size_t count = pages_with[masked(chunks_[line])];
            const bool repeated = count >= 2 && count * 2 > pages_.size();
            if (repeated || is_page_number(chunks_[line])) mark_margin(line);
        }
    }
}

/// A segment reaches from a header, or from the top of a page that the table goes on to, down to
/// the next header or the end of the page.
void LayoutReader::fit_segments() {
    auto header = headers_.begin();
    for (std::size_t page = 0; page < pages_.size(); ++page) {
        const std::size_t page_end = end_of_page(page);
        std::size_t begin = pages_[page];
        const std::size_t first = header != headers_.end() ? std::min(*header, page_end) : page_end;
        if (open_ && begin < first) fit_segment(chunks_.size(), begin, first);
        while (header != headers_.end() && *header < page_end) {
            begin = *header++;
            const std::size_t end =
                header != headers_.end() ? std::min(*header, page_end) : page_end;
            fit_segment(begin, begin, end);
        }
    }
}

/// Joins the lines of a caption that runs over several into the first. They stand between the
/// header and the first line whose first column is filled; a header that is repeated has the same.
std::size_t LayoutReader::join_captions(std::size_t header, std::size_t end, bool again) {
    const FittedColumns columns(captions_, std::span(chunks_).subspan(header, 1));
    std::vector<std::vector<FittedColumns::Part>> tails;
    std::size_t line = header + 1;
    for (; line < end && tails.size() <= k_caption_lines && !chunks_[line].empty(); ++line) {
        auto parts = columns.part(chunks_[line]);
        if (parts.front().column == 0) break;
        const bool known = tails.size() < caption_tails_.size() &&
                           masked(chunks_[line]) == caption_tails_[tails.size()];
        if (again && !known) break;
        tails.push_back(std::move(parts));
    }
    const bool first_row_follows = line < end && !chunks_[line].empty();
    if (tails.size() > k_caption_lines || !(again || first_row_follows)) return 0;
    for (std::size_t i = 0; i < tails.size(); ++i) {
        if (!again) caption_tails_.push_back(masked(chunks_[header + 1 + i]));
        for (const FittedColumns::Part& part : tails[i]) {
            captions_[part.column].text.append(" ").append(part.text);
        }
    }
    return tails.size();
}

void LayoutReader::fit_segment(std::size_t header, std::size_t begin, std::size_t end) {
    if (header < chunks_.size()) {
        captions_ = chunks_[header];
        const bool again = masked(captions_) == captions_as_printed_;
        if (!again) caption_tails_.clear();
        captions_as_printed_ = masked(captions_);
        const std::size_t joined = join_captions(header, end, again);
        if (!open_ || !again) ++tables_;
        LayoutLine& line = out_[header];
        line = {.kind = LayoutLine::Kind::table,
                .flow = RowFlow::begins,
                .table = tables_,
                .columns = static_cast<std::uint32_t>(captions_.size()),
                .joined_with = static_cast<std::uint32_t>(joined)};
        for (std::size_t i = 0; i < captions_.size(); ++i) {
            line.cells.push_back({static_cast<std::uint32_t>(i), captions_[i].text});
        }
        begin = header + 1 + joined;
    }
    std::vector<Chunks> body;
    for (std::size_t i = begin; i < end; ++i) {
        if (!is_margin(i) && !chunks_[i].empty()) body.push_back(chunks_[i]);
    }
    const FittedColumns columns = header < chunks_.size() || !columns_
                                      ? FittedColumns(captions_, body)
                                      : FittedColumns(*columns_, body);
    columns_ = columns;
    const std::size_t table_end = end_of_table(columns, begin, end);
    write_lines(columns, begin, table_end);
    std::size_t rest = table_end;
    while (rest < end && (is_margin(rest) || chunks_[rest].empty())) ++rest;
    open_ = rest == end;
}

/// The table ends before prose that no line in columns follows.
std::size_t LayoutReader::end_of_table(const FittedColumns& columns, std::size_t begin,
                                       std::size_t end) const {
    std::size_t last = begin;
    bool prose = false;
    for (std::size_t i = begin; i < end; ++i) {
        const Chunks& line = chunks_[i];
        if (line.empty() || is_margin(i)) {
            continue;
        }
        const bool across = columns.runs_across(line);
        const bool goes_on = prose && line.size() == 1 && columns.part(line)[0].column == 0;
        prose = across || goes_on;
        if (!prose) last = i + 1;
    }
    return last;
}

void LayoutReader::write_lines(const FittedColumns& columns, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (is_margin(i) || chunks_[i].empty()) continue;
        LayoutLine& line = out_[i];
        line.kind = LayoutLine::Kind::table;
        line.table = tables_;
        line.columns = static_cast<std::uint32_t>(columns.size());
        line.across = columns.runs_across(chunks_[i]);
        if (line.across) {
            line.cells.push_back({0, chunks_[i][0].text});
            continue;
        }
        for (FittedColumns::Part& part : columns.part(chunks_[i])) {
            line.cells.push_back({static_cast<std::uint32_t>(part.column), std::move(part.text)});
        }
    }
}

/// Where the first column holds references, each of them begins a row, and a line without one goes
/// on with the row above. A text there that is none is a heading.
void LayoutReader::settle_flow() {
    std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> keys;  // references, texts
    const auto is_body = [](const LayoutLine& line) {
        return line.kind == LayoutLine::Kind::table && !line.across &&
               line.flow == RowFlow::unknown && !line.cells.empty();
    };
    for (const LayoutLine& line : out_) {
        if (!is_body(line) || line.cells[0].column != 0) continue;
        auto& [references, texts] = keys[line.table];
        ++texts;
        references += is_reference_shaped(line.cells[0].text) ? 1U : 0U;
    }
    for (LayoutLine& line : out_) {
        if (!is_body(line)) continue;
        const auto& [references, texts] = keys[line.table];
        if (references < 2 || references * 5 < texts * 3) continue;
        const bool first = line.cells[0].column == 0;
        if (first && is_reference_shaped(line.cells[0].text)) {
            line.flow = RowFlow::begins;
        } else if (first && line.cells.size() == 1) {
            line.across = true;
        } else {
            line.flow = RowFlow::continues;
        }
    }
}

}  // namespace

std::vector<LayoutLine> fit_layout(std::span<const std::string_view> lines) {
    return LayoutReader(lines).read();
}

}  // namespace tidytracker

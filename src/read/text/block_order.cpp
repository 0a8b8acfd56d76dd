// SPDX-License-Identifier: Apache-2.0
// In: the lines of a text. Out: as for text with layout, the lines of tables with their cells. Two
// captions below each other, or side by side, open a table; a row begins at each number.
#include "read/text/block_order.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "read/text/block_cells.hpp"
#include "schema/captions.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

constexpr std::size_t k_longest_block_caption = 6;  ///< words
constexpr std::size_t k_fewest_block_rows = 3;
constexpr std::size_t k_caption_block_lines = 3;
/// Lines of prose above and below a table run over both columns.
constexpr double k_wider_than_cells = 1.3;
constexpr std::size_t k_least_width = 36;
/// Word parts footnotes from the page by a line; of that only blanks are left.
constexpr std::size_t k_footnote_blanks = 16;
/// What parts the cells where both stand in one line.
constexpr std::string_view k_across = "    ";
/// How far the number of a row may be from that of the row before.
constexpr std::int64_t k_widest_step = 40;

enum class KeyStyle : std::uint8_t { none, number, label };

/// "7", "Recommendation 3", "Recommendations 19 and 20": what opens a row.
struct BlockKey {
    KeyStyle style{KeyStyle::none};
    std::size_t length{};
    std::int64_t number{};
};

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && is_digit(text[at + count])) ++count;
    return count;
}

/// Length of "19", "19 and 20" or "3, 4 & 5"; 0 if there is no number.
std::size_t length_of_numbers(std::string_view text, std::int64_t& first) {
    std::size_t end = 0;
    for (std::size_t at = 0;;) {
        const std::size_t digits = digits_at(text, at);
        if (digits == 0 || digits > 3) return end;
        if (end == 0) first = whole_number(text.substr(at, digits));
        end = at + digits;
        at = end;
        constexpr std::array<std::string_view, 5> k_between{" and ", " & ", ", ", "-", ","};
        const auto* const between = std::ranges::find_if(
            k_between, [&](std::string_view each) { return text.substr(at).starts_with(each); });
        if (between == k_between.end()) return end;
        at += between->size();
    }
}

/// What stands behind a key begins a text, or there is nothing.
bool may_follow_key(std::string_view rest) {
    rest = trim(rest);
    return rest.empty() || !begins_lower_case(rest);
}

BlockKey key_at_start(std::string_view line) {
    BlockKey key;
    std::size_t label = 0;
    if (const auto kind = opening_kind(line)) {
        label = kind->length;
        while (label < line.size() && is_space(line[label])) ++label;
    }
    const std::size_t numbers = length_of_numbers(line.substr(label), key.number);
    if (numbers == 0) return {};
    key.style = label > 0 ? KeyStyle::label : KeyStyle::number;
    key.length = label + numbers;
    if (key.length < line.size() && (line[key.length] == '.' || line[key.length] == ':')) {
        ++key.length;
    }
    const std::string_view rest = line.substr(key.length);
    const bool apart = rest.empty() || is_space(rest[0]);
    if (!apart || !may_follow_key(rest) || is_date_shaped(line.substr(0, 24))) return {};
    return key;
}

bool is_caption_of(std::string_view text, bool of_action) {
    if (text.empty() || is_lower(text[0]) || text.ends_with('.') || text.ends_with(':') ||
        words_of(text).size() > k_longest_block_caption) {
        return false;
    }
    const std::vector<CaptionReading> readings = read_caption(text);
    return !readings.empty() && (!of_action || readings.front().field == Field::action);
}

bool is_caption_pair(std::string_view first, std::string_view second) {
    return is_caption_of(first, true) && is_caption_of(second, false) &&
           (is_known_caption(first) || is_known_caption(second));
}

/// Two captions with the lines that hold them.
struct BlockHeader {
    std::size_t line{};
    std::size_t end{};
    std::string first{};
    std::string second{};
};

bool has_bullet(std::string_view text) {
    constexpr std::array<std::string_view, 5> k_marks{"\xE2\x80\xA2", "\xEF\x82\xB7", "o ", "- ",
                                                      "\xE2\x96\xAA"};
    return std::ranges::any_of(k_marks,
                               [text](std::string_view mark) { return text.starts_with(mark); });
}

/// Where each line is a block of its own, one that goes on in lower case is of the one above.
void join_spaced_lines(RowPart& part) {
    std::vector<TextBlock> joined;
    for (TextBlock& block : part.blocks) {
        const bool goes_on = !joined.empty() && !block.indented && !block.begins_second &&
                             !block.behind_gap && begins_lower_case(block.text) &&
                             joined.back().spaced;
        if (!goes_on) {
            joined.push_back(std::move(block));
            continue;
        }
        TextBlock& above = joined.back();
        above.text.append(" ").append(block.text);
        above.spaced = block.lines.size() == 1;
        above.lines.insert(above.lines.end(), block.lines.begin(), block.lines.end());
    }
    part.blocks = std::move(joined);
}

/// How wide the lines of a column are, but for a few.
std::size_t usual_line_width(std::vector<std::size_t> widths) {
    if (widths.empty()) return 0;
    const auto most = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
    std::ranges::nth_element(widths, most);
    return *most;
}

class BlockOrderReader {
  public:
    explicit BlockOrderReader(std::span<const std::string_view> lines);
    std::vector<LayoutLine> read();

  private:
    struct Row {
        std::size_t line{};
        BlockKey key{};
        RowOfBlocks parts{};
    };
    /// A line of a cell.
    struct Piece {
        std::size_t line{};
        std::string_view text{};
    };

    [[nodiscard]] bool is_empty(std::size_t line) const { return lines_[line].empty(); }
    [[nodiscard]] bool begins_page(std::size_t line) const;
    [[nodiscard]] std::size_t end_of_block(std::size_t line) const;
    [[nodiscard]] std::string block_text(std::size_t first, std::size_t end) const;
    [[nodiscard]] std::optional<BlockHeader> header_at(std::size_t line) const;
    [[nodiscard]] std::optional<BlockHeader> header_in_line(std::size_t line) const;
    [[nodiscard]] std::vector<Row> find_rows(const BlockHeader& header, std::size_t end) const;
    [[nodiscard]] std::size_t end_of_rows(const std::vector<Row>& rows, std::size_t end) const;
    void gather_blocks(Row& row, std::size_t end) const;
    void append_line(RowPart& part, std::size_t line, std::string_view text, bool behind_gap,
                     bool opens) const;
    void write_table(const BlockHeader& header, std::vector<Row>& rows, std::size_t end);
    [[nodiscard]] std::string_view text_in_cell(const Row& row, const TextBlock& block,
                                                std::size_t line) const;
    [[nodiscard]] bool begins_paragraph(const Piece& above, const Piece& piece,
                                        std::size_t width) const;
    [[nodiscard]] std::array<std::size_t, 2> widths_of(const std::vector<Row>& rows) const;
    void write_row(const Row& row, const std::array<std::size_t, 2>& widths);
    LayoutLine& table_line(std::size_t line, RowFlow flow);

    std::span<const std::string_view> raw_;
    std::vector<std::string_view> lines_{};
    std::vector<LayoutLine> out_;
    bool form_feeds_{};
    std::uint32_t tables_{};
};

BlockOrderReader::BlockOrderReader(std::span<const std::string_view> lines)
    : raw_(lines), out_(lines.size()) {
    for (const std::string_view line : lines) {
        lines_.push_back(trim(line));
        form_feeds_ = form_feeds_ || line.starts_with('\f');
    }
}

/// Where the form feeds are lost, a page begins with a blank right below a line of text.
bool BlockOrderReader::begins_page(std::size_t line) const {
    if (form_feeds_) return raw_[line].starts_with('\f');
    if (line == 0 || is_empty(line) || is_empty(line - 1)) return false;
    // The number of a footnote stands in a line of its own.
    return raw_[line].starts_with(' ') && whole_number(lines_[line - 1]) < 0;
}

std::size_t BlockOrderReader::end_of_block(std::size_t line) const {
    std::size_t end = line;
    while (end < lines_.size() && !is_empty(end) && (end == line || !begins_page(end))) ++end;
    return end;
}

std::string BlockOrderReader::block_text(std::size_t first, std::size_t end) const {
    std::string text;
    for (; first < end; ++first) text.append(text.empty() ? "" : " ").append(lines_[first]);
    return squeeze(text);
}

/// "Recommendation Next Steps": both captions in one line.
std::optional<BlockHeader> BlockOrderReader::header_in_line(std::size_t line) const {
    const std::string text = squeeze(lines_[line]);
    const auto words = words_of(text);
    if (words.size() < 2 || words.size() > 2 * k_longest_block_caption) return std::nullopt;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto at = static_cast<std::size_t>(words[i].data() - text.data());
        const std::string_view first = trim(std::string_view(text).substr(0, at));
        const std::string_view second = std::string_view(text).substr(at);
        if (is_known_caption(first) && is_known_caption(second) && is_caption_pair(first, second)) {
            return BlockHeader{line, line + 1, std::string(first), std::string(second)};
        }
    }
    return std::nullopt;
}

std::optional<BlockHeader> BlockOrderReader::header_at(std::size_t line) const {
    const bool opens_block = line == 0 || is_empty(line - 1) || begins_page(line);
    if (is_empty(line) || !opens_block || lines_[line].size() > 80) return std::nullopt;
    if (auto header = header_in_line(line)) return header;
    const std::size_t first_end = end_of_block(line);
    std::size_t second = first_end;
    while (second < lines_.size() && is_empty(second)) ++second;
    const std::size_t end = end_of_block(second);
    if (second == lines_.size() || first_end - line > k_caption_block_lines ||
        end - second > k_caption_block_lines) {
        return std::nullopt;
    }
    BlockHeader header{line, end, block_text(line, first_end), block_text(second, end)};
    if (!is_caption_pair(header.first, header.second)) return std::nullopt;
    return header;
}

std::vector<BlockOrderReader::Row> BlockOrderReader::find_rows(const BlockHeader& header,
                                                               std::size_t end) const {
    std::vector<Row> rows;
    for (std::size_t i = header.end; i < end; ++i) {
        if (is_empty(i) || !(is_empty(i - 1) || begins_page(i) || i == header.end)) continue;
        const BlockKey key = key_at_start(lines_[i]);
        if (key.style == KeyStyle::none) {
            // The first text below the captions is a row, or this is no such table.
            if (rows.empty()) return {};
            continue;
        }
        if (!rows.empty()) {
            const BlockKey& last = rows.back().key;
            const bool next = key.number > last.number && key.number <= last.number + k_widest_step;
            if (key.style != last.style || !next) continue;
        }
        rows.push_back({i, key, {}});
    }
    return rows;
}

/// The last row ends before a line that is wider than the cells, and before a heading that opens a
/// page.
std::size_t BlockOrderReader::end_of_rows(const std::vector<Row>& rows, std::size_t end) const {
    std::vector<std::size_t> widths;
    for (std::size_t i = rows.front().line; i < rows.back().line; ++i) {
        if (!is_empty(i)) widths.push_back(lines_[i].size());
    }
    const double widest =
        static_cast<double>(std::max(usual_line_width(std::move(widths)), k_least_width)) *
        k_wider_than_cells;
    std::size_t last = rows.back().line;
    for (std::size_t i = rows.back().line + 1; i < end; ++i) {
        if (is_empty(i)) continue;
        const bool wide = static_cast<double>(lines_[i].size()) > widest &&
                          lines_[i].find(k_across) == std::string_view::npos;
        if (wide) {
            // The heading of that prose stands above it.
            while (last > rows.back().line && !is_empty(last) && !begins_page(last)) --last;
            return begins_page(last) ? last : i;
        }
        last = i;
    }
    return end;
}

void BlockOrderReader::append_line(RowPart& part, std::size_t line, std::string_view text,
                                   bool behind_gap, bool opens) const {
    if (!opens && !part.blocks.empty()) {
        part.blocks.back().text.append(" ").append(text);
        part.blocks.back().lines.push_back(line);
        return;
    }
    const bool blank = raw_[line].starts_with(' ') && !begins_page(line);
    part.blocks.push_back({.text = std::string(text),
                           .lines = {line},
                           .indented = blank || has_bullet(text),
                           .behind_gap = behind_gap});
}

/// Parts the lines of a row into blocks, page by page, without its key and without footnotes.
void BlockOrderReader::gather_blocks(Row& row, std::size_t end) const {
    row.parts.emplace_back();
    bool opens = true;
    bool gap = false;
    bool footnote = false;
    for (std::size_t i = row.line; i < end; ++i) {
        if (begins_page(i)) {
            footnote = false;
            if (i > row.line) row.parts.emplace_back();
            opens = true;
            gap = false;
        }
        if (is_empty(i)) {
            footnote = footnote || raw_[i].size() >= k_footnote_blanks;
            gap = gap || (opens && !raw_[i].empty());
            opens = opens || raw_[i].empty();
            continue;
        }
        if (footnote) continue;
        std::string_view text = lines_[i];
        if (i == row.line) text = trim(text.substr(row.key.length));
        if (text.empty()) continue;
        const std::size_t across = i == row.line ? std::string_view::npos : text.find(k_across);
        append_line(row.parts.back(), i, trim(text.substr(0, across)), gap, opens);
        if (across != std::string_view::npos) {
            append_line(row.parts.back(), i, trim(text.substr(across)), false, true);
            row.parts.back().blocks.back().begins_second = true;
        }
        opens = false;
        gap = false;
    }
    for (RowPart& part : row.parts) {
        for (TextBlock& block : part.blocks) block.spaced = block.lines.size() == 1;
    }
    // Behind a page break both cells may go on in lower case.
    join_spaced_lines(row.parts.front());
    std::erase_if(row.parts, [](const RowPart& part) { return part.blocks.empty(); });
}

LayoutLine& BlockOrderReader::table_line(std::size_t line, RowFlow flow) {
    LayoutLine& out = out_[line];
    out.kind = LayoutLine::Kind::table;
    out.table = tables_;
    out.columns = 3;
    if (out.cells.empty()) out.flow = flow;
    return out;
}

/// The part of a line that stands in the cell.
std::string_view BlockOrderReader::text_in_cell(const Row& row, const TextBlock& block,
                                                std::size_t line) const {
    std::string_view text = lines_[line];
    if (line == row.line) return trim(text.substr(row.key.length));
    const std::size_t across = text.find(k_across);
    const bool right =
        across != std::string_view::npos && block.begins_second && line == block.lines.front();
    return trim(right ? text.substr(across) : text.substr(0, across));
}

/// Does a line of a cell begin a paragraph? The layout shows it by a gap, a bullet, or a line above
/// that had room for the first word.
bool BlockOrderReader::begins_paragraph(const Piece& above, const Piece& piece,
                                        std::size_t width) const {
    constexpr std::size_t k_slack = 3;  // the letters are not all of one width
    const bool indented = raw_[piece.line].starts_with(' ') && !begins_page(piece.line);
    if (indented || has_bullet(piece.text)) return true;
    if (begins_lower_case(piece.text)) return false;
    const std::string_view word = piece.text.substr(0, piece.text.find(' '));
    const bool short_above = above.text.size() + 1 + word.size() + k_slack <= width;
    if (piece.line == above.line + 1) return short_above;
    for (std::size_t i = above.line + 1; i <= piece.line; ++i) {
        if (begins_page(i)) return short_above;
        if (is_empty(i) && !raw_[i].empty()) return true;
    }
    const bool spaced = above.line == 0 || is_empty(above.line - 1);
    return !spaced || (ends_sentence(above.text) && short_above);
}

void BlockOrderReader::write_row(const Row& row, const std::array<std::size_t, 2>& widths) {
    const std::string_view key = trim(lines_[row.line].substr(0, row.key.length));
    table_line(row.line, RowFlow::begins).cells.push_back({0, std::string(key)});
    std::array<std::optional<Piece>, 2> last;
    for (const RowPart& part : row.parts) {
        for (std::size_t i = 0; i < part.blocks.size(); ++i) {
            const std::uint32_t cell = i < part.split ? 0 : 1;
            for (const std::size_t line : part.blocks[i].lines) {
                const Piece piece{line, text_in_cell(row, part.blocks[i], line)};
                const bool adds = last[cell] && begins_paragraph(*last[cell], piece, widths[cell]);
                table_line(line, adds ? RowFlow::adds_paragraph : RowFlow::continues)
                    .cells.push_back({cell + 1, std::string(piece.text)});
                last[cell] = piece;
            }
        }
    }
}

/// The usual widths of both columns.
std::array<std::size_t, 2> BlockOrderReader::widths_of(const std::vector<Row>& rows) const {
    std::array<std::vector<std::size_t>, 2> widths;
    for (const Row& row : rows) {
        for (const RowPart& part : row.parts) {
            for (std::size_t i = 0; i < part.blocks.size(); ++i) {
                for (const std::size_t line : part.blocks[i].lines) {
                    widths[i < part.split ? 0 : 1].push_back(
                        text_in_cell(row, part.blocks[i], line).size());
                }
            }
        }
    }
    return {usual_line_width(std::move(widths[0])), usual_line_width(std::move(widths[1]))};
}

void BlockOrderReader::write_table(const BlockHeader& header, std::vector<Row>& rows,
                                   std::size_t end) {
    ++tables_;
    LayoutLine& line = table_line(header.line, RowFlow::begins);
    line.cells = {{1, header.first}, {2, header.second}};
    line.joined_with = static_cast<std::uint32_t>(header.end - header.line - 1);
    std::vector<RowOfBlocks> cells;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        gather_blocks(rows[i], i + 1 < rows.size() ? rows[i + 1].line : end);
        cells.push_back(std::move(rows[i].parts));
    }
    split_cells(cells);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].parts = std::move(cells[i]);
    const std::array<std::size_t, 2> widths = widths_of(rows);
    for (const Row& row : rows) write_row(row, widths);
}

std::vector<LayoutLine> BlockOrderReader::read() {
    std::vector<BlockHeader> headers;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (auto header = header_at(i)) {
            i = header->end - 1;
            headers.push_back(std::move(*header));
        }
    }
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const std::size_t end = i + 1 < headers.size() ? headers[i + 1].line : lines_.size();
        std::vector<Row> rows = find_rows(headers[i], end);
        if (rows.size() < k_fewest_block_rows) continue;
        write_table(headers[i], rows, end_of_rows(rows, end));
    }
    if (tables_ == 0) return {};
    return std::move(out_);
}

}  // namespace

std::vector<LayoutLine> parse_block_order(std::span<const std::string_view> lines) {
    return BlockOrderReader(lines).read();
}

}  // namespace tidytracker

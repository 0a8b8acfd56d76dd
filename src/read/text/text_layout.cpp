// SPDX-License-Identifier: Apache-2.0
// In: the lines of a text without its page furniture. Out: which of them are a table's, cut into
// cells. The only thing it knows of trackers is how their captions read: a line
// of captions is what tells a table from prose that is set in columns.
#include "read/text/text_layout.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/text/layout_columns.hpp"
#include "read/text/layout_rows.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

constexpr std::size_t k_least_captions = 3;
/// A page is no wider; longer lines are paragraphs.
constexpr std::size_t k_widest_page = 1'000;
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

/// Does the chunk or a word of it begin at a position or beside it?
bool begins_word_near(const Chunk& chunk, std::size_t at) {
    std::vector<std::size_t> begins = inner_words(chunk);
    begins.push_back(chunk.begin);
    return std::ranges::any_of(
        begins, [at](std::size_t begin) { return begin + 1 >= at && begin <= at + 1; });
}

/// "Date raised Agreed action" as two captions; the second is empty if it is none.
std::pair<Chunk, Chunk> parts_of_caption(const Chunk& chunk) {
    for (const std::size_t at : inner_words(chunk)) {
        auto parts = part_chunk(chunk, at);
        if (is_known_caption(parts.first.text) && is_known_caption(parts.second.text)) {
            return parts;
        }
    }
    return {chunk, {}};
}

/// The line with its digits levelled, to tell what repeats from page to page.
std::string masked(const Chunks& line) {
    std::string out;
    for (const Chunk& chunk : line) out.append(chunk.text).append(" ");
    std::ranges::replace_if(out, is_digit, '#');
    return out;
}

/// A header by its first line, and by the one with most of its captions.
struct HeaderLines {
    std::size_t first{};
    std::size_t line{};
};

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
    FittedLayout read();

  private:
    [[nodiscard]] std::size_t end_of_page(std::size_t page) const {
        return page + 1 < pages_.size() ? pages_[page + 1] : chunks_.size();
    }
    void find_headers();
    void find_glued_captions();
    void part_captions(std::size_t line);
    [[nodiscard]] bool begins_with_reference(const Chunks& line) const;
    void part_references(std::size_t begin, std::size_t end);
    [[nodiscard]] bool begins_column(std::size_t header, std::size_t at) const;
    [[nodiscard]] bool take_upper_captions(std::size_t header);
    void fit_segments();
    void fit_segment(const HeaderLines* header, std::size_t begin, std::size_t end);
    [[nodiscard]] std::size_t open_table(const HeaderLines& header, std::size_t end);
    [[nodiscard]] bool go_on_captions(const std::vector<FittedColumns::Part>& parts) const;
    [[nodiscard]] std::size_t join_captions(std::size_t header, std::size_t end, bool again);
    void write_lines(const FittedColumns& columns, std::size_t begin, std::size_t end);
    [[nodiscard]] std::size_t end_of_table(const FittedColumns& columns, std::size_t begin,
                                           std::size_t end) const;
    void settle_flow();

    std::vector<Chunks> chunks_{};
    std::vector<std::size_t> pages_{};  ///< first lines
    std::vector<HeaderLines> headers_{};
    std::vector<LayoutLine> out_;
    Chunks captions_{};                         ///< of the header that applies
    std::vector<std::string> caption_tails_{};  ///< the lines below it, where it has several
    std::string captions_as_printed_{};
    std::optional<FittedColumns> columns_{};  ///< of the segment above
    std::uint32_t tables_{};
    bool open_{};  ///< the table goes on with the next page
    std::vector<std::size_t> lost_{};
    std::set<std::string> glued_captions_{};
};

FittedLayout LayoutReader::read() {
    find_headers();
    if (headers_.empty()) return {};
    fit_segments();
    settle_flow();
    return {std::move(out_), std::move(lost_)};
}

void LayoutReader::find_headers() {
    find_glued_captions();
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
        if (!is_line_of_captions(chunks_[i])) continue;
        part_captions(i);
        headers_.push_back({.first = i, .line = i});
        if (take_upper_captions(i)) --headers_.back().first;
    }
}

/// Captions that stand only one blank apart: both are known, together they are not, and a column
/// begins below the second. What holds on one page holds on all.
void LayoutReader::find_glued_captions() {
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
        if (!is_line_of_captions(chunks_[i])) continue;
        for (const Chunk& chunk : chunks_[i]) {
            if (is_known_caption(chunk.text)) continue;
            const auto [first, second] = parts_of_caption(chunk);
            if (second.text.empty() || !begins_column(i, second.begin)) continue;
            glued_captions_.insert(chunk.text);
        }
    }
}

/// Do words of the lines below begin there, more often than words of prose would by chance?
bool LayoutReader::begins_column(std::size_t header, std::size_t at) const {
    constexpr std::size_t k_lines_asked = 20;
    constexpr std::size_t k_fewest = 2;
    std::size_t begun = 0;
    std::size_t reaching = 0;
    const std::size_t end = std::min(chunks_.size(), header + k_lines_asked);
    for (std::size_t i = header + 1; i < end; ++i) {
        for (const Chunk& chunk : chunks_[i]) {
            if (chunk.end + 1 < at || chunk.begin > at + 1) continue;
            ++reaching;
            begun += begins_word_near(chunk, at) ? 1U : 0U;
        }
    }
    return begun >= k_fewest && begun * 5 >= reaching * 4;
}

void LayoutReader::part_captions(std::size_t line) {
    Chunks parted;
    for (Chunk& chunk : chunks_[line]) {
        if (glued_captions_.contains(chunk.text)) {
            auto [first, second] = parts_of_caption(chunk);
            parted.push_back(std::move(first));
            parted.push_back(std::move(second));
        } else {
            parted.push_back(std::move(chunk));
        }
    }
    chunks_[line] = std::move(parted);
}

/// Does the line begin with a reference, below the first caption?
bool LayoutReader::begins_with_reference(const Chunks& line) const {
    if (line.empty() || line.front().begin > captions_.front().end) return false;
    const std::string_view text = line.front().text;
    return is_reference_shaped(text.substr(0, text.find(' ')));
}

/// Parts references from texts that follow one blank behind them, where most texts behind
/// references begin at the same place.
void LayoutReader::part_references(std::size_t begin, std::size_t end) {
    std::map<std::size_t, std::size_t> places;
    std::size_t references = 0;
    for (std::size_t i = begin; i < end; ++i) {
        if (!begins_with_reference(chunks_[i])) continue;
        const Chunks& line = chunks_[i];
        const std::vector<std::size_t> words = inner_words(line.front());
        ++references;
        if (!words.empty()) {
            ++places[words.front()];
        } else if (line.size() > 1) {
            ++places[line[1].begin];
        }
    }
    if (references < 3) return;
    const auto most = std::ranges::max_element(
        places, {}, &std::map<std::size_t, std::size_t>::value_type::second);
    if (most == places.end() || most->second * 5 < references * 3) return;
    for (std::size_t i = begin; i < end; ++i) {
        if (!begins_with_reference(chunks_[i])) continue;
        const std::vector<std::size_t> words = inner_words(chunks_[i].front());
        if (words.empty() || words.front() > most->first + 1 || words.front() + 1 < most->first) {
            continue;
        }
        auto [first, second] = part_chunk(chunks_[i].front(), words.front());
        chunks_[i].front() = std::move(first);
        chunks_[i].insert(chunks_[i].begin() + 1, std::move(second));
    }
}

/// Captions at the bottom of a header have their first words in the line above: each text there
/// stands over one caption, and with it makes a known one.
bool LayoutReader::take_upper_captions(std::size_t header) {
    const bool page_begins = std::ranges::binary_search(pages_, header);
    if (header == 0 || page_begins || chunks_[header - 1].empty()) return false;
    Chunks joined = chunks_[header];
    for (const Chunk& upper : chunks_[header - 1]) {
        const auto over = [&upper](const Chunk& caption) {
            return upper.begin < caption.end && caption.begin < upper.end;
        };
        const auto caption = std::ranges::find_if(joined, over);
        if (caption == joined.end() || std::ranges::count_if(joined, over) != 1) return false;
        caption->text = upper.text + " " + caption->text;
        caption->begin = std::min(caption->begin, upper.begin);
        caption->end = std::max(caption->end, upper.end);
        if (!is_known_caption(caption->text)) return false;
    }
    chunks_[header] = std::move(joined);
    return true;
}

/// A segment reaches from a header, or from the top of a page that the table goes on to, down to
/// the next header or the end of the page.
void LayoutReader::fit_segments() {
    auto header = headers_.begin();
    for (std::size_t page = 0; page < pages_.size(); ++page) {
        const std::size_t page_end = end_of_page(page);
        std::size_t begin = pages_[page];
        const auto next_begin = [&] {
            return header != headers_.end() ? std::min(header->first, page_end) : page_end;
        };
        if (open_ && begin < next_begin()) fit_segment(nullptr, begin, next_begin());
        while (header != headers_.end() && header->first < page_end) {
            const HeaderLines& here = *header++;
            begin = here.line + 1;
            fit_segment(&here, begin, next_begin());
        }
    }
}

/// Are these the rest of captions? Where cells stand in the middle of their rows, the first lines
/// of some are just below the header: a known caption with the begin of a text is none any more.
bool LayoutReader::go_on_captions(const std::vector<FittedColumns::Part>& parts) const {
    return std::ranges::all_of(parts, [this](const FittedColumns::Part& part) {
        const std::string& caption = captions_[part.column].text;
        return begins_lower_case(part.text) || !is_known_caption(caption) ||
               is_known_caption(caption + " " + part.text);
    });
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
        if (again ? !known : !go_on_captions(parts)) break;
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

/// Writes the header of a table, or of its part on a new page. Gives the first line below it.
std::size_t LayoutReader::open_table(const HeaderLines& header, std::size_t end) {
    captions_ = chunks_[header.line];
    const bool again = masked(captions_) == captions_as_printed_;
    if (!again) caption_tails_.clear();
    captions_as_printed_ = masked(captions_);
    const std::size_t joined = join_captions(header.line, end, again) + header.line - header.first;
    if (!open_ || !again) ++tables_;
    LayoutLine& line = out_[header.first];
    line = {.kind = LayoutLine::Kind::table,
            .flow = RowFlow::begins,
            .table = tables_,
            .columns = static_cast<std::uint32_t>(captions_.size()),
            .joined_with = static_cast<std::uint32_t>(joined)};
    for (std::size_t i = 0; i < captions_.size(); ++i) {
        line.cells.push_back({static_cast<std::uint32_t>(i), captions_[i].text});
    }
    return header.first + 1 + joined;
}

void LayoutReader::fit_segment(const HeaderLines* header, std::size_t begin, std::size_t end) {
    if (header != nullptr) begin = open_table(*header, end);
    part_references(begin, end);
    std::vector<Chunks> body;
    for (std::size_t i = begin; i < end; ++i) {
        if (!chunks_[i].empty()) body.push_back(chunks_[i]);
    }
    const FittedColumns columns = header != nullptr || !columns_ ? FittedColumns(captions_, body)
                                                                 : FittedColumns(*columns_, body);
    columns_ = columns;
    const std::size_t table_end = end_of_table(columns, begin, end);
    write_lines(columns, begin, table_end);
    std::size_t rest = table_end;
    while (rest < end && chunks_[rest].empty()) ++rest;
    open_ = rest == end;
}

/// The table ends before prose that no line in columns follows.
std::size_t LayoutReader::end_of_table(const FittedColumns& columns, std::size_t begin,
                                       std::size_t end) const {
    std::size_t last = begin;
    bool prose = false;
    for (std::size_t i = begin; i < end; ++i) {
        const Chunks& line = chunks_[i];
        if (line.empty()) continue;
        const bool across = columns.runs_across(line);
        const bool goes_on = prose && line.size() == 1 && columns.part(line)[0].column == 0;
        prose = across || goes_on;
        if (!prose) last = i + 1;
    }
    return last;
}

void LayoutReader::write_lines(const FittedColumns& columns, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (chunks_[i].empty()) continue;
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

/// What cannot be told to be rows stays lines of text.
void LayoutReader::settle_flow() {
    const std::vector<std::uint32_t> unclear = settle_rows(out_, pages_);
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < out_.size(); ++i) {
        const std::uint32_t table = out_[i].table;
        if (table == 0 || !std::ranges::binary_search(unclear, table)) continue;
        if (table != last) lost_.push_back(i);
        last = table;
        out_[i] = {};
    }
}

}  // namespace

FittedLayout fit_layout(std::span<const std::string_view> lines) {
    return LayoutReader(lines).read();
}

}  // namespace tidytracker

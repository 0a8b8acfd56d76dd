// SPDX-License-Identifier: Apache-2.0
// In: the lines of a text. Out: as for text with layout, the lines of tables with their cells. The
// captions must stand in one line and the first of them must be that of the reference.
#include "read/text/content_order.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "read/text/content_cells.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

constexpr std::size_t k_longest_caption = 5;  ///< words
constexpr std::size_t k_longest_header = 40;  ///< words
constexpr std::size_t k_fewest_columns = 3;
constexpr std::size_t k_fewest_rows = 3;

struct KindOfField {
    Field field{};
    ContentKind kind{};
};
constexpr auto k_kinds_of_fields = std::to_array<KindOfField>({
    {Field::ref, ContentKind::reference},
    {Field::raised, ContentKind::day},
    {Field::due, ContentKind::day},
    {Field::completed, ContentKind::day},
    {Field::review, ContentKind::day},
    {Field::meeting_date, ContentKind::day},
    {Field::leads, ContentKind::names},
    {Field::support, ContentKind::names},
    {Field::raised_by, ContentKind::names},
    {Field::status, ContentKind::listed},
    {Field::rag, ContentKind::listed},
    {Field::priority, ContentKind::listed},
    {Field::response, ContentKind::listed},
    {Field::percent, ContentKind::listed},
});

ContentKind kind_of_caption(std::string_view caption) {
    const std::vector<CaptionReading> readings = read_caption(caption);
    if (readings.empty()) return ContentKind::prose;
    const auto* const at =
        std::ranges::find(k_kinds_of_fields, readings.front().field, &KindOfField::field);
    return at != k_kinds_of_fields.end() ? at->kind : ContentKind::prose;
}

bool is_caption_of_action(std::string_view caption) {
    const std::vector<CaptionReading> readings = read_caption(caption);
    return !readings.empty() && readings.front().field == Field::action;
}

/// A way to part the words of a line into captions.
struct CaptionCut {
    std::size_t captions{};
    std::size_t last{};  ///< the words before the last caption
    bool last_acts{};    ///< there was a caption of actions before the last one
    bool reached{};
};

/// The words from one to another as they stand in the line.
std::string caption_between(std::span<const std::string_view> words) {
    const char* const begin = words.front().data();
    return squeeze(
        {begin, static_cast<std::size_t>(words.back().data() + words.back().size() - begin)});
}

/// Does the line begin with the caption of a reference? Asked of every line, before all else.
bool begins_with_reference_caption(std::span<const std::string_view> words) {
    if (is_lower(words[0][0])) return false;  // most lines of prose
    for (std::size_t count = 1; count <= std::min(k_longest_caption, words.size()); ++count) {
        const std::string caption = caption_between(words.first(count));
        if (is_known_caption(caption) && kind_of_caption(caption) == ContentKind::reference) {
            return true;
        }
    }
    return false;
}

/// The fewest known captions that a line is made of, so that "Due date" is one; but one of them
/// must be that of actions, so that "Action Owner" may be two. Empty if the line is no header.
std::vector<std::string> captions_in(std::string_view line) {
    const std::vector<std::string_view> words = words_of(line);
    if (words.size() < k_fewest_columns || words.size() > k_longest_header) return {};
    if (!begins_with_reference_caption(words)) return {};
    // By the number of words, and whether a caption of actions is among them.
    std::vector<std::array<CaptionCut, 2>> cuts(words.size() + 1);
    cuts[0][0].reached = true;
    for (std::size_t first = 0; first < words.size(); ++first) {
        const std::size_t longest = std::min(k_longest_caption, words.size() - first);
        for (std::size_t count = 1; count <= longest; ++count) {
            const std::string caption = caption_between(std::span(words).subspan(first, count));
            if (!is_known_caption(caption)) continue;
            const bool acts = is_caption_of_action(caption);
            for (const bool before : {false, true}) {
                const CaptionCut& from = cuts[first][before ? 1 : 0];
                CaptionCut& to = cuts[first + count][before || acts ? 1 : 0];
                if (!from.reached || (to.reached && to.captions <= from.captions + 1)) continue;
                to = {.captions = from.captions + 1,
                      .last = first,
                      .last_acts = before,
                      .reached = true};
            }
        }
    }
    bool acts = true;
    if (!cuts.back()[1].reached || cuts.back()[1].captions < k_fewest_columns) return {};
    std::vector<std::string> captions;
    for (std::size_t end = words.size(); end > 0;) {
        const CaptionCut& cut = cuts[end][acts ? 1 : 0];
        captions.push_back(caption_between(std::span(words).subspan(cut.last, end - cut.last)));
        end = cut.last;
        acts = cut.last_acts;
    }
    std::ranges::reverse(captions);
    const bool begins_rows = kind_of_caption(captions.front()) == ContentKind::reference;
    return begins_rows ? captions : std::vector<std::string>{};
}

/// A reference with its letters and digits levelled: "A24/07" is "A#/#".
std::string shape_of_reference(std::string_view word) {
    std::string shape;
    for (const char c : word) {
        const char level = is_digit(c) ? '#' : is_letter(c) ? 'A' : c;
        if (shape.empty() || shape.back() != level || !(level == '#' || level == 'A'))
            shape += level;
    }
    return shape;
}

/// A line that heads rows by naming their meeting.
bool is_meeting_heading(std::string_view line) {
    constexpr std::size_t k_longest = 14;
    const auto words = words_of(line);
    const bool meeting = std::ranges::any_of(words, [](std::string_view word) {
        return equals_ignoring_case(word, "meeting") || equals_ignoring_case(word, "meetings");
    });
    return words.size() <= k_longest && meeting && names_month(line) && !line.ends_with('.');
}

class ContentReader {
  public:
    explicit ContentReader(std::span<const std::string_view> lines) : out_(lines.size()) {
        for (const std::string_view line : lines) {
            lines_.push_back(trim(line));
            begins_page_.push_back(line.starts_with('\f') ? 1 : 0);
        }
    }
    std::vector<LayoutLine> read();

  private:
    /// A column that words may belong to.
    struct Target {
        std::size_t column{};
        ContentColumn what{};
    };

    [[nodiscard]] bool find_header();
    [[nodiscard]] bool find_references();
    [[nodiscard]] bool begins_row(std::size_t line) const;
    [[nodiscard]] bool row_begins_behind(std::size_t line) const;
    void write_header(std::size_t line);
    void write_heading(std::size_t line);
    void finish_row();
    void parse_part(const std::vector<std::size_t>& lines, const std::vector<Target>& targets);
    [[nodiscard]] std::vector<Target> columns_that_go_on() const;

    std::vector<std::string_view> lines_{};
    std::vector<char> begins_page_{};
    std::vector<LayoutLine> out_;
    std::size_t header_{};
    std::vector<std::string> captions_{};
    std::vector<ContentKind> kinds_{};
    /// A log of a thousand pages takes a tenth of it; it takes a few seconds.
    std::size_t work_{2'000'000'000};
    std::string shape_{};                        ///< of the references
    std::vector<std::size_t> row_{};             ///< lines of the row that is open
    std::vector<std::size_t> tail_{};            ///< its lines behind a page break
    std::map<std::size_t, std::string> last_{};  ///< column -> text of the row so far
};

bool ContentReader::find_header() {
    for (header_ = 0; header_ < lines_.size(); ++header_) {
        captions_ = captions_in(lines_[header_]);
        if (captions_.empty()) continue;
        for (const std::string& caption : captions_) kinds_.push_back(kind_of_caption(caption));
        return true;
    }
    return false;
}

/// The shape that most lines below the header begin with, if it is that of references.
bool ContentReader::find_references() {
    std::map<std::string, std::size_t> shapes;
    for (std::size_t i = header_ + 1; i < lines_.size(); ++i) {
        const auto words = words_of(lines_[i].substr(0, 40));
        if (words.size() < 2 || !is_reference_shaped(words[0]) || is_date_shaped(words[0]))
            continue;
        ++shapes[shape_of_reference(words[0])];
    }
    const auto most =
        std::ranges::max_element(shapes, {}, [](const auto& entry) { return entry.second; });
    // A plain number opens many a line that goes on with a sentence.
    if (most == shapes.end() || most->second < k_fewest_rows || most->first == "#") return false;
    shape_ = most->first;
    return true;
}

bool ContentReader::begins_row(std::size_t line) const {
    const auto words = words_of(lines_[line].substr(0, 40));
    return !words.empty() && is_reference_shaped(words[0]) &&
           shape_of_reference(words[0]) == shape_;
}

/// Is the next line that is printed once, not on each page, the first of a row? A heading stands
/// over one; a text that speaks of a meeting goes on.
bool ContentReader::row_begins_behind(std::size_t line) const {
    for (std::size_t i = line + 1; i < lines_.size(); ++i) {
        if (!lines_[i].empty() && lines_[i] != lines_[header_]) return begins_row(i);
    }
    return false;
}

void ContentReader::write_header(std::size_t line) {
    out_[line] = {.kind = LayoutLine::Kind::table,
                  .flow = RowFlow::begins,
                  .table = 1,
                  .columns = static_cast<std::uint32_t>(captions_.size())};
    for (std::size_t i = 0; i < captions_.size(); ++i) {
        out_[line].cells.push_back({static_cast<std::uint32_t>(i), captions_[i]});
    }
}

void ContentReader::write_heading(std::size_t line) {
    out_[line] = {.kind = LayoutLine::Kind::table,
                  .across = true,
                  .table = 1,
                  .columns = static_cast<std::uint32_t>(captions_.size())};
    out_[line].cells.push_back({0, std::string(lines_[line])});
}

/// The columns that a text behind a page break may go on with: those of texts. Where a cell does
/// not end as a sentence does, it surely goes on.
std::vector<ContentReader::Target> ContentReader::columns_that_go_on() const {
    std::vector<Target> targets;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        if (kinds_[i] != ContentKind::prose) continue;
        const auto text = last_.find(i);
        const bool open = text != last_.end() && !ends_sentence(text->second);
        targets.push_back({i, {kinds_[i], open ? ContentStart::inside : ContentStart::behind}});
    }
    return targets;
}

void ContentReader::parse_part(const std::vector<std::size_t>& lines,
                               const std::vector<Target>& targets) {
    std::vector<ContentWord> words;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (const std::string_view word : words_of(lines_[lines[i]])) {
            const auto begin = static_cast<std::size_t>(word.data() - lines_[lines[i]].data());
            words.push_back({word, i, begin, begin + word.size()});
        }
    }
    std::vector<ContentColumn> columns;
    for (const Target& target : targets) columns.push_back(target.what);
    const std::vector<ContentCell> cells = likeliest_cells(words, columns, work_);
    for (std::size_t c = 0; c < cells.size(); ++c) {
        for (std::size_t w = cells[c].first; w < cells[c].end; ++w) {
            LayoutLine& line = out_[lines[words[w].line]];
            const auto column = static_cast<std::uint32_t>(targets[c].column);
            if (line.cells.empty() || line.cells.back().column != column) {
                line.cells.push_back({column, std::string(words[w].text)});
            } else {
                line.cells.back().text.append(" ").append(words[w].text);
            }
            last_[targets[c].column] = words[w].text;
        }
    }
}

void ContentReader::finish_row() {
    if (row_.empty()) return;
    for (const std::vector<std::size_t>* part : {&row_, &tail_}) {
        for (const std::size_t line : *part) {
            out_[line] = {.kind = LayoutLine::Kind::table,
                          .flow = line == row_.front() ? RowFlow::begins : RowFlow::continues,
                          .table = 1,
                          .columns = static_cast<std::uint32_t>(captions_.size())};
        }
    }
    last_.clear();
    std::vector<Target> all;
    for (std::size_t i = 0; i < kinds_.size(); ++i) all.push_back({i, {.kind = kinds_[i]}});
    parse_part(row_, all);
    if (!tail_.empty()) parse_part(tail_, columns_that_go_on());
    row_.clear();
    tail_.clear();
}

std::vector<LayoutLine> ContentReader::read() {
    if (!find_header() || !find_references()) return {};
    const std::string_view header = lines_[header_];
    bool page_broken = false;
    for (std::size_t i = header_; i < lines_.size(); ++i) {
        page_broken = page_broken || begins_page_[i] != 0;
        if (lines_[i].empty()) continue;
        if (lines_[i] == header) {
            write_header(i);
            page_broken = true;
        } else if (begins_row(i)) {
            finish_row();
            row_.push_back(i);
            page_broken = false;
        } else if (is_meeting_heading(lines_[i]) && row_begins_behind(i)) {
            finish_row();
            write_heading(i);
        } else if (!row_.empty()) {
            (page_broken ? tail_ : row_).push_back(i);
        }
    }
    finish_row();
    return std::move(out_);
}

}  // namespace

std::vector<LayoutLine> parse_content_order(std::span<const std::string_view> lines) {
    return ContentReader(lines).read();
}

}  // namespace tidytracker

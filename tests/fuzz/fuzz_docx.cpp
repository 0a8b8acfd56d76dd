// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/place.hpp>
#include <tidytracker/read.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/unicode.hpp"
#include "read/docx/docx.hpp"

namespace {

using namespace tidytracker;

/// A word document as a stored archive, so that the fuzzer can change its text.
class StoredArchive {
  public:
    void add(std::string_view name, std::string_view content) {
        const std::size_t offset = body_.size();
        body_ += "PK\3\4";
        append_sizes(name, content, body_);
        body_.append(name).append(content);
        directory_ += "PK\1\2";
        append(directory_, 20, 2);
        append_sizes(name, content, directory_);
        append(directory_, 0, 10);
        append(directory_, offset, 4);
        directory_ += name;
        ++count_;
    }
    [[nodiscard]] std::string bytes() const {
        std::string out = body_ + directory_ + "PK\5\6";
        append(out, 0, 4);
        append(out, count_, 2);
        append(out, count_, 2);
        append(out, directory_.size(), 4);
        append(out, body_.size(), 4);
        append(out, 0, 2);
        return out;
    }

  private:
    static void append(std::string& out, std::uint64_t value, int size) {
        for (int i = 0; i < size; ++i) {
            out += i < 8 ? static_cast<char>((value >> (8 * i)) & 0xFF) : '\0';
        }
    }
    static void append_sizes(std::string_view name, std::string_view content, std::string& out) {
        append(out, 20, 2);
        append(out, 0, 8 + 4);  // flags, method, time, checksum
        append(out, content.size(), 4);
        append(out, content.size(), 4);
        append(out, name.size(), 2);
        append(out, 0, 2);
    }

    std::string body_{};
    std::string directory_{};
    std::uint64_t count_{};
};

constexpr std::array<std::string_view, 8> k_parts{
    "word/document.xml", "_rels/.rels",        "word/_rels/document.xml.rels",
    "word/styles.xml",   "word/numbering.xml", "word/footnotes.xml",
    "word/comments.xml", "word/header1.xml"};

/// Parts of a document in the order above, each up to a NUL; or else a whole file.
std::string document_from(std::string_view data) {
    if (data.starts_with("PK")) return std::string(data);
    StoredArchive archive;
    for (const std::string_view part : k_parts) {
        const std::size_t end = std::min(data.find('\0'), data.size());
        archive.add(part, data.substr(0, end));
        data.remove_prefix(std::min(end + 1, data.size()));
    }
    return archive.bytes();
}

/// What Sheet promises: rows and blocks ascend, cells ascend within rows, text is UTF-8.
bool keeps_promises(const Workbook& workbook, const Sheet& sheet) {
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        const Row& row = sheet.rows[i];
        if (i > 0 && row.index <= sheet.rows[i - 1].index) return false;
        if (place_text(sheet, std::array{CellAddress{row.index, 0}}).empty()) return false;
        const auto cells = sheet.cells_of(row);
        for (std::size_t j = 0; j < cells.size(); ++j) {
            if (j > 0 && cells[j].column <= cells[j - 1].column) return false;
            if (!is_valid_utf8(workbook.displayed(cells[j]))) return false;
        }
    }
    for (std::size_t i = 1; i < sheet.blocks.size(); ++i) {
        if (sheet.blocks[i].first_row <= sheet.blocks[i - 1].first_row) return false;
    }
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes = document_from({reinterpret_cast<const char*>(data), size});
    const Input input{"fuzz.docx", bytes};
    ReadOptions options;
    options.limits = {.inflated_bytes = std::uint64_t{16} << 20, .cells = 100'000, .seconds = 10};
    (void)docx_reader().confidence(input);
    Findings findings;
    const Result<Workbook> workbook = docx_reader().read(input, options, findings);
    if (!workbook) return 0;
    for (const Sheet& sheet : workbook->sheets) {
        if (!keeps_promises(*workbook, sheet)) __builtin_trap();
    }
    return 0;
}

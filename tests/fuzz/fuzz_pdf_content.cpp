// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/unicode.hpp"
#include "read/pdf/body.hpp"
#include "read/pdf/interpreter.hpp"

namespace {

using namespace tidytracker;
using namespace tidytracker::pdf;

/// A font, and a form that is the content itself: the worst that a page can name.
class FuzzedResources : public Resources {
  public:
    explicit FuzzedResources(std::string_view content) {
        for (int code = 32; code < 127; ++code) {
            const auto index = static_cast<std::size_t>(code);
            font_.texts[index] = std::string(1, static_cast<char>(code));
            font_.widths[index] = 0.5;
        }
        form_.content = content;
        form_.box = {0, 0, 1000, 1000};
    }
    Font* font(std::string_view) override { return &font_; }
    const Form* form(std::string_view) override { return &form_; }
    bool is_image(std::string_view name) override { return name == "I"; }
    MarkedContent properties(std::string_view) override { return {.mark = 1}; }
    std::optional<double> line_width(std::string_view) override { return 2; }

  private:
    Font font_{};
    Form form_{};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view content(reinterpret_cast<const char*>(data), size);
    FuzzedResources resources(content);
    Effort effort{std::uint64_t{1} << 20};
    std::vector<Page> pages(1);
    pages[0].width = 595;
    pages[0].height = 842;
    interpret(content, {1, 0, 0, -1, 0, 842}, resources, effort, pages[0]);
    for (const Word& word : pages[0].words) {
        if (word.text.empty() || !is_valid_utf8(word.text)) __builtin_trap();
        if (!std::isfinite(word.box.left) || !std::isfinite(word.size)) __builtin_trap();
    }
    (void)blocks_of(pages, {});
    return 0;
}

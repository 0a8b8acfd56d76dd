// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace tidytracker {
namespace {

/// Length of the white space character at the start of `text`; 0 if there is none. Besides ASCII:
/// U+00A0, U+2000 to U+200B, U+202F, U+3000 and U+FEFF, which office programs leave behind.
std::size_t space_length(std::string_view text) {
    if (text.empty()) return 0;
    if (is_space(text[0])) return 1;
    if (text.starts_with("\xC2\xA0")) return 2;
    if (text.size() < 3) return 0;
    if (text.starts_with("\xE2\x80")) {
        const auto last = static_cast<unsigned char>(text[2]);
        return (last >= 0x80 && last <= 0x8B) || last == 0xAF ? 3 : 0;
    }
    return text.starts_with("\xE3\x80\x80") || text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

std::size_t space_length_at_end(std::string_view text) {
    if (text.empty()) return 0;
    if (is_space(text.back())) return 1;
    for (const std::size_t length : {std::size_t{2}, std::size_t{3}}) {
        if (text.size() >= length && space_length(text.substr(text.size() - length)) == length) {
            return length;
        }
    }
    return 0;
}

/// Bytes that can begin no white space: printable ASCII, and the lead bytes of other characters.
constexpr auto k_plain = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = ' ' + 1; byte < plain.size(); ++byte) {
        plain[byte] = byte != 0xC2 && (byte < 0xE2 || byte > 0xEF);
    }
    return plain;
}();
constexpr bool is_plain(char c) {
    return k_plain[static_cast<unsigned char>(c)];
}

/// Does the character at `at` belong to a stretch that stays as it is: no white space, or a lone
/// space?
bool stays(std::string_view text, std::size_t at) {
    if (is_plain(text[at])) return true;
    return text[at] == ' ' && at + 1 < text.size() && is_plain(text[at + 1]);
}

std::string squeeze_with(std::string_view text, bool keep_line_breaks) {
    if (is_squeezed_ascii(text)) return std::string(text);
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    bool line_break = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t space = is_plain(text[at]) ? 0 : space_length(text.substr(at));
        if (space > 0) {
            gap = true;
            line_break = line_break || text[at] == '\n' || text[at] == '\r';
            at += space;
            continue;
        }
        if (gap && !out.empty()) out += line_break && keep_line_breaks ? '\n' : ' ';
        gap = line_break = false;
        const std::size_t first = at++;
        while (at < text.size() && stays(text, at)) ++at;
        out.append(text.substr(first, at - first));
    }
    return out;
}

/// Levenshtein distance with adjacent transpositions counted as one step.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> now(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                now[j] = std::min(now[j], before[j - 2] + 1);
            }
        }
        before.swap(last);
        last.swap(now);
    }
    return last[b.size()];
}

}  // namespace

bool is_plain_ascii(std::string_view text) {
    constexpr unsigned k_visible = '~' - ' ';
    unsigned others = 0;
    for (const char c : text) {
        others |= static_cast<unsigned>(static_cast<unsigned char>(c - ' ') > k_visible);
    }
    return others == 0;
}

bool is_ascii(std::string_view text) {
    // No early exit, so that the compiler vectorises it.
    unsigned char all = 0;
    for (const char c : text) all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

std::string_view trim(std::string_view text) {
    if (!text.empty() && is_plain(text.front()) && is_letter(text.back())) return text;
    while (const std::size_t length = space_length(text)) text.remove_prefix(length);
    while (const std::size_t length = space_length_at_end(text)) text.remove_suffix(length);
    return text;
}

bool is_squeezed_ascii(std::string_view text) {
    // Without a way out of the loop, so that the compiler can look at many bytes at once.
    if (text.empty() || text.front() == ' ' || text.back() == ' ') return text.empty();
    unsigned gaps = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        gaps |= static_cast<unsigned>(text[i] == ' ') & static_cast<unsigned>(text[i - 1] == ' ');
    }
    return gaps == 0 && is_plain_ascii(text);
}

std::string squeeze(std::string_view text) {
    return squeeze_with(text, false);
}

std::string squeeze_lines(std::string_view text) {
    return squeeze_with(text, true);
}

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), to_lower);
    return out;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, to_lower, to_lower);
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() &&
           equals_ignoring_case(text.substr(0, prefix.size()), prefix);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    // Most texts that are asked for their words are short.
    constexpr std::size_t k_usual = 8;
    words.reserve(k_usual);
    std::size_t at = 0;
    while (at < text.size()) {
        if (is_space(text[at])) {
            ++at;
            continue;
        }
        const std::size_t first = at;
        while (at < text.size() && !is_space(text[at])) ++at;
        words.push_back(text.substr(first, at - first));
    }
    return words;
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (&part != &parts.front()) out += between;
        out += part;
    }
    return out;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
    std::string out;
    for (std::size_t at = text.find(from); at != std::string_view::npos; at = text.find(from)) {
        out.append(text.substr(0, at)).append(to);
        text.remove_prefix(at + from.size());
    }
    return out.append(text);
}

std::string replace_all(std::string&& text, std::string_view from, std::string_view to) {
    if (text.find(from) == std::string::npos) return std::move(text);
    return replace_all(std::string_view(text), from, to);
}

std::string count_of(std::size_t number, std::string_view noun) {
    std::string out = std::to_string(number);
    out.append(" ").append(noun);
    if (number != 1) out += 's';
    return out;
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    std::string_view best;
    std::size_t smallest = std::min<std::size_t>(3, word.size() / 3) + 1;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < smallest) {
            smallest = distance;
            best = candidate;
        }
    }
    return best;
}

}  // namespace tidytracker

// SPDX-License-Identifier: Apache-2.0
#include "read/register/json_value.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tidytracker {
namespace {

using Json = nlohmann::json;

constexpr std::size_t k_deepest = 64;
constexpr std::size_t k_most_values = 1'000'000;
/// The root object and the array in it.
constexpr std::size_t k_element_depth = 2;

/// Tells how far the parser has come: the library reports places of its own errors only.
class CountingIterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* count) : at_(at), count_(count) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*count_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
        return a.at_ == b.at_;
    }

  private:
    const char* at_;
    std::size_t* count_;
};

/// The parser's events, put together to values.
class Builder {
  public:
    using number_integer_t = Json::number_integer_t;
    using number_unsigned_t = Json::number_unsigned_t;
    using number_float_t = Json::number_float_t;
    using string_t = Json::string_t;
    using binary_t = Json::binary_t;

    Builder(const std::size_t& offset, const JsonSink& sink) : offset_(offset), sink_(sink) {}

    // The names of these functions are the library's.
    bool null() { return add({.offset = offset_, .kind = JsonValue::Kind::null}); }
    bool boolean(bool value) {
        return add({.offset = offset_, .kind = JsonValue::Kind::boolean, .truth = value});
    }
    bool number_integer(number_integer_t value) { return number(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) { return number(std::to_string(value)); }
    bool number_float(number_float_t /*value*/, const string_t& digits) { return number(digits); }
    bool string(string_t& value) {
        return add({.text = std::move(value), .offset = offset_, .kind = JsonValue::Kind::string});
    }
    bool binary(binary_t& /*value*/) { return false; }
    bool start_object(std::size_t /*size*/) { return open(JsonValue::Kind::object); }
    bool start_array(std::size_t /*size*/) { return open(JsonValue::Kind::array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(string_t& name) {
        key_ = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const nlohmann::detail::exception& error) {
        // "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while..."
        const std::string_view what = error.what();
        const std::size_t column = std::min(what.find("column"), what.size());
        const std::size_t colon = what.find(": ", column);
        problem_ = colon == std::string_view::npos ? "a number is too large"
                                                   : std::string(what.substr(colon + 2));
        problem_at_ = position;
        return false;
    }

    [[nodiscard]] bool stopped() const { return stopped_; }
    [[nodiscard]] const std::string& problem() const { return problem_; }
    [[nodiscard]] std::size_t problem_at() const { return problem_at_; }
    /// The root, finished or not.
    [[nodiscard]] JsonValue take_root() {
        return open_.empty() ? std::move(root_) : std::move(open_.front());
    }

  private:
    [[nodiscard]] bool refuse(std::string problem) {
        problem_ = std::move(problem);
        problem_at_ = offset_;
        return false;
    }
    bool number(std::string digits) {
        return add({.text = std::move(digits), .offset = offset_, .kind = JsonValue::Kind::number});
    }
    bool open(JsonValue::Kind kind) {
        if (open_.empty() && kind != JsonValue::Kind::object) return refuse("not a JSON object");
        if (open_.size() == k_deepest) return refuse("more than 64 levels of JSON");
        open_.push_back({.key = std::exchange(key_, {}), .offset = offset_, .kind = kind});
        return true;
    }
    bool close() {
        JsonValue value = std::move(open_.back());
        open_.pop_back();
        return attach(std::move(value));
    }
    bool add(JsonValue value) {
        if (open_.empty()) return refuse("not a JSON object");
        value.key = std::exchange(key_, {});
        return attach(std::move(value));
    }
    bool attach(JsonValue value) {
        if (open_.empty()) {
            root_ = std::move(value);
            return true;
        }
        if (open_.size() == k_element_depth && open_.back().kind == JsonValue::Kind::array) {
            values_ = 0;
            stopped_ = !sink_(open_.back().key, value);
            return !stopped_;
        }
        if (++values_ > k_most_values) return refuse("more than 1,000,000 values in one element");
        open_.back().children.push_back(std::move(value));
        return true;
    }

    const std::size_t& offset_;
    const JsonSink& sink_;
    std::vector<JsonValue> open_{};
    JsonValue root_{};
    std::string key_{};
    std::size_t values_{};
    bool stopped_{};
    std::string problem_{};
    std::size_t problem_at_{};
};

}  // namespace

std::string line_and_column(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto line = 1 + std::ranges::count(before, '\n');
    const std::size_t newline = before.rfind('\n');
    const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
    return fmt::format("line {}, column {}", line, std::max<std::size_t>(before.size() - start, 1));
}

Result<JsonValue> parse_json(std::string_view text, const JsonSink& sink) {
    std::size_t offset = 0;
    Builder builder(offset, sink);
    const char* end = text.data() + text.size();
    const bool done = Json::sax_parse(CountingIterator(text.data(), &offset),
                                      CountingIterator(end, &offset), &builder);
    if (!done && !builder.stopped()) {
        return fail(
            ErrorKind::unreadable,
            fmt::format("{}: {}", line_and_column(text, builder.problem_at()), builder.problem()),
            "the file may be cut off or edited by hand; convert the source again");
    }
    return builder.take_root();
}

}  // namespace tidytracker

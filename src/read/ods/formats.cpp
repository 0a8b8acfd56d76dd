// SPDX-License-Identifier: Apache-2.0
#include "read/ods/formats.hpp"

#include <algorithm>
#include <array>

#include "base/parse_number.hpp"
#include "base/text.hpp"

namespace tidytracker::odf {
namespace {

/// More digits than a double has, and more than any format needs.
constexpr unsigned k_most_digits = 30;

/// A part of a date or time, and the format codes for its two styles.
struct DatePart {
    std::string_view element{};
    std::string_view brief{};
    std::string_view full{};
};
constexpr std::array<DatePart, 7> k_date_parts = {{{"day", "d", "dd"},
                                                   {"month", "m", "mm"},
                                                   {"year", "yy", "yyyy"},
                                                   {"day-of-week", "ddd", "dddd"},
                                                   {"hours", "h", "hh"},
                                                   {"minutes", "m", "mm"},
                                                   {"seconds", "s", "ss"}}};

unsigned digits_of(const XmlScanner& xml, std::string_view attribute) {
    const auto written = parse_number<unsigned>(xml.raw_attribute(attribute));
    return std::min(written.value_or(0), k_most_digits);
}

void append_literal(std::string_view text, std::string& code) {
    bool quoted = false;
    for (const char c : text) {
        const bool special = c == '"' || c == '\\';
        if (quoted == special) code += '"';
        quoted = !special;
        if (special) code += '\\';
        code += c;
    }
    if (quoted) code += '"';
}

void append_number_code(const XmlScanner& xml, std::string& code) {
    const unsigned whole = digits_of(xml, "min-integer-digits");
    const bool grouped = xml.raw_attribute("grouping") == "true";
    if (grouped) code += "#,";
    if (grouped && whole < 3) code.append(3 - whole, '#');
    if (!grouped && whole == 0) code += '#';
    code.append(whole, '0');
    const unsigned decimals = digits_of(xml, "decimal-places");
    const bool has_least = xml.has_attribute("min-decimal-places");
    const unsigned least = has_least ? digits_of(xml, "min-decimal-places") : decimals;
    if (decimals == 0) return;
    code += '.';
    code.append(std::min(least, decimals), '0');
    if (least < decimals) code.append(decimals - least, '#');
}

void append_fraction_code(const XmlScanner& xml, std::string& code) {
    if (xml.has_attribute("min-integer-digits")) code += "# ";
    code.append(std::max(1U, digits_of(xml, "min-numerator-digits")), '?');
    code += '/';
    const std::string_view denominator = xml.raw_attribute("denominator-value");
    if (parse_number<unsigned>(denominator)) {
        code += denominator;
    } else {
        code.append(std::max(1U, digits_of(xml, "min-denominator-digits")), '?');
    }
}

class DataStyleReader {
  public:
    explicit DataStyleReader(const FormatCodes& codes) : codes_(codes) {}
    [[nodiscard]] std::string read(XmlScanner& xml);

  private:
    void read_part(XmlScanner& xml);
    void append_date_part(const XmlScanner& xml, const DatePart& part);
    void read_condition(const XmlScanner& xml);

    const FormatCodes& codes_;
    std::string code_{};
    std::string sections_{};  ///< of the conditions, with their semicolons
    int conditions_{};
    bool elapsed_{};  ///< hours count on beyond a day
};

std::string DataStyleReader::read(XmlScanner& xml) {
    elapsed_ = xml.raw_attribute("truncate-on-overflow") == "false";
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) read_part(xml);
    return sections_ + code_;
}

void DataStyleReader::read_part(XmlScanner& xml) {
    const std::string_view name = xml.name();
    const auto* const date_part = std::ranges::find(k_date_parts, name, &DatePart::element);
    if (date_part != k_date_parts.end()) {
        append_date_part(xml, *date_part);
    } else if (name == "number") {
        append_number_code(xml, code_);
    } else if (name == "scientific-number") {
        append_number_code(xml, code_);
        code_ += "E+";
        code_.append(std::max(1U, digits_of(xml, "min-exponent-digits")), '0');
    } else if (name == "fraction") {
        append_fraction_code(xml, code_);
    } else if (name == "am-pm") {
        code_ += "AM/PM";
    } else if (name == "text-content") {
        code_ += '@';
    } else if (name == "boolean") {
        code_ += "General";
    } else if (name == "map") {
        read_condition(xml);
    } else if (name == "text" || name == "currency-symbol") {
        const std::string_view text = xml.element_text();
        // The percent sign is what multiplies by 100.
        if (text == "%") {
            code_ += '%';
        } else {
            append_literal(text, code_);
        }
    }
}

void DataStyleReader::append_date_part(const XmlScanner& xml, const DatePart& part) {
    const bool full = xml.raw_attribute("style") == "long";
    std::string letters(full ? part.full : part.brief);
    if (part.element == "month" && xml.raw_attribute("textual") == "true") {
        letters = full ? "mmmm" : "mmm";
    }
    if (elapsed_) {
        letters = "[" + letters + "]";
        elapsed_ = false;
    }
    code_ += letters;
    const unsigned decimals = digits_of(xml, "decimal-places");
    if (part.element == "seconds" && decimals > 0) code_.append(".").append(decimals, '0');
}

/// `value()>=0` with the style that applies then; Excel has room for two conditions.
void DataStyleReader::read_condition(const XmlScanner& xml) {
    constexpr std::string_view k_value = "value()";
    const std::string condition = xml.attribute("condition");
    const auto style = codes_.find(xml.attribute("apply-style-name"));
    if (!condition.starts_with(k_value) || style == codes_.end()) return;
    if (conditions_ == 2) return;
    ++conditions_;
    const std::string comparison = replace_all(condition.substr(k_value.size()), "!=", "<>");
    sections_.append("[").append(comparison).append("]").append(style->second).append(";");
}

}  // namespace

bool is_data_style(std::string_view element) {
    constexpr std::array<std::string_view, 7> k_elements = {
        "number-style", "currency-style", "percentage-style", "date-style",
        "time-style",   "boolean-style",  "text-style"};
    return std::ranges::find(k_elements, element) != k_elements.end();
}

void read_data_style(XmlScanner& xml, FormatCodes& codes) {
    std::string name = xml.attribute("name");
    std::string code = DataStyleReader(codes).read(xml);
    codes.insert_or_assign(std::move(name), std::move(code));
}

}  // namespace tidytracker::odf

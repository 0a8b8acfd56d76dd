// SPDX-License-Identifier: Apache-2.0
#include "schema/notation.hpp"

#include <array>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

/// What one of the printing functions makes of values.
template <typename Values>
std::string flat_of(void (*append)(const Values&, std::string&), const Values& values) {
    std::string out;
    append(values, out);
    return out;
}

std::string reread_parties(const std::string& flat) {
    return flat_parties(parse_flat_parties(flat));
}

Party without_text(Party party) {
    party.text.clear();
    return party;
}

TEST(Notation, a_party_keeps_its_parts) {
    const std::vector<Party> parties{
        {.person = "Nigel Marsh",
         .title = "Cllr",
         .post = "Cabinet Member",
         .organisation = "Parks"},
        {.post = "Town Clerk"},
        {.organisation = "Wexbury Housing"},
        {.person = "Ines Ferreira", .organisation = "Legal (Contracts)"},
        {.person = "Kit Bo", .title = "Wing Commander"},
        {.person = "Dr Octavia Lane"},
    };
    const std::string flat = flat_parties(parties);
    EXPECT_EQ(flat,
              "Cllr Nigel Marsh [Cabinet Member] (Parks); [Town Clerk]; (Wexbury Housing); "
              "Ines Ferreira (Legal \\(Contracts\\)); Wing Commander\\ Kit Bo; "
              "\\ Dr Octavia Lane");
    const auto read = parse_flat_parties(flat);
    ASSERT_EQ(read.size(), parties.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        EXPECT_EQ(without_text(read[i]), parties[i]) << flat;
    }
}

TEST(Notation, a_party_that_is_not_in_the_notation_is_text) {
    for (const std::string text : {"Amy Reed (Parks), Bo Lind", "Amy [Reed", "(Parks) Amy Reed"}) {
        const auto read = parse_flat_parties(text);
        ASSERT_EQ(read.size(), 1U) << text;
        EXPECT_EQ(read[0], Party{.text = text});
    }
    EXPECT_TRUE(parse_flat_parties(" ; ;").empty());
}

TEST(Notation, a_party_that_is_only_text_stays_readable) {
    EXPECT_EQ(flat_parties({Party{.text = "All partners"}, Party{}}), "All partners");
}

TEST(Notation, people_see_a_party_without_marks) {
    EXPECT_EQ(
        party_text(
            {.person = "Nigel Marsh", .title = "Cllr", .post = "Leader", .organisation = "Parks"}),
        "Cllr Nigel Marsh, Leader (Parks)");
    EXPECT_EQ(party_text({.post = "Town Clerk"}), "Town Clerk");
    EXPECT_EQ(party_text({.organisation = "Wexbury Housing"}), "Wexbury Housing");
    EXPECT_EQ(party_text({.text = "TBC"}), "TBC");
}

TEST(Notation, an_entry_keeps_its_parts) {
    const std::vector<Progress> entries{
        {.date = "2025-03-12", .label = "Update", .author = "A. Author", .text = "Two\nlines"},
        {.date = "2025-03-13", .text = "Bids are in."},
        {.label = "Response", .text = "Agreed: in part"},
        {.text = "Note: no head"},
        {.text = "2025-04-01: not a head but text"},
        {.text = "C:\\new"},
        {.date = "2025-04-02"},
    };
    const std::string flat = flat_of(append_flat_entries, entries);
    EXPECT_EQ(flat,
              "2025-03-12 [Update] (A. Author): Two\\nlines\n"
              "2025-03-13: Bids are in.\n"
              "[Response]: Agreed: in part\n"
              "Note: no head\n"
              ": 2025-04-01: not a head but text\n"
              "C:\\\\new\n"
              "2025-04-02: ");
    EXPECT_EQ(parse_flat_entries(flat), entries);
}

TEST(Notation, entries_from_elsewhere_are_read) {
    EXPECT_EQ(parse_flat_entries("2025-03-12: One.\r\n\r\n12/03/2025: Two"),
              (std::vector<Progress>{{.date = "2025-03-12", .text = "One."},
                                     {.text = "12/03/2025: Two"}}));
    EXPECT_EQ(parse_flat_entries("[open (2025"), (std::vector<Progress>{{.text = "[open (2025"}}));
}

TEST(Notation, a_date_keeps_its_parts) {
    const std::vector<When> whens{
        {.date = "2024-05-31",
         .edtf = "2024-05-31",
         .text = "2024-05-31",
         .qualifier = Qualifier::exact},
        {.date = "2024-05-31", .edtf = "2024-05-31", .text = "2024-05-31"},
        {.date = "2024-05-31",
         .edtf = "2024-21",
         .text = "end of spring; perhaps",
         .qualifier = Qualifier::approximate},
        {.text = "TBC", .qualifier = Qualifier::tbc},
        {.edtf = "2024-05-31", .text = "x"},
        {.date = "2024-05-31", .text = "y"},
        {.text = "2024-05-31"},
    };
    const std::string flat = flat_whens(whens);
    EXPECT_EQ(flat,
              "2024-05-31; 2024-05-31 <2024-05-31>; "
              "end of spring\\; perhaps <2024-21, 2024-05-31> [approximate]; TBC [tbc]; "
              "x <2024-05-31,>; y <, 2024-05-31>; 2024-05-31 <>");
    EXPECT_EQ(parse_flat_whens(flat), whens);
}

TEST(Notation, a_date_that_is_not_in_the_notation_is_text) {
    for (const std::string text : {"May <2024", "May [soon]", "May <2024> or June"}) {
        EXPECT_EQ(parse_flat_whens(text), std::vector<When>{When{.text = text}});
    }
}

TEST(Notation, lists_and_pairs_keep_their_parts) {
    const std::vector<std::string> links{"https://example.org/a;b", "https://example.org/c"};
    EXPECT_EQ(flat_of(append_flat_list, links), "https://example.org/a\\;b; https://example.org/c");
    EXPECT_EQ(parse_flat_list(flat_of(append_flat_list, links)), links);
    const std::vector<std::pair<std::string, std::string>> pairs{
        {"Cost: net", "£4\nand more"}, {"", "no caption"}, {"Ward", ""}};
    EXPECT_EQ(flat_of(append_flat_pairs, pairs),
              "Cost\\: net: £4\\nand more\n: no caption\nWard: ");
    EXPECT_EQ(parse_flat_pairs(flat_of(append_flat_pairs, pairs)), pairs);
    EXPECT_EQ(parse_flat_pairs("just text"),
              (std::vector<std::pair<std::string, std::string>>{{"", "just text"}}));
}

/// Texts made of everything that has a meaning in the notation.
class NastyTexts {
  public:
    std::string operator()() {
        static constexpr std::array k_pieces{
            ";",     "; ",  ":",  ": ",       "(",     ")",   "[", "]",   "<",
            ">",     ",",   "\\", "\n",       "\r",    "\t",  " ", "\\n", "2024-05-31",
            "exact", "é",   "漢", "\xC2\xA0", "Dr",    "Mr ", "a", "bc ", "\xFF",
            "=",     "\\ ", "r",  "\"",       "Cllr ", "TBC"};
        std::string text;
        const std::size_t count = pick(7);
        for (std::size_t i = 0; i < count; ++i) text += k_pieces[pick(k_pieces.size())];
        return text;
    }
    std::size_t pick(std::size_t choices) {
        return std::uniform_int_distribution<std::size_t>(0, choices - 1)(random_);
    }

  private:
    std::mt19937 random_{20240531};
};

TEST(Notation, printing_reading_and_printing_again_changes_nothing) {
    NastyTexts text;
    const std::array<std::string, 3> days{"", "2024-05-31", "2023-12-01"};
    for (int round = 0; round < 20'000; ++round) {
        std::vector<Party> parties(1 + text.pick(3));
        for (Party& each : parties) each = {text(), text(), text(), text(), text()};
        const std::string flat = flat_parties(parties);
        ASSERT_EQ(reread_parties(flat), flat);

        std::vector<Progress> entries(1 + text.pick(3));
        for (Progress& each : entries) each = {days[text.pick(3)], text(), text(), text()};
        const std::string lines = flat_of(append_flat_entries, entries);
        ASSERT_EQ(flat_of(append_flat_entries, parse_flat_entries(lines)), lines);

        std::vector<When> whens(1 + text.pick(3));
        for (When& each : whens) {
            each = {text.pick(2) == 0 ? text() : days[text.pick(3)],
                    text.pick(2) == 0 ? text() : days[text.pick(3)],
                    text.pick(2) == 0 ? text() : days[text.pick(3)],
                    static_cast<Qualifier>(text.pick(13))};
        }
        const std::string dates = flat_whens(whens);
        ASSERT_EQ(flat_whens(parse_flat_whens(dates)), dates);

        const std::string list = flat_of(append_flat_list, {text(), text()});
        ASSERT_EQ(flat_of(append_flat_list, parse_flat_list(list)), list);
        const std::string pairs = flat_of(append_flat_pairs, {{text(), text()}, {text(), text()}});
        ASSERT_EQ(flat_of(append_flat_pairs, parse_flat_pairs(pairs)), pairs);
    }
}

TEST(Notation, entries_and_pairs_keep_every_byte) {
    NastyTexts text;
    for (int round = 0; round < 20'000; ++round) {
        const Progress entry{.date = round % 2 == 0 ? "2024-05-31" : "",
                             .label = text(),
                             .author = text(),
                             .text = text().append("x")};
        ASSERT_EQ(parse_flat_entries(flat_of(append_flat_entries, {entry})), std::vector{entry});
        const std::vector<std::pair<std::string, std::string>> pairs{{text(), text()}};
        ASSERT_EQ(parse_flat_pairs(flat_of(append_flat_pairs, pairs)), pairs);
    }
}

}  // namespace
}  // namespace tidytracker

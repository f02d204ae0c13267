// Number formats of a workbook, as far as they change what a cell means: days, percentages, and
// codes whose zeros stand in the format only.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kdcl {

/// What cells of a format, or of one of its sections, show.
enum class Shown : uint8_t {
  number,   ///< the number itself, however it is rounded or grouped
  date,     ///< a day
  percent,  ///< a hundred times the number
  digits,   ///< the digits of the number in places of their own, with signs between them
};

/// One of the up to three sections of a format: of positive numbers, negative ones and zero, or of
/// those that a condition of its own asks for.
struct FormatSection {
  Shown shown = Shown::number;
  std::string condition{};  ///< "<=5" of [<=5]; empty: none of its own
  std::string places{};     ///< of digits: kDigit, kZero, kPoint, and what stands between them
};

/// In FormatSection::places: a digit if the number has it, and one that is 0 else.
inline constexpr char kDigit = '\1';
inline constexpr char kZero = '\2';
inline constexpr char kPoint = '\3';

/// The sections of a format's code. Conditional formatting, which only colours, is none of it.
[[nodiscard]] std::vector<FormatSection> parse_number_format(std::string_view code);
/// The same of the formats that have a number but no code of their own.
[[nodiscard]] std::vector<FormatSection> built_in_format(int id);

/// Which of the sections, of which there is at least one, shows the number.
[[nodiscard]] size_t section_of(std::span<const FormatSection> sections, double value);

/// A number, written as append_number() does, as a section of digits shows it: "01001701" of
/// "1001701" in 00000000. As it is where that would round it.
[[nodiscard]] std::string shown_digits(const FormatSection& section, std::string_view number);

}  // namespace kdcl

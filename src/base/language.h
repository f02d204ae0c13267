// The two languages of everything people read, and the type of a message that exists in both. A
// message stands where it is said; one that is said in several places, in a file of words of its
// folder (report/common/words.h, ...).
#pragma once

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace kdcl {

enum class Language { vi, en };

/// A text in both languages, known when the program is built. Arguments are numbered ({0}, {1})
/// because their order may differ. A message that lacks a language, or whose languages take other
/// arguments, does not compile.
struct Message {
  consteval Message(std::string_view vietnamese, std::string_view english)
      : vi(vietnamese), en(english) {
    if (vi.empty() || en.empty()) throw "a message has both languages";
    if (arguments_of(vi) != arguments_of(en)) throw "both languages take the same arguments";
  }

  std::string_view vi;
  std::string_view en;

  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::vi ? vi : en;
  }
  [[nodiscard]] std::string text(Language language) const { return std::string(in(language)); }

 private:
  /// A bit for each argument.
  static consteval unsigned arguments_of(std::string_view text) {
    unsigned arguments = 0;
    for (size_t i = 0; i + 1 < text.size(); ++i) {
      if (text[i] != '{') continue;
      const char next = text[++i];
      if (next == '{') continue;
      if (next < '0' || next > '9') throw "arguments are numbered";
      arguments |= 1U << (next - '0');
    }
    if ((arguments & (arguments + 1)) != 0) throw "arguments are numbered 0, 1, ...";
    return arguments;
  }
};

/// The text with the arguments put in.
[[nodiscard]] std::string format_text(std::string_view text, fmt::format_args args);

/// The message in one language with its arguments put in. Only this small part is a template: what
/// formats is compiled once, in language.cc.
template <typename... Args>
std::string format_message(Language language, const Message& message, const Args&... args) {
  return format_text(message.in(language), fmt::make_format_args(args...));
}

/// A text in both languages that comes from data (a criteria file).
struct LocalText {
  std::string vi;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::vi ? vi : en;
  }
  bool operator==(const LocalText&) const = default;
};

}  // namespace kdcl

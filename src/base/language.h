// The two languages of everything people read, and the type of a message that exists in both. Each
// area keeps its messages beside its code (read/messages.h, report/words.h, ...); a message without
// one of its languages does not compile.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <utility>

namespace kdcl {

enum class Language { vi, en };

/// A text in both languages, known when the program is built. Arguments are numbered ({0}, {1})
/// because their order may differ.
struct Message {
  consteval Message(std::string_view vietnamese, std::string_view english)
      : vi(vietnamese), en(english) {}

  std::string_view vi;
  std::string_view en;

  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::vi ? vi : en;
  }
  [[nodiscard]] std::string text(Language language) const { return std::string(in(language)); }
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

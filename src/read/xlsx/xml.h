// XML parts of a workbook as events, piece by piece. What a part may make the parser keep is
// bounded. The only file that uses expat.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "base/language.h"
#include "read/xlsx/zip.h"

namespace kdcl {

/// Elements inside each other: Office nests less than twenty.
inline constexpr size_t kDeepestXml = 64;
/// Attributes of an element.
inline constexpr int kMostAttributes = 256;
/// What the parser may hold at a time: names met so far, and a piece of markup up to its end.
inline constexpr size_t kMostParserMemory = 16u << 20;

/// The attributes of an element.
class XmlAttributes {
 public:
  /// Pairs of name and value, ended by null.
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}

  /// The value of the attribute of that name without prefix; null if there is none.
  [[nodiscard]] const char* find(std::string_view name) const;
  /// The same as text, empty if there is none.
  [[nodiscard]] std::string_view text(std::string_view name) const {
    const char* value = find(name);
    return value ? value : std::string_view();
  }

 private:
  const char** pairs_;
};

/// What is called while reading; names are without prefix. Text may come in several pieces.
struct XmlEvents {
  std::function<void(std::string_view name, const XmlAttributes& attributes)> start;
  std::function<void(std::string_view name)> end;
  std::function<void(std::string_view text)> text;
};

class XmlReader {
 public:
  XmlReader(ZipStream stream, XmlEvents events);
  XmlReader(XmlReader&&) noexcept;
  XmlReader& operator=(XmlReader&&) noexcept;
  ~XmlReader();

  /// Reads the next piece; false at the end or on a fault. A DOCTYPE is one: entities are never
  /// read.
  [[nodiscard]] bool step();
  /// Reads on to the end.
  void finish() {
    while (step()) continue;
  }
  /// Why reading stopped; null if nothing is wrong.
  [[nodiscard]] const Message* fault() const;
  /// Ends reading from within an event, with this fault.
  void stop(const Message& fault);
  /// From within an event: what follows holds nothing to read. It is only unpacked, for its
  /// checksum.
  void skip_rest();
  /// The same, and not even that.
  void end_here();
  /// Before the first step: all up to the first element of that name is only unpacked.
  void begin_at(std::string_view name);

 private:
  bool step_to_begin();
  void note_failure();

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kdcl

#include "read/xml.h"

#include <expat.h>

#include <array>
#include <cstring>
#include <utility>

#include "read/xlsx_messages.h"

namespace kdcl {
namespace {

constexpr int kPiece = 1 << 15;
constexpr int kFirstPiece = 1 << 12;  // often only the first rows are asked for

std::string_view local_name(const char* name) {
  const char* colon = std::strchr(name, ':');
  return colon ? colon + 1 : name;
}

/// True if the name is `name`, with a prefix or without. Every cell has attributes: most are told
/// apart by their length.
bool is_named(const char* written, std::string_view name) {
  for (size_t i = 0; i < name.size(); ++i)
    if (written[i] == '\0') return false;
  if (written[name.size()] == '\0') return std::memcmp(written, name.data(), name.size()) == 0;
  return local_name(written) == name;
}

}  // namespace

const char* XmlAttributes::find(std::string_view name) const {
  for (const char** pair = pairs_; *pair; pair += 2)
    if (is_named(*pair, name)) return pair[1];
  return nullptr;
}

/// Stays in place while the reader moves: expat's events point to it.
struct XmlReader::State {
  State(ZipStream from, XmlEvents calls) : stream(std::move(from)), events(std::move(calls)) {
    parser = XML_ParserCreate("UTF-8");
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, start_element, end_element);
    XML_SetCharacterDataHandler(parser, character_data);
    XML_SetStartDoctypeDeclHandler(parser, start_doctype);
  }
  ~State() { XML_ParserFree(parser); }

  void stop(const Message& reason) {
    if (!fault) fault = &reason;
    XML_StopParser(parser, XML_FALSE);
  }

  static void start_element(void* user, const char* name, const char** pairs) {
    auto& state = *static_cast<State*>(user);
    if (state.events.start && !state.fault && !state.skips)
      state.events.start(local_name(name), XmlAttributes(pairs));
  }
  static void end_element(void* user, const char* name) {
    auto& state = *static_cast<State*>(user);
    if (state.events.end && !state.fault && !state.skips) state.events.end(local_name(name));
  }
  static void character_data(void* user, const char* text, int length) {
    auto& state = *static_cast<State*>(user);
    if (state.events.text && !state.fault && !state.skips)
      state.events.text({text, static_cast<size_t>(length)});
  }
  static void start_doctype(void* user, const char*, const char*, const char*, int) {
    static_cast<State*>(user)->stop(message::kDoctype);
  }

  ZipStream stream;
  XmlEvents events;
  XML_Parser parser = nullptr;
  const Message* fault = nullptr;
  bool at_end = false;
  bool skips = false;
  int piece = kFirstPiece;
};

XmlReader::XmlReader(ZipStream stream, XmlEvents events)
    : state_(std::make_unique<State>(std::move(stream), std::move(events))) {}

XmlReader::XmlReader(XmlReader&&) noexcept = default;
XmlReader& XmlReader::operator=(XmlReader&&) noexcept = default;
XmlReader::~XmlReader() = default;

bool XmlReader::step() {
  State& state = *state_;
  if (state.fault || state.at_end) return false;
  if (state.skips) {
    std::array<char, kPiece> passed;
    state.at_end = state.stream.read(passed.data(), passed.size()) == 0;
    state.fault = state.stream.fault();
    return !state.fault && !state.at_end;
  }
  const int piece = std::exchange(state.piece, kPiece);
  void* buffer = XML_GetBuffer(state.parser, piece);
  if (!buffer) {
    state.fault = &message::kBrokenXml;
    return false;
  }
  const size_t got = state.stream.read(static_cast<char*>(buffer), static_cast<size_t>(piece));
  if (state.stream.fault()) {
    state.fault = state.stream.fault();
    return false;
  }
  state.at_end = got == 0;
  if (XML_ParseBuffer(state.parser, static_cast<int>(got), got == 0) != XML_STATUS_OK &&
      !state.fault && !state.skips)
    state.fault = &message::kBrokenXml;
  return !state.fault && !state.at_end;
}

const Message* XmlReader::fault() const { return state_->fault; }

void XmlReader::stop(const Message& fault) { state_->stop(fault); }

void XmlReader::skip_rest() {
  state_->skips = true;
  XML_StopParser(state_->parser, XML_FALSE);
}

}  // namespace kdcl

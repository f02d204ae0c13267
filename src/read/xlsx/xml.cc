#include "read/xlsx/xml.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

#include "read/xlsx/messages.h"

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

/// Where the tag of that name begins, whatever its prefix.
size_t find_tag(std::string_view text, std::string_view name) {
  for (size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const size_t begin = text.substr(0, at).rfind('<');
    if (begin == std::string_view::npos) continue;
    const std::string_view prefix = text.substr(begin + 1, at - begin - 1);
    if (prefix.empty() || (prefix.ends_with(':') && prefix.find_first_of(" />") == prefix.npos))
      return begin;
  }
  return std::string_view::npos;
}

/// What a parser holds.
struct Held {
  size_t bytes = 0;
  bool is_refused = false;  ///< by the system
};

/// Of the parser that runs on this thread.
thread_local Held* held = nullptr;

/// Blocks of memory that know their size, for a parser that has no bounds of its own: every name
/// that it meets stays, and so does markup until its end.
struct Block {
  alignas(std::max_align_t) size_t size;
};

void* reallocate(void* old, size_t size) {
  Block* before = old ? static_cast<Block*>(old) - 1 : nullptr;
  const size_t size_before = before ? before->size : 0;
  if (size > kMostParserMemory || held->bytes - size_before + size > kMostParserMemory)
    return nullptr;
  auto* block = static_cast<Block*>(std::realloc(before, sizeof(Block) + size));
  held->is_refused |= !block;
  if (!block) return nullptr;
  held->bytes += size - size_before;
  block->size = size;
  return block + 1;
}

void* allocate(size_t size) { return reallocate(nullptr, size); }

void release(void* old) {
  if (!old) return;
  Block* block = static_cast<Block*>(old) - 1;
  held->bytes -= block->size;
  std::free(block);
}

constexpr XML_Memory_Handling_Suite kBoundedMemory = {allocate, reallocate, release};

}  // namespace

const char* XmlAttributes::find(std::string_view name) const {
  for (const char** pair = pairs_; *pair; pair += 2)
    if (is_named(*pair, name)) return pair[1];
  return nullptr;
}

/// Stays in place while the reader moves: expat's events point to it.
struct XmlReader::State {
  State(ZipStream from, XmlEvents calls) : stream(std::move(from)), events(std::move(calls)) {
    held = &memory;
    parser = XML_ParserCreate_MM("UTF-8", &kBoundedMemory, nullptr);
    if (!parser) throw std::bad_alloc();
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, start_element, end_element);
    XML_SetCharacterDataHandler(parser, character_data);
    XML_SetStartDoctypeDeclHandler(parser, start_doctype);
  }
  ~State() {
    held = &memory;
    XML_ParserFree(parser);
  }

  void stop(const Message& reason) {
    if (!fault) fault = &reason;
    XML_StopParser(parser, XML_FALSE);
  }

  static void start_element(void* user, const char* name, const char** pairs) {
    auto& state = *static_cast<State*>(user);
    if (++state.depth > kDeepestXml) return state.stop(message::kXmlTooDeep);
    if (XML_GetSpecifiedAttributeCount(state.parser) > 2 * kMostAttributes)
      return state.stop(message::kTooMuchMarkup);
    if (state.events.start && !state.fault && !state.skips)
      state.events.start(local_name(name), XmlAttributes(pairs));
  }
  static void end_element(void* user, const char* name) {
    auto& state = *static_cast<State*>(user);
    --state.depth;
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
  Held memory;
  size_t depth = 0;
  bool at_end = false;
  bool skips = false;
  int piece = kFirstPiece;
  std::string awaited{};  ///< name of the element at which reading begins; empty once it has
  std::string passed{};   ///< the last bytes before it that may belong to its tag
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
  if (!state.awaited.empty()) return step_to_begin();
  held = &state.memory;
  const int piece = std::exchange(state.piece, kPiece);
  void* buffer = XML_GetBuffer(state.parser, piece);
  if (!buffer) {
    note_failure();
    return false;
  }
  const size_t got = state.stream.read(static_cast<char*>(buffer), static_cast<size_t>(piece));
  if (state.stream.fault()) {
    state.fault = state.stream.fault();
    return false;
  }
  state.at_end = got == 0;
  if (XML_ParseBuffer(state.parser, static_cast<int>(got), got == 0) != XML_STATUS_OK)
    note_failure();
  return !state.fault && !state.at_end;
}

/// Stopped by an event, or by what was read.
void XmlReader::note_failure() {
  State& state = *state_;
  if (state.fault || state.skips) return;
  if (state.memory.is_refused) throw std::bad_alloc();
  const bool is_full = XML_GetErrorCode(state.parser) == XML_ERROR_NO_MEMORY;
  state.fault = is_full ? &message::kTooMuchMarkup : &message::kBrokenXml;
}

/// The rest is read as if an element were around it.
bool XmlReader::step_to_begin() {
  State& state = *state_;
  std::string& text = state.passed;
  const size_t before = text.size();
  text.resize(before + kPiece);
  const size_t got = state.stream.read(text.data() + before, kPiece);
  text.resize(before + got);
  state.fault = state.stream.fault();
  state.at_end = got == 0;
  if (state.fault || state.at_end) return false;
  const size_t at = find_tag(text, state.awaited);
  if (at == std::string_view::npos) {
    constexpr size_t kLongestPrefix = 64;
    text.erase(0, text.size() - std::min(text.size(), state.awaited.size() + kLongestPrefix));
    return true;
  }
  text = "<tail>" + text.substr(at);
  state.awaited.clear();
  held = &state.memory;
  if (XML_Parse(state.parser, text.data(), static_cast<int>(text.size()), 0) != XML_STATUS_OK)
    note_failure();
  return !state.fault && !state.at_end;
}

const Message* XmlReader::fault() const { return state_->fault; }

void XmlReader::stop(const Message& fault) { state_->stop(fault); }

void XmlReader::begin_at(std::string_view name) { state_->awaited = name; }

void XmlReader::end_here() {
  state_->at_end = true;
  skip_rest();
}

void XmlReader::skip_rest() {
  state_->skips = true;
  XML_StopParser(state_->parser, XML_FALSE);
}

}  // namespace kdcl

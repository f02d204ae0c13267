// The words people write for a verdict (design: "Cell values of an indicator"), recognised in a few
// instructions: every cell of a million schools comes through here.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace kdcl {

/// What a cell says. The order matters: codes below `other` are bits 0 (met), 1 (not met), 2 (not
/// applicable).
enum class VerdictCode : uint8_t {
  unknown = 0,
  met = 1,
  not_met = 2,
  not_applicable = 4,
  other = 8
};

/// A word and its spelling in the usual cases; other cases and Unicode forms are found by
/// `find_verdict`.
struct VerdictWord {
  std::string_view text;
  VerdictCode code;
};

inline constexpr auto kVerdictWords = std::to_array<VerdictWord>({
    {"", VerdictCode::unknown},
    {"?", VerdictCode::unknown},
    {"chưa rõ", VerdictCode::unknown},
    {"Chưa rõ", VerdictCode::unknown},
    {"CHƯA RÕ", VerdictCode::unknown},
    {"chua ro", VerdictCode::unknown},
    {"Chua ro", VerdictCode::unknown},
    {"CHUA RO", VerdictCode::unknown},
    {"unknown", VerdictCode::unknown},
    {"Unknown", VerdictCode::unknown},
    {"UNKNOWN", VerdictCode::unknown},
    {"x", VerdictCode::met},
    {"X", VerdictCode::met},
    {"đ", VerdictCode::met},
    {"Đ", VerdictCode::met},
    {"đạt", VerdictCode::met},
    {"Đạt", VerdictCode::met},
    {"ĐẠT", VerdictCode::met},
    {"dat", VerdictCode::met},
    {"Dat", VerdictCode::met},
    {"DAT", VerdictCode::met},
    {"1", VerdictCode::met},
    {"yes", VerdictCode::met},
    {"Yes", VerdictCode::met},
    {"YES", VerdictCode::met},
    {"true", VerdictCode::met},
    {"True", VerdictCode::met},
    {"TRUE", VerdictCode::met},
    {"met", VerdictCode::met},
    {"Met", VerdictCode::met},
    {"MET", VerdictCode::met},
    {"k", VerdictCode::not_met},
    {"K", VerdictCode::not_met},
    {"kđ", VerdictCode::not_met},
    {"KĐ", VerdictCode::not_met},
    {"không đạt", VerdictCode::not_met},
    {"Không đạt", VerdictCode::not_met},
    {"KHÔNG ĐẠT", VerdictCode::not_met},
    {"khong dat", VerdictCode::not_met},
    {"Khong dat", VerdictCode::not_met},
    {"KHONG DAT", VerdictCode::not_met},
    {"0", VerdictCode::not_met},
    {"no", VerdictCode::not_met},
    {"No", VerdictCode::not_met},
    {"NO", VerdictCode::not_met},
    {"false", VerdictCode::not_met},
    {"False", VerdictCode::not_met},
    {"FALSE", VerdictCode::not_met},
    {"not met", VerdictCode::not_met},
    {"Not met", VerdictCode::not_met},
    {"NOT MET", VerdictCode::not_met},
    {"n/a", VerdictCode::not_applicable},
    {"N/A", VerdictCode::not_applicable},
    {"kad", VerdictCode::not_applicable},
    {"KAD", VerdictCode::not_applicable},
    {"không áp dụng", VerdictCode::not_applicable},
    {"Không áp dụng", VerdictCode::not_applicable},
    {"KHÔNG ÁP DỤNG", VerdictCode::not_applicable},
    {"khong ap dung", VerdictCode::not_applicable},
    {"Khong ap dung", VerdictCode::not_applicable},
    {"KHONG AP DUNG", VerdictCode::not_applicable},
    {"not applicable", VerdictCode::not_applicable},
    {"Not applicable", VerdictCode::not_applicable},
    {"NOT APPLICABLE", VerdictCode::not_applicable},
});

/// The words in a table without collisions, so that one look decides, without a branch.
class VerdictTable {
 public:
  static constexpr size_t kSlots = 512;
  /// Longer words are left to find_verdict: two words of eight bytes would not cover them.
  static constexpr size_t kLongestWord = 16;

  constexpr VerdictTable() {
    for (const VerdictWord& word : kVerdictWords) {
      if (word.text.size() > kLongestWord) continue;
      Slot& slot = slots_[slot_of(bytes_at(word.text, 0), static_cast<uint32_t>(word.text.size()))];
      // A multiplier that lets two words meet does not compile: an exception is no constant.
      if (slot.length != kFree) throw "two words share a slot: choose another multiplier";
      slot.head = bytes_at(word.text, 0);
      slot.tail = word.text.size() > 8 ? bytes_at(word.text, word.text.size() - 8) : slot.head;
      slot.length = static_cast<uint32_t>(word.text.size());
      slot.code = word.code;
    }
  }

  /// The code of a cell as it stands: VerdictCode::other if it is none of the words. 8 bytes from
  /// `text` on are readable.
  [[nodiscard]] VerdictCode find(const char* text, uint32_t length) const {
    const uint64_t mask = kMasks[length < 8 ? length : 8];
    const uint64_t head = load(text) & mask;
    // The last eight bytes of a long cell; of a short one the head again.
    const uint64_t tail = load(text + (length > 8 ? length - 8 : 0)) & mask;
    const Slot& slot = slots_[slot_of(head, length)];
    const uint64_t difference = (slot.head ^ head) | (slot.tail ^ tail) | (slot.length ^ length);
    return difference == 0 ? slot.code : VerdictCode::other;
  }

 private:
  static constexpr uint32_t kFree = UINT32_MAX;

  struct Slot {
    uint64_t head = 0;  ///< the first eight bytes, as a little-endian number
    uint64_t tail = 0;  ///< the last eight
    uint32_t length = kFree;
    VerdictCode code = VerdictCode::other;
  };

  static uint64_t load(const char* text) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, text, 8);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    return bytes;
  }
  static constexpr uint64_t bytes_at(std::string_view word, size_t at) {
    uint64_t bytes = 0;
    for (size_t i = at; i < word.size() && i < at + 8; ++i)
      bytes |= static_cast<uint64_t>(static_cast<unsigned char>(word[i])) << (8 * (i - at));
    return bytes;
  }
  static constexpr size_t slot_of(uint64_t head, uint32_t length) {
    return static_cast<size_t>((head + length) * kMultiplier >> 55);
  }

  static constexpr uint64_t kMultiplier = 0xdbf4a8b2b0c4312d;
  static constexpr uint64_t kMasks[9] = {0,
                                         0xFF,
                                         0xFFFF,
                                         0xFFFFFF,
                                         0xFFFFFFFF,
                                         0xFFFFFFFFFF,
                                         0xFFFFFFFFFFFF,
                                         0xFFFFFFFFFFFFFF,
                                         0xFFFFFFFFFFFFFFFF};

  Slot slots_[kSlots];
};

inline constexpr VerdictTable kVerdictTable;

/// The code of a cell without quotes and outer blanks, in any case and Unicode form;
/// VerdictCode::other if it is no verdict.
[[nodiscard]] VerdictCode find_verdict(std::string_view cell);

/// True for `?`, "chưa rõ" and their like, which mean unknown in every column. Told by the first
/// letters in nearly all cells: many names start with "Ch".
[[nodiscard]] inline bool is_unknown_word(std::string_view cell) {
  const auto letter = [cell](size_t at) { return at < cell.size() ? cell[at] | 0x20 : 0; };
  constexpr int kHornedU = static_cast<char>(0xC6) | 0x20;  // the first byte of ư and Ư
  const bool may_be =
      letter(0) == '?' || (letter(0) == 'u' && letter(1) == 'n') ||
      (letter(0) == 'c' && letter(1) == 'h' && (letter(2) == 'u' || letter(2) == kHornedU));
  return may_be && find_verdict(cell) == VerdictCode::unknown;
}

/// The verdict that a wrong word most likely means, in Vietnamese; empty if none is near.
[[nodiscard]] std::string_view meant_verdict(std::string_view cell);

/// A word for yes of a flag: có, or one of met.
[[nodiscard]] bool is_yes(std::string_view written);

}  // namespace kdcl

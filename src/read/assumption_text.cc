#include "read/assumption_text.h"

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "read/requirement_value.h"
#include "read/table_messages.h"

namespace kdcl {

using namespace message;

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_sign(char c) { return c == '<' || c == '>' || c == '=' || c == '!'; }

/// The words of a statement one after the other: runs of signs, or of anything else but blanks.
class StatementWords {
 public:
  explicit StatementWords(std::string_view text) : text_(text) { skip_blanks(); }

  /// The next word; empty at the end.
  StatementPart next() {
    const size_t start = at_;
    const bool is_operator = at_ < text_.size() && is_sign(text_[at_]);
    while (at_ < text_.size() && !is_blank(text_[at_]) && is_sign(text_[at_]) == is_operator) ++at_;
    return part(start, at_);
  }

  /// Everything up to the word `where` outside quotes, or to the end.
  StatementPart up_to_where() {
    const size_t start = at_;
    size_t end = at_;
    while (at_ < text_.size() && !is_at_where()) end = skip_word();
    return part(start, end);
  }

  /// What is left; nothing if there is no `where`.
  std::optional<StatementPart> after_where() {
    if (at_ == text_.size()) return {};
    at_ += kWhere.size();
    skip_blanks();
    return part(at_, text_.size());
  }

 private:
  static constexpr std::string_view kWhere = "where";

  [[nodiscard]] bool is_at_where() const {
    const size_t end = at_ + kWhere.size();
    return text_.substr(at_).starts_with(kWhere) && (end == text_.size() || is_blank(text_[end]));
  }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }

  /// Goes to the start of the next word; where the one here ended.
  size_t skip_word() {
    const char first = text_[at_];
    const size_t close = first == '\'' || first == '"' ? text_.find(first, at_ + 1) : at_;
    at_ = close == std::string_view::npos ? text_.size() : close;
    while (at_ < text_.size() && !is_blank(text_[at_])) ++at_;
    const size_t end = at_;
    skip_blanks();
    return end;
  }

  StatementPart part(size_t start, size_t end) {
    const std::string_view before = text_.substr(0, start);
    const auto characters = std::count_if(before.begin(), before.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    });
    skip_blanks();
    return {std::string(text_.substr(start, end - start)), static_cast<uint32_t>(characters) + 1};
  }

  std::string_view text_;
  size_t at_ = 0;
};

std::optional<Comparison> comparison_of(std::string_view word) {
  if (word == ">=") return Comparison::at_least;
  if (word == "<=") return Comparison::at_most;
  if (word == ">") return Comparison::more_than;
  if (word == "<") return Comparison::less_than;
  if (word == "==") return Comparison::equals;
  return find_operator(word);
}

/// A map of one key, with the value out of its quotes if it has some.
YamlNode make_value(Comparison comparison, const StatementPart& sign, const StatementPart& value,
                    uint64_t number) {
  const auto line = static_cast<uint32_t>(number);
  const auto scalar = [line](std::string text, uint32_t column) {
    return YamlNode{YamlNode::Kind::scalar, false, line, column, std::move(text), {}, {}};
  };
  YamlNode map{YamlNode::Kind::map, false, line, sign.column, {}, {}, {}};
  map.keys = {scalar(std::string(name_of(comparison)), sign.column)};
  map.items = {scalar(value.text, value.column)};
  YamlNode& item = map.items[0];
  const char first = item.text.front();
  item.quoted =
      item.text.size() > 1 && (first == '\'' || first == '"') && item.text.back() == first;
  if (item.quoted) item.text = item.text.substr(1, item.text.size() - 2);
  return map;
}

class Reading {
 public:
  Reading(std::string_view typed, uint64_t number, Diagnostics& diagnostics)
      : made_{.statement = to_nfc(trim(typed)), .number = number},
        words_(made_.statement),
        diagnostics_(diagnostics) {}

  std::optional<AssumptionText> read() {
    if (!is_utf8(made_.statement)) {
      diagnostics_.error(made_.place({}), {"câu giả định không phải là chữ UTF-8",
                                           "the statement is not UTF-8 text"});
      return {};
    }
    if (!read_names() || !read_value() || !read_where()) return {};
    return std::move(made_);
  }

 private:
  bool read_names() {
    StatementPart word = words_.next();
    if (word.text != "indicator") {
      made_.set = std::move(word);
      word = words_.next();
    }
    if (word.text != "indicator") return fail(word, {"\"indicator\"", "\"indicator\""});
    made_.indicator = words_.next();
    return !made_.indicator.text.empty() ||
           fail(made_.indicator, {"tên chỉ báo", "the name of an indicator"});
  }

  bool read_value() {
    StatementPart word = words_.next();
    if (!word.text.empty() && !is_sign(word.text.front()) && !comparison_of(word.text)) {
      made_.measure = std::move(word);
      word = words_.next();
    }
    const std::optional<Comparison> comparison = comparison_of(word.text);
    if (!comparison)
      return fail(word, {"một trong at_least, at_most, more_than, less_than, equals",
                         "one of at_least, at_most, more_than, less_than, equals"});
    made_.sign = word;
    made_.comparison = *comparison;
    const StatementPart value = words_.up_to_where();
    if (value.text.empty()) return fail(value, {"một giá trị", "a value"});
    if (may_have_thousands(value.text) && value.text.find('.') != std::string::npos)
      return fail_doubtful(value);
    made_.value = make_value(*comparison, word, value, made_.number);
    return true;
  }

  bool read_where() {
    made_.where = words_.after_where();
    return !made_.where || !made_.where->text.empty() ||
           fail(*made_.where, {"điều kiện sau \"where\"", "the condition after \"where\""});
  }

  bool fail(const StatementPart& found, const Message& expected) {
    const Language language = diagnostics_.language();
    const std::string what = found.text.empty()
                                 ? std::string(Message{"hết câu", "the end"}.in(language))
                                 : fmt::format("\"{}\"", excerpt(found.text));
    diagnostics_
        .error(made_.place(found), {"cần {0}, gặp {1}", "expected {0}, found {1}"},
               expected.in(language), what)
        .hint({"dạng: [BỘ] indicator CHỈ_BÁO [SỐ_ĐO] at_least GIÁ_TRỊ [where ĐIỀU_KIỆN]",
               "the form is: [SET] indicator NAME [MEASURE] at_least VALUE [where EXPR]"});
    return false;
  }

  bool fail_doubtful(const StatementPart& value) {
    const TwoMeanings both = two_meanings(value.text);
    diagnostics_
        .error(made_.place(value), kTwoMeanings, name_of(made_.comparison), value.text, both.whole,
               both.short_decimal)
        .hint(kWriteMeaning, both.whole, both.decimal, both.short_decimal);
    return false;
  }

  AssumptionText made_;
  StatementWords words_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<AssumptionText> read_assumption_text(std::string_view typed, uint64_t number,
                                                   Diagnostics& diagnostics) {
  return Reading(typed, number, diagnostics).read();
}

}  // namespace kdcl

#include "read/criteria/assumptions.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "base/number.h"
#include "base/text.h"
#include "read/criteria/levels.h"
#include "read/schools/messages.h"
#include "read/yaml/messages.h"

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

using namespace message;

namespace {

using FoundPlaces = std::vector<RequirementPlace>;

/// Narrows the places down, part by part of the statement; the first part that leaves nothing is
/// what the error is about.
class PlaceSearch {
 public:
  PlaceSearch(const AssumptionText& text, const Run& run, Diagnostics& diagnostics)
      : text_(text), run_(run), diagnostics_(diagnostics), name_(excerpt(text.indicator.text)) {}

  FoundPlaces search() {
    if (!choose_sets() || !choose_indicators() || !choose_measure() || !choose_operator())
      return {};
    return std::move(places_);
  }

 private:
  template <typename... Args>
  bool fail(const StatementPart& part, const Message& message, const Args&... args) {
    diagnostics_.error(text_.place(part), message, args...);
    return false;
  }

  bool fail_with_nearest(const StatementPart& part, const Message& message,
                         const std::vector<std::string_view>& names) {
    fail(part, message, excerpt(part.text));
    const std::string_view nearest = nearest_name(part.text, names);
    if (!nearest.empty()) diagnostics_.hint(kNearestIs, nearest);
    return false;
  }

  bool choose_sets() {
    std::vector<std::string_view> ids;
    for (size_t i = 0; i < run_.sets.size(); ++i) {
      ids.push_back(run_.sets[i].id);
      if (text_.set.text.empty() || text_.set.text == run_.sets[i].id) sets_.push_back(i);
    }
    return !sets_.empty() || fail_with_nearest(text_.set,
                                               {"không có bộ tiêu chí \"{0}\" trong lần chạy này",
                                                "this run has no criteria set \"{0}\""},
                                               ids);
  }

  /// Takes all requirements of the indicators of that name.
  bool choose_indicators() {
    const std::string wanted = fold(text_.indicator.text);
    std::vector<std::string_view> names;
    bool is_known = false;
    for (const size_t set : sets_) {
      for (const Indicator& indicator : run_.sets[set].indicators) {
        names.push_back(indicator.name);
        if (fold(indicator.name) != wanted) continue;
        is_known = true;
        const auto index = static_cast<uint32_t>(&indicator - run_.sets[set].indicators.data());
        for (uint32_t i = 0; i < indicator.requirements.size(); ++i)
          places_.push_back({set, index, i});
      }
    }
    if (!is_known)
      return fail_with_nearest(
          text_.indicator, {"không có chỉ báo \"{0}\"", "there is no indicator \"{0}\""}, names);
    return !places_.empty() ||
           fail(text_.indicator,
                {"chỉ báo {0} không có yêu cầu định lượng: chỉ do người đánh giá",
                 "the indicator {0} has no figures: it is judged by people alone"},
                name_);
  }

  bool choose_measure() {
    if (text_.measure.text.empty()) return has_one_measure();
    const std::string known = described(false);
    keep([this](const Requirement& each) { return each.measure == text_.measure.text; });
    return !places_.empty() || fail(text_.measure,
                                    {"chỉ báo {0} không có số đo \"{1}\"; có: {2}",
                                     "the indicator {0} has no measure \"{1}\"; it has: {2}"},
                                    name_, excerpt(text_.measure.text), known);
  }

  bool has_one_measure() {
    const auto same_indicator = [](const RequirementPlace& a, const RequirementPlace& b) {
      return a.set == b.set && a.indicator == b.indicator;
    };
    if (std::adjacent_find(places_.begin(), places_.end(), same_indicator) != places_.end()) {
      fail(text_.indicator,
           {"chỉ báo {0} có nhiều yêu cầu: {1}", "the indicator {0} has several requirements: {1}"},
           name_, described(false));
      diagnostics_.hint(
          {"ghi số đo sau tên chỉ báo", "write the measure after the indicator's name"});
      return false;
    }
    const std::string& first = places_.front().in(run_).measure;
    if (std::all_of(places_.begin(), places_.end(),
                    [&](const RequirementPlace& place) { return place.in(run_).measure == first; }))
      return true;
    fail(text_.indicator,
         {"chỉ báo {0} dùng số đo khác nhau trong các bộ: {1}",
          "the indicator {0} has different measures in the sets: {1}"},
         name_, described(true));
    diagnostics_.hint(
        {"ghi bộ tiêu chí trước \"indicator\", chọn một bộ bằng -c, hoặc ghi số đo sau tên chỉ báo",
         "write the set before \"indicator\", choose one with -c, or write the measure after the "
         "indicator's name"});
    return false;
  }

  bool choose_operator() {
    std::vector<std::string_view> known;
    for (const RequirementPlace& place : places_) add(name_of(place.in(run_).comparison), known);
    keep([this](const Requirement& each) { return each.comparison == text_.comparison; });
    return !places_.empty() ||
           fail(text_.sign,
                {"chỉ báo {0} so sánh bằng {1}, không bằng {2}",
                 "the indicator {0} compares by {1}, not by {2}"},
                name_, fmt::format("{}", fmt::join(known, ", ")), name_of(text_.comparison));
  }

  template <typename Holds>
  void keep(Holds holds) {
    std::erase_if(places_, [&](const RequirementPlace& place) { return !holds(place.in(run_)); });
  }

  template <typename Text>
  static void add(const Text& text, std::vector<Text>& texts) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
  }

  /// The measures of the places, each once.
  [[nodiscard]] std::string described(bool with_sets) const {
    std::vector<std::string> measures;
    for (const RequirementPlace& place : places_) add(place.in(run_).measure, measures);
    for (std::string& measure : measures) {
      std::vector<std::string> sets;
      for (const RequirementPlace& place : places_)
        if (place.in(run_).measure == measure) add(run_.sets[place.set].id, sets);
      if (with_sets) measure += fmt::format(" ({})", fmt::join(sets, ", "));
    }
    return fmt::format("{}", fmt::join(measures, ", "));
  }

  const AssumptionText& text_;
  const Run& run_;
  Diagnostics& diagnostics_;
  std::string name_;
  std::vector<size_t> sets_;
  FoundPlaces places_;
};

}  // namespace

std::vector<RequirementPlace> find_places(const AssumptionText& text, const Run& run,
                                          Diagnostics& diagnostics) {
  return PlaceSearch(text, run, diagnostics).search();
}

using namespace message;

namespace {

/// One requirement that one statement changes.
struct Change {
  const AssumptionText* text = nullptr;
  RequirementPlace place{};
  double value = 0;
  std::optional<Expression> where{};
};

bool are_same(const std::optional<Expression>& a, const std::optional<Expression>& b) {
  return a.has_value() == b.has_value() && (!a || same_meaning(*a, *b));
}

/// The value that a statement gives a requirement.
std::optional<double> read_assumed(const AssumptionText& text, const Run& run,
                                   const RequirementPlace& place, Diagnostics& diagnostics) {
  const YamlValues values("--set", diagnostics);
  const Requirement& requirement = place.in(run);
  if (!requirement.is_level)
    return read_value(values, text.value, text.comparison, field_of(run, requirement));
  const JudgedSet& other = set_in_place(run, run.judged[place.set], requirement.measure, kNoDate);
  return read_level(values, text.value, text.comparison, run.sets[other.set].top_level());
}

/// The changes of one statement. Sets of a run may mean different things by a measure, so each
/// reads the condition for itself; the first that can't says why.
void read_changes(const AssumptionText& text, const Run& run, std::vector<Change>& changes,
                  Diagnostics& diagnostics) {
  const std::vector<RequirementPlace> places = find_places(text, run, diagnostics);
  if (places.empty()) return;
  const std::optional<double> value = read_assumed(text, run, places.front(), diagnostics);
  for (const RequirementPlace& place : places) {
    Change change{&text, place, value.value_or(0), {}};
    if (text.where) {
      change.where = parse_expression(text.where->text, text.place(*text.where), ValueKind::truth,
                                      {run.fields, run.sets[place.set].measures}, diagnostics);
      if (!change.where) return;
    }
    changes.push_back(std::move(change));
  }
}

void report_doubles(const std::vector<Change>& changes, const Run& run, Diagnostics& diagnostics) {
  for (auto later = changes.begin(); later != changes.end(); ++later) {
    const auto same = std::find_if(changes.begin(), later, [&](const Change& earlier) {
      return earlier.text != later->text && earlier.place == later->place &&
             are_same(earlier.where, later->where);
    });
    if (same != later)
      diagnostics.error(
          later->text->place({}),
          {"chỉ báo {0} của bộ {1} đã có giả định với cùng điều kiện ở --set thứ {2}",
           "the indicator {0} of {1} is assumed under the same condition in --set number {2}"},
          later->place.indicator_in(run).name, run.sets[later->place.set].id, same->text->number);
  }
}

/// The values of a requirement, each once.
std::vector<double> values_of(const Requirement& requirement) {
  std::vector<double> values{requirement.value};
  for (const Exception& exception : requirement.exceptions)
    if (std::find(values.begin(), values.end(), exception.value) == values.end())
      values.push_back(exception.value);
  return values;
}

Exception make_exception(const Change& change) {
  const std::string& statement = change.text->statement;
  return {*change.where,
          change.value,
          {format_message(Language::vi, kAssumedBecause, statement),
           format_message(Language::en, kAssumedBecause, statement)},
          Certainty::high};
}

/// Puts the change into its requirement; what is said about it.
Assumption apply(const Change& change, Run& run) {
  const RequirementPlace& at = change.place;
  Requirement& requirement = run.sets[at.set].indicators[at.indicator].requirements[at.requirement];
  Assumption made{change.text->statement, at.set, at.indicator, at.requirement, change.value};
  made.replaced = values_of(requirement);
  if (change.where) {
    made.where = change.where->source;
    requirement.exceptions.insert(requirement.exceptions.begin(), make_exception(change));
  } else {
    requirement.value = change.value;
    requirement.exceptions.clear();
  }
  return made;
}

/// Those without a condition first, for they take away exceptions; then the last condition first,
/// so that the first one typed comes to stand before all others.
void apply_all(const std::vector<Change>& changes, Run& run) {
  run.assumptions.resize(changes.size());
  for (size_t i = 0; i < changes.size(); ++i)
    if (!changes[i].where) run.assumptions[i] = apply(changes[i], run);
  for (size_t i = changes.size(); i-- > 0;)
    if (changes[i].where) run.assumptions[i] = apply(changes[i], run);
}

/// What the requirement asks under the same condition: that of an exception, else its own value.
double value_under(const std::optional<Expression>& where, const Requirement& requirement) {
  for (const Exception& exception : requirement.exceptions)
    if (where && are_same(*where, exception.where)) return exception.value;
  return requirement.value;
}

bool are_comparable(const Indicator& a, const Requirement& one, const Indicator& b,
                    const Requirement& other) {
  return a.criterion == b.criterion && a.level != b.level && one.measure == other.measure &&
         one.comparison == other.comparison && are_same(a.where, b.where) &&
         are_same(one.where, other.where);
}

void warn_of_loosening(const Change& change, const Run& run, Diagnostics& diagnostics) {
  const CriteriaSet& set = run.sets[change.place.set];
  const Indicator& changed = change.place.indicator_in(run);
  for (const Indicator& indicator : set.indicators) {
    for (const Requirement& other : indicator.requirements) {
      if (!are_comparable(changed, change.place.in(run), indicator, other)) continue;
      const double beside = value_under(change.where, other);
      const bool is_lower = changed.level < indicator.level;
      const Indicator& lower = is_lower ? changed : indicator;
      const Indicator& upper = is_lower ? indicator : changed;
      if (asks_more(other.comparison, is_lower ? change.value : beside,
                    is_lower ? beside : change.value))
        diagnostics.warning(
            change.text->place(change.text->indicator),
            {"{0}: chỉ báo {1} ở mức {2} khi đó đòi cao hơn {3} ở mức {4}",
             "{0}: the indicator {1} of level {2} then asks more than {3} of level {4}"},
            set.id, lower.name, lower.level, upper.name, upper.level);
    }
  }
}

}  // namespace

void take_assumptions(const std::vector<std::string>& statements, Run& run,
                      Diagnostics& diagnostics) {
  std::vector<AssumptionText> texts;
  for (size_t i = 0; i < statements.size(); ++i)
    if (auto text = read_assumption_text(statements[i], i + 1, diagnostics))
      texts.push_back(std::move(*text));
  std::vector<Change> changes;
  for (const AssumptionText& text : texts) read_changes(text, run, changes, diagnostics);
  report_doubles(changes, run, diagnostics);
  if (diagnostics.has_errors()) return;
  apply_all(changes, run);
  for (const Change& change : changes) warn_of_loosening(change, run, diagnostics);
}

}  // namespace kdcl

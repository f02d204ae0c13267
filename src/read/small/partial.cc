#include "read/small/partial.h"

#include <charconv>
#include <unordered_map>

#include "base/text.h"
#include "read/csv/encoding.h"

namespace kdcl {
namespace {

using namespace message;

constexpr std::string_view kSeparators = ",;\t";  // a spreadsheet may have put the others
static_assert(2 * (kSumsMark.size() + 1) + 2 == kPartialMark);

/// Positions of the counts of a set by their names in the file.
struct SetNames {
  std::unordered_map<std::string, std::pair<std::vector<uint64_t> SetSums::*, size_t>> counts;
  std::unordered_map<std::string, size_t> criteria;

  explicit SetNames(const CriteriaSet& set) {
    for (const IndicatorCounts& kind : kIndicatorCounts)
      for (size_t i = 0; i < set.indicators.size(); ++i)
        counts[std::string(kind.name) + ":" + set.indicators[i].name] = {kind.counts, i};
    for (size_t i = 0; i < set.standards.size(); ++i)
      counts["standard:" + set.standards[i].id] = {&SetSums::kept_by_standard, i};
    const size_t stride = set.levels.size() + 1;
    for (size_t i = 0; i < set.criteria.size(); ++i) {
      criteria[set.criteria[i].id] = i;
      for (size_t level = 0; level < stride; ++level)
        counts["level_" + std::to_string(level) + ":" + set.criteria[i].id] = {&SetSums::reached,
                                                                               i * stride + level};
    }
  }
};

struct SumsCell {
  std::string text;
  uint64_t column = 1;
};

}  // namespace

struct PartialReader::Names {
  std::vector<std::string> awards;
  std::unordered_map<size_t, SetNames> sets;
};

namespace {

/// One file being read.
template <typename Names>
class SumsReading {
 public:
  SumsReading(const std::string& name, const Run& run, const std::vector<Target>& targets,
              Names& names, Diagnostics& diagnostics)
      : name_(name), run_(run), targets_(targets), names_(names), diagnostics_(diagnostics) {
    Summary& summary = partial_.summary;
    summary.sets.resize(run.sets.size());
    summary.places.resize(run.sets.size());
    for (const Target& target : targets) {
      summary.target_ids.push_back(target.id);
      summary.targets.emplace_back(target.lines.size());
    }
  }

  std::optional<PartialSummary> read(std::string_view bytes) {
    while (!bytes.empty() && !is_over_ && !diagnostics_.has_errors()) {
      ++line_;
      if (!cut_line(bytes)) break;
      read_line();
    }
    if (!is_over_ && !diagnostics_.has_errors())
      diagnostics_.error({name_, line_, 1}, {"bản tổng hợp thành phần bị cắt: thiếu dòng end",
                                             "the sums are cut short: the line end is missing"});
    if (diagnostics_.has_errors()) return {};
    return std::move(partial_);
  }

 private:
  [[nodiscard]] Location at(const SumsCell& field) const { return {name_, line_, field.column}; }

  /// Takes a line into `fields_`. False, with an error, if a quote is not closed.
  bool cut_line(std::string_view& bytes) {
    fields_.clear();
    size_t i = 0;
    bool is_quoted = false;
    SumsCell field;
    for (; i < bytes.size() && (is_quoted || bytes[i] != '\n'); ++i) {
      const char c = bytes[i];
      if (c == '"' && is_quoted && i + 1 < bytes.size() && bytes[i + 1] == '"') {
        field.text += bytes[++i];
      } else if (c == '"') {
        is_quoted = !is_quoted;
      } else if (c == ',' && !is_quoted) {
        fields_.push_back(std::move(field));
        field = {{}, i + 2};
      } else if (c != '\r' || is_quoted) {
        field.text += c;
      }
    }
    fields_.push_back(std::move(field));
    bytes.remove_prefix(std::min(bytes.size(), i + 1));
    if (is_quoted)
      diagnostics_.error(at(fields_.back()),
                         {"thiếu dấu nháy đóng", "the closing quote is missing"});
    return !is_quoted;
  }

  void read_line() {
    using Reader = void (SumsReading::*)();
    struct Line {
      size_t fields;  ///< before the counts, where those follow
      Reader read;
      bool has_counts = false;
    };
    static const std::unordered_map<std::string_view, Line> kReaders{
        {kSumsMark, {2, &SumsReading::read_version}},
        {"as_of", {2, &SumsReading::read_as_of}},
        {"since", {2, &SumsReading::read_since}},
        {"days", {3, &SumsReading::read_days}},
        {"place", {2, &SumsReading::read_place_column}},
        {"set", {3, &SumsReading::read_set}},
        {"targets", {2, &SumsReading::read_targets}},
        {"what_if", {2, &SumsReading::read_assumed}},
        {"input", {3, &SumsReading::read_input}},
        {"carries", {2, &SumsReading::read_carried}},
        {"rows", {2, &SumsReading::read_rows}},
        {"later", {3, &SumsReading::read_later}},
        {"outside", {2, &SumsReading::read_outside}},
        {"older", {2, &SumsReading::read_older}},
        {"left_out", {2, &SumsReading::read_left_out}},
        {"register", {2, &SumsReading::read_register}},
        {"unlisted", {2, &SumsReading::read_unlisted}},
        {"received", {2, &SumsReading::read_received}},
        {"target", {7, &SumsReading::read_target}},
        {"expiry", {4, &SumsReading::read_expiry}},
        {"year", {3, &SumsReading::read_year, true}},
        {"change", {3, &SumsReading::read_change, true}},
        {"group", {4, &SumsReading::read_group, true}},
        {"sums", {3, &SumsReading::read_sums, true}},
        {"in_doubt", {3, &SumsReading::read_in_doubt, true}},
        {"kept", {3, &SumsReading::read_kept, true}},
        {"end", {2, &SumsReading::read_end}},
    };
    const auto found = kReaders.find(fields_[0].text);
    if (found == kReaders.end()) {
      diagnostics_.error(at(fields_[0]), kPartialWord, excerpt(fields_[0].text));
      return;
    }
    const Line& line = found->second;
    const bool fits =
        line.has_counts ? fields_.size() >= line.fields : fields_.size() == line.fields;
    if (!fits) {
      diagnostics_.error(at(fields_[0]), {"cần {0} ô, gặp {1}", "expected {0} fields, found {1}"},
                         line.fields, fields_.size());
      return;
    }
    (this->*line.read)();
  }

  uint64_t count_of(std::string_view text, const SumsCell& field) {
    uint64_t count = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (fault != std::errc() || end != text.data() + text.size())
      diagnostics_.error(at(field), kPartialCount, excerpt(text));
    return count;
  }
  uint64_t count_at(size_t index) { return count_of(fields_[index].text, fields_[index]); }

  Day day_at(size_t index) {
    const std::string& text = fields_[index].text;
    if (text.empty()) return kNoDate;
    const std::optional<Day> day = read_date(text);
    if (!day)
      diagnostics_.error(at(fields_[index]),
                         {"cần ngày dạng 2023-12-31, gặp \"{0}\"",
                          "expected a day like 2023-12-31, found \"{0}\""},
                         excerpt(text));
    return day.value_or(kNoDate);
  }

  /// Calls `use` with the name and count of every `name=count` from field `first` on.
  template <typename Use>
  void for_each_count(size_t first, Use use) {
    for (size_t i = first; i < fields_.size(); ++i) {
      const std::string& text = fields_[i].text;
      const size_t sign = text.rfind('=');
      if (sign == std::string::npos) {
        diagnostics_.error(at(fields_[i]), kPartialCount, excerpt(text));
        return;
      }
      uint64_t* count = use(text.substr(0, sign));
      if (!count) {
        diagnostics_.error(at(fields_[i]), kPartialWord, excerpt(text));
        return;
      }
      *count += count_of(std::string_view(text).substr(sign + 1), fields_[i]);
    }
  }

  std::optional<size_t> set_at(size_t index) {
    for (size_t i = 0; i < run_.sets.size(); ++i)
      if (run_.sets[i].id == fields_[index].text) return i;
    diagnostics_
        .error(at(fields_[index]),
               {"bộ tiêu chí \"{0}\" không có trong lần chạy này",
                "this run has no criteria set \"{0}\""},
               excerpt(fields_[index].text))
        .hint(kUseSameSets);
    return {};
  }

  const SetNames& names_of(size_t set) {
    return names_.sets.try_emplace(set, run_.sets[set]).first->second;
  }

  /// Those of the type that the line names.
  SetSums& sums_of(size_t set) {
    return partial_.summary.sets[set].try_emplace(fields_[2].text, run_.sets[set]).first->second;
  }

  void read_version() {
    if (fields_[1].text != kPartialForm)
      diagnostics_
          .error(at(fields_[1]),
                 {"bản tổng hợp thành phần dạng \"{0}\" do kdcl khác ghi, ở đây đọc được dạng {1}",
                  "sums of form \"{0}\", written by another kdcl; this one reads form {1}"},
                 excerpt(fields_[1].text), kPartialForm)
          .hint(kMakeAgain);
  }
  void read_as_of() { partial_.summary.as_of = day_at(1); }
  void read_since() { partial_.summary.since = day_at(1); }
  void read_days() {
    partial_.summary.first = day_at(1);
    partial_.summary.last = day_at(2);
  }
  void read_place_column() { partial_.summary.place = fields_[1].text; }
  void read_set() {
    const auto set = set_at(1);
    if (set && run_.sets[*set].sha256 != fields_[2].text)
      diagnostics_
          .error(at(fields_[1]),
                 {"bộ tiêu chí \"{0}\" khác bản đã dùng khi lập tổng hợp thành phần",
                  "the criteria set \"{0}\" is not the one the sums were made with"},
                 excerpt(fields_[1].text))
          .hint(kUseSameSets);
  }
  void read_targets() { partial_.targets_sha256 = fields_[1].text; }
  void read_assumed() { partial_.assumed.push_back(fields_[1].text); }
  void read_input() { partial_.inputs.push_back({fields_[1].text, fields_[2].text}); }
  void read_carried() {
    for (size_t i = 0; i < kFacts; ++i) {
      if (fact_name(static_cast<Fact>(i)) != fields_[1].text) continue;
      partial_.summary.carried[i] = true;
      return;
    }
    diagnostics_.error(at(fields_[1]), kPartialWord, excerpt(fields_[1].text));
  }
  void read_rows() { partial_.summary.rows = count_at(1); }
  void read_later() {
    partial_.summary.later = count_at(1);
    partial_.summary.only_later = count_at(2);
  }
  void read_outside() { partial_.summary.outside = count_at(1); }
  void read_left_out() { partial_.summary.left_out = count_at(1); }
  void read_register() { partial_.summary.register_sha256 = fields_[1].text; }
  void read_unlisted() { partial_.summary.unlisted = count_at(1); }
  void read_received() {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const std::string_view text = fields_[1].text;
    if (!text.starts_with('x'))
      diagnostics_.error(at(fields_[1]), kPartialWord, excerpt(fields_[1].text));
    for (const char c : text.substr(std::min<size_t>(1, text.size()))) {
      const size_t value = kDigits.find(c);
      if (value == std::string_view::npos) {
        diagnostics_.error(at(fields_[1]), kPartialWord, excerpt(fields_[1].text));
        return;
      }
      for (size_t bit = 8; bit > 0; bit /= 2)
        partial_.summary.received.push_back((value & bit) != 0);
    }
  }
  void read_older() { partial_.summary.older = count_at(1); }

  void read_target() {
    const uint64_t line = count_at(2);
    for (size_t i = 0; i < targets_.size(); ++i) {
      if (targets_[i].id != fields_[1].text || line >= partial_.summary.targets[i].size()) continue;
      TargetTally& tally = partial_.summary.targets[i][line];
      tally.reached += count_at(3);
      tally.not_reached += count_at(4);
      tally.open += count_at(5);
      tally.unplaced += count_at(6);
      return;
    }
    diagnostics_
        .error(at(fields_[1]),
               {"chỉ tiêu \"{0}\" không có trong tệp --targets",
                "the targets file has no target \"{0}\""},
               excerpt(fields_[1].text))
        .hint({"dùng cùng một tệp --targets ở mọi bước", "use the same --targets at every step"});
  }

  void read_expiry() {
    auto& levels = partial_.summary.expiries[static_cast<int>(count_at(1))];
    levels[0] += count_at(2);
    levels[1] += count_at(3);
  }

  void read_year() {
    const auto set = set_at(2);
    if (!set) return;
    YearSums& sums = partial_.summary.trends.years[static_cast<int>(count_at(1))][*set];
    sums.levels.resize(run_.sets[*set].levels.size() + 1, 0);
    for_each_count(3, [&](const std::string& name) -> uint64_t* {
      if (name == "decided") return &sums.decided;
      for (size_t level = 0; level < sums.levels.size(); ++level)
        if (name == "level_" + std::to_string(level)) return &sums.levels[level];
      return nullptr;
    });
  }

  void read_change() {
    const auto from = static_cast<int>(count_at(1));
    const auto to = static_cast<int>(count_at(2));
    if (from >= to)
      diagnostics_.error(
          at(fields_[2]),
          {"cần năm sau {0}, gặp \"{1}\"", "expected a year after {0}, found \"{1}\""}, from,
          excerpt(fields_[2].text));
    ChangeSums& sums = partial_.summary.trends.changes[{from, to}];
    for_each_count(3, [&](const std::string& name) -> uint64_t* {
      for (size_t i = 0; i < kLevelChanges; ++i)
        if (level_change_name(static_cast<LevelChange>(i)) == name) return &sums[i];
      return nullptr;
    });
  }

  void read_group() {
    const auto ownership = find_ownership(fields_[2].text);
    if (!ownership) {
      diagnostics_.error(at(fields_[2]), kPartialWord, excerpt(fields_[2].text));
      return;
    }
    SchoolSums& sums = partial_.summary.groups[{fields_[1].text, *ownership, fields_[3].text}];
    sums.awards.resize(names_.awards.size(), 0);
    for_each_count(4, [&](const std::string& name) -> uint64_t* {
      for (size_t i = 0; i < kSchoolCounts; ++i)
        if (school_count_name(static_cast<SchoolCount>(i)) == name) return &sums.counts[i];
      for (size_t i = 0; i < names_.awards.size(); ++i)
        if (names_.awards[i] == name) return &sums.awards[i];
      return nullptr;
    });
  }

  void read_sums() {
    const auto set = set_at(1);
    if (!set) return;
    const SetNames& names = names_of(*set);
    SetSums& sums = sums_of(*set);
    for_each_count(3, [&](const std::string& name) -> uint64_t* {
      if (name == "rows") return &sums.rows;
      if (name == "at_top") return &sums.at_top;
      const auto found = names.counts.find(name);
      return found == names.counts.end() ? nullptr
                                         : &(sums.*found->second.first)[found->second.second];
    });
  }

  void read_in_doubt() {
    const auto set = set_at(1);
    if (!set) return;
    const std::vector<Indicator>& indicators = run_.sets[*set].indicators;
    SetSums& sums = sums_of(*set);
    for_each_count(3, [&](const std::string& name) -> uint64_t* {
      for (size_t i = 0; i < indicators.size(); ++i)
        if (indicators[i].name == name) return &sums.in_doubt[i];
      return nullptr;
    });
  }

  void read_kept() {
    const auto set = set_at(1);
    if (!set) return;
    const SetNames& names = names_of(*set);
    PlaceSums& sums = partial_.summary.places[*set][fields_[2].text];
    sums.kept.resize(run_.sets[*set].criteria.size(), 0);
    for_each_count(3, [&](const std::string& name) -> uint64_t* {
      if (name == "rows") return &sums.rows;
      const auto found = names.criteria.find(name);
      return found == names.criteria.end() ? nullptr : &sums.kept[found->second];
    });
  }

  void read_end() {
    is_over_ = true;
    if (count_at(1) != line_ - 1)
      diagnostics_.error(at(fields_[1]),
                         {"cần end,{0} sau từng ấy dòng, gặp \"{1}\"",
                          "expected end,{0} after so many lines, found \"{1}\""},
                         line_ - 1, excerpt(fields_[1].text));
  }

  const std::string& name_;
  const Run& run_;
  const std::vector<Target>& targets_;
  Names& names_;
  Diagnostics& diagnostics_;
  PartialSummary partial_;
  std::vector<SumsCell> fields_;
  uint64_t line_ = 0;
  bool is_over_ = false;
};

}  // namespace

bool is_partial(std::string_view start) {
  const std::string text = small_file_text(start);
  return text.starts_with(kSumsMark) && text.size() > kSumsMark.size() &&
         kSeparators.find(text[kSumsMark.size()]) != std::string_view::npos;
}

PartialReader::PartialReader(const Run& run, const std::vector<Target>& targets)
    : run_(run), targets_(targets), names_(std::make_unique<Names>()) {
  for (const AwardTitle& title : award_titles(run))
    names_->awards.push_back(title.family + ":" + title.title.vi);
}

PartialReader::~PartialReader() = default;

std::optional<PartialSummary> PartialReader::read(const std::string& name, std::string_view bytes,
                                                  Diagnostics& diagnostics) {
  Diagnostics own(diagnostics.language());  // an earlier file's faults don't stop this one
  const std::string text = small_file_text(bytes);
  if (is_partial(text) && text[kSumsMark.size()] != kSeparators.front()) {
    diagnostics
        .error({name, 1, 1},
               {"chương trình khác đã lưu lại bản tổng hợp thành phần này, không còn dấu phẩy giữa "
                "các ô",
                "these sums were saved by another program: no commas between their cells any more"})
        .hint(kMakeAgain);
    return {};
  }
  auto partial = SumsReading<Names>(name, run_, targets_, *names_, own).read(text);
  diagnostics.append(own);
  return partial;
}

}  // namespace kdcl

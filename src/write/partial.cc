#include "write/partial.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/date.h"

namespace kdcl {
namespace {

/// Writes line after line and counts them.
class Lines {
 public:
  template <typename... Fields>
  void add(const Fields&... fields) {
    start();
    (field(fields), ...);
    end();
  }
  void start() {
    is_first_ = true;
    ++count_;
  }
  void field(std::string_view text) {
    if (!is_first_) out_ += ',';
    is_first_ = false;
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_ += text;
      return;
    }
    out_ += '"';
    for (const char c : text) out_.append(c == '"' ? 2 : 1, c);
    out_ += '"';
  }
  void field(uint64_t count) { field(std::string_view(fmt::format_int(count).c_str())); }
  /// `name=count`, unless it is zero.
  void count(std::string_view name, uint64_t count) {
    if (count > 0) field(fmt::format("{}={}", name, count));
  }
  void end() { out_ += '\n'; }

  [[nodiscard]] std::string finish() {
    const uint64_t before = count_;
    add("end", before);
    return std::move(out_);
  }

 private:
  std::string out_;
  uint64_t count_ = 0;
  bool is_first_ = true;
};

std::string day_text(Day day) { return day == kNoDate ? std::string() : format_iso(day); }

/// Four bits a digit, the first bit the highest, after an x: a spreadsheet that saves the file
/// would make a number of digits alone.
std::string bits_text(const std::vector<bool>& bits) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(1 + (bits.size() + 3) / 4, 'x');
  for (size_t digit = 0; digit + 1 < text.size(); ++digit) {
    size_t value = 0;
    for (size_t bit = 4 * digit; bit < 4 * digit + 4; ++bit)
      value = 2 * value + (bit < bits.size() && bits[bit] ? 1 : 0);
    text[digit + 1] = kDigits[value];
  }
  return text;
}

void add_head(const Run& run, const PartialSummary& partial, Lines& lines) {
  const Summary& summary = partial.summary;
  lines.add("kdcl-summary", kPartialForm);
  lines.add("as_of", day_text(summary.as_of));
  lines.add("since", day_text(summary.since));
  lines.add("days", day_text(summary.first), day_text(summary.last));
  lines.add("place", summary.place);
  std::set<size_t> sets;  // and those whose level they ask for
  for (const size_t scored : sets_scored(summary))
    for (const JudgedSet& judged : run.judged[scored]) sets.insert(judged.set);
  for (const size_t set : sets) lines.add("set", run.sets[set].id, run.sets[set].sha256);
  if (!partial.targets_sha256.empty()) lines.add("targets", partial.targets_sha256);
  for (const std::string& statement : partial.assumed) lines.add("what_if", statement);
  for (const InputFile& input : partial.inputs) lines.add("input", input.name, input.sha256);
  for (size_t i = 0; i < kFacts; ++i)
    if (summary.carried[i]) lines.add("carries", fact_name(static_cast<Fact>(i)));
  lines.add("rows", summary.rows);
  lines.add("later", summary.later, summary.only_later);
  lines.add("outside", summary.outside);
  lines.add("older", summary.older);
  if (summary.left_out > 0) lines.add("left_out", summary.left_out);
  if (summary.register_sha256.empty()) return;
  lines.add("register", summary.register_sha256);
  lines.add("unlisted", summary.unlisted);
  lines.add("received", bits_text(summary.received));
}

void add_targets(const Summary& summary, Lines& lines) {
  for (size_t i = 0; i < summary.targets.size(); ++i) {
    for (size_t line = 0; line < summary.targets[i].size(); ++line) {
      const TargetTally& tally = summary.targets[i][line];
      lines.add("target", summary.target_ids[i], line, tally.reached, tally.not_reached, tally.open,
                tally.unplaced);
    }
  }
}

void add_groups(const Run& run, const Summary& summary, Lines& lines) {
  const std::vector<AwardTitle> titles = award_titles(run);
  for (const auto& [group, sums] : summary.groups) {
    lines.start();
    for (const std::string_view text :
         {std::string_view("group"), std::string_view(group.type), ownership_name(group.ownership),
          std::string_view(group.place)})
      lines.field(text);
    for (size_t i = 0; i < kSchoolCounts; ++i)
      lines.count(school_count_name(static_cast<SchoolCount>(i)), sums.counts[i]);
    for (size_t i = 0; i < sums.awards.size(); ++i)
      lines.count(titles[i].family + ":" + titles[i].title.vi, sums.awards[i]);
    lines.end();
  }
}

void add_year(int year, const CriteriaSet& set, const YearSums& sums, Lines& lines) {
  lines.start();
  lines.field("year");
  lines.field(static_cast<uint64_t>(year));
  lines.field(set.id);
  for (size_t level = 0; level < sums.levels.size(); ++level)
    lines.count(fmt::format("level_{}", level), sums.levels[level]);
  lines.count("decided", sums.decided);
  lines.end();
}

void add_change(const std::pair<int, int>& years, const ChangeSums& sums, Lines& lines) {
  lines.start();
  lines.field("change");
  lines.field(static_cast<uint64_t>(years.first));
  lines.field(static_cast<uint64_t>(years.second));
  for (size_t i = 0; i < kLevelChanges; ++i)
    lines.count(level_change_name(static_cast<LevelChange>(i)), sums[i]);
  lines.end();
}

void add_set(const CriteriaSet& set, const std::string& type, const SetSums& sums, Lines& lines) {
  lines.start();
  for (const std::string_view text :
       {std::string_view("sums"), std::string_view(set.id), std::string_view(type)})
    lines.field(text);
  lines.count("rows", sums.rows);
  lines.count("at_top", sums.at_top);
  for (const IndicatorCounts& counts : kIndicatorCounts)
    for (size_t i = 0; i < set.indicators.size(); ++i)
      lines.count(fmt::format("{}:{}", counts.name, set.indicators[i].name),
                  (sums.*counts.counts)[i]);
  for (size_t i = 0; i < set.standards.size(); ++i)
    lines.count("standard:" + set.standards[i].id, sums.kept_by_standard[i]);
  const size_t stride = set.levels.size() + 1;
  for (size_t i = 0; i < set.criteria.size(); ++i)
    for (size_t level = 0; level < stride; ++level)
      lines.count(fmt::format("level_{}:{}", level, set.criteria[i].id),
                  sums.reached[i * stride + level]);
  lines.end();
}

/// A line of its own, only where there is anything to say.
void add_in_doubt(const CriteriaSet& set, const std::string& type, const SetSums& sums,
                  Lines& lines) {
  if (std::all_of(sums.in_doubt.begin(), sums.in_doubt.end(), [](uint64_t n) { return n == 0; }))
    return;
  lines.start();
  for (const std::string_view text :
       {std::string_view("in_doubt"), std::string_view(set.id), std::string_view(type)})
    lines.field(text);
  for (size_t i = 0; i < set.indicators.size(); ++i)
    lines.count(set.indicators[i].name, sums.in_doubt[i]);
  lines.end();
}

void add_place(const CriteriaSet& set, const std::string& place, const PlaceSums& sums,
               Lines& lines) {
  lines.start();
  for (const std::string_view text :
       {std::string_view("kept"), std::string_view(set.id), std::string_view(place)})
    lines.field(text);
  lines.count("rows", sums.rows);
  for (size_t i = 0; i < set.criteria.size(); ++i) lines.count(set.criteria[i].id, sums.kept[i]);
  lines.end();
}

}  // namespace

std::string write_partial(const Run& run, const PartialSummary& partial) {
  const Summary& summary = partial.summary;
  Lines lines;
  add_head(run, partial, lines);
  add_targets(summary, lines);
  for (const auto& [year, levels] : summary.expiries)
    lines.add("expiry", static_cast<uint64_t>(year), levels[0], levels[1]);
  for (const auto& [year, sets] : summary.trends.years)
    for (const auto& [set, sums] : sets) add_year(year, run.sets[set], sums, lines);
  for (const auto& [years, sums] : summary.trends.changes) add_change(years, sums, lines);
  add_groups(run, summary, lines);
  for (size_t i = 0; i < run.sets.size(); ++i) {
    for (const auto& [type, sums] : summary.sets[i]) {
      add_set(run.sets[i], type, sums, lines);
      add_in_doubt(run.sets[i], type, sums, lines);
    }
    for (const auto& [place, sums] : summary.places[i]) add_place(run.sets[i], place, sums, lines);
  }
  return lines.finish();
}

}  // namespace kdcl

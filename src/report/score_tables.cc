#include "report/score_tables.h"

#include <algorithm>
#include <unordered_map>

#include "base/figures.h"
#include "model/office_words.h"
#include "report/phrases.h"
#include "report/words.h"

namespace kdcl {
namespace {

std::string figure(size_t count, Language language) {
  return format_figure(static_cast<double>(count), 0, language);
}

/// The words for a value of a field; empty if unknown.
std::string field_value(const Field& field, const SchoolTable& table, uint32_t column, size_t row,
                        Language language) {
  if (field.type == FieldType::text)
    return table.texts[column].empty() ? std::string() : std::string(table.texts[column][row]);
  if (table.numbers[column].empty() || std::isnan(table.numbers[column][row])) return {};
  const double value = table.numbers[column][row];
  switch (field.type) {
    case FieldType::flag: return std::string((value != 0 ? words::kYes : words::kNo).in(language));
    case FieldType::choice:
    case FieldType::scale: return field.values[static_cast<size_t>(value)].title.in(language);
    case FieldType::date: return format_day_first(static_cast<Day>(value));
    default: return format_exact(value);
  }
}

bool is_of(const SchoolRows& school, const std::vector<size_t>& sets) {
  return std::find(sets.begin(), sets.end(), school.first().set()) != sets.end();
}

}  // namespace

Report empty_report(std::string title, Day day, const Run& run, const ScoreReportOptions& options) {
  constexpr int64_t kSecondsOfDay = 86400;
  if (run.date != kNoDate) day = run.date;
  Report report{.language = options.language, .title = std::move(title)};
  report.producer = "kdcl " + options.version;
  report.created = options.created.value_or(day == kNoDate ? 0 : day * kSecondsOfDay);
  return report;
}

ScoreView view_scores(const Run& run, const std::vector<ScoredBlock>& blocks,
                      const ScoreReportOptions& options) {
  ScoreView view{run, blocks, options, find_schools(run, blocks), {}, {}, {}, count_rows(blocks)};
  view.counts = count_scores(run, view.schools);
  view.counted = options.counted ? options.counted->schools : view.schools;
  view.shares = view.leaves_out() ? count_scores(run, view.counted) : view.counts;
  return view;
}

std::string shares_line(const ScoreView& view) {
  if (!view.leaves_out()) return {};
  const CountedSchools& counted = *view.options.counted;
  const Language language = view.language();
  const std::string last = day_text(counted.period.last, language);
  const std::string first = day_text(counted.period.first, language);
  if (counted.why == NoShares::lone_day)
    return format_message(language,
                          {"Không tính tỉ lệ: hầu như chỉ một trường có ngày đánh giá gần {0}; sửa "
                           "ngày ấy, hoặc nêu --date",
                           "No shares: hardly any school but one was assessed near {0}; mend that "
                           "day, or give --date"},
                          last);
  const std::string all = count_of_schools(counted.all, language);
  const std::string some = figure(counted.schools.size(), language);
  if (counted.why == NoShares::too_few)
    return format_message(language,
                          {"Không tính tỉ lệ: chưa đến một nửa trong {0} có lần đánh giá gần nhất "
                           "từ {1} đến {2}; nêu --date hoặc --since",
                           "No shares: fewer than half of {0} were last assessed from {1} to {2}; "
                           "give --date or --since"},
                          all, first, last);
  if (counted.period.first == kNoDate)
    return format_message(language,
                          {"Tỉ lệ tính trên {0} trong {1}: lần đánh giá gần nhất đến {2}",
                           "Shares are of {0} in {1}: last assessed up to {2}"},
                          some, all, last);
  return format_message(language,
                        {"Tỉ lệ tính trên {0} trong {1}: lần đánh giá gần nhất từ {2} đến {3}",
                         "Shares are of {0} in {1}: last assessed from {2} to {3}"},
                        some, all, first, last);
}

std::string count_line(const ScoreView& view) {
  const ScoreCounts& counts = view.counts;
  std::string who = count_of_schools(counts.ids, view.language());
  if (counts.schools != counts.ids)
    who = format_message(view.language(), words::kAssessments,
                         figure(counts.schools, view.language()), who);
  if (counts.last == kNoDate) return who;
  if (counts.first == counts.last)
    return format_message(view.language(), {"{0}, tính đến {1}", "{0}, as of {1}"}, who,
                          format_day_first(counts.last));
  return format_message(view.language(), words::kBetween, who, format_day_first(counts.first),
                        format_day_first(counts.last));
}

bool is_listed(const ScoreView& view, const SchoolRows& school) {
  return !view.options.schools || view.options.schools->has(school.text(IdentityColumn::school_id));
}

std::string rows_line(const ScoreView& view) {
  if (view.rows.rows == 1) {
    const Message one = view.rows.outside == 0
                            ? Message{"1 dòng", "1 row"}
                            : Message{"1 dòng, ngoài phạm vi", "1 row, out of scope"};
    return std::string(one.in(view.language()));
  }
  const std::string rows = figure(view.rows.rows, view.language());
  if (view.rows.outside == 0)
    return format_message(view.language(), {"{0} dòng", "{0} rows"}, rows);
  return format_message(view.language(),
                        {"{0} dòng, {1} ngoài phạm vi", "{0} rows, {1} out of scope"}, rows,
                        figure(view.rows.outside, view.language()));
}

std::string criteria_line(const ScoreView& view, const std::vector<size_t>& sets) {
  std::vector<std::string> names;
  for (const size_t set : sets)
    names.push_back(view.run.sets[set].document + " (" +
                    lower_first(view.run.sets[set].title.in(view.language())) + ")");
  const std::string list =
      names.empty() ? std::string(words::kNone.in(view.language())) : joined(names, ", ");
  return format_message(view.language(), words::kCriteria, list);
}

std::string document_list(const ScoreView& view, const std::vector<size_t>& sets) {
  std::vector<std::string> documents;
  for (const size_t set : sets)
    if (std::find(documents.begin(), documents.end(), view.run.sets[set].document) ==
        documents.end())
      documents.push_back(view.run.sets[set].document);
  return joined(documents, ", ");
}

std::vector<size_t> used_sets(const ScoreView& view) {
  std::vector<size_t> used;
  for (const LevelCounts& levels : view.counts.levels)
    used.insert(used.end(), levels.sets.begin(), levels.sets.end());
  std::sort(used.begin(), used.end());
  return used;
}

Share decision_share(const ScoreView& view) {
  return {static_cast<double>(view.shares.decisions[static_cast<size_t>(Decision::valid)]),
          static_cast<double>(view.shares.national())};
}

std::string decision_remark(const ScoreView& view) {
  std::vector<std::string> parts;
  const auto add = [&](const Message& message, Decision decision) {
    const size_t count = view.shares.decisions[static_cast<size_t>(decision)];
    if (count > 0)
      parts.push_back(format_message(view.language(), message, figure(count, view.language())));
  };
  for (size_t level = 1; level <= 2; ++level)
    if (const size_t count = view.shares.decided_level[level])
      parts.push_back(format_message(view.language(), words::kRecognizedAs, level,
                                     figure(count, view.language())));
  add(words::kExpired, Decision::expired);
  add(words::kUndated, Decision::undated);
  add(words::kMisdated, Decision::misdated);
  add(words::kNoDecisionData, Decision::no_data);
  return joined(parts, ", ");
}

std::string group_value(const ScoreView& view, const SchoolRows& school) {
  const GroupColumn& by = *view.options.by;
  if (by.identity) return office_title(*by.identity, school.text(*by.identity), view.language());
  for (const RowAt& at : school.rows) {
    std::string value = field_value(view.run.fields[*by.field], at.block->table, *by.field, at.row,
                                    view.language());
    if (!value.empty()) return value;
  }
  return {};
}

std::vector<ValueGroup> group_schools(const ScoreView& view, const std::vector<size_t>& sets) {
  std::vector<ValueGroup> groups;
  ValueGroup unknown{std::string(words::kUnknownValue.in(view.language())), {}};
  std::unordered_map<std::string, size_t> places;
  for (const SchoolRows& school : view.counted) {
    if (!is_of(school, sets)) continue;
    const std::string value = group_value(view, school);
    if (value.empty()) {
      unknown.schools.push_back(school);
      continue;
    }
    const auto [place, is_new] = places.try_emplace(value, groups.size());
    if (is_new) groups.push_back({value, {}});
    groups[place->second].schools.push_back(school);
  }
  if (!unknown.schools.empty()) groups.push_back(std::move(unknown));
  return groups;
}

std::string group_title(const ScoreView& view) {
  const GroupColumn& by = *view.options.by;
  if (by.field) return view.run.fields[*by.field].title.in(view.language());
  return identity_title(*by.identity, view.language());
}

IdentityColumn place_column(const ScoreView& view) {
  for (const SchoolRows& school : view.schools)
    if (!school.text(IdentityColumn::district).empty()) return IdentityColumn::district;
  return IdentityColumn::commune;
}

std::string doubtful_list(const ScoreView& view) {
  std::vector<std::string> sets;
  for (size_t i = 0; i < view.run.sets.size(); ++i) {
    std::vector<std::string> names;
    for (const DoubtfulItem& item : view.counts.doubtful)
      if (item.set == i)
        names.push_back(view.run.sets[i].indicators[item.indicator].name + " (" +
                        figure(item.rows, view.language()) + ")");
    if (!names.empty()) sets.push_back(view.run.sets[i].document + ": " + joined(names, ", ", 8));
  }
  return joined(sets, "; ");
}

}  // namespace kdcl

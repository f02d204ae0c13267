#include "report/score/score.h"

#include <algorithm>
#include <unordered_map>

#include "base/number.h"
#include "model/office_words.h"
#include "report/common/phrases.h"
#include "report/common/sources.h"
#include "report/common/words.h"
#include "report/compare/sensitivity.h"

namespace kdcl {
namespace {

constexpr Message kUnjudged{"Chỉ báo chưa có kết quả đánh giá", "Indicators without a judgement"};
constexpr size_t kMostListed = 12;  // names in one line of the list; --school shows all

/// Levels from the top down, as people read a ladder, each with its share and bar.
Table level_table(const ScoreView& view, const LevelCounts& levels) {
  Table table;
  if (view.shares.levels.size() > 1) table.title = criteria_line(view, levels.sets);
  table.columns = {{}, {.align = Align::right}, {}};
  const CriteriaSet& set = view.run.sets[levels.sets.front()];
  for (int level = levels.top; level >= 0; --level) {
    const auto count = static_cast<double>(levels.at[static_cast<size_t>(level)]);
    const auto whole = static_cast<double>(levels.schools);
    const Style tone{.tone = tone_of_level(level, levels.top)};
    table.rows.push_back({{text_cell(level_title(set, level, view.language())),
                           {Share{count, whole}, {}},
                           {Bar{whole > 0 ? count / whole : 0}, tone}},
                          {}});
  }
  return table;
}

std::string may_be_higher(size_t count, Language language) {
  if (count == 0) return {};
  return format_message(language, words::kMayBeHigher, count_of_schools(count, language));
}

/// The families, the last first: the national standard is what people ask for. Under each, its
/// awards.
Table award_table(const ScoreView& view) {
  Table table;
  table.columns = {{}, {.align = Align::right}, {.fit = Fit::wrap}};
  const auto add = [&table](std::string label, size_t part, size_t whole, std::string remark) {
    table.rows.push_back({{text_cell(std::move(label)),
                           {Share{static_cast<double>(part), static_cast<double>(whole)}, {}},
                           text_cell(std::move(remark))},
                          {}});
  };
  const Share decided = decision_share(view);
  if (decided.whole > 0)
    add(std::string(words::kByDecision.in(view.language())), static_cast<size_t>(decided.part),
        static_cast<size_t>(decided.whole), decision_remark(view));
  for (auto family = view.shares.awards.rbegin(); family != view.shares.awards.rend(); ++family) {
    add(format_message(view.language(), words::kByScore,
                       family_title(family->family, view.language())),
        family->reached, family->schools, may_be_higher(family->may_be_higher, view.language()));
    for (size_t i = 0; i < family->titles.size(); ++i)
      add("  " + lower_first(family->titles[i].in(view.language())), family->at[i], family->schools,
          {});
  }
  return table;
}

/// What somebody has to look at; lines with nothing to look at are left out.
Table check_table(const ScoreView& view) {
  Table table;
  table.columns = {{.fit = Fit::wrap}, {.fit = Fit::wrap}};
  const auto add = [&](const Message& label, const CheckCount& count) {
    if (count.indicators == 0) return;
    table.rows.push_back(
        {{text_cell(std::string(label.in(view.language()))),
          text_cell(count_of_indicators(count.indicators, count.schools, view.language()))},
         {}});
  };
  add(kUnjudged, view.counts.unjudged);
  add(words::kMissingData, view.counts.missing);
  add(words::kContradictions, view.counts.contradictions);
  add(words::kUnverified, view.counts.unverified);
  if (!view.counts.doubtful.empty())
    table.rows.push_back({{text_cell(std::string(words::kDoubtful.in(view.language()))),
                           text_cell(doubtful_list(view))},
                          {}});
  return table;
}

Row group_row(const ScoreView& view, const ValueGroup& group, const LevelCounts& levels) {
  const ScoreCounts counts = count_scores(view.run, group.schools);
  Row row{{text_cell(group.title), count_cell(counts.schools)}, {}};
  for (int level = 0; level <= levels.top; ++level)
    row.cells.push_back(count_cell(counts.levels.front().at[static_cast<size_t>(level)]));
  for (const AwardCounts& awards : counts.awards)
    if (awards.family == kNationalStandard)
      row.cells.push_back(
          {Share{static_cast<double>(awards.reached), static_cast<double>(awards.schools)}, {}});
  return row;
}

/// One line a value of the column of --by.
Table group_table(const ScoreView& view, const LevelCounts& levels) {
  const Language language = view.language();
  Table table;
  if (view.shares.levels.size() > 1) table.title = criteria_line(view, levels.sets);
  std::vector<HeaderCell> header{{group_title(view)},
                                 {std::string(words::kCount.in(language))},
                                 {std::string(words::kBelowShort.in(language))}};
  table.columns = {{.fit = Fit::wrap}, {.align = Align::right}, {.align = Align::right}};
  for (int level = 1; level <= levels.top; ++level) {
    header.push_back({level_title(view.run.sets[levels.sets.front()], level, language)});
    table.columns.push_back({.align = Align::right});
  }
  header.push_back({std::string(words::kNationalHead.in(language))});
  table.columns.push_back({.align = Align::right});
  table.header = {header};
  for (const ValueGroup& group : group_schools(view, levels.sets))
    table.rows.push_back(group_row(view, group, levels));
  return table;
}

Sheet overview_sheet(const ScoreView& view) {
  Sheet sheet;
  sheet.title = count_line(view) + "  (" + rows_line(view) + ")";
  sheet.subtitles = {criteria_line(view, used_sets(view))};
  if (std::string line = shares_line(view); !line.empty())
    sheet.subtitles.push_back(std::move(line));
  for (const LevelCounts& levels : view.shares.levels)
    sheet.tables.push_back(level_table(view, levels));
  if (Table awards = award_table(view); !awards.rows.empty())
    sheet.tables.push_back(std::move(awards));
  if (Table check = check_table(view); !check.rows.empty())
    sheet.tables.push_back(std::move(check));
  if (view.options.by)
    for (const LevelCounts& levels : view.shares.levels)
      sheet.tables.push_back(group_table(view, levels));
  return sheet;
}

/// What keeps the school from the next level, then what is not known.
std::string in_the_way(const ScoreView& view, const SchoolRows& school) {
  const std::string blocking =
      names_of_school(view.run, school, &ScoreBlock::blocking, view.language(), "  ", kMostListed);
  const std::string missing =
      names_of_school(view.run, school, &ScoreBlock::missing, view.language(), "  ", kMostListed);
  if (missing.empty()) return blocking;
  const std::string list =
      format_message(view.language(), {"thiếu số liệu: {0}", "data missing: {0}"}, missing);
  return blocking.empty() ? list : blocking + "  " + list;
}

/// What is in the way, after the mark of a school that the register does not have.
Cell marked_cell(const ScoreView& view, Cell cell) {
  std::string mark = "[" + std::string(words::kNotListed.in(view.language())) + "]";
  if (const auto* text = std::get_if<std::string>(&cell.content); text && !text->empty())
    mark += "  " + *text;
  cell.content = std::move(mark);
  return cell;
}

Row list_row(const ScoreView& view, const SchoolRows& school, IdentityColumn place) {
  const CriteriaSet& set = view.run.sets[school.first().set()];
  const std::string award = national_standard(set, school.level(), view.language());
  const Style tone{.tone = tone_of_level(school.level(), set.top_level())};
  Cell last = text_cell(in_the_way(view, school));
  if (school.level() == set.top_level())
    last = text_cell(Message{"đã ở mức cao nhất", "at the highest level"}.text(view.language()),
                     {.tone = Tone::quiet});
  if (!is_listed(view, school)) last = marked_cell(view, std::move(last));
  return {{text_cell(std::string(school.text(IdentityColumn::school_id))),
           text_cell(std::string(school.text(IdentityColumn::school_name))),
           text_cell(std::string(school.text(place))),
           {LevelRange{school.level(), school.level_max()}, tone},
           text_cell(award.empty() ? "-" : award),
           std::move(last)},
          {}};
}

Table list_table(const ScoreView& view) {
  const IdentityColumn place = place_column(view);
  Table table;
  table.columns = {{},
                   {.fit = Fit::shorten},
                   {.fit = Fit::shorten},
                   {.align = Align::center},
                   {.align = Align::center},
                   {.fit = Fit::wrap}};
  std::vector<HeaderCell> header;
  for (const Message& label :
       {words::kCode, words::kSchool,
        place == IdentityColumn::district ? words::kDistrict : words::kCommune, words::kLevelHead,
        words::kNationalHead, words::kBlockingHead})
    header.push_back({std::string(label.in(view.language()))});
  table.header = {header};
  for (const SchoolRows& school : view.schools) table.rows.push_back(list_row(view, school, place));
  return table;
}

/// Every row out of scope with its reason, not dropped in silence.
Table outside_table(const ScoreView& view) {
  Table table;
  table.title =
      format_message(view.language(), words::kOutside,
                     format_figure(static_cast<double>(view.rows.outside), 0, view.language()));
  table.columns = {{}, {.fit = Fit::shorten}, {.fit = Fit::wrap}};
  for (const ScoredBlock& block : view.blocks)
    for (size_t row = 0; row < block.table.rows; ++row)
      if (block.table.set[row] == kNoSet)
        table.rows.push_back(
            {{text_cell(std::string(block.table.text_of(IdentityColumn::school_id, row))),
              text_cell(std::string(block.table.text_of(IdentityColumn::school_name, row))),
              text_cell(out_of_scope_reason(block.table, row, view.language()))},
             {}});
  return table;
}

}  // namespace

Report make_score_text(const Run& run, const std::vector<ScoredBlock>& blocks,
                       const ScoreReportOptions& options) {
  const ScoreView view = view_scores(run, blocks, options);
  Sheet sheet = overview_sheet(view);
  if (!view.schools.empty()) sheet.tables.push_back(list_table(view));
  if (has_sensitivity(blocks)) sheet.tables.push_back(sensitive_list(view));
  if (view.rows.outside > 0) sheet.tables.push_back(outside_table(view));
  if (!options.left_out.empty())
    sheet.tables.push_back(left_out_table(options.left_out, options.language));
  sheet.footnotes = unsettled_lines(run, used_sets(view), options.language);
  for (std::string& line : doubt_lines(run, view.counts.in_doubt, options.language))
    sheet.footnotes.push_back(std::move(line));
  sheet.footnotes.emplace_back(words::kSupports.in(options.language));
  Report report = empty_report(sheet.title, view.counts.last, run, options);
  report.sheets = {std::move(sheet)};
  state_assumptions(run, report);
  return report;
}

std::string out_of_scope_reason(const SchoolTable& table, size_t row, Language language) {
  const std::string_view type = table.text_of(IdentityColumn::school_type, row);
  const std::string day =
      day_text(table.assessed_on.empty() ? kNoDate : table.assessed_on[row], language);
  if (type.empty())
    return format_message(language,
                          {"không có bộ tiêu chí nào áp dụng tại ngày {0} khi không rõ loại trường",
                           "no criteria set covers a school of unknown type on {0}"},
                          day);
  return format_message(language,
                        {"không có bộ tiêu chí nào áp dụng cho trường loại {0} tại ngày {1}",
                         "no criteria set covers a {0} school on {1}"},
                        type, day);
}

void append_out_of_scope(const SchoolTable& table, Language language,
                         std::vector<OutOfScope>& rows) {
  for (size_t row = 0; row < table.rows; ++row)
    if (table.set[row] == kNoSet)
      rows.push_back({std::string(table.text_of(IdentityColumn::school_id, row)),
                      out_of_scope_reason(table, row, language)});
}

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

#include "report/compare/sensitivity.h"

#include <algorithm>

#include "report/common/figure_words.h"
#include "report/common/phrases.h"
#include "report/common/words.h"

namespace kdcl {
namespace {

constexpr size_t kMostSensitive = 20;  // lines of the list in plain text

/// A sensitive verdict and the row it is about.
struct SensitiveAt {
  RowAt at;
  const SensitiveVerdict& verdict;
};

struct SensitiveCount {
  size_t verdicts = 0;
  size_t rows = 0;
};

/// Calls `use` for every sensitive verdict, in input order.
template <typename Use>
void for_each_sensitive(const ScoreView& view, Use use) {
  for (const ScoredBlock& block : view.blocks)
    for (size_t row = 0; row < block.sensitive.size(); ++row)
      for (const SensitiveVerdict& verdict : block.sensitive[row])
        use(SensitiveAt{{&block, row}, verdict});
}

SensitiveCount count_sensitive(const ScoreView& view) {
  SensitiveCount count;
  for (const ScoredBlock& block : view.blocks) {
    for (const auto& verdicts : block.sensitive) {
      count.verdicts += verdicts.size();
      count.rows += verdicts.empty() ? 0 : 1;
    }
  }
  return count;
}

/// The cells that say what was found, what is needed, and what may really be.
struct FigureCells {
  Cell found, required, range;
};

const Requirement& requirement_of(const Run& run, const SensitiveAt& one) {
  const Indicator& indicator = run.sets[one.at.set()].indicators[one.verdict.indicator];
  return indicator.requirements[one.verdict.requirement];
}

FigureCells figure_cells(const Run& run, const SensitiveAt& one, Language language) {
  const Requirement& requirement = requirement_of(run, one);
  const SensitiveVerdict& verdict = one.verdict;
  Figure figure;
  figure.found = verdict.found;
  figure.required = verdict.required;
  return {
      text_cell(found_text(run, requirement, figure, language)),
      text_cell(required_text(run, requirement, verdict.required, language)),
      text_cell(range_text(requirement, verdict.low, verdict.high, verdict.required, language))};
}

const std::string& indicator_name(const Run& run, const SensitiveAt& one) {
  return run.sets[one.at.set()].indicators[one.verdict.indicator].name;
}

/// How many there are, and if no more than `most` are listed, that too.
std::string sensitive_line(const ScoreView& view, size_t most) {
  const Language language = view.language();
  const SensitiveCount count = count_sensitive(view);
  const std::string amount =
      count.verdicts == 0
          ? std::string(Message{"không có kết quả nào như vậy", "there are none"}.in(language))
          : count_of_indicators(count.verdicts, count.rows, language);
  const Message form = count.verdicts > most ? Message{"{0}: {1}, dưới đây là {2} chỉ báo đầu",
                                                       "{0}: {1}, the first {2} below"}
                                             : Message{"{0}: {1}", "{0}: {1}"};
  return format_message(language, form, words::kSensitiveTitle.in(language), amount, most);
}

/// Adds a column with its head.
void add_column(Table& table, const Message& head, Language language, Column column) {
  if (table.header.empty()) table.header.emplace_back();
  table.header[0].push_back({std::string(head.in(language))});
  table.columns.push_back(std::move(column));
}

void add_figure_columns(Table& table, Language language) {
  add_column(table, {"Số liệu", "Found"}, language, {.align = Align::right, .width = 14});
  add_column(table, {"Cần", "Needs"}, language, {.width = 16});
  add_column(table, {"Thực có thể là", "May really be"}, language, {.fit = Fit::wrap, .width = 22});
}

void add_figure_cells(const Run& run, const SensitiveAt& one, Language language, Row& row) {
  FigureCells cells = figure_cells(run, one, language);
  for (Cell* cell : {&cells.found, &cells.required, &cells.range})
    row.cells.push_back(std::move(*cell));
}

/// The rows are made while they are written.
void fill_rows(const ScoreView& view, IdentityColumn place, Table& table) {
  std::vector<SensitiveAt> all;
  for_each_sensitive(view, [&all](const SensitiveAt& one) { all.push_back(one); });
  table.made.count = all.size();
  table.made.make = [&run = view.run, language = view.language(), place, all = std::move(all)](
                        size_t index, Row& row) {
    const SensitiveAt& one = all[index];
    row.cells = {count_cell(index + 1),
                 text_cell(std::string(one.at.text(IdentityColumn::school_id))),
                 text_cell(row_name(one.at, language)),
                 text_cell(std::string(one.at.text(place))),
                 text_cell(indicator_name(run, one)),
                 text_cell(requirement_of(run, one).title.in(language))};
    add_figure_cells(run, one, language, row);
    row.cells.push_back({one.verdict.now, {}});
    row.cells.push_back({one.verdict.otherwise, {}});
  };
}

Table sheet_table(const ScoreView& view) {
  const Language language = view.language();
  Table table;
  const auto add = [&](const Message& head, Column column) {
    add_column(table, head, language, std::move(column));
  };
  add(words::kOrder, {.align = Align::center, .width = 6});
  add(words::kCode, {.fit = Fit::shorten, .width = 11});
  add(words::kSchool, {.fit = Fit::shorten, .width = 28});
  const IdentityColumn place = place_column(view);
  add(place == IdentityColumn::district ? words::kDistrict : words::kCommune,
      {.fit = Fit::shorten, .width = 14});
  add(words::kIndicatorHead, {.width = 10});
  add(words::kSensitiveMeasure, {.fit = Fit::wrap, .width = 34});
  add_figure_columns(table, language);
  add({"Hiện nay", "Now"}, {.width = 14});
  add(words::kSensitiveThen, {.width = 14});
  fill_rows(view, place, table);
  return table;
}

}  // namespace

bool has_sensitivity(const std::vector<ScoredBlock>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(),
                     [](const ScoredBlock& block) { return !block.sensitive.empty(); });
}

Table sensitive_list(const ScoreView& view) {
  const Language language = view.language();
  Table table;
  table.title = sensitive_line(view, kMostSensitive);
  add_column(table, words::kCode, language, {});
  add_column(table, words::kSchool, language, {.fit = Fit::shorten});
  add_column(table, words::kIndicatorHead, language, {});
  add_figure_columns(table, language);
  add_column(table, words::kSensitiveThen, language, {});
  for_each_sensitive(view, [&](const SensitiveAt& one) {
    if (table.rows.size() == kMostSensitive) return;
    Row row{{text_cell(std::string(one.at.text(IdentityColumn::school_id))),
             text_cell(row_name(one.at, language)), text_cell(indicator_name(view.run, one))},
            {}};
    add_figure_cells(view.run, one, language, row);
    row.cells.push_back({one.verdict.otherwise, {}});
    table.rows.push_back(std::move(row));
  });
  if (table.rows.empty()) table = {.title = table.title};
  return table;
}

Table sensitive_section(const SchoolView& view) {
  const Language language = view.language;
  Table table;
  table.title = words::kSensitiveTitle.in(language);
  add_column(table, words::kIndicatorHead, language, {.width = 9});
  add_column(table, words::kSensitiveMeasure, language, {.fit = Fit::wrap, .width = 60});
  add_figure_columns(table, language);
  add_column(table, words::kSensitiveThen, language, {.width = 14});
  const ScoredBlock& block = *view.at.block;
  if (block.sensitive.empty()) return table;
  for (const SensitiveVerdict& verdict : block.sensitive[view.at.row]) {
    const SensitiveAt one{view.at, verdict};
    Row row{{text_cell(indicator_name(view.run, one)),
             text_cell(requirement_of(view.run, one).title.in(language))},
            {}};
    add_figure_cells(view.run, one, language, row);
    row.cells.push_back({verdict.otherwise, {}});
    table.rows.push_back(std::move(row));
  }
  return table;
}

Sheet make_sensitive_sheet(const ScoreView& view) {
  const Language language = view.language();
  Sheet sheet;
  sheet.name = Message{"Làm tròn", "Rounding"}.in(language);
  sheet.title =
      Message{"KẾT QUẢ SẼ ĐỔI NẾU SỐ LIỆU LỆCH DO LÀM TRÒN", "VERDICTS THAT ROUNDING MAY CHANGE"}
          .in(language);
  sheet.subtitles = {sensitive_line(view, SIZE_MAX)};
  if (Table table = sheet_table(view); table.row_count() > 0) {
    sheet.tables = {std::move(table)};
    sheet.main_table = 0;
    sheet.frozen_columns = 3;
  }
  sheet.footnotes = {std::string(Message{"Số viết với d chữ số thập phân có thể lệch nửa đơn vị "
                                         "của chữ số cuối; số đếm là chính xác.",
                                         "A number written with d decimals may be off by half a "
                                         "unit of its last digit; counts are exact."}
                                     .in(language)),
                     std::string(words::kSupports.in(language))};
  return sheet;
}

}  // namespace kdcl

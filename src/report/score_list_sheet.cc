#include "report/score_list_sheet.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <set>

#include "report/paper.h"
#include "report/phrases.h"
#include "report/words.h"

namespace kdcl {
namespace {

constexpr size_t kTypeColumn = 3;  // as add_who adds them
constexpr size_t kPlaceColumn = 4;

/// Columns are added one by one, each with its head, so that a column that a run does not need is
/// simply not added. Their cells are made while the list is written.
struct ListMaker {
  const ScoreView& view;
  Table table{};
  std::vector<HeaderCell> header{};
  std::vector<std::function<Cell(const SchoolRows& school)>> cells{};

  size_t add(std::string head, Column column, auto cell_of) {
    header.push_back({std::move(head)});
    table.columns.push_back(column);
    cells.push_back(std::move(cell_of));
    return table.columns.size() - 1;
  }
  size_t add(const Message& head, Column column, auto cell_of) {
    return add(std::string(head.in(view.language())), column, cell_of);
  }
  size_t add_identity(const Message& head, IdentityColumn identity, double width) {
    return add(head, {.fit = Fit::shorten, .width = width}, [identity](const SchoolRows& school) {
      return text_cell(std::string(school.text(identity)));
    });
  }
  size_t add_count(const Message& head, BitRows ScoreBlock::*bits) {
    return add(head, {.align = Align::center, .width = 8}, [bits](const SchoolRows& school) {
      size_t count = 0;
      for (const RowAt& at : school.rows) count += count_bits(at.block->score.*bits, at.row);
      return count_cell(count);
    });
  }
  size_t add_names(const Message& head, BitRows ScoreBlock::*bits, double width) {
    return add(head, {.fit = Fit::wrap, .width = width},
               [&view = view, bits](const SchoolRows& school) {
                 return text_cell(names_of_school(view.run, school, bits, view.language()));
               });
  }
};

const CriteriaSet& set_of(const ScoreView& view, const SchoolRows& school) {
  return view.run.sets[school.first().set()];
}

Cell level_cell(const ScoreView& view, const SchoolRows& school, int level) {
  return {LevelRange{level, level},
          {.tone = tone_of_level(level, set_of(view, school).top_level())}};
}

std::string award_of(const ScoreView& view, const SchoolRows& school, std::string_view id) {
  const AwardFamily* family = find_family(set_of(view, school), id);
  const int number = family ? award_number(*family, school.level()) : 0;
  return number > 0 ? family->awards[static_cast<size_t>(number) - 1].title.in(view.language())
                    : std::string();
}

void add_who(ListMaker& list) {
  const ScoreView& view = list.view;
  list.add(words::kOrder, {.align = Align::center, .width = 5}, [&view](const SchoolRows& school) {
    return count_cell(static_cast<size_t>(&school - view.schools.data()) + 1);
  });
  list.add_identity(words::kCode, IdentityColumn::school_id, 11);
  list.add_identity(words::kSchool, IdentityColumn::school_name, 28);
  list.add(words::kType, {.fit = Fit::wrap, .width = 12}, [&view](const SchoolRows& school) {
    return text_cell(stage_title(school.text(IdentityColumn::school_type), view.language()));
  });
  const IdentityColumn place = place_column(view);
  list.add_identity(place == IdentityColumn::district ? words::kDistrict : words::kCommune, place,
                    13);
}

void add_levels(ListMaker& list, ListColumns& columns) {
  const ScoreView& view = list.view;
  if (view.counts.levels.size() > 1)
    columns.document = list.add(
        words::kDocument, {.fit = Fit::wrap, .width = 14},
        [&view](const SchoolRows& school) { return text_cell(set_of(view, school).document); });
  columns.level = list.add(
      words::kLevelHead, {.align = Align::center, .width = 7},
      [&view](const SchoolRows& school) { return level_cell(view, school, school.level()); });
  list.add(
      words::kLevelMaxHead, {.align = Align::center, .width = 9},
      [&view](const SchoolRows& school) { return level_cell(view, school, school.level_max()); });
}

void add_awards(ListMaker& list, ListColumns& columns) {
  const ScoreView& view = list.view;
  for (const AwardCounts& awards : view.counts.awards) {
    const std::string id = awards.family;
    const size_t column = list.add(
        format_message(view.language(), {"{0} (theo chấm)", "{0} (by score)"},
                       family_title(id, view.language())),
        {.align = Align::center, .fit = Fit::wrap, .width = 11},
        [&view, id](const SchoolRows& school) { return text_cell(award_of(view, school, id)); });
    columns.families.emplace_back(id, column);
  }
  columns.decision = list.add(
      Message{"Theo quyết định", "By decision"},
      {.align = Align::center, .fit = Fit::wrap, .width = 11}, [&view](const SchoolRows& school) {
        // Where there is no such award there is nothing to decide.
        if (!find_family(set_of(view, school), kNationalStandard)) return Cell{};
        return text_cell(decision_words(decision_of(view.run, school), view.language()));
      });
}

/// Marks the lines that shares are of, where they are not all.
void add_counted(ListMaker& list, ListColumns& columns) {
  if (!list.view.leaves_out()) return;
  // Of the list's own, because its cells are made while it is written.
  const auto counted = std::make_shared<std::set<std::pair<const ScoredBlock*, size_t>>>();
  for (const SchoolRows& school : list.view.counted)
    counted->insert({school.first().block, school.first().row});
  columns.counted =
      list.add(Message{"Tính tỉ lệ", "In shares"}, {.align = Align::center, .width = 8},
               [counted](const SchoolRows& school) {
                 const RowAt& at = school.first();
                 return text_cell(counted->contains({at.block, at.row}) ? "x" : "");
               });
}

/// Marks schools that the register does not have.
void add_unlisted(ListMaker& list) {
  if (!list.view.options.schools) return;
  list.add(words::kNotListed, {.align = Align::center, .fit = Fit::wrap, .width = 9},
           [&view = list.view](const SchoolRows& school) {
             return text_cell(is_listed(view, school) ? "" : "x");
           });
}

/// The column of --by: one of those that are there already, or one more.
size_t add_group(ListMaker& list) {
  const ScoreView& view = list.view;
  if (view.options.by->identity == IdentityColumn::school_type) return kTypeColumn;
  if (view.options.by->identity == place_column(view)) return kPlaceColumn;
  return list.add(
      group_title(view), {.fit = Fit::wrap, .width = 14},
      [&view](const SchoolRows& school) { return text_cell(group_value(view, school)); });
}

void fill_rows(ListMaker& list) {
  list.table.made.count = list.view.schools.size();
  list.table.made.make = [&view = list.view, cells = std::move(list.cells)](size_t index,
                                                                            Row& row) {
    for (const auto& cell_of : cells) row.cells.push_back(cell_of(view.schools[index]));
  };
}

}  // namespace

ListSheet make_list_sheet(const ScoreView& view) {
  ListSheet made;
  ListMaker list{view};
  add_who(list);
  add_levels(list, made.columns);
  add_awards(list, made.columns);
  if (view.options.by) made.columns.group = add_group(list);
  add_counted(list, made.columns);
  add_unlisted(list);
  list.add_names(words::kBlockingHead, &ScoreBlock::blocking, 30);
  list.add_names({"Thiếu số liệu", "Data missing"}, &ScoreBlock::missing, 20);
  made.columns.missing = list.add_count({"Số chỉ báo thiếu", "Missing"}, &ScoreBlock::missing);
  made.columns.contradictions =
      list.add_count(words::kContradictionHead, &ScoreBlock::contradiction);
  made.columns.unverified = list.add_count(words::kUnverifiedHead, &ScoreBlock::unverified);
  list.table.header = {list.header};
  fill_rows(list);
  made.sheet.name = Message{"Danh sách", "Schools"}.in(view.language());
  made.sheet.heading = state_heading({}, view.language());
  made.sheet.title = words::kTitleList.in(view.language());
  made.sheet.subtitles = {count_line(view)};
  made.sheet.tables = {std::move(list.table)};
  made.sheet.footnotes = {std::string(words::kSupports.in(view.language()))};
  made.sheet.signatures = signature_block({}, view.counts.last, view.language());
  made.sheet.main_table = 0;
  made.sheet.frozen_columns = 3;
  return made;
}

}  // namespace kdcl

#include "report/summary_page.h"

#include "base/figures.h"
#include "report/phrases.h"
#include "report/summary_words.h"
#include "report/trend_tables.h"
#include "report/words.h"

namespace kdcl {
namespace {

using namespace summary_words;

std::string figure(uint64_t count, Language language) {
  return format_figure(static_cast<double>(count), 0, language);
}

bool counts_a_year(const Summary& summary) {
  return summary.since == twelve_months_to(summary.as_of).first;
}

}  // namespace

std::string summary_line(const SummaryView& view) {
  const Language language = view.language();
  const SchoolSums total = view.summary.total();
  std::string who = count_of_schools(total.at(SchoolCount::schools), language);
  if (const uint64_t earlier = schools_of_earlier_years(view); earlier > 0)
    who += " (" +
           format_message(language, {"{0} không có ở năm {1}", "{0} not assessed in {1}"},
                          figure(earlier, language), view.summary.trends.years.rbegin()->first) +
           ")";
  const Summary& summary = view.summary;
  const auto add = [&](const Message& message, uint64_t count) {
    if (count > 0) who += ", " + format_message(language, message, figure(count, language));
  };
  add(kOutside, summary.outside);
  add({"{0} bỏ lại vì dữ liệu có lỗi", "{0} left out for faults"}, summary.left_out);
  if (view.has_register()) {
    add({"{0} chưa có dữ liệu", "{0} not received"}, view.not_received.size());
    add({"{0} ngoài danh sách trường", "{0} not in the list of schools"}, summary.unlisted);
  } else {
    add(counts_a_year(summary)
            ? Message{"{0} không có trong dữ liệu năm nay", "{0} not in this year's data"}
            : Message{"{0} không có trong dữ liệu từ ngày ấy", "{0} not in the data since then"},
        summary.older);
  }
  if (const std::string later = later_rows(summary.later, language); !later.empty())
    who += ", " + later;
  if (summary.as_of == kNoDate) return format_message(language, kNoDay, who);
  const std::string day = format_day_first(summary.as_of);
  if (summary.since == kNoDate)
    return format_message(
        language,
        {"Tính đến ngày {0}, mọi ngày trước đó · {1}", "As of {0}, any day before it · {1}"}, day,
        who);
  return format_message(language, {"Tính đến ngày {0}, từ {1} · {2}", "As of {0}, from {1} · {2}"},
                        day, format_day_first(summary.since), who);
}

std::string later_rows(uint64_t rows, Language language) {
  if (rows == 0) return {};
  if (rows == 1)
    return std::string(
        Message{"1 dòng sau ngày ấy để riêng, không tính", "1 row after that day left aside"}.in(
            language));
  return format_message(
      language, {"{0} dòng sau ngày ấy để riêng, không tính", "{0} rows after that day left aside"},
      figure(rows, language));
}

const AwardFamily* standard_of(const SummaryView& view, const SchoolRecord& record) {
  return find_family(view.run.sets[record.rows.first().set()], kNationalStandard);
}

Sheet summary_page(const SummaryView& view, const Message& tab, size_t number,
                   const std::string& title) {
  const Language language = view.language();
  const SchoolSums total = view.summary.total();
  std::string line = summary_line(view);
  if (total.at(SchoolCount::national) != total.at(SchoolCount::schools))
    line += "; " + format_message(language,
                                  {"tỉ lệ chuẩn quốc gia tính trên {0} thuộc diện công nhận",
                                   "shares of the national standard are of {0} in its scope"},
                                  count_of_schools(total.at(SchoolCount::national), language));
  return paper_page(view.options, tab, format_message(language, kNumbered, number, title),
                    std::move(line), view.summary.as_of);
}

std::string ownership_words(const SummaryView& view, Ownership ownership) {
  switch (ownership) {
    case Ownership::state: return view.said(kState);
    case Ownership::other: return view.said({"Ngoài công lập", "Non-public"});
    case Ownership::unknown: break;
  }
  return view.said({"Không rõ công lập hay ngoài công lập", "Ownership unknown"});
}

std::string indicator_list(const SummaryView& view, const SchoolRows& school,
                           BitRows ScoreBlock::*bits) {
  return names_of_school(view.run, school, bits, view.language());
}

void add_column(Table& table, const SummaryView& view, const Message& head, Column column) {
  add_column(table, view.said(head), std::move(column));
}

std::vector<size_t> sets_in_use(const SummaryView& view) {
  std::vector<size_t> used;
  for (size_t i = 0; i < view.summary.sets.size(); ++i)
    if (!view.summary.sets[i].empty()) used.push_back(i);
  return used;
}

SetSums set_total(const SummaryView& view, size_t set) {
  SetSums total(view.run.sets[set]);
  for (const auto& [type, sums] : view.summary.sets[set]) total += sums;
  return total;
}

std::vector<DoubtfulItem> items_of(const SummaryView& view,
                                   std::vector<uint64_t> SetSums::*counts) {
  std::vector<DoubtfulItem> items;
  for (const size_t set : sets_in_use(view)) {
    const SetSums total = set_total(view, set);
    for (size_t i = 0; i < (total.*counts).size(); ++i)
      if ((total.*counts)[i] > 0) items.push_back({set, i, (total.*counts)[i]});
  }
  return items;
}

Cell row_share(size_t sheet, size_t table, size_t row, size_t part_column, size_t whole_column,
               uint64_t part, uint64_t whole) {
  return {
      Formula{.pattern = "IF({1}=0,0,{0}/{1})",
              .references = {{sheet, table, part_column, row}, {sheet, table, whole_column, row}},
              .value = whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0,
              .decimals = 1,
              .percent = true},
      {}};
}

}  // namespace kdcl

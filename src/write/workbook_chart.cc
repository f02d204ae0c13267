#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "write/cell_text.h"
#include "write/workbook_book.h"
#include "write/workbook_cells.h"

namespace kdcl {
namespace {

constexpr double kRowPixels = 23;                        // of a row of kLineHeight
constexpr double kChartWidth = 480, kChartHeight = 288;  // of a chart that is not scaled, in pixels

/// Told apart by lightness, dashes and points, not by colour alone.
constexpr std::array<uint32_t, 4> kBarColors = {0x2F5597, 0x9DC3E6, 0x7F7F7F, 0xD9D9D9};
constexpr std::array<uint32_t, 4> kLineColors = {0x1F4E79, 0xC55A11, 0x548235, 0x7F7F7F};
constexpr std::array<uint8_t, 4> kDashes = {LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH,
                                            LXW_CHART_LINE_DASH_ROUND_DOT,
                                            LXW_CHART_LINE_DASH_LONG_DASH_DOT};
constexpr std::array<uint8_t, 4> kMarkers = {LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE,
                                             LXW_CHART_MARKER_TRIANGLE, LXW_CHART_MARKER_DIAMOND};

/// A cell as a chart sees it: a text, a figure, or nothing.
struct Point {
  std::string text{};
  double value = kUnknown;
};

struct PointOf {
  template <typename Other>
  Point operator()(const Other&) const {
    return {};
  }
  Point operator()(const std::string& text) const { return {safe_text(text)}; }
  Point operator()(const Number& number) const { return {{}, number.value}; }
  Point operator()(const LevelRange& range) const {
    return {{}, range.level != kNoLevel && range.level == range.level_max ? range.level : kUnknown};
  }
  Point operator()(const DateCell& date) const {
    return {{}, date.day == kNoDate ? kUnknown : day_number(date.day)};
  }
  Point operator()(const Formula& formula) const { return {{}, formula.value}; }
};

/// A column of the chart's table: a point a row of the sheet, none on rows of notes.
struct Points {
  size_t column = 0;
  std::vector<Point> points{};
  NumberLook look{};  ///< of its figures, without the unit
};

Points points_of(const Page& page, const Chart& chart, size_t column) {
  const Table& table = page.sheet().tables[chart.table];
  const TablePlace& place = page.place().tables[chart.table];
  Points made{column, {}, {}};
  if (table.row_count() == 0) return made;
  made.points.resize(place.row(table.row_count() - 1) - place.row(0) + 1);
  size_t index = 0;
  table.for_each_row([&](const Row& row) {
    const uint32_t at = place.row(index++) - place.row(0);
    if (column >= row.cells.size()) return;
    const Content& content = row.cells[column].content;
    made.points[at] = std::visit(PointOf{}, content);
    if (const auto* number = std::get_if<Number>(&content))
      made.look = {NumberLook::Kind::figure, number->decimals, {}};
    if (const auto* formula = std::get_if<Formula>(&content)) made.look = number_look(*formula);
  });
  return made;
}

/// Stores the values with the reference, for programs that show a chart without its cells. The
/// library would do it only from plain figures that it still holds; it frees what is put here.
void store_points(lxw_series_range* range, const Points& from) {
  for (const Point& point : from.points) {
    auto* stored =
        static_cast<lxw_series_data_point*>(std::calloc(1, sizeof(lxw_series_data_point)));
    if (!stored) return;
    stored->number = std::isfinite(point.value) ? point.value : 0;
    stored->is_string = !point.text.empty();
    stored->no_data = !stored->is_string && !std::isfinite(point.value);
    if (stored->is_string) {
      stored->string = strdup(point.text.c_str());
      range->has_string_cache = LXW_TRUE;
    }
    STAILQ_INSERT_TAIL(range->data_cache, stored, list_pointers);
    ++range->num_data_points;
  }
  range->ignore_cache = LXW_TRUE;
}

lxw_chart_font font_of(double size, bool bold = false) {
  lxw_chart_font font{};
  font.name = const_cast<char*>(kFont);  // the library copies it
  font.size = size;
  font.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
  return font;
}

void style_bars(lxw_chart_series* series, size_t index, const Points& values) {
  lxw_chart_fill fill{};
  fill.color = kBarColors[index % kBarColors.size()];
  chart_series_set_fill(series, &fill);
  lxw_chart_font font = font_of(11);
  chart_series_set_labels(series);
  chart_series_set_labels_font(series, &font);
  chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
  if (values.look.kind != NumberLook::Kind::none)
    chart_series_set_labels_num_format(series, format_text(values.look).c_str());
}

bool is_known(const Point& point) { return std::isfinite(point.value); }

/// The position of the line that ends highest.
size_t upper_line(const std::vector<Points>& columns) {
  std::vector<double> ends;
  for (const Points& values : columns) {
    const auto end = std::find_if(values.points.rbegin(), values.points.rend(), is_known);
    ends.push_back(end == values.points.rend() ? -HUGE_VAL : end->value);
  }
  return static_cast<size_t>(std::max_element(ends.begin(), ends.end()) - ends.begin());
}

/// Writes the figures of the first and the last point of a line above or below these.
void label_ends(lxw_chart_series* series, bool is_above, const Points& values) {
  const std::vector<Point>& points = values.points;
  const auto first = std::find_if(points.begin(), points.end(), is_known) - points.begin();
  const auto last = points.rend() - std::find_if(points.rbegin(), points.rend(), is_known) - 1;
  std::vector<lxw_chart_data_label> labels(points.size());
  std::vector<lxw_chart_data_label*> pointers;
  for (lxw_chart_data_label& label : labels) {
    const auto at = std::ssize(pointers);
    label.hide = at != first && at != last;
    pointers.push_back(&label);
  }
  pointers.push_back(nullptr);  // the library reads up to here, and copies
  lxw_chart_font font = font_of(11);
  chart_series_set_labels(series);
  chart_series_set_labels_custom(series, pointers.data());
  chart_series_set_labels_font(series, &font);
  chart_series_set_labels_position(
      series, is_above ? LXW_CHART_LABEL_POSITION_ABOVE : LXW_CHART_LABEL_POSITION_BELOW);
  if (values.look.kind != NumberLook::Kind::none)
    chart_series_set_labels_num_format(series, format_text(values.look).c_str());
}

void style_line(lxw_chart_series* series, size_t index) {
  lxw_chart_line line{};
  line.color = kLineColors[index % kLineColors.size()];
  line.width = 2;
  line.dash_type = kDashes[index % kDashes.size()];
  chart_series_set_line(series, &line);
  chart_series_set_marker_type(series, kMarkers[index % kMarkers.size()]);
  chart_series_set_marker_size(series, 7);
  lxw_chart_fill fill{};
  fill.color = line.color;
  chart_series_set_marker_fill(series, &fill);
  lxw_chart_line edge{};
  edge.color = line.color;
  chart_series_set_marker_line(series, &edge);
}

lxw_chart_series* add_series(Page& page, lxw_chart* drawn, const Chart& chart, size_t index,
                             const Points& labels, const Points& values) {
  lxw_chart_series* series = chart_add_series(drawn, nullptr, nullptr);
  const TablePlace& place = page.place().tables[chart.table];
  const std::string& sheet = page.sheet().name;
  const uint32_t first = place.row(0);
  const auto last = first + static_cast<uint32_t>(values.points.size()) - 1;
  const auto label = static_cast<lxw_col_t>(labels.column);
  const auto value = static_cast<lxw_col_t>(values.column);
  chart_series_set_categories(series, sheet.c_str(), first, label, last, label);
  chart_series_set_values(series, sheet.c_str(), first, value, last, value);
  store_points(series->categories, labels);
  store_points(series->values, values);
  if (const std::string& name = chart.series[index].name; !name.empty())
    chart_series_set_name(series, safe_text(name).c_str());
  if (chart.kind == Chart::Kind::bars)
    style_bars(series, index, values);
  else
    style_line(series, index);
  return series;
}

/// Marks on a date axis fall on the first days of months: a month, quarter, half or whole years
/// apart, with the day or two that keep them from sliding into the month before.
void set_date_axis(lxw_chart_axis* axis, const Points& dates) {
  chart_axis_set_num_format(axis, "mm/yyyy");
  double low = kUnknown, high = kUnknown;
  for (const Point& point : dates.points) {
    low = std::fmin(low, point.value);
    high = std::fmax(high, point.value);
  }
  if (!std::isfinite(low)) return;
  const double span = high - low;
  const double unit = span <= 310    ? 31
                      : span <= 920  ? 92
                      : span <= 1830 ? 183
                                     : 366 * std::ceil(span / 3660);
  const std::string day = format_iso(static_cast<Day>(low - day_number(0)));
  const std::string start = day.substr(0, unit < 183 ? 7 : 4) + (unit < 183 ? "-01" : "-01-01");
  const double first = day_number(read_date(start).value_or(0));
  chart_axis_set_min(axis, first);
  chart_axis_set_max(axis, first + unit * std::max(1.0, std::ceil((high - first) / unit)));
  chart_axis_set_major_unit(axis, unit);
}

/// Few whole things, on whose axis the halves that a program might mark would mean nothing.
bool are_few(const std::vector<Points>& columns) {
  constexpr double kFew = 5;
  return std::all_of(columns.begin(), columns.end(), [](const Points& values) {
    return values.look.kind == NumberLook::Kind::figure && values.look.decimals == 0 &&
           std::none_of(values.points.begin(), values.points.end(),
                        [](const Point& point) { return point.value > kFew; });
  });
}

/// Bars say how much by their length, so theirs begins at 0.
void set_value_axis(lxw_chart_axis* axis, const Chart& chart, const std::vector<Points>& columns) {
  bool is_negative = false;
  bool is_percent = false;
  for (const Points& values : columns) {
    is_percent |= values.look.kind == NumberLook::Kind::percent;
    for (const Point& point : values.points) is_negative |= point.value < 0;
  }
  if (chart.low)
    chart_axis_set_min(axis, *chart.low);
  else if (chart.kind == Chart::Kind::bars && !is_negative)
    chart_axis_set_min(axis, 0);
  if (chart.high) chart_axis_set_max(axis, *chart.high);
  chart_axis_set_num_format(axis, is_percent ? "0\\ %" : "General");
  if (are_few(columns)) chart_axis_set_major_unit(axis, 1);
  if (!chart.unit.empty()) {
    lxw_chart_font font = font_of(11);
    chart_axis_set_name(axis, safe_text(chart.unit).c_str());
    chart_axis_set_name_font(axis, &font);
  }
  lxw_chart_line line{};
  line.color = 0xD9D9D9;
  line.width = 0.75;
  chart_axis_major_gridlines_set_visible(axis, LXW_TRUE);
  chart_axis_major_gridlines_set_line(axis, &line);
}

void set_axes(lxw_chart* drawn, const Chart& chart, const Points& labels,
              const std::vector<Points>& columns) {
  lxw_chart_font font = font_of(11);
  chart_axis_set_num_font(drawn->x_axis, &font);
  chart_axis_set_num_font(drawn->y_axis, &font);
  if (chart.kind == Chart::Kind::lines) {
    set_value_axis(drawn->y_axis, chart, columns);
    set_date_axis(drawn->x_axis, labels);
    chart_axis_major_gridlines_set_visible(drawn->x_axis, LXW_FALSE);
    return;
  }
  // Of bars the library calls the lying axis x, which is that of the values.
  set_value_axis(drawn->x_axis, chart, columns);
  chart_axis_major_gridlines_set_visible(drawn->y_axis, LXW_FALSE);
  // The first row on top turns the axis round; the figures stay at the bottom.
  chart_axis_set_reverse(drawn->y_axis);
  chart_axis_set_crossing_max(drawn->y_axis);
  chart_axis_set_interval_unit(drawn->y_axis, 1);  // every label, however many there are
  chart_set_series_gap(drawn, 40);
}

void set_title(lxw_chart* drawn, const Chart& chart) {
  if (chart.title.empty()) {
    chart_title_off(drawn);
  } else {
    lxw_chart_font title = font_of(12, true);
    chart_title_set_name(drawn, safe_text(chart.title).c_str());
    chart_title_set_name_font(drawn, &title);
  }
  lxw_chart_font font = font_of(11);
  chart_legend_set_position(
      drawn, chart.series.size() > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  chart_legend_set_font(drawn, &font);
}

}  // namespace

void add_chart(Page& page, const Chart& chart) {
  const Points labels = points_of(page, chart, chart.labels);
  if (labels.points.empty()) return;
  std::vector<Points> columns;
  for (const Chart::Series& series : chart.series)
    columns.push_back(points_of(page, chart, series.column));
  lxw_chart* drawn = workbook_add_chart(
      page.book.workbook,
      chart.kind == Chart::Kind::bars ? LXW_CHART_BAR : LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS);
  const size_t upper = upper_line(columns);
  for (size_t i = 0; i < columns.size(); ++i) {
    lxw_chart_series* series = add_series(page, drawn, chart, i, labels, columns[i]);
    if (chart.kind == Chart::Kind::lines) label_ends(series, i == upper, columns[i]);
  }
  set_title(drawn, chart);
  set_axes(drawn, chart, labels, columns);
  chart_show_blanks_as(drawn, LXW_CHART_BLANKS_AS_CONNECTED);
  std::string title = safe_text(chart.title);
  lxw_chart_options options{};
  options.x_scale = width_in_pixels(page.place()) / kChartWidth;
  options.y_scale = page.place().chart_rows * kRowPixels / kChartHeight;
  options.description = title.data();  // for readers who can't see it
  page.book.check(
      worksheet_insert_chart_opt(page.worksheet, page.place().chart, 0, drawn, &options));
}

}  // namespace kdcl

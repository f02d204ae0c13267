#include "read/assumption_places.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "base/text.h"
#include "read/requirement_value.h"
#include "read/yaml_values_messages.h"

namespace kdcl {

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

}  // namespace kdcl

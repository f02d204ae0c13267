#include "report/common/paper.h"

#include "report/common/words.h"

namespace kdcl {
namespace {

std::vector<std::string> lines_of(const std::vector<LocalText>& texts, Language language) {
  std::vector<std::string> lines;
  for (const LocalText& text : texts) lines.push_back(text.in(language));
  return lines;
}

std::string date_words(Day day, Language language) {
  if (day == kNoDate)
    return Message{"ngày ..... tháng ..... năm .....", "...../...../....."}.text(language);
  const std::string date = format_iso(day);  // YYYY-MM-DD
  return format_message(language, {"ngày {0} tháng {1} năm {2}", "{0}/{1}/{2}"}, date.substr(8, 2),
                        date.substr(5, 2), date.substr(0, 4));
}

}  // namespace

Report empty_report(const PaperOptions& options, const Message& title, Day day) {
  constexpr int64_t kSecondsOfDay = 86400;
  Report report{.language = options.language, .title = title.text(options.language)};
  report.producer = "kdcl " + options.version;
  report.created = options.created.value_or(day == kNoDate ? 0 : day * kSecondsOfDay);
  return report;
}

Sheet paper_page(const PaperOptions& options, const Message& tab, std::string title,
                 std::string subtitle, Day day) {
  Sheet sheet;
  sheet.name = tab.text(options.language);
  sheet.heading = state_heading(options.letterhead, options.language);
  sheet.title = std::move(title);
  sheet.subtitles = {std::move(subtitle)};
  sheet.footnotes = {words::kSupports.text(options.language)};
  sheet.signatures = signature_block(options.letterhead, day, options.language);
  return sheet;
}

Heading state_heading(const Letterhead& letterhead, Language language) {
  Heading heading{lines_of(letterhead.left, language), lines_of(letterhead.right, language)};
  if (heading.left.empty())
    heading.left = {
        Message{"UBND TỈNH ..................", "PEOPLE'S COMMITTEE OF .................."}.text(
            language),
        Message{"SỞ GIÁO DỤC VÀ ĐÀO TẠO", "DEPARTMENT OF EDUCATION AND TRAINING"}.text(language)};
  if (heading.right.empty())
    heading.right = {
        Message{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"}.text(
            language),
        Message{"Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"}.text(
            language)};
  return heading;
}

SignatureBlock signature_block(const Letterhead& letterhead, Day day, Language language) {
  SignatureBlock block;
  const std::string& place = letterhead.place.in(language);
  block.place_and_date =
      (place.empty() ? std::string("...............") : place) + ", " + date_words(day, language);
  for (const Signer& signer : letterhead.signers) {
    const std::string& note = signer.note.in(language);
    block.people.push_back({signer.title.in(language),
                            note.empty() ? words::kSignNote.text(language) : note,
                            signer.name.in(language)});
  }
  if (block.people.empty())
    block.people = {{Message{"NGƯỜI LẬP BIỂU", "PREPARED BY"}.text(language),
                     words::kSignNote.text(language),
                     {}},
                    {Message{"THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE UNIT"}.text(language),
                     words::kSignSealNote.text(language),
                     {}}};
  return block;
}

}  // namespace kdcl

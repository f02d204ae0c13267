#include "report/paper.h"

#include "report/words.h"

namespace kdcl {
namespace {

std::string said(const Message& message, Language language) {
  return std::string(message.in(language));
}

std::vector<std::string> lines_of(const std::vector<LocalText>& texts, Language language) {
  std::vector<std::string> lines;
  for (const LocalText& text : texts) lines.push_back(text.in(language));
  return lines;
}

std::string date_words(Day day, Language language) {
  if (day == kNoDate) return said(words::kNoSigningDate, language);
  const std::string date = format_iso(day);  // YYYY-MM-DD
  return format_message(language, words::kSigningDate, date.substr(8, 2), date.substr(5, 2),
                        date.substr(0, 4));
}

}  // namespace

Heading state_heading(const Letterhead& letterhead, Language language) {
  Heading heading{lines_of(letterhead.left, language), lines_of(letterhead.right, language)};
  if (heading.left.empty())
    heading.left = {said(words::kPeoplesCommittee, language), said(words::kDepartment, language)};
  if (heading.right.empty())
    heading.right = {said(words::kStateName, language), said(words::kMotto, language)};
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
                            note.empty() ? said(words::kSignNote, language) : note,
                            signer.name.in(language)});
  }
  if (block.people.empty())
    block.people = {{said(words::kMadeBy, language), said(words::kSignNote, language), {}},
                    {said(words::kHead, language), said(words::kSignSealNote, language), {}}};
  return block;
}

}  // namespace kdcl

// Names of places that are most likely the same place written differently.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace kdcl {

/// Names that differ only in case, blanks, punctuation, apostrophes ("Cư M'gar", "Cư Mgar"), the
/// place of a tone mark ("Hoà", "Hòa"), i and y ("Kì", "Kỳ"), a tone that goes without saying
/// ("Đăk", "Đắk", "Đắc"), letters that look the same in other scripts (Ð for Đ), the way of writing
/// a number ("Quận 1", "Quận 01", "Quận I"), in having diacritics at all ("Son La"), or in how the
/// kind of place is written ("TP Sơn La", "TP. Sơn La", "Thành phố Sơn La"; "Sơn La" alone is like
/// each of them, but "Huyện Cai Lậy" is not like "Thị xã Cai Lậy"). Groups of two or more, each in
/// the order given.
[[nodiscard]] std::vector<std::vector<std::string>> alike_names(std::span<const std::string> names);

}  // namespace kdcl

// Values of JSON, appended to a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kdcl {

/// `text` in quotes; it is UTF-8.
void append_string(std::string_view text, std::string& out);
/// The same of any bytes: those that are not UTF-8 become replacement characters.
void append_text(std::string_view text, std::string& out);
void append_text_or_null(std::string_view text, std::string& out);
/// A comma unless the object has just been opened, then the key with its colon.
void append_key(std::string_view key, std::string& out);
void append_strings(const std::vector<std::string>& texts, std::string& out);
/// JSON has no infinity either; both are "not known".
void append_number(double value, std::string& out);

/// `text` as a JSON string with its quotes; bytes that are not UTF-8 become replacement characters.
[[nodiscard]] std::string json_string(std::string_view text);

/// The shortest number that reads back, "null" if it is not known (JSON has no infinity either).
[[nodiscard]] std::string json_number(double value);

}  // namespace kdcl

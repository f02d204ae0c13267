# A draft that changes the shipped set for primary schools; the changes are invented.
s/^id: .*/id: tieu-hoc-thu/
s/^source: .*/source: {document: Dự thảo, issued: 2026-01-05}/
s/^  2: {title: {vi: Mức 2, en: Level 2}}/  2: {title: {vi: Mức 2, en: Level 2}, needs: [{criteria: mandatory, level: 2}, {criteria: all, level: 1}]}/
s/lớp học đạt ít nhất 85%/lớp học đạt ít nhất 88%/
s/At least 85% of pupils complete/At least 88% of pupils complete/
s/{measure: class_completion, at_least: 85}/{measure: class_completion, at_least: 88}/
/id: M4.5/,/outstanding_years/d

"""tu-danh-gia-TH0017.yaml: the self-assessment of one primary school with notes; the same school as row TH0017 of schools.csv."""

ID = "TH0017"
NAME, COMMUNE = "Tiểu học Chiềng Khoa", "Chiềng Khoa"

# The school is at level 2. It judged 5.5.3a as met, against its own figures: a slip for the council to look at again.
BY_HAND = {
    "words": ("đạt", "không đạt", "không áp dụng", "có", "không"),
    "weak": {"2.2.3b", "3.6.3", "5.5.3a"},
    "judged": {"5.5.3a": "met", "M4.1.4": "", "M4.2.4": "", "M4.3.4": "", "M4.4.4": "", "M4.5.4": ""},
    "figures": {
        "satellite_sites": 3, "pupils": 360, "classes": 18, "classrooms": 19, "library_title": "dat_chuan",
        "party_years_good": 3, "principal_years_fair": 5, "principal_years_good": 2, "professional_topics": 2,
        "teachers": 28, "teachers_qualified": 28, "teachers_above_qualified": 15, "teachers_professional_pass": 28,
        "teachers_professional_fair": 18, "teachers_professional_good": 6,
        "pupils_completed": 335, "eleven_year_olds": 70, "eleven_year_olds_completed": 65, "eleven_year_olds_in_primary": 5,
        "primary_grades": 5, "pioneer_leaders": 1, "six_year_olds": 74, "six_year_olds_in_grade_1": 73,
        "children_to_14": 262, "children_to_14_completed": 241, "individual_goal_pupils": 22,
        "individual_goal_pupils_successful": 20, "outstanding_years": 1, "cohorts_completed": 24,
    },
}

HEAD = """\
# Phiếu tự đánh giá của một trường, viết thành YAML. Tên trường và số liệu là giả định, xem README.md.
# Cùng trường với dòng TH0017 của schools.csv. Chi phí (cost) tính bằng đồng.
"""

NOTES = """\
notes:
  "1.1":
    state: >-
      Trường có Phương hướng chiến lược giai đoạn 2021-2025, tầm nhìn 2030 [H1-1.1-01], được phê duyệt [H1-1.1-02] và niêm yết.
    strengths: >-
      Phương hướng, chiến lược giai đoạn 2021-2025, tầm nhìn 2030 được xây dựng có ý kiến của hội đồng trường, cha mẹ học sinh
      và già làng, trưởng bản của cả 3 điểm lẻ; được phòng giáo dục và đào tạo phê duyệt và niêm yết tại trường chính.
    weaknesses: >-
      Ở các điểm lẻ mới niêm yết bản tóm tắt. Một số chỉ tiêu của giai đoạn, nhất là về đội ngũ và thư viện, chưa có mốc từng năm.
    plan:
      - action: Bổ sung mốc từng năm học cho các chỉ tiêu về đội ngũ, thư viện, chất lượng giáo dục; rà soát vào tháng 8 hằng năm
        by: 2024-08-30
        owner: Hiệu trưởng
        cost: 0
      - action: Niêm yết bản đầy đủ tại 3 điểm lẻ, kèm bản tóm tắt bằng tiếng Thái và tiếng Mông để đọc trong họp bản
        by: 2024-03-31
        owner: Tổ văn phòng
        cost: 1500000
    evidence:
      - {code: "[H1-1.1-01]", title: Phương hướng chiến lược xây dựng và phát triển nhà trường giai đoạn 2021-2025}
      - {code: "[H1-1.1-02]", title: Văn bản phê duyệt của phòng giáo dục và đào tạo}
      - {code: "[H1-1.1-03]", title: Biên bản họp lấy ý kiến góp ý có chữ ký của đại diện các bản}

  "1.2":
    strengths: Hội đồng trường họp ba lần một năm, nghị quyết được gửi tới các điểm lẻ.
    evidence:
      - {code: "[H1-1.2-01]", title: Quyết định thành lập hội đồng trường nhiệm kỳ 2021-2026}
      - {code: "[H1-1.2-02]", title: Sổ nghị quyết của hội đồng trường}

  "1.3":
    strengths: Chi bộ có 14 đảng viên, ba năm hoàn thành tốt nhiệm vụ trong năm năm.
    evidence:
      - {code: "[H1-1.3-01]", title: Thông báo kết quả xếp loại chi bộ từ năm 2019 đến năm 2023}

  "1.4":
    strengths: Mỗi tổ chuyên môn có hai chuyên đề một năm, rút kinh nghiệm bằng văn bản.
    evidence:
      - {code: "[H1-1.4-01]", title: Kế hoạch và biên bản sinh hoạt tổ chuyên môn năm học 2023-2024}

  "1.5":
    strengths: Đủ năm khối lớp, 18 lớp, bình quân 20 học sinh một lớp.
    evidence:
      - {code: "[H1-1.5-01]", title: Danh sách lớp năm học 2023-2024}

  "1.6":
    strengths: Có quy chế chi tiêu nội bộ; năm năm không có vi phạm về tài chính, tài sản.
    evidence:
      - {code: "[H2-1.6-01]", title: Quy chế chi tiêu nội bộ năm 2023}
      - {code: "[H2-1.6-02]", title: Biên bản thẩm tra quyết toán các năm}

  "1.7":
    strengths: Phân công chuyên môn có tính đến giáo viên dạy ở điểm lẻ.
    evidence:
      - {code: "[H2-1.7-01]", title: Quyết định phân công nhiệm vụ năm học 2023-2024}

  "1.8":
    strengths: Kế hoạch giáo dục được rà soát sau mỗi học kỳ.
    evidence:
      - {code: "[H2-1.8-01]", title: Kế hoạch giáo dục nhà trường năm học 2023-2024}

  "1.9":
    strengths: Giáo viên, cha mẹ học sinh được lấy ý kiến trước khi ban hành quy chế.
    evidence:
      - {code: "[H2-1.9-01]", title: Quy chế dân chủ và báo cáo thực hiện hằng năm}

  "1.10":
    strengths: >-
      Có phương án phòng, chống sạt lở, lũ quét cho từng điểm trường; diễn tập hai lần một năm. Không có vụ kỳ thị, bạo lực nào.
    weaknesses: >-
      Đường vào điểm lẻ xa nhất bị chia cắt vài ngày mỗi mùa mưa; số điện thoại đường dây nóng ở đó chưa có sóng ổn định.
    plan:
      - action: Thống nhất với trưởng bản người trực và lịch nghỉ khi có cảnh báo mưa lớn; dạy bù theo kế hoạch đã duyệt
        by: 2024-05-15
        owner: Phó hiệu trưởng
        cost: 0
    evidence:
      - {code: "[H2-1.10-01]", title: Phương án phòng chống thiên tai và tìm kiếm cứu nạn năm 2023}
      - {code: "[H2-1.10-02]", title: Sổ theo dõi hộp thư góp ý và đường dây nóng}

  "2.1":
    strengths: >-
      Hiệu trưởng và phó hiệu trưởng năm nào cũng được đánh giá từ mức khá trở lên, trong đó có 2 năm mức tốt; được giáo viên
      tín nhiệm qua lấy phiếu hằng năm.
    weaknesses: Phó hiệu trưởng mới được bổ nhiệm năm 2022, còn ít kinh nghiệm về quản lý tài chính, tài sản.
    plan:
      - action: Cử phó hiệu trưởng dự lớp bồi dưỡng quản lý tài chính, tài sản công
        by: 2024-07-31
        owner: Hiệu trưởng
        cost: 3500000
    evidence:
      - {code: "[H3-2.1-01]", title: Phiếu đánh giá hiệu trưởng và phó hiệu trưởng theo chuẩn từ năm 2019 đến năm 2023}

  "2.2":
    strengths: >-
      Cả 28 giáo viên đạt chuẩn trình độ đào tạo, 15 người (53,6 %) trên chuẩn, vượt ngưỡng 50 % của vùng khó khăn.
      Có giáo viên làm Tổng phụ trách Đội; không có giáo viên bị kỷ luật từ cảnh cáo trở lên.
    weaknesses: >-
      Mới có 18/28 giáo viên (64,3 %) đạt chuẩn nghề nghiệp từ mức khá trở lên, cần 70 % để đạt 2.2.3b, tức là thêm 2 giáo viên.
      Sáu giáo viên ở điểm lẻ ít được dự giờ, minh chứng về ứng dụng công nghệ thông tin và ngoại ngữ còn mỏng.
    plan:
      - action: Phân công 3 giáo viên cốt cán kèm 4 giáo viên sát mức khá; mỗi người có kế hoạch và minh chứng từng tháng
        by: 2024-05-31
        owner: Tổ trưởng chuyên môn
        cost: 0
      - action: Chuyển một buổi sinh hoạt chuyên môn mỗi tháng về điểm lẻ, dự giờ chéo
        by: 2024-05-31
        owner: Phó hiệu trưởng
        cost: 6000000
      - action: Tập huấn tại chỗ về soạn bài giảng số cho toàn bộ giáo viên
        by: 2024-08-15
        owner: Hiệu trưởng
        cost: 12000000
    evidence:
      - {code: "[H3-2.2-01]", title: Danh sách giáo viên kèm trình độ đào tạo năm học 2023-2024}
      - {code: "[H3-2.2-02]", title: Bảng tổng hợp kết quả đánh giá giáo viên theo chuẩn nghề nghiệp}
      - {code: "[H3-2.2-03]", title: Bản sao văn bằng của giáo viên trên chuẩn}

  "2.3":
    strengths: Nhân viên văn thư, y tế có bằng cấp đúng việc.
    weaknesses: Thư viện do giáo viên kiêm nhiệm.
    evidence:
      - {code: "[H3-2.3-01]", title: Hồ sơ nhân viên và phân công nhiệm vụ}

  "2.4":
    strengths: Học sinh đúng độ tuổi; hộp thư "Điều em muốn nói" có ở cả bốn nơi.
    evidence:
      - {code: "[H3-2.4-01]", title: Sổ đăng bộ và danh sách học sinh năm học 2023-2024}

  "3.1":
    strengths: Trường chính có sân chơi bằng phẳng, nhiều cây bóng mát, hàng rào kiên cố và biển trường theo quy định.
    weaknesses: Sân của một điểm lẻ còn là sân đất, trơn khi mưa; thiết bị vận động ngoài trời mới có ở trường chính.
    plan:
      - action: Vận động cha mẹ học sinh góp công láng nền sân điểm lẻ, trường lo xi măng và cát
        by: 2024-04-30
        owner: Hiệu trưởng, Ban đại diện cha mẹ học sinh
        cost: 38000000
    evidence:
      - {code: "[H4-3.1-01]", title: Sơ đồ khuôn viên trường chính và 3 điểm lẻ}
      - {code: "[H4-3.1-02]", title: Ảnh chụp sân chơi và sân tập}

  "3.2":
    strengths: Có 19 phòng học cho 18 lớp, mỗi lớp một phòng riêng; bàn ghế hai chỗ ngồi đúng cỡ.
    weaknesses: Hai phòng ở điểm lẻ là nhà bán kiên cố xây năm 2006, mái tôn nóng về mùa hè, hắt mưa về mùa mưa.
    plan:
      - action: Lắp trần chống nóng và thay cửa cho hai phòng bán kiên cố
        by: 2024-08-20
        owner: Tổ văn phòng
        cost: 45000000
      - action: Đề nghị huyện đưa hai phòng thay thế vào kế hoạch đầu tư công 2026-2030
        by: 2024-06-30
        owner: Hiệu trưởng
        cost: 1300000000
    evidence:
      - {code: "[H4-3.2-01]", title: Thống kê phòng học và biên bản kiểm kê tài sản ngày 31/12/2023}

  "3.3":
    strengths: Có đủ phòng hành chính; phòng học tin học dùng chung cho ba khối.
    evidence:
      - {code: "[H4-3.3-01]", title: Sơ đồ các phòng và sổ sử dụng phòng chức năng}

  "3.4":
    strengths: Khu vệ sinh riêng cho nam, nữ, giáo viên và học sinh ở cả bốn nơi; rác được thu gom và xử lý hằng ngày.
    weaknesses: Một điểm lẻ dùng nước tự chảy, thiếu nước từ tháng 2 đến tháng 4.
    plan:
      - action: Lắp bồn chứa 5 m³ và thiết bị lọc cho điểm lẻ thiếu nước
        by: 2024-02-28
        owner: Tổ văn phòng
        cost: 22000000
    evidence:
      - {code: "[H4-3.4-01]", title: Phiếu kiểm nghiệm mẫu nước sinh hoạt năm 2023}

  "3.5":
    strengths: Thiết bị dạy học tối thiểu đủ cho lớp 1 đến lớp 4.
    evidence:
      - {code: "[H4-3.5-01]", title: Sổ quản lý và sổ mượn thiết bị dạy học}

  "3.6":
    state: Thư viện đạt danh hiệu đạt chuẩn [H5-3.6-01], phòng đọc 38 m², phục vụ 18 lớp [H5-3.6-02].
    causes: Phòng đọc và phòng kho tách rời; nhân viên thư viện là giáo viên kiêm nhiệm.
    strengths: >-
      Thư viện đạt danh hiệu đạt chuẩn; có tủ sách lớp học ở cả 18 lớp và thư viện lưu động đến các điểm lẻ hai tuần một lần.
    weaknesses: >-
      Chưa đạt danh hiệu tiên tiến nên chưa đạt 3.6.3: phòng đọc 38 m² còn hẹp, chỉ có một máy tính nối mạng, chưa có phần mềm
      quản lý; nhân viên thư viện là giáo viên kiêm nhiệm.
    plan:
      - action: Ghép phòng kho liền kề thành phòng đọc chung khoảng 60 m²
        by: 2024-08-15
        owner: Hiệu trưởng
        cost: 55000000
      - action: Mua 4 máy tính, phần mềm quản lý thư viện và 350 bản sách, truyện tranh song ngữ
        by: 2024-10-31
        owner: Nhân viên thư viện
        cost: 86000000
      - action: Lập hồ sơ đề nghị công nhận thư viện trường học tiên tiến
        by: 2025-04-30
        owner: Phó hiệu trưởng
        cost: 0
    evidence:
      - {code: "[H5-3.6-01]", title: Quyết định công nhận thư viện trường học đạt chuẩn}
      - {code: "[H5-3.6-02]", title: Sổ đăng ký cá biệt và biên bản kiểm kê thư viện năm 2023}

  "4.1":
    strengths: Ban đại diện cha mẹ học sinh có người ở từng bản.
    evidence:
      - {code: "[H6-4.1-01]", title: Danh sách và biên bản họp Ban đại diện cha mẹ học sinh}

  "4.2":
    strengths: >-
      Xã hỗ trợ đất và công lao động mở rộng trường; năm 2023 huy động được 214 triệu đồng và 320 ngày công, thu chi công khai.
    weaknesses: Nguồn lực chủ yếu là góp công, chưa có doanh nghiệp nào đồng hành lâu dài.
    plan:
      - action: Ký chương trình phối hợp 3 năm với đồn biên phòng, hợp tác xã chè và hội khuyến học huyện
        by: 2024-09-30
        owner: Hiệu trưởng
        cost: 0
    evidence:
      - {code: "[H6-4.2-01]", title: Sổ theo dõi các nguồn lực huy động và báo cáo công khai năm 2023}

  "5.1":
    strengths: Kế hoạch giáo dục có phần riêng cho tăng cường tiếng Việt.
    evidence:
      - {code: "[H7-5.1-01]", title: Kế hoạch giáo dục nhà trường đã được phê duyệt năm học 2023-2024}

  "5.2":
    strengths: Thực hiện đủ các môn học; có nội dung giáo dục địa phương.
    evidence:
      - {code: "[H7-5.2-01]", title: Thời khóa biểu và sổ dự giờ}

  "5.3":
    strengths: Mỗi tháng một hoạt động trải nghiệm gắn với bản làng.
    evidence:
      - {code: "[H7-5.3-01]", title: Kế hoạch và ảnh hoạt động trải nghiệm}

  "5.4":
    strengths: >-
      Trong địa bàn có 74 trẻ 6 tuổi, 73 trẻ vào lớp 1 (98,6 %), đạt cả ngưỡng 98 % của Mức 3; hồ sơ phổ cập khớp giữa ba điểm lẻ.
    weaknesses: Một trẻ theo gia đình đi làm thuê ngoài tỉnh, chưa xác minh được việc học.
    plan:
      - action: Liên hệ nơi cư trú mới để xác nhận, cập nhật hồ sơ phổ cập
        by: 2024-01-31
        owner: Giáo viên phụ trách phổ cập
        cost: 500000
    evidence:
      - {code: "[H7-5.4-01]", title: Danh sách trẻ 6 tuổi trong địa bàn tuyển sinh và danh sách học sinh lớp 1}
      - {code: "[H7-5.4-02]", title: Biên bản kiểm tra phổ cập giáo dục tiểu học năm 2023}

  "5.5":
    strengths: >-
      Cuối năm học có 335/360 học sinh (93,1 %) hoàn thành chương trình lớp học; 65/70 trẻ 11 tuổi (92,9 %) hoàn thành chương
      trình tiểu học, 5 trẻ còn lại đều đang học tiểu học.
    weaknesses: >-
      Hội đồng ghi đạt ở 5.5.3a theo kết quả sau rèn luyện trong hè (343/360, tức 95,3 %), còn số liệu cuối năm học mới là 93,1 %,
      thiếu 7 học sinh so với ngưỡng 95 %. Học sinh chưa hoàn thành tập trung ở lớp 1, lớp 2 và ở môn Tiếng Việt.
    plan:
      - action: Thống nhất với phòng giáo dục và đào tạo thời điểm lấy số liệu, sửa phiếu nếu cần
        by: 2024-02-15
        owner: Hội đồng tự đánh giá
        cost: 0
      - action: Tăng cường tiếng Việt trước khi vào lớp 1, bốn tuần trong hè, cho toàn bộ trẻ 6 tuổi người dân tộc thiểu số
        by: 2024-08-25
        owner: Tổ khối 1
        cost: 18000000
      - action: Phụ đạo hai buổi một tuần cho 25 học sinh chưa hoàn thành, theo dõi bằng phiếu tiến bộ từng tháng
        by: 2024-05-25
        owner: Tổ trưởng chuyên môn
        cost: 9000000
    evidence:
      - {code: "[H7-5.5-01]", title: Bảng tổng hợp kết quả đánh giá học sinh cuối năm học 2022-2023}
      - {code: "[H7-5.5-02]", title: Hồ sơ rèn luyện trong hè năm 2023}
      - {code: "[H7-5.5-03]", title: Thống kê trẻ 11 tuổi hoàn thành chương trình tiểu học}
"""


def text(columns, row, identity, indicators):
    """The YAML file: identity, figures and judgements of the table's row, then the notes."""
    filled = [(column, cell) for column, cell in zip(columns, row) if cell]
    figures = [column for column in columns if column not in identity + indicators]
    parts = {"school": identity, "results": indicators, "data": figures}
    text = HEAD
    for part in ("school", "data", "results"):
        text += f"{part}:\n" + "".join(f"  {column}: {cell}\n" for column, cell in filled if column in parts[part]) + "\n"
    return text + NOTES

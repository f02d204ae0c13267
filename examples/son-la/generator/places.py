"""The twelve districts and towns of Sơn La as of 2023, how many invented schools each has, and what the schools are called.

Communes are real places, sorted into towns, ordinary, difficult and especially difficult ones by guess. How the published totals
(597 schools, 394 recognised) fall on districts and types is invented.
"""

from collections import namedtuple

TYPES = ["mam_non", "tieu_hoc", "thcs", "th_thcs", "thpt", "thcs_thpt", "th_thcs_thpt"]

# schools: a number for each of TYPES; recognised: how many of them have a recognition in force on 31/12/2023.
District = namedtuple("District", "name schools recognised towns ordinary difficult especially_difficult")


def communes(text):
    return [name.strip() for name in text.split(",") if name.strip()]


def district(name, schools, recognised, towns, ordinary, difficult, especially_difficult):
    return District(name, dict(zip(TYPES, schools)), recognised, communes(towns), communes(ordinary), communes(difficult),
                    communes(especially_difficult))


DISTRICTS = [
    district("TP Sơn La", [17, 13, 11, 2, 2, 0, 1], 42,
             "Phường Tô Hiệu, Phường Quyết Thắng, Phường Quyết Tâm, Phường Chiềng Lề, Phường Chiềng Sinh, Phường Chiềng An",
             "Chiềng Cọ, Chiềng Đen, Chiềng Ngần, Chiềng Xôm, Hua La", "", ""),
    district("Vân Hồ", [13, 6, 5, 13, 1, 0, 0], 21, "", "Vân Hồ, Tô Múa",
             "Chiềng Khoa, Lóng Luông, Quang Minh, Mường Tè, Xuân Nha",
             "Chiềng Xuân, Chiềng Yên, Liên Hòa, Mường Men, Song Khủa, Suối Bàng, Tân Xuân"),
    district("Mộc Châu", [18, 13, 10, 8, 2, 1, 0], 41, "Thị trấn Mộc Châu, Thị trấn Nông trường Mộc Châu",
             "Đông Sang, Mường Sang, Phiêng Luông, Chiềng Sơn, Tân Lập", "Chiềng Hắc, Hua Păng, Nà Mường, Quy Hướng",
             "Chiềng Khừa, Lóng Sập, Tà Lại, Tân Hợp"),
    district("Yên Châu", [15, 9, 8, 10, 2, 0, 0], 30, "Thị trấn Yên Châu", "Chiềng Pằn, Sặp Vạt, Viêng Lán, Chiềng Sàng",
             "Chiềng Đông, Chiềng Hặc, Chiềng Khoi, Tú Nang, Yên Sơn, Phiêng Khoài",
             "Chiềng On, Chiềng Tương, Lóng Phiêng, Mường Lựm"),
    district("Mai Sơn", [25, 17, 13, 14, 2, 1, 0], 53, "Thị trấn Hát Lót",
             "Cò Nòi, Chiềng Mung, Chiềng Mai, Hát Lót, Mường Bon, Nà Bó, Chiềng Ban",
             "Chiềng Chung, Chiềng Lương, Chiềng Sung, Mường Bằng, Mường Chanh, Chiềng Dong, Chiềng Kheo, Chiềng Ve",
             "Chiềng Chăn, Chiềng Nơi, Nà Ớt, Phiêng Cằm, Phiêng Pằn, Tà Hộc"),
    district("Thuận Châu", [30, 18, 16, 18, 4, 0, 0], 51, "Thị trấn Thuận Châu",
             "Chiềng Ly, Chiềng Pấc, Phổng Lăng, Thôm Mòn, Tông Cọ, Tông Lạnh, Chiềng Pha",
             "Bon Phặng, Muổi Nọi, Nong Lay, Phổng Lái, Chiềng La, Chiềng Ngàm, Púng Tra, Bó Mười, Mường É, Mường Khiêng",
             "Bản Lầm, Chiềng Bôm, Co Mạ, Co Tòng, É Tòng, Liệp Tè, Long Hẹ, Mường Bám, Nậm Lầu, Pá Lông, Phổng Lập"),
    district("Quỳnh Nhai", [10, 6, 5, 8, 1, 0, 0], 23, "", "Mường Giàng, Chiềng Bằng, Chiềng Khoang, Chiềng Ơn",
             "Cà Nàng, Mường Chiên, Mường Giôn, Mường Sại", "Chiềng Khay, Nậm Ét, Pá Ma Pha Khinh"),
    district("Mường La", [16, 9, 8, 12, 2, 0, 0], 30, "Thị trấn Ít Ong", "Mường Bú, Mường Chùm",
             "Chiềng San, Mường Trai, Pi Toong, Tạ Bú, Ngọc Chiến",
             "Chiềng Ân, Chiềng Công, Chiềng Hoa, Chiềng Lao, Chiềng Muôn, Hua Trai, Nặm Giôn, Nặm Păm"),
    district("Bắc Yên", [14, 6, 5, 14, 1, 0, 0], 18, "Thị trấn Bắc Yên", "", "Mường Khoa, Phiêng Ban, Song Pe, Tạ Khoa, Hồng Ngài",
             "Chiềng Sại, Chim Vàn, Hang Chú, Háng Đồng, Hua Nhàn, Làng Chếu, Pắc Ngà, Phiêng Côn, Tà Xùa, Xím Vàng"),
    district("Phù Yên", [21, 12, 11, 14, 3, 0, 0], 41, "Thị trấn Phù Yên",
             "Gia Phù, Huy Bắc, Huy Hạ, Huy Tân, Huy Tường, Quang Huy, Tường Phù, Tân Lang",
             "Mường Cơi, Mường Thải, Tường Hạ, Tường Thượng, Tường Phong, Mường Lang, Mường Bang",
             "Đá Đỏ, Bắc Phong, Kim Bon, Mường Do, Nam Phong, Sập Xa, Suối Bau, Suối Tọ"),
    district("Sông Mã", [19, 11, 9, 13, 3, 1, 0], 33, "Thị trấn Sông Mã", "Chiềng Khương, Nà Nghịu, Chiềng Khoong, Chiềng Cang",
             "Chiềng Sơ, Mường Hung, Mường Lầm, Yên Hưng, Mường Sai, Chiềng En, Nậm Ty",
             "Bó Sinh, Chiềng Phung, Đứa Mòn, Huổi Một, Mường Cai, Nậm Mằn, Pú Bẩu"),
    district("Sốp Cộp", [8, 4, 3, 9, 1, 0, 0], 11, "", "Sốp Cộp", "Dồm Cang, Mường Và, Púng Bánh",
             "Mường Lạn, Mường Lèo, Nậm Lạnh, Sam Kha"),
]

PREFIXES = {"mam_non": "MN", "tieu_hoc": "TH", "thcs": "TC", "th_thcs": "LC", "thpt": "PT", "thcs_thpt": "LC",
            "th_thcs_thpt": "LC", "gdtx": "GX"}
KINDS = {"mam_non": "Mầm non", "tieu_hoc": "Tiểu học", "thcs": "THCS", "th_thcs": "TH&THCS", "thpt": "THPT",
         "thcs_thpt": "PTDT nội trú THCS&THPT", "th_thcs_thpt": "Tiểu học, THCS và THPT"}

FLOWERS = communes("Hoa Ban, Hoa Mai, Hoa Đào, Hoa Mận, Sơn Ca, Họa Mi, Ánh Dương, Sao Mai, Bình Minh, Măng Non, Hoa Phượng, "
                   "Tuổi Thơ, Hương Sen, Ban Mai, Hoa Hồng, Hoa Sen, Hướng Dương, Vành Khuyên, Thảo Nguyên, Hoa Lan, Nắng Mai")
CHILDREN = communes("Kim Đồng, Võ Thị Sáu, Lê Văn Tám, Trần Quốc Toản, Nguyễn Bá Ngọc, Bế Văn Đàn, Phan Đình Giót")
PEOPLE = communes("Lê Quý Đôn, Nguyễn Trãi, Chu Văn An, Lý Tự Trọng, Nguyễn Du, Hoàng Văn Thụ, Phan Chu Trinh, Lương Thế Vinh, "
                  "Nguyễn Viết Xuân, Nguyễn Bỉnh Khiêm, Lê Hồng Phong")
SPECIALISED = "Chuyên Sông Đà"  # the first upper-secondary school of the province


def named_schools(type, district, dice):
    """(name, commune) for every school of one type in a district: first one a commune, then by flowers and people."""
    everywhere = district.towns + district.ordinary + district.difficult + district.especially_difficult
    waiting = dice.shuffled(district.towns + district.ordinary) + dice.shuffled(district.difficult + district.especially_difficult)
    others = dice.shuffled({"mam_non": FLOWERS, "tieu_hoc": CHILDREN + PEOPLE}.get(type, PEOPLE))
    named = []
    for number in range(district.schools[type]):
        commune = waiting[number] if number < len(waiting) else dice.one_of(everywhere)
        if type == "thcs_thpt":
            own_name = district.name
        elif type == "thpt" and district is DISTRICTS[0] and number == 0:
            own_name = SPECIALISED
        elif commune in district.towns or number >= len(waiting) or type == "th_thcs_thpt":
            own_name = others.pop()
        else:
            own_name = commune
        boarding = type in ("tieu_hoc", "thcs", "th_thcs") and commune in district.especially_difficult and dice.chance(0.6)
        named.append((f"{'PTDT bán trú ' if boarding else ''}{KINDS[type]} {own_name}", commune))
    return named

"""Words that tell what nobody may publish of a person: birth, health, faith, poverty, party, children …

`PEOPLE` are refused wherever a household or a person is described; `offices` has the others.
Sensitive data by article 2 of Law 91/2025/QH15; the others are ours, for their misuse in a village is known.
"""

from __future__ import annotations

from village_site.privacy.sensitive.wording import Wording
from village_site.vietnamese import key

BIRTH, HEALTH, RELIGION = "sensitive-birth", "sensitive-health", "sensitive-religion"
ETHNICITY, POVERTY = "sensitive-ethnicity", "sensitive-poverty"
PARTY, CHILDREN = "sensitive-party", "sensitive-children"

PEOPLES = (
    "kinh|tày|thái|hoa|khmer|khơ me|mường|nùng|h'?mông|dao|gia rai|ngái|ê đê|ba na|xơ đăng|sán chay|"
    "cơ ho|chăm|"
    "sán dìu|hrê|mnông|ra glai|xtiêng|bru|vân kiều|giáy|cơ tu|giẻ triêng|khơ mú|tà ôi|chơ ro|xinh mun|hà nhì|"
    "chu ru|la chí|phù lá|la hủ|lô lô|chứt|pà thẻn|cơ lao|bố y|si la|pu péo|brâu|ơ đu|rơ măm"
)
"""Peoples of the list of the General Statistics Office (decision 121-TCTK/PPCĐ, 1979)."""

GROUP = "người|công dân|thanh niên|phụ nữ|nam|nữ|trẻ|trẻ em|học sinh|những|các|ai|bà con|hội viên"
ILL = (
    "khuyết tật|tàn tật|dị tật|thương tật|bệnh tật|hiv|aids|ung thư|tâm thần|tiểu đường|đái tháo đường|"
    "đột quỵ|tai biến|động kinh|nghiện|bại liệt|liệt nửa người|liệt giường|câm điếc|khiếm thị|khiếm thính|"
    "bị mù|mù lòa|suy thận|chạy thận|trầm cảm|tự kỷ|chất độc da cam|nhiễm chất độc|mang thai|có thai"
)
BODY = (
    "bệnh viện|trung tâm|trường|hội|chi hội|câu lạc bộ|hợp tác xã|cơ sở|xưởng|quỹ|trạm|phòng khám|nhà thuốc"
)
_HOLY = (
    "nhà thờ|chùa|thánh thất|nhà nguyện|tu viện|niệm phật đường|tịnh xá|hội|chi hội|trường|"
    "church|pagoda|chapel"
)

OLD_THINGS = (
    "(?:cây|gốc|cội|đình|chùa|đền|giếng|cầu|vườn|cau|bưởi|cam|chè|tre|si|lim|mít|nhãn|xoài|dừa|trâm|đa|"
    r"banyan|tree|well|bridge)(?: [^ .,;]+){0,4} [0-9]{1,4} (?:năm )?(?:tuổi|years old)"
)
SINH = "học|vệ|phát|hồi|khai|dân|an|giáo|tái|mưu|thí|hy|tuyển|ký|nảy|nữ|trực|cứu"

PEOPLE = {
    BIRTH: Wording(
        "ngày sinh",
        "năm sinh",
        "sinh ngày",
        "sinh năm",
        r"sinh ?:? ?(?:vào )?(?:ngày |tháng )?[0-9]{1,4}",
        r"sn\.? ?:? ?(?:19|20)[0-9]{2}",
        r"[0-9]{1,3} tuổi",
        r"tuổi ?:? ?[0-9]{1,3}",
        "(?:date of birth|birth ?date|birthday|year of birth)",
        r"born (?:in |on )?[a-z]{0,9} ?[0-9]{1,4}",
        r"aged? [0-9]{1,3}",
        r"[0-9]{1,3} years old",
        accented=("tuổi (?:tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)",),
        fine=(
            rf"(?:{SINH}) sinh",
            OLD_THINGS,
        ),
    ),
    HEALTH: Wording(
        "bệnh",
        "ốm đau",
        "đau ốm",
        "sức khỏe (?:rất )?(?:yếu|kém)",
        ILL,
        "(?:disabled|disability|illness|disease|cancer|mentally ill|bedridden|hiv)",
        fine=(
            rf"(?:{BODY}|hội người|phục hồi chức năng)(?: [^ .,;]+){{0,4}} (?:{ILL}|bệnh nhân)",
            "bệnh (?:viện|xá|cây|hại|đạo ôn)",
            "(?:khám|chữa|trị|phòng|phòng chống|sâu|dịch|sạch|kháng|ngừa)(?: và | )?"
            "(?:chữa |trị |chống )?bệnh",
            "disease[- ]free|plant diseases?",
        ),
    ),
    RELIGION: Wording(
        "(?:theo|giữ|bên|ngoại|bỏ) đạo",
        "(?:có|hộ|gia đình|dân) đạo",
        "đạo (?:phật|thiên chúa|công giáo|tin lành|cao đài|hòa hảo|hồi|chúa)",
        "tôn giáo",
        "(?:công|thiên chúa|ki ?tô|hồi) giáo",
        "giáo (?:dân|hữu)",
        "phật tử",
        "tín đồ",
        "quy y",
        "tin lành",
        "cao đài",
        "hòa hảo",
        "(?:catholic|buddhist|protestant|christian|muslim|religious|religion)",
        fine=(
            rf"(?:{_HOLY})(?: [^ .,;]+){{0,2}} (?:công giáo|phật tử|tin lành|cao đài|hòa hảo|phật giáo)",
            "(?:có|dân|hộ) đạo (?:đức|lý|nghĩa|diễn)",
            "(?:catholic|buddhist|protestant) (?:church|pagoda|temple|school)",
        ),
    ),
    ETHNICITY: Wording(
        rf"dân tộc ?:? ?(?:là )?(?:{PEOPLES})",
        "người dân tộc",
        "đồng bào dân tộc",
        "dân tộc (?:thiểu số|ít người)",
        "ethnic (?:group|minority)",
        "ethnicity",
        accented=(rf"(?:người|gốc) (?:{PEOPLES})",),
        fine=(
            "(?:trường|ban|phòng|hội|lễ hội|ngày hội|nhạc cụ|trang phục|áo|váy|món|món ăn|thổ cẩm|bản sắc|"
            "văn hóa|đoàn kết|toàn|các)(?: [^ .,;]+){0,2} dân tộc"
            "(?: (?:nội trú|bán trú|thiểu số|thái|mường|tày|dao|chăm))?",
        ),
    ),
    POVERTY: Wording(
        "nghèo",
        "(?:hoàn cảnh|gia cảnh|hộ|đời sống|kinh tế)(?: (?:rất|đặc biệt|còn|gia đình))? khó khăn",
        "bảo trợ xã hội",
        "trợ cấp (?:xã hội|khó khăn|hằng tháng|hàng tháng)",
        "poor (?:household|family)",
        "poverty",
        fine=("(?:giảm|xóa|xóa đói giảm|chống|hiểm|vì người|giúp người) nghèo",),
    ),
    PARTY: Wording(
        "đảng viên",
        "(?:vào|kết nạp|gia nhập|khai trừ khỏi|khai trừ|ra khỏi) đảng",
        "(?:tuổi|thẻ|huy hiệu) đảng",
        "party member(?:ship)?",
    ),
    CHILDREN: Wording(
        "trẻ (?:em|con|nhỏ|thơ|sơ sinh|mồ côi)",
        "em bé",
        "bé (?:trai|gái)",
        "cháu (?:bé|nhỏ|nội|ngoại|trai|gái)",
        "con (?:nhỏ|thơ|trai|gái|út|mọn|dại|đang học|đi học|học)",
        "các (?:con|cháu)(?= |$)(?! (?:đường|giống|rạch|kênh|mương|suối|sông|vật|đập|số))",
        "(?:có|sinh|được|nuôi) (?:[0-9]|10|một|hai|ba|bốn|năm|sáu) (?:người |đứa )?(?:con|cháu)"
        "(?= ?(?:$|[.,;)(]))",
        "mồ côi",
        "học sinh lớp",
        r"học (?:lớp|cấp) [0-9]{1,2}",
        r"lớp [0-9]{1,2}[a-h]?",
        "(?:học|đi|gửi) (?:mẫu giáo|mầm non|nhà trẻ)",
        "(?:vị|chưa) thành niên",
        "(?:(?:grand)?child(?:ren)?|kids?|bab(?:y|ies)|toddlers?|pupils?|orphans?|grandson|granddaughter)",
        fine=(
            "(?:quần áo|áo quần|đồ chơi|giày dép|đồ dùng|đồ|sữa|xe đạp|xe|sách|mũ|bỉm|tã|thời trang|cung|"
            "khu vui chơi|sân chơi|công viên|nhà sách|bể bơi|bánh kẹo|cắt tóc|dạy bơi|khoa|phòng khám)"
            "(?: [^ .,;]+){0,2}? (?:cho )?trẻ (?:em|con|nhỏ|sơ sinh)",
            "(?:quần áo|đồ|sữa)(?: cho)? em bé",
            "(?:children|kid|child)['’]?s? (?:clothes|wear|books|toys|shoes|playground|park)",
            "(?:clothes|books|toys|shoes|playground|park) for (?:children|kids)",
            "(?:phòng|dãy) lớp [0-9]{1,2}[a-h]?",
        ),
    ),
}
"""By message code."""

_KEYS = {
    BIRTH: "ngày sinh, năm sinh, sinh năm, sinh ngày, ngày tháng năm sinh, tuổi, độ tuổi, sn, birth, "
    "birthday, "
    "birth date, date of birth, year of birth, dob, born, age",
    HEALTH: "bệnh, bệnh tật, bệnh án, bệnh nền, sức khỏe, tình trạng sức khỏe, khuyết tật, tàn tật, "
    "hiv, nhóm máu, "
    "health, disability, disabled, illness",
    RELIGION: "tôn giáo, đạo, theo đạo, religion, faith",
    ETHNICITY: "dân tộc, ethnicity, ethnic, ethnic group",
    POVERTY: "hộ nghèo, cận nghèo, hộ cận nghèo, nghèo, diện nghèo, diện hộ, diện chính sách, "
    "mã số hộ nghèo, "
    "mã hộ nghèo, loại hộ, xếp loại hộ, phân loại hộ, poverty, poor, poverty class",
    PARTY: "đảng viên, đảng, ngày vào đảng, vào đảng, số thẻ đảng, tuổi đảng, party member, party",
    CHILDREN: "trẻ em, con, các con, con nhỏ, số con, số trẻ em, cháu, các cháu, con cháu, học sinh, "
    "children, "
    "child, kids, pupils",
}
KEYS = {key(name): code for code, names in _KEYS.items() for name in names.split(", ")}
"""Message code of the names people give to fields for such things, as `vietnamese.key` writes them."""

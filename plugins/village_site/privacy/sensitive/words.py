"""Words that tell what nobody may publish of a person: birth, health, faith, poverty, party, children …

`PEOPLE` are refused wherever a household or a person is described. `OFFICE` are the few that speak of a
person even where an office is described: “Lo việc trẻ em, giảm nghèo” is a task, “là đảng viên” is not.
Sensitive data by article 2 of Law 91/2025/QH15; the others are ours, for their misuse in a village is known.
"""

from __future__ import annotations

from village_site.privacy.sensitive.wording import Wording
from village_site.vietnamese import key

BIRTH, HEALTH, RELIGION = "sensitive-birth", "sensitive-health", "sensitive-religion"
ETHNICITY, POVERTY = "sensitive-ethnicity", "sensitive-poverty"
PARTY, CHILDREN = "sensitive-party", "sensitive-children"

_PEOPLES = (
    "kinh|tày|thái|hoa|khmer|khơ me|mường|nùng|h'?mông|dao|gia rai|ngái|ê đê|ba na|xơ đăng|sán chay|"
    "cơ ho|chăm|"
    "sán dìu|hrê|mnông|ra glai|xtiêng|bru|vân kiều|giáy|cơ tu|giẻ triêng|khơ mú|tà ôi|chơ ro|xinh mun|hà nhì|"
    "chu ru|la chí|phù lá|la hủ|lô lô|chứt|pà thẻn|cơ lao|bố y|si la|pu péo|brâu|ơ đu|rơ măm"
)
"""Peoples of the list of the General Statistics Office (decision 121-TCTK/PPCĐ, 1979)."""

_GROUP = "người|công dân|thanh niên|phụ nữ|nam|nữ|trẻ|trẻ em|học sinh|những|các|ai|bà con|hội viên"
_ILL = (
    "khuyết tật|tàn tật|dị tật|thương tật|bệnh tật|hiv|aids|ung thư|tâm thần|tiểu đường|đái tháo đường|"
    "đột quỵ|tai biến|động kinh|nghiện|bại liệt|liệt nửa người|liệt giường|câm điếc|khiếm thị|khiếm thính|"
    "bị mù|mù lòa|suy thận|chạy thận|trầm cảm|tự kỷ|chất độc da cam|nhiễm chất độc|mang thai|có thai"
)
_BODY = (
    "bệnh viện|trung tâm|trường|hội|chi hội|câu lạc bộ|hợp tác xã|cơ sở|xưởng|quỹ|trạm|phòng khám|nhà thuốc"
)
_HOLY = (
    "nhà thờ|chùa|thánh thất|nhà nguyện|tu viện|niệm phật đường|tịnh xá|hội|chi hội|trường|"
    "church|pagoda|chapel"
)

_SINH = "học|vệ|phát|hồi|khai|dân|an|giáo|tái|mưu|thí|hy|tuyển|ký|nảy|nữ|trực|cứu"

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
            rf"(?:{_SINH}) sinh",
            "(?:cây|gốc|cội|đình|chùa|đền|giếng|cầu|vườn|cau|bưởi|cam|chè|tre|si|lim|mít|nhãn|xoài|dừa|"
            "trâm|banyan|"
            r"tree|well|bridge)(?: [^ .,;]+){0,4} [0-9]{1,4} (?:năm )?(?:tuổi|years old)",
        ),
    ),
    HEALTH: Wording(
        "bệnh",
        "ốm đau",
        "đau ốm",
        "sức khỏe (?:rất )?(?:yếu|kém)",
        _ILL,
        "(?:disabled|disability|illness|disease|cancer|mentally ill|bedridden|hiv)",
        fine=(
            rf"(?:{_BODY}|hội người|phục hồi chức năng)(?: [^ .,;]+){{0,4}} (?:{_ILL}|bệnh nhân)",
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
        rf"dân tộc ?:? ?(?:là )?(?:{_PEOPLES})",
        "người dân tộc",
        "đồng bào dân tộc",
        "dân tộc (?:thiểu số|ít người)",
        "ethnic (?:group|minority)",
        "ethnicity",
        accented=(rf"(?:người|gốc) (?:{_PEOPLES})",),
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

OFFICE = {
    BIRTH: Wording(
        r"(?:ngày sinh|năm sinh|sinh ngày|sinh năm|sinh) ?:? ?[0-9]{1,4}",
        r"sn\.? ?:? ?(?:19|20)[0-9]{2}",
        r"(?:năm nay|đã|ông|bà|anh|chị|cô|chú|bác)(?: [^ .,;]+){0,5} [0-9]{2,3} tuổi",
        r"born (?:in |on )?[a-z]{0,9} ?[0-9]{1,4}",
        r"[0-9]{2,3} years old",
        fine=(
            rf"(?:{_GROUP})(?: [^ .,;]+){{0,3}} sinh(?: năm| ngày)? ?[0-9/, -]+",
            rf"(?:{_SINH}) sinh(?: năm)?",
        ),
    ),
    HEALTH: Wording(
        rf"(?:bị|mắc|nhiễm|là người|mang) (?:bệnh|{_ILL})",
        fine=(rf"(?:{_GROUP}|hộ)(?: [^ .,;]+){{0,2}} (?:bị|mắc|nhiễm|mang) [^ .,;]+",),
    ),
    RELIGION: Wording(
        "(?:là|theo) (?:giáo dân|phật tử|tín đồ|công giáo|đạo|người công giáo|tin lành)",
        fine=(rf"(?:{_GROUP}|hộ) (?:là|theo) [^ .,;]+(?: [^ .,;]+)?",),
    ),
    ETHNICITY: Wording(
        rf"dân tộc ?:? ?(?:là )?(?:{_PEOPLES})",
        accented=(rf"là người (?:{_PEOPLES})",),
        fine=("(?:đồng bào|bà con|tiếng|các|người)(?: [^ .,;]+){0,1} dân tộc(?: [^ .,;]+){0,2}",),
    ),
    POVERTY: Wording(
        "(?:là|thuộc|diện|thuộc diện) hộ (?:cận )?nghèo", fine=("(?:các|những|cho)[^.,;]* nghèo",)
    ),
    PARTY: Wording(
        "là đảng viên",
        r"đảng viên (?:từ|năm|[0-9])",
        r"[0-9]{1,2} (?:năm )?tuổi đảng",
        r"(?:vào|kết nạp) đảng (?:từ |năm |ngày )?[0-9]",
    ),
    CHILDREN: Wording(
        "(?:có|nuôi) (?:[0-9]|một|hai|ba|bốn) (?:người |đứa )?con(?! [^ .,;]*(?:bò|trâu|lợn|gà|dê|vịt))",
        r"(?<!bà\x20)(?<!các\x20)con (?:trai|gái|nhỏ|út|đang học)",
        r"học sinh lớp [0-9]",
    ),
}
"""By message code; for what office holders are and do."""

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

OFFICE_KEYS = frozenset(
    map(
        key,
        (
            *("role", "chức danh", "organisation", "cơ quan", "hours", "giờ làm việc"),
            *("tasks", "nhiệm vụ", "sources", "source", "nguồn", "head", "phụ trách"),
            *("members", "số hội viên", "looks after", "trông nom", "chăm lo", "supervises", "giám sát"),
            *("meeting", "ghi nhận ở", "cuộc họp", "summary", "ý kiến", "answer", "trả lời"),
            *("passed_to", "chuyển đến", "answered_by", "nơi trả lời"),
        ),
    )
)
"""Fields that describe an office, or tell what residents said of what concerns all."""

"""Words that tell what nobody may publish of one person where an office is described, or all are told.

They are the few that speak of that person: “Lo việc trẻ em, giảm nghèo” is a task, “là đảng
viên” is not.
"""

from __future__ import annotations

from village_site.privacy.sensitive.wording import Wording
from village_site.privacy.sensitive.words import (
    BIRTH,
    BODY,
    CHILDREN,
    ETHNICITY,
    GROUP,
    HEALTH,
    ILL,
    OLD_THINGS,
    PARTY,
    PEOPLES,
    POVERTY,
    RELIGION,
    SINH,
)
from village_site.vietnamese import key

_ALL_WHO = r"(?:hộ|nhà|gia đình|người|phụ nữ|bà mẹ|bà con|ai)(?: nào| dân)?"
"""Everybody of whom something is true; a title or a name behind it makes it one household."""
_ANIMALS_AND_PLANTS = (
    "gà|vịt|lợn|heo|trâu|bò|dê|chó|mèo|cá|tôm|ong|đàn|vật nuôi|gia súc|gia cầm|lúa|ngô|lạc|cây|cam|bưởi|chè|"
    "rau|giống|vườn|ruộng|nguồn nước"
)
_LONG_AGO = r"(?:1[0-8][0-9]{2}|19[01][0-9])"
"""Years of birth of whom history tells."""

OFFICE = {
    BIRTH: Wording(
        r"(?:ngày sinh|năm sinh|sinh ngày|sinh năm|sinh) ?:? ?[0-9]{1,4}",
        r"sn\.? ?:? ?(?:19|20)[0-9]{2}",
        r"(?:năm nay|đã|ông|bà|anh|chị|cô|chú|bác)(?: [^ .,;]+){0,5} [0-9]{2,3} tuổi",
        r"born (?:in |on )?[a-z]{0,9} ?[0-9]{1,4}",
        r"[0-9]{2,3} years old",
        fine=(
            rf"(?:{GROUP})(?: [^ .,;]+){{0,3}} sinh(?: năm| ngày)? ?[0-9/, -]+",
            rf"(?:{SINH}) sinh(?: năm)?",
            rf"(?:sinh ngày|sinh năm|năm sinh|sinh) ?:? ?(?:[0-9]{{1,2}}[/-]){{0,2}}{_LONG_AGO}",
            "(?:từ|dưới|trên|đủ|đến|tới|quá)(?: đủ)? [0-9]{1,3} tuổi",
            OLD_THINGS,
        ),
    ),
    HEALTH: Wording(
        rf"(?:bị|mắc|nhiễm|là người|mang) (?:bệnh|{ILL})",
        fine=(
            rf"(?:{GROUP}|hộ)(?: [^ .,;]+){{0,2}} (?:bị|mắc|nhiễm|mang) [^ .,;]+",
            rf"(?:{_ANIMALS_AND_PLANTS})(?: [^ .,;]+){{0,3}} (?:bị|mắc|nhiễm|mang) (?:nhiễm )?bệnh",
            "(?:khi|nếu|nguy cơ|không|chưa|tránh|dễ|có thể|khỏi|nghi|ca|trường hợp|số|ngừa|phòng|chống|để)"
            rf"(?: bị)? (?:mắc|nhiễm|bị|mang) (?:bệnh|{ILL})",
        ),
    ),
    RELIGION: Wording(
        "(?:là|theo) (?:giáo dân|phật tử|tín đồ|công giáo|đạo|người công giáo|tin lành)",
        fine=(
            rf"(?:{GROUP}|hộ) (?:là|theo) [^ .,;]+(?: [^ .,;]+)?",
            "theo đạo (?:đức|lý|nghĩa)",
            "(?:chùa|đình|đền|thờ|cúng|lễ|nghi thức|tục lệ|phong tục) theo đạo",
        ),
    ),
    ETHNICITY: Wording(
        rf"dân tộc ?:? ?(?:là )?(?:{PEOPLES})",
        accented=(rf"là người (?:{PEOPLES})",),
        fine=(
            "(?:đồng bào|bà con|tiếng|các|người|lễ hội|nhà sàn|văn hóa|bản sắc|trang phục|múa|hát|nghề|chữ|"
            "bản|làng|món)(?: [^ .,;]+){0,1} dân tộc(?: [^ .,;]+){0,2}",
            "là người kinh doanh",
        ),
    ),
    POVERTY: Wording(
        "(?:là|thuộc|diện|thuộc diện) hộ (?:cận )?nghèo",
        fine=(
            "(?:các|những|cho)[^.,;]* nghèo",
            rf"{_ALL_WHO} (?:là|thuộc|diện|thuộc diện) hộ (?:cận )?nghèo",
        ),
    ),
    PARTY: Wording(
        "là đảng viên",
        r"đảng viên (?:từ|năm|[0-9])",
        r"[0-9]{1,2} (?:năm )?tuổi đảng",
        r"(?:vào|kết nạp) đảng (?:từ |năm |ngày )?[0-9]",
        fine=(
            rf"(?:{GROUP})(?: đồng chí)? là đảng viên",
            "huy hiệu (?:[0-9]{2}(?:, | và |, và ))*[0-9]{2} năm tuổi đảng",
            r"(?:vào|kết nạp) đảng (?:từ |năm |ngày )?(?:[0-9]{1,2}[/-]){0,2}19[1-4][0-9]",
        ),
    ),
    CHILDREN: Wording(
        "(?:có|nuôi) (?:[0-9]|một|hai|ba|bốn) (?:người |đứa )?con"
        "(?! [^ .,;]*(?:bò|trâu|lợn|heo|gà|dê|vịt|chó|mèo|vật|giống|đường|rạch|kênh|mương|sông|"
        "suối|đập|lộ|đò|tàu|số))",
        r"(?<!bà\x20)(?<!các\x20)con (?:trai|gái|nhỏ|út|đang học)",
        r"học sinh lớp [0-9]{1,2}[a-h]?",
        fine=(
            rf"{_ALL_WHO}(?: có| đang| nuôi){{1,2}} (?:con nhỏ|(?:[0-9]|một|hai|ba|bốn) con)",
            rf"(?:{GROUP}|cho|toàn bộ|tất cả|nhận|tuyển|tuyển sinh|phụ huynh|dạy|[0-9]+)"
            " học sinh lớp [0-9]{1,2}",
            r"(?:^|(?<=[.!?:;]\x20))học sinh lớp [0-9]{1,2}",
        ),
    ),
}
"""By message code; for what office holders are and do, and for what is told to everybody."""

NAMED = {
    HEALTH: Wording(
        ILL,
        fine=(
            rf"(?:{BODY}|hội người|phục hồi chức năng)(?: [^ .,;]+){{0,4}} (?:{ILL})",
            rf"(?:phòng|chống|phòng chống|khám|chữa|điều trị|tư vấn|xét nghiệm|{GROUP})"
            rf"(?: [^ .,;]+){{0,2}} (?:{ILL})",
        ),
    ),
    PARTY: Wording("[0-9]{1,2} (?:năm )?tuổi đảng"),
}
"""By message code; where somebody's name stands in the same sentence."""

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

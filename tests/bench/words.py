"""The words that made-up names and texts are made of."""

# fmt: off
FIRST_WORDS = (
    "Phú", "Tân", "Đông", "Tây", "Nam", "Bắc", "An", "Long", "Thượng", "Hạ", "Vĩnh", "Mỹ", "Hòa", "Bình",
    "Đại", "Trung", "Hưng", "Cẩm", "Kim", "Ngọc",
)
SECOND_WORDS = (
    "Mỹ", "Lộc", "Hòa", "Thạnh", "Sơn", "Khê", "Xá", "Trạch", "Lâm", "Giang", "Thủy", "Điền", "Đức",
    "Nghĩa", "Hải", "Cường", "Thịnh", "Yên", "Quý", "Phong",
)
PLACES = (
    "Đình làng", "Cổng làng", "Trường tiểu học", "Nhà văn hoá", "Chợ", "Cầu Đá", "Trạm y tế", "Bờ sông",
    "Giếng cổ", "Sân bóng",
)
CRITERIA = (
    "Quy hoạch", "Giao thông", "Thuỷ lợi và phòng, chống thiên tai", "Điện", "Trường học",
    "Cơ sở vật chất văn hoá", "Cơ sở hạ tầng thương mại nông thôn", "Thông tin và truyền thông",
    "Nhà ở dân cư", "Thu nhập", "Nghèo đa chiều", "Lao động", "Tổ chức sản xuất", "Giáo dục và đào tạo",
    "Y tế", "Văn hoá", "Môi trường và an toàn thực phẩm", "Hệ thống chính trị", "Quốc phòng và an ninh",
)
# fmt: on
# Role, telephone number, tasks.
ROLES = (
    ("Trưởng thôn", None, "Việc chung của thôn, giấy tờ, hoà giải"),
    ("Bí thư chi bộ", None, "Công tác Đảng ở thôn"),
    ("Công an viên", "113", "An ninh trật tự, cư trú"),
    ("Y tế thôn", "115", "Sơ cứu, tiêm chủng, dinh dưỡng"),
    ("Chi hội Phụ nữ", "111", "Trẻ em, bình đẳng giới"),
    ("Tổ phòng cháy, chữa cháy", "114", "Cháy nổ, cứu hộ"),
)
SENTENCES = (
    "Làng được lập vào khoảng thế kỷ {n} trên dải đất cao ven sông.",
    "Hội làng mở vào ngày rằm tháng Giêng âm lịch hằng năm ở sân đình.",
    "Nghề truyền thống của làng là dệt chiếu, đan lát và nấu rượu nếp.",
    "Nhân dân đã hiến {n}00 mét vuông đất để mở rộng đường liên thôn.",
    "Cây đa đầu làng và giếng cổ được giữ gìn qua nhiều đời.",
    "Phong trào khuyến học phát triển, mỗi năm {n} cháu vào đại học.",
    "Từ khi xây dựng nông thôn mới, ngõ xóm được bê tông hoá và có đèn.",
    "Cánh đồng phía nam trồng hai vụ lúa, phía bắc trồng rau và đậu.",
    "Tổ tự quản dọn vệ sinh đường làng vào sáng chủ nhật đầu tháng.",
)
FIGURES = (
    ("Số nhân khẩu", "người"),
    ("Diện tích đất", "ha"),
    ("Hộ dùng nước sạch", "%"),
    ("Đường có đèn", "%"),
)

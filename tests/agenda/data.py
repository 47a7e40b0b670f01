"""A village and its commune with something of every sort."""

EVENTS = """
    - mã riêng: ky-yen
      tên: Lễ kỳ yên
      loại: lễ hội
      khi nào: 15/6 âm lịch
      số ngày: 2
      giờ: 7 giờ sáng
      địa điểm: dinh
      ai lo: Ban khánh tiết
      nội dung: |
        Cúng đình, đua ghe.

        Chiều hát bội.
      minh hoạ: có
    - {mã riêng: hop, tên: Họp thôn, loại: họp, khi nào: thứ bảy đầu tháng, giờ: 19h30, đến giờ: 9 giờ tối,
       nghỉ: 2/2027, đến ngày: 6/2028, ở đâu: Nhà văn hoá, cập nhật: 12/11/2026}
    - {mã riêng: tap, tên: Tập dưỡng sinh, loại: sinh hoạt, khi nào: thứ ba và thứ sáu hằng tuần, giờ: "5:30"}
    - {mã riêng: tiem, tên: Tiêm phòng cho trâu bò, loại: y tế, khi nào: 05/12/2026, huỷ: có}
    - {mã riêng: cu, tên: Hội thao, loại: thi đua, khi nào: 20/11/2026}
"""
COMMUNE = "- {id: hoi, title: Hội xã, kind: festival, when: 20/11 every year, days: 3}"
FILES = {
    "nam-bac-thanh/su-kien.yml": EVENTS,
    "nam-bac-thanh/dia-diem.yml": "[{mã riêng: dinh, loại: di tích, tên: Đình Trung, minh hoạ: có}]",
    "_units/cam-binh/calendar.yml": COMMUNE,
}

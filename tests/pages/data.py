"""A village that has everything, and its commune's set of criteria."""

RICH = {
    "_sources.yml": """
        - {id: bao, title: Bài báo về hai thôn, publisher: Báo tỉnh, date: 2024, url: "https://bao.example/bai"}
    """,
    "_criteria/kieu-mau.yml": """
        name: Bộ tiêu chí khu dân cư kiểu mẫu
        short_name: Kiểu mẫu
        level: thôn
        issuer: Tỉnh Hà Tĩnh
        decision: Quyết định 1
        date: 8/2014
        verified: no
        criteria:
          - {number: 1, name: Nhà ở}
          - {number: 2, name: Vườn hộ, target: Đạt}
          - {number: 3, name: Hàng rào}
          - {number: 4, name: Đường}
    """,
    "_criteria/thong-minh.yml": """
        {name: Bộ tiêu chí thông minh, level: thôn, verified: yes}
    """,
    "nam-bac-thanh/village.yml": """
        kind: thôn
        name: Nam Bắc Thành
        updated: 20/11/2026
        former_names: [{name: "5", kind: xóm, until: 30/06/2013, decision: QĐ 12}]
        memberships:
          - {unit: cam-thanh, until: 30/06/2025, certainty: likely}
          - {unit: cam-binh, since: 01/07/2025, decision: Nghị quyết 7, source: bao}
        introduction: |
          Thôn nằm bên sông.

          Bà con làm ruộng.
        figures:
          - {name: Người dùng điện thoại thông minh, value: hơn 90 %, date: 2024, source: bao, confirmed: no}
          - {name: Số hộ, value: 245 hộ}
        location: 18.2527, 105.9811
        illustrative_parts: Các đường là dựng lên.
    """,
    "nam-bac-thanh/contacts.yml": """
        - {role: trưởng thôn, phone: 0912345678, term_start: 1/2025, term_end: 6/2027, updated: 12/11/2026}
        - {role: công an viên, phone: 0239 3892 689, term_end: 5/2026}
    """,
    "nam-bac-thanh/criteria.yml": """
        - set: kieu-mau
          date: 1/2026
          scores:
            - {criterion: 1, status: đạt, value: 97 %, evidence: Biên bản}
            - {criterion: 2, status: chưa đạt, target: 80 % hàng rào}
            - {criterion: 3, status: đang thực hiện}
        - {set: kieu-mau, date: 2021, scores: [{criterion: 1, status: đạt}]}
        - {set: thong-minh, date: giữa 2024, complete: yes}
    """,
    "nam-bac-thanh/recognitions.yml": """
        - {name: Thôn văn hoá, date: 2019}
        - {name: Khu dân cư kiểu mẫu, date: giữa 2021, issuer: UBND tỉnh, source: Lời kể của bà con}
    """,
    "nam-bac-thanh/groups.yml": """
        - {id: to-10, kind: tổ liên gia, name: "10", illustrative: yes}
        - {id: to-2, kind: tổ liên gia, name: "2", households: 24 hộ, illustrative: yes}
    """,
    "nam-bac-thanh/roads.yml": """
        - {id: truc-10, name: Đường Trục thôn 10, illustrative: yes}
        - {id: truc-2, code: CODE, name: Đường Trục thôn 2, length: khoảng 850 m, surface: bê tông,
           start: cổng chào, end: sân bóng, caretaker: Hội Phụ nữ, group: to-2,
           photo: {file: duong.png, alt: Đường giữa hai hàng cau, date: 5/2026, source: bao}}
        - {id: an, name: Đường An}
    """,
    "nam-bac-thanh/households.yml": """
        - {id: nha-1, road: truc-2, number: "12"}
        - {id: nha-2, road: truc-2, number: "14"}
    """,
    "nam-bac-thanh/history.yml": """
        - {date: 15/4/2022, until: 30/5/2022, title: Chiến dịch, source: bao}
        - {date: giữa 2021, title: Được công nhận}
        - {date: trước 2019, title: Nhập ba xóm, confirmed: no}
    """,
}

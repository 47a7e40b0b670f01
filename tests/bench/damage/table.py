"""The measurement for a terminal and as a page of the documents, which is in Vietnamese."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tests.bench.damage.conditions import CONDITIONS, PIXELS_A_MODULE
from tests.bench.damage.measure import AGREED, LEVELS, Shares, mean
from village_site.plates.reading import distance_of, rounded
from village_site.values import number_text

EVERYDAY_AT_LEAST, DAMAGED_AT_LEAST, LEVEL_L_AT_MOST = 0.98, 0.60, 0.40
MODULES = 29
"""Modules a side of version 3, which addresses of up to 35 characters get."""

SIDES = (25, 40, 55, 70, 100, 140)
ENOUGH_PIXELS = 2.3
"""Pixels a module that the modelled reading distance counts on (`village_site.plates.reading`)."""


def rows(shares: Sequence[Shares], decoders: Sequence[str]) -> list[tuple[str, ...]]:
    """A head, a row for every condition and level, and the means over everyday and damaged ones."""
    found = [("condition", "level", *decoders, f"{AGREED} or more")]
    for item in shares:
        own = (_number(item.of(index)) for index in range(len(decoders)))
        found.append((item.condition, item.level, *own, _number(item.agreed)))
    for name, damaged in (("everyday", False), ("damaged", True)):
        for level in LEVELS:
            alike = [item for item in shares if item.level == level and item.damaged is damaged]
            own = (_number(sum(item.of(i) for item in alike) / len(alike)) for i in range(len(decoders)))
            found.append((name, level, *own, _number(mean(shares, level, damaged=damaged))))
    return found


def as_text(shares: Sequence[Shares], distances: Sequence[Shares], decoders: Sequence[str]) -> str:
    """The table in columns."""
    table = rows(shares, decoders)
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]
    return "\n".join([*lines, *(f"{item.condition}: {_number(item.agreed)}" for item in distances)])


def failures(shares: Sequence[Shares], distances: Sequence[Shares]) -> list[str]:
    """What is not as the project demands."""
    everyday, damaged = (mean(shares, "H", damaged=damaged) for damaged in (False, True))
    level_l = mean(shares, "L", damaged=True)
    far = dict(zip(PIXELS_A_MODULE, distances, strict=True))[ENOUGH_PIXELS].agreed
    return [
        text
        for wrong, text in (
            (everyday < EVERYDAY_AT_LEAST, f"everyday, level H: {everyday:.3f} < {EVERYDAY_AT_LEAST}"),
            (damaged < DAMAGED_AT_LEAST, f"damaged, level H: {damaged:.3f} < {DAMAGED_AT_LEAST}"),
            (
                level_l > LEVEL_L_AT_MOST,
                f"damaged, level L: {level_l:.3f} > {LEVEL_L_AT_MOST}: not calibrated",
            ),
            (far < EVERYDAY_AT_LEAST, f"{ENOUGH_PIXELS} px a module: {far:.3f} < {EVERYDAY_AT_LEAST}"),
        )
        if wrong
    ]


def page(
    shares: Sequence[Shares], distances: Sequence[Shares], decoders: Sequence[str], count: int, day: dt.date
) -> str:
    """The page `content/bao-tri/doc-ma.md`."""
    return PAGE.format(
        day=f"{day:%d/%m/%Y}",
        iso=day.isoformat(),
        count=count,
        decoders=", ".join(decoders[:-1]) + f" và {decoders[-1]}",
        summary=_summary(shares),
        worst=_kinds(shares),
        full=_full(shares, decoders),
        pixels=_table(
            [("Bề rộng một ô vuông nhỏ trong ảnh", "Đọc được")]
            + [
                (f"{_vi(pixels, 1)} điểm ảnh", _vi(item.agreed))
                for pixels, item in zip(PIXELS_A_MODULE, distances, strict=True)
            ]
        ),
        distance=_table(
            [("Cạnh ô mã", "Một ô vuông nhỏ", "Đọc được từ khoảng")]
            + [
                (f"{side} mm", f"{_vi(side / MODULES)} mm", f"{_vi(distance_of(side / MODULES), 1)} m")
                for side in SIDES
            ]
        ),
        enough=_vi(ENOUGH_PIXELS, 1),
        ours=_vi(mean(shares, "H", damaged=True)),
        ratio=_vi(mean(shares, "H", damaged=True) / mean(shares, "L", damaged=True), 1),
    )


def _summary(shares: Sequence[Shares]) -> str:
    head = ("Ảnh", *(f"Mức {level}" for level in LEVELS))
    return _table(
        [head]
        + [
            (name, *(_vi(mean(shares, level, damaged=damaged)) for level in LEVELS))
            for name, damaged in (("Thường ngày", False), ("Biển hư hại", True))
        ]
    )


def _kinds(shares: Sequence[Shares]) -> str:
    """“loá nắng 0,67, bùn 3–5 % 0,70 …”: our level on each kind of damage."""
    own = {item.condition: item.agreed for item in shares if item.level == "H" and item.damaged}
    return ", ".join(f"{item.vi} {_vi(own[item.name])}" for item in CONDITIONS if item.damaged)


def _full(shares: Sequence[Shares], decoders: Sequence[str]) -> str:
    names = {item.name: item.vi for item in CONDITIONS}
    head = ("Ảnh", "Mức", *decoders, "Hai trở lên")
    body = [
        (
            names[item.condition],
            item.level,
            *(_vi(item.of(i)) for i in range(len(decoders))),
            _vi(item.agreed),
        )
        for item in shares
    ]
    return _table([head, *body])


def _table(rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first row is its head."""
    head, *body = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *body))


def _number(share: float) -> str:
    return f"{share:.2f}"


def _vi(value: float, digits: int = 2) -> str:
    return number_text(rounded(value, digits), "vi")


PAGE = """\
---
description: Đo bằng ảnh dựng xem mã trên biển còn đọc được khi mờ, chéo, xa, bẩn, xước, phai; và nên làm biển thế nào.
search:
  exclude: true
---

# Mã còn đọc được đến đâu

Trang này do lệnh `python tests/bench/damage/run.py --write --day {iso}` viết ra; đừng sửa tay. Đo ngày {day}.

## Đã đo gì

Máy dựng ảnh chụp một biển cùng cỡ, mỗi điều kiện và mỗi mức sửa lỗi {count} ảnh, rồi đưa cho ba bộ đọc làm độc lập với nhau: {decoders}. Một ảnh được tính là đọc được khi **ít nhất hai bộ** cho ra đúng từng chữ của địa chỉ. Địa chỉ dài 32 chữ, như `HTTPS://LANG.EXAMPLE/Q/7K3MXT4M/`. Chương trình này luôn in **mức H** cho địa chỉ như vậy; các mức khác đo để so sánh.

Tỉ lệ ảnh đọc được:

{summary}

- *Thường ngày*: mờ nét, chụp chéo tới 45°, chụp xa, nửa nắng nửa râm, ảnh nén mạnh.
- *Hư hại*: loá nắng che 5–14 % ô mã, bùn văng 3–5 %, vết xước dài, mực phai một nửa và bong 2,5–7 %. Riêng mức H: {worst}.

**Hiểu cho đúng.** Đây là ảnh dựng, không phải ảnh chụp ngoài đường. Độ hư hại được chọn nặng đến chỗ mức L chỉ còn đọc được dưới bốn phần mười số ảnh, để thấy các mức khác nhau ra sao; con số {ours} *không* có nghĩa là từng ấy biển ngoài đường còn đọc được. Điều tin được là so sánh: cùng những vết ấy, mức H đọc được gấp {ratio} lần mức L. Ở mức L và M các ô vuông nhỏ to hơn một chút, nên có loại hư hại mà mức M ngang hoặc hơn mức H. Mức nào cũng thua khi ba ô vuông lớn ở góc bị che.

## Cỡ biển và chỗ treo

Một ô vuông nhỏ của mã phải rộng ít nhất chừng {enough} điểm ảnh trong khung máy ảnh đang ngắm:

{pixels}

Tính ra cho điện thoại thường (khung ngắm rộng 1.920 điểm ảnh), mã 29 × 29 ô:

{distance}

- **Cỡ**: đo chỗ người ta sẽ đứng (cổng, mép đường, trong xe), lấy cỡ ở bảng trên rồi chọn to hơn một bậc. To gấp đôi thì đọc được từ xa gấp đôi; ảnh càng mờ, tay càng rung thì càng phải lại gần.
- **Loá**: dùng mặt mờ, không dùng mặt bóng hay màng phản quang trên ô mã. Treo tránh hướng mặt trời chiếu thẳng lúc sáng sớm và cuối chiều, hoặc nghiêng biển xuống một chút.
- **Bùn**: treo cao trên tầm xe hắt nước; biển đầu đường cao hơn nữa. Lau được thì lau: bùn che tới một phần mười ô mã thì hầu như không mức nào cứu được.
- **Xước, phai**: chọn mực chịu nắng và lớp phủ; không treo ở chỗ cành cây, cánh cổng quệt vào. Khi mắt nhìn đã thấy nhạt thì in lại, đừng đợi máy không đọc được.
- **Chéo và râm** không đáng ngại: chéo tới 45° vẫn đọc được.
- **Không chèn hình vào giữa mã**, không đổi màu, không cắt viền trắng. Phần sửa lỗi là để dành cho bùn và vết xước.
- Mã đọc không được thì còn **mã bằng chữ và tên miền** in bên cạnh; chúng phải đủ to để đọc bằng mắt.

## Bảng đầy đủ

{full}

Đo lại: cài thêm `opencv-python-headless`, `pyzbar` và gói hệ thống `libzbar0`, rồi chạy `python tests/bench/damage/run.py`. Cùng phiên bản các gói thì cùng kết quả.
"""

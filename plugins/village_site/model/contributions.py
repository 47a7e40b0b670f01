"""What was given for the village: money, labour, land, things. In totals; nobody who gave is named."""

from __future__ import annotations

from village_site.model.common import DATE, FLAG, WORDS, Amount, Entry, Figure, record_id
from village_site.model.declare import defaulted, optional, record, required
from village_site.model.kinds import Chapter, Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice
from village_site.model.text import Text
from village_site.values import FuzzyDate


class Form(Listed):
    """What was given."""

    MONEY = term("money", "tiền")
    LABOUR = term("labour", "ngày công")
    LAND = term("land", "hiến đất", title="đất")
    GOODS = term("goods", "hiện vật")


class Giver(Listed):
    """What kind of giver."""

    HOUSEHOLDS = term("households", "hộ dân", title="bà con")
    AWAY = term("people-away", "con em xa quê", title_en="people who moved away")
    COMPANIES = term("companies", "doanh nghiệp")
    ORGANISATIONS = term(
        "organisations", "tổ chức", "Hội, đoàn thể, đơn vị đỡ đầu.", "Associations, sponsors."
    )
    STATE = term("state", "nhà nước", "Ngân sách các cấp.", "Public budgets.")
    SEVERAL = term("several", "nhiều nguồn", title_en="several sources")


@record
class Contribution(Entry):
    """An entry of `contributions.yml`: one total."""

    id: str = record_id()
    year: FuzzyDate = required(
        DATE, vi="năm", title=("Năm", "Year"), help=("Năm góp, hoặc ngày cụ thể hơn.", "When it was given.")
    )
    form: Form = required(Choice(Form), vi="góp", title=("Góp gì", "Form"), help=("Tiền, công…", "Money …"))
    amount: Figure = required(
        Amount(),
        vi="bao nhiêu",
        title=("Bao nhiêu", "Amount"),
        help=(
            "Tổng, kèm đơn vị: 120 triệu đồng · hơn 300 ngày công · 850 m².",
            "The total with its unit: triệu đồng, ngày công, m².",
        ),
    )
    purpose: Text = required(
        WORDS, vi="việc", title=("Để làm gì", "Purpose"), help=("Ví dụ: làm đường Trục thôn 2.", "What for.")
    )
    giver: Giver = required(
        Choice(Giver),
        vi="ai góp",
        title=("Ai góp", "Giver"),
        help=("Chỉ ghi là những ai, không ghi tên.", "The kind of giver, no name."),
    )
    up_to: bool = defaulted(
        FLAG,
        False,
        vi="cộng dồn",
        title=("Cộng dồn đến năm ấy", "All up to then"),
        help=("“có” khi chỉ biết tổng của nhiều năm.", "“yes” where only the sum of years is known."),
    )
    note: Text | None = optional(
        WORDS, vi="ghi chú", title=("Ghi chú", "Note"), help=("Nếu cần.", "If needed.")
    )


CONTRIBUTIONS = Kind(
    name="contribution",
    title=Text("Đóng góp", "Contributions"),
    help=Text(
        "Tiền, ngày công, đất góp cho việc chung, tính theo tổng; không ghi tên người góp.",
        "Money, labour and land given for common works, in totals; no giver is named.",
    ),
    record=Contribution,
    file="contributions",
    file_vi="dong-gop",
    section=True,
    chapter=Chapter.STANDARDS,
    exported=True,
)

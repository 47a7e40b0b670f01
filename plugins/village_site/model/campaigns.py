"""Campaigns: what is to be done by when, split by village and group, and what was done day by day."""

from __future__ import annotations

from village_site.model.common import (
    DATE,
    FLAG,
    LINE,
    PROSE,
    WORDS,
    Amount,
    Entry,
    Figure,
    Sourced,
    record_id,
)
from village_site.model.declare import Record, defaulted, optional, record, required, several
from village_site.model.kinds import Kind
from village_site.model.listed import Listed, term
from village_site.model.shapes import Choice, Nested, Ref, Reference
from village_site.model.text import Text
from village_site.values import FuzzyDate

COUNT = Amount()


def made_up() -> bool:
    """The `illustrative` field of what stands within a campaign, or in a line of results."""
    return defaulted(
        FLAG,
        False,
        vi="minh hoạ",
        title=("Dữ liệu minh hoạ", "Sample data"),
        help=("“có” khi được dựng lên làm mẫu; trang sẽ ghi rõ.", "“yes” when it is made up."),
    )


@record
class GroupTarget(Record):
    """What one group of a village takes on."""

    group: Ref = required(
        Reference("group"),
        vi="tổ",
        title=("Tổ", "Group"),
        help=("mã-thôn/mã-tổ khi ghi ở xã, mã tổ khi ghi ở thôn.", "village/group, or the group's id."),
    )
    target: Figure = required(
        COUNT, vi="chỉ tiêu", title=("Chỉ tiêu", "Target"), help=("Bao nhiêu.", "How many.")
    )


@record
class VillageTarget(Record):
    """What one village takes on, and how its groups share it."""

    village: Ref = required(
        Reference("village"), vi="thôn", title=("Thôn", "Village"), help=("Mã thôn.", "Its id.")
    )
    target: Figure = required(
        COUNT, vi="chỉ tiêu", title=("Chỉ tiêu", "Target"), help=("Bao nhiêu.", "How many.")
    )
    groups: tuple[GroupTarget, ...] = several(
        Nested(GroupTarget),
        vi="chia theo tổ",
        title=("Chia theo tổ", "By group"),
        help=("Cộng lại bằng chỉ tiêu của thôn.", "They add up to the village's target."),
    )
    illustrative: bool = made_up()


@record
class CampaignItem(Sourced):
    """One thing a campaign counts."""

    id: str = record_id()
    name: Text = required(
        WORDS, vi="tên", title=("Tên", "Name"), help=("Ví dụ: chỉnh trang vườn hộ.", "What is done.")
    )
    target: Figure = required(
        COUNT,
        vi="chỉ tiêu",
        title=("Chỉ tiêu", "Target"),
        help=("Số và đơn vị, ví dụ: 77 hộ.", "A number with its unit."),
    )
    villages: tuple[VillageTarget, ...] = several(
        Nested(VillageTarget),
        vi="chia theo thôn",
        title=("Chia theo thôn", "By village"),
        help=("Cộng lại bằng chỉ tiêu chung.", "They add up to the target."),
    )


@record
class Theme(Record):
    """What a week, or some days, of a campaign are about."""

    name: Text = required(
        WORDS, vi="tên", title=("Tên", "Name"), help=("Ví dụ: tuần hàng rào xanh.", "As green-hedge week.")
    )
    since: FuzzyDate = required(DATE, vi="từ", title=("Từ", "From"), help=("Ngày đầu.", "First day."))
    until: FuzzyDate = required(DATE, vi="đến", title=("Đến", "Until"), help=("Ngày cuối.", "Last day."))
    illustrative: bool = made_up()


class HelpState(Listed):
    """Whether help is asked for or was given."""

    WANTED = term("wanted", "cần")
    GIVEN = term("given", "đã giúp")


@record
class Help(Sourced):
    """Labour, money or things that a village needs, or that a sponsor lent it."""

    village: Ref = required(
        Reference("village"), vi="thôn", title=("Thôn", "Village"), help=("Mã thôn.", "Its id.")
    )
    state: HelpState = required(
        Choice(HelpState),
        vi="việc",
        title=("Cần hay đã giúp", "State"),
        help=("cần, đã giúp.", "Asked for or given."),
    )
    what: Text = required(
        WORDS, vi="gì", title=("Việc gì", "What"), help=("Ngày công, vật liệu, máy móc…", "Labour, material.")
    )
    amount: Figure | None = optional(
        COUNT, vi="bao nhiêu", title=("Bao nhiêu", "How much"), help=("Ví dụ: 40 ngày công.", "As 40 days.")
    )
    by: Text | None = optional(
        WORDS,
        vi="đơn vị",
        title=("Đơn vị giúp", "By whom"),
        help=("Cơ quan, đoàn thể; không ghi tên người.", "An organisation, no person."),
    )
    date: FuzzyDate | None = optional(DATE, vi="ngày", title=("Ngày", "Date"), help=("Khi nào.", "When."))
    illustrative: bool = made_up()


@record
class Campaign(Entry):
    """An entry of `campaigns.yml` of a commune or a village."""

    id: str = record_id()
    name: Text = required(WORDS, vi="tên", title=("Tên", "Name"), help=("Tên đợt.", "Its name."))
    since: FuzzyDate = required(DATE, vi="từ", title=("Từ", "From"), help=("Ngày đầu.", "First day."))
    until: FuzzyDate = required(DATE, vi="đến", title=("Đến", "Until"), help=("Ngày cuối.", "Last day."))
    called: Text | None = optional(
        WORDS,
        vi="gọi là",
        title=("Thường gọi là", "Known as"),
        help=("Ví dụ: 45 ngày cao điểm.", "As people call it."),
    )
    introduction: Text | None = optional(
        PROSE, vi="giới thiệu", title=("Giới thiệu", "Introduction"), help=("Vài câu.", "A few sentences.")
    )
    decision: str | None = optional(
        LINE, vi="văn bản", title=("Văn bản", "Document"), help=("Số văn bản phát động.", "Its document.")
    )
    items: tuple[CampaignItem, ...] = several(
        Nested(CampaignItem), vi="việc", title=("Các việc", "Items"), help=("Đếm những gì.", "What counts.")
    )
    themes: tuple[Theme, ...] = several(
        Nested(Theme), vi="chủ đề tuần", title=("Chủ đề tuần", "Weekly themes"), help=("Nếu có.", "If any.")
    )
    help: tuple[Help, ...] = several(
        Nested(Help),
        vi="hỗ trợ",
        title=("Hỗ trợ", "Help"),
        help=("Cần gì, ai đã giúp gì.", "Wanted and given."),
    )
    ranked: bool = defaulted(
        FLAG,
        False,
        vi="xếp hạng tổ",
        title=("Xếp hạng các tổ", "Groups are ranked"),
        help=("“có” thì trang xếp các tổ theo kết quả.", "“yes” ranks groups by result."),
    )
    praise: tuple[Text, ...] = several(
        WORDS,
        vi="biểu dương",
        title=("Biểu dương", "Praise"),
        help=("Lời khen khi kết thúc: tổ, đoàn thể; không ghi tên người.", "Groups, no persons."),
    )
    illustrative_parts: Text | None = optional(
        PROSE,
        vi="phần minh hoạ",
        title=("Phần minh hoạ", "What is made up"),
        help=("Nói rõ phần nào được dựng lên làm mẫu.", "Which parts are sample data."),
    )


CAMPAIGNS = Kind(
    name="campaign",
    title=Text("Đợt thi đua", "Campaigns"),
    help=Text("Đợt cao điểm: làm gì, bao nhiêu, đến ngày nào.", "What is to be done by when."),
    record=Campaign,
    file="campaigns",
    file_vi="thi-dua",
    exported=True,
    of_units=True,
)


@record
class Progress(Sourced):
    """An entry of `progress.yml`, or a line of `progress.csv`: what was done on one day."""

    campaign: Ref = required(
        Reference("campaign"),
        vi="đợt",
        title=("Đợt", "Campaign"),
        help=("Mã đợt của xã, hoặc của thôn.", "Its id."),
    )
    date: FuzzyDate = required(DATE, vi="ngày", title=("Ngày", "Date"), help=("Đủ ngày.", "A full day."))
    item: str = required(
        LINE, vi="việc", title=("Việc", "Item"), help=("Mã việc trong đợt.", "The item's id.")
    )
    group: Ref | None = optional(
        Reference("group"), vi="tổ", title=("Tổ", "Group"), help=("Tổ nào làm.", "Which group.")
    )
    amount: Figure = required(
        COUNT,
        vi="thêm",
        title=("Làm thêm", "Added"),
        help=("Số làm được trong ngày, không cộng dồn.", "Of that day alone."),
    )
    note: Text | None = optional(
        WORDS, vi="ghi chú", title=("Ghi chú", "Note"), help=("Nếu cần.", "If needed.")
    )
    illustrative: bool = made_up()


PROGRESS = Kind(
    name="progress",
    title=Text("Kết quả từng ngày", "Progress"),
    help=Text(
        "Mỗi ngày, mỗi việc, mỗi tổ một dòng; tệp .yml hoặc bảng .csv.", "A line a day, item and group."
    ),
    record=Progress,
    file="progress",
    file_vi="ket-qua",
    exported=True,
    tabular=True,
)


@record
class WeeklyReport(Entry):
    """An entry of `weekly.yml`: what a village told its commune on a Friday."""

    campaign: Ref = required(
        Reference("campaign"), vi="đợt", title=("Đợt", "Campaign"), help=("Mã đợt.", "Its id.")
    )
    date: FuzzyDate = required(
        DATE, vi="ngày", title=("Ngày gửi", "Sent on"), help=("Thường là thứ sáu.", "A Friday as a rule.")
    )
    remarks: Text | None = optional(
        PROSE, vi="nhận xét", title=("Nhận xét", "Remarks"), help=("Nếu có.", "If any.")
    )
    difficulties: Text | None = optional(
        PROSE, vi="khó khăn", title=("Khó khăn", "Difficulties"), help=("Vướng gì.", "What hinders.")
    )
    proposals: Text | None = optional(
        PROSE, vi="đề xuất", title=("Đề xuất", "Proposals"), help=("Đề nghị gì.", "What is asked for.")
    )


WEEKLY = Kind(
    name="weekly-report",
    title=Text("Báo cáo thứ sáu", "Friday reports"),
    help=Text("Mỗi tuần một mục: nhận xét, khó khăn, đề xuất.", "One a week."),
    record=WeeklyReport,
    file="weekly",
    file_vi="bao-cao-tuan",
    exported=True,
    of_units=True,
)

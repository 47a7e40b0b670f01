def test_x(box):
    for q in [
        "dong ha",
        "Đồng Hạ",
        "đông hà",
        "duong truc 1",
        "bac thanh",
        "nam bac thnah",
        "^a~",
        "7k3m xt4m",
        "7K3MXT4N",
        "Krong a&b",
        "cay da",
        "77",
        "cam thanh",
        "goi moi",
        "go moi",
        "Thôn 1",
        "d",
        "nambac thanh",
        "thon qwerty",
        "dong ha qwerty",
        "loi bau sen",
    ]:
        box.type(q)
        print(q, box.links()[:4], len(box.links()), box.marked() if box.items() else None)
        if box.items():
            print("    ", box.items()[0].inner_html()[:700])
    box.page.screenshot(path="/tmp/shot.png")
    print(box.said)

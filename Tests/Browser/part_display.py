"""Small screens, large text, more space, other colours: nothing is cut, nothing is too small to press."""
from harness import Browser, OUTSIDE, SMALL

PAGES = ["/", "/accessibilite", "/donnees-personnelles", "/widget", "/nulle-part"]

# WCAG 1.4.12: what a person may ask of the spacing.
SPACING = """
const sheet = new CSSStyleSheet();
sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
document.adoptedStyleSheets = [sheet];
"""


def converse(browser, server):
    browser.get(server.base + "/")
    for words in ["c kan les poubel jone rue des tilleul", "refaire ma carte d'identité"]:
        before = len(browser.all(".exchange"))
        browser.one("#question").send_keys(words + "\n")
        browser.until(lambda b: len(b.all(".exchange")) > before)


def run(server, count, shots, _):
    with Browser() as browser:
        for path in PAGES:
            sizes(browser, count, shots, path.strip("/") or "begin", lambda: browser.get(server.base + path))
        sizes(browser, count, shots, "conversation", lambda: converse(browser, server))
        colours(server, browser, count, shots)


def sizes(browser, count, shots, name, go):
    for width in (320, 1280):
        browser.look(width=width, height=700)
        go()
        count.check(f"{name} at {width}: nothing sticks out", (found := browser.execute_script(OUTSIDE)) == [], found)
        count.check(f"{name} at {width}: large enough to press", (found := browser.execute_script(SMALL)) == [], found)
        browser.shot(shots, f"display-{name}-{width}")
        browser.look(width=width, height=700)
        browser.execute_script(SPACING)
        count.check(f"{name} at {width}: more space between letters", (found := browser.execute_script(OUTSIDE)) == [], found)
    browser.look(width=1280, height=700)
    go()
    browser.execute_script("document.documentElement.style.fontSize = '225%'")
    count.check(f"{name}: text at 200 %", (found := browser.execute_script(OUTSIDE)) == [], found)
    browser.shot(shots, f"display-{name}-200")
    browser.look(width=320, height=700)
    go()
    browser.execute_script("document.documentElement.className = 'size-larger'")
    count.check(f"{name}: very large text on a small screen", (found := browser.execute_script(OUTSIDE)) == [], found)


def colours(server, browser, count, shots):
    for name, features in [
        ("dark", {"scheme": "dark"}), ("more", {"contrast": "more"}), ("more-dark", {"contrast": "more", "scheme": "dark"}),
        ("forced", {"forced": "active"}), ("forced-dark", {"forced": "active", "scheme": "dark"}),
    ]:
        browser.look(**features)
        converse(browser, server)
        browser.shot(shots, f"colours-{name}")
        browser.look(**features)
        ground = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
        isDark = "dark" in name
        values = [int(x) for x in ground[ground.index("(") + 1 : -1].split(",")[:3]]
        count.check(f"{name}: the ground is the system's", (sum(values) < 200) == isDark, ground)
    browser.look(motion="no-preference")
    browser.get(server.base + "/")
    count.check("movement where it is welcome", browser.execute_script("return getComputedStyle(document.documentElement).scrollBehavior") == "smooth")
    browser.look(motion="reduce")
    count.check("and none where it is not", browser.execute_script("return getComputedStyle(document.documentElement).scrollBehavior") == "auto")
    converse(browser, server)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    count.check("what is printed is the conversation", not browser.one("#ask").is_displayed() and browser.one("#answer").is_displayed())
    browser.shot(shots, "display-print")

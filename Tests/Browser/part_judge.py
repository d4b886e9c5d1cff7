"""The HTML read strictly, and axe-core on every page and state, at 320 and 1280 pixels, in light and dark: no violation."""
import collections
import urllib.error
import urllib.parse
import urllib.request

import html5lib

from harness import Browser

PAGES = [
    "/", "/?lang=en", "/accessibilite", "/accessibilite?lang=en", "/donnees-personnelles", "/widget", "/nulle-part", "/kiosk",
    "/kiosk?lang=en", "/widget/exemple",
]


def ask(browser, words):
    before = len(browser.all(".exchange"))
    browser.one("#question").send_keys(words + "\n")
    browser.until(lambda b: len(b.all(".exchange")) > before)


def valid(server, count):
    """Each page as a strict reader takes it: no error of HTML 5, no id twice."""
    posts = [{"question": "refaire ma carte d'identité"}, {"question": ""}, {"act": "person"}, {"act": "erase"}]
    for path, data in [(path, None) for path in PAGES] + [("/", urllib.parse.urlencode(post).encode()) for post in posts]:
        request = urllib.request.Request(server.base + path, data, {"Accept": "text/html"})
        try:
            page = urllib.request.urlopen(request, timeout=20).read().decode()
        except urllib.error.HTTPError as error:
            page = error.read().decode()
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
        tree = parser.parse(page)
        errors = [f"{position} {code}" for position, code, _ in parser.errors]
        count.check(f"valid: {path} {data or ''}", not errors, errors[:3])
        ids = collections.Counter(e.get("id") for e in tree.iter() if e.get("id"))
        count.check(f"ids: {path} {data or ''}", max(ids.values(), default=0) == 1, [i for i, n in ids.items() if n > 1])


def run(server, count, shots, _):
    valid(server, count)
    with Browser() as browser:
        for width in (320, 1280):
            for scheme in ("light", "dark"):
                browser.look(width=width, height=900, scheme=scheme)
                state = f"{width} {scheme}"

                def judge(name):
                    count.check(f"{name}, {state}", (found := browser.violations()) == [], found)

                for path in PAGES:
                    browser.get(server.base + path)
                    judge(path)
                conversation(server, browser, judge)
                kiosk(server, browser, judge)
    with Browser() as browser:
        for colours in ("strong", "dark", "light"):
            browser.look(width=1280, scheme="dark" if colours == "light" else "light")
            browser.get(server.base + "/")
            ask(browser, "refaire ma carte d'identité")
            browser.execute_script(f"document.documentElement.className = 'size-large colours-{colours}'")
            count.check(f"colours {colours}", (found := browser.violations()) == [], found)


def conversation(server, browser, judge):
    browser.get(server.base + "/")
    ask(browser, "c kan les poubel jone rue des tilleul")
    judge("an answer")
    ask(browser, "refaire ma carte d'identité")
    judge("choices")
    browser.one("#question").send_keys("\n")
    judge("an error")
    browser.one("details.display summary").click()
    judge("the display")
    browser.one("#tools [value=details]").click()
    browser.until(lambda b: len(b.all(".exchange")) == 3)
    judge("details")
    browser.one(".erase button").click()
    browser.until(lambda b: len(b.all(".exchange")) == 1)
    judge("erased")


def kiosk(server, browser, judge):
    browser.get(server.base + "/kiosk")
    browser.one("#start").click()
    judge("kiosk home")
    browser.one("[data-do=write]").click()
    judge("kiosk letters")
    browser.one("[data-do=home]").click()
    browser.all("#options button")[0].click()
    browser.all("#options button")[0].click()
    browser.until(lambda b: b.one("#answer").text)
    judge("kiosk answer")
    browser.one("[data-do=end]").click()
    judge("kiosk ended")

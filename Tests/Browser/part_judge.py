"""axe-core on every page and state, at 320 and 1280 pixels, in light and dark: no violation."""
from harness import Browser

PAGES = [
    "/", "/?lang=en", "/accessibilite", "/accessibilite?lang=en", "/donnees-personnelles", "/widget", "/nulle-part", "/kiosk",
    "/kiosk?lang=en", "/widget/exemple",
]


def ask(browser, words):
    before = len(browser.all(".exchange"))
    browser.one("#question").send_keys(words + "\n")
    browser.until(lambda b: len(b.all(".exchange")) > before)


def run(server, count, shots, _):
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

"""The widget on a site of the commune, another origin with a strict policy: one line, a dialog, Escape, the focus, nothing kept."""
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from harness import Browser

INNER = "return document.querySelector('body > div:last-of-type').shadowRoot"


def press(browser, *keys):
    for key in keys:
        ActionChains(browser).send_keys(key).perform()


def run(server, count, shots, pages):
    origin = server.base.rsplit("/", 1)[0]
    policy = f"default-src 'none'; script-src {origin}; frame-src {origin}; base-uri 'none'"

    def page(attributes="", body=""):
        return (
            '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le site</title></head><body><main><h1>Le site de Valclair</h1>'
            f'<p>Bienvenue sur le site de la commune.</p>{body}</main><script src="{server.base}/widget.js" {attributes}></script></body></html>'
        )

    pages["/"] = (page(), policy)
    pages["/own"] = (
        page('data-open=".ask" data-lang="en" data-title="Town hall"', '<p><button type="button" class="ask">Ask</button></p>'),
        policy)
    pages["/left"] = (page('data-position="left" data-label="Une question ?"'), policy)
    base = f"http://127.0.0.1:{server.site_port}"
    with Browser() as browser:
        browser.look()
        dialog(browser, base, count, shots)
        own(browser, base, count, shots)
        browser.get(base + "/left")
        label = browser.execute_script(INNER + ".querySelector('.launcher').textContent")
        count.check("the site's own label", label == "Une question ?", label)
        # axe-core, put into the frame, greets the page around it, of another origin.
        found = [c for c in browser.complaints() if "'postMessage' on 'DOMWindow'" not in c]
        count.check("no complaint in the console", found == [], found)


def dialog(browser, base, count, shots):
    browser.get(base + "/")
    count.check("before use, nothing is asked of the server but the script", browser.execute_script(
        "return performance.getEntriesByType('resource').map((e) => e.name).filter((n) => !n.endsWith('/widget.js') && !n.endsWith('favicon.ico'))") == [])
    count.check("nor kept", browser.execute_script("return [document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0])
    count.check("there is no frame", browser.execute_script(INNER + ".querySelector('iframe') === null"))
    browser.shot(shots, "widget-1-button", whole=False)
    count.check("axe: the site with the button", (found := browser.violations()) == [], found)
    press(browser, Keys.TAB)
    count.check("the button is reached by keyboard", browser.focused()[2] == "Poser une question", browser.focused())
    press(browser, Keys.ENTER)
    browser.until(lambda b: b.execute_script(INNER + ".querySelector('dialog').open"))
    title = browser.execute_script(INNER + ".querySelector('iframe').title")
    count.check("the frame has a title", title == "Posez votre question à la mairie - Mairie de Valclair", title)
    count.check("the dialog has a name", browser.execute_script(
        INNER + ".getElementById(" + INNER[7:] + ".querySelector('dialog').getAttribute('aria-labelledby')).textContent") == title)
    frame = browser.execute_script(INNER + ".querySelector('iframe')")
    browser.switch_to.frame(frame)
    browser.until(lambda b: b.all("#question"))
    browser.one("#question").send_keys("la piscine est ouverte ?\n")
    browser.until(lambda b: b.all(".exchange"))
    count.check("an answer in the frame", "piscine" in browser.one("#answer").text, browser.one("#answer").text)
    count.check("axe: in the frame", (found := browser.violations()) == [], found)
    browser.switch_to.default_content()
    browser.shot(shots, "widget-2-dialog", whole=False)
    count.check("axe: the open dialog", (found := browser.violations()) == [], found)
    browser.switch_to.frame(frame)
    browser.one("#question").send_keys(Keys.ESCAPE)
    browser.switch_to.default_content()
    browser.until(lambda b: not b.execute_script(INNER + ".querySelector('dialog').open"))
    count.check("Escape in the frame closes, and the focus goes back", browser.focused()[2] == "Poser une question", browser.focused())
    press(browser, Keys.ENTER)
    browser.until(lambda b: b.execute_script(INNER + ".querySelector('dialog').open"))
    browser.execute_script(INNER + ".querySelector('.close').focus()")
    press(browser, Keys.ESCAPE)
    browser.until(lambda b: not b.execute_script(INNER + ".querySelector('dialog').open"))
    count.check("Escape on the dialog closes, too", browser.focused()[2] == "Poser une question", browser.focused())
    press(browser, Keys.ENTER)
    browser.execute_script(INNER + ".querySelector('.close').click()")
    count.check("so does the button", browser.focused()[2] == "Poser une question", browser.focused())
    frame = browser.execute_script(INNER + ".querySelector('iframe')")
    browser.execute_script(INNER + ".querySelector('.launcher').click()")
    browser.switch_to.frame(frame)
    count.check("the conversation is still there", "piscine" in browser.one("#answer").text)
    browser.switch_to.default_content()
    count.check("nothing is kept after use", browser.execute_script("return [document.cookie, localStorage.length]") == ["", 0])
    browser.look(width=360, height=640)
    browser.shot(shots, "widget-3-phone", whole=False)
    browser.look()


def own(browser, base, count, shots):
    browser.get(base + "/own")
    count.check("a button of the site's own, and no other", browser.execute_script(INNER + ".querySelector('.launcher') === null"))
    button = browser.one("button.ask")
    count.check("says what it opens", button.get_attribute("aria-haspopup") == "dialog")
    button.click()
    title = browser.execute_script(INNER + ".querySelector('iframe').title")
    count.check("the title that the site gives", title == "Town hall", title)
    browser.switch_to.frame(browser.execute_script(INNER + ".querySelector('iframe')"))
    browser.until(lambda b: b.all("#question"))
    count.check("the language that the site gives", browser.one("html").get_attribute("lang") == "en")
    browser.one("#question").send_keys(Keys.ESCAPE)
    browser.switch_to.default_content()
    browser.until(lambda b: b.focused()[2] == "Ask")
    count.check("the focus goes back to it", browser.focused()[2] == "Ask", browser.focused())

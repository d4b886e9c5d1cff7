"""The kiosk's screen: three keys alone, the finger alone, letters of rule K1, the warning and the end of a time-out."""
import time

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from harness import OUTSIDE, Browser

# The height of a capital on the screen in millimetres, as the browser's own font gives it.
CAPITAL = """
const canvas = document.createElement('canvas').getContext('2d'), style = getComputedStyle(document.querySelector('#attract .hint'));
canvas.font = `${style.fontSize} ${style.fontFamily}`;
return canvas.measureText('H').actualBoundingBoxAscent * Number(document.body.dataset.pitch) * devicePixelRatio;
"""


def press(browser, *keys):
    for key in keys:
        # Two presses of the choosing key within 250 ms are those of a trembling hand: the screen takes one.
        time.sleep(0.3 if key == Keys.ENTER else 0)
        ActionChains(browser).send_keys(key).perform()


def reach(browser, words, key=Keys.ARROW_RIGHT, most=40):
    """Presses a key until the button with these words has the focus."""
    for _ in range(most):
        if words in browser.focused()[2]:
            return True
        press(browser, key)
    return False


def choose(browser, words):
    if not reach(browser, words):
        return False
    press(browser, Keys.ENTER)
    return True


def run(server, count, shots, _):
    with Browser() as browser:
        browser.look(1920, 1080)
        sizes(server, browser, count)
        keys(server, browser, count, shots)
        touch(server, browser, count, shots)
        timeout(server, browser, count, shots)
        count.check("no complaint in the console", (found := browser.complaints()) == [], found)


def sizes(server, browser, count):
    for pitch, distance, least in [(0.275, 60, 7.3), (0.2, 60, 7.3), (0.275, 90, 10.9)]:
        browser.get(f"{server.base}/kiosk?pitch={pitch}&distance={distance}")
        height = browser.execute_script(CAPITAL)
        count.check(f"a capital at {distance} cm on a pitch of {pitch}", least <= height <= least * 1.1, height)
    browser.look(320, 640)
    browser.get(server.base + "/kiosk")
    count.check("nothing sticks out of a narrow screen", (found := browser.execute_script(OUTSIDE)) == [], found)
    browser.look(1920, 1080)
    browser.get(f"{server.base}/kiosk?pitch=nonsense&distance=1&idle=1&keys=a,b")
    count.check("measures that are none are the town's", browser.one("body").get_attribute("data-distance") == "60")


def keys(server, browser, count, shots):
    browser.get(server.base + "/kiosk")
    count.check("the way to begin has the focus", browser.focused()[2] == "Commencer", browser.focused())
    browser.shot(shots, "kiosk-1-attract", whole=False)
    press(browser, Keys.ENTER)
    count.check("then what may be asked", "Que cherchez-vous" in browser.one("#session-title").text)
    browser.shot(shots, "kiosk-2-home", whole=False)
    first = browser.focused()
    browser.execute_script(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', repeat: true, bubbles: true}))")
    count.check("a key that is held counts once", browser.focused() == first, browser.focused())
    reach(browser, "Les déchets")
    time.sleep(0.3)
    ActionChains(browser).send_keys(Keys.ENTER, Keys.ENTER).perform()
    count.check("a topic by keys; two quick presses count once", browser.one("#session-title").text == "Les déchets" and not browser.one("#answer").text)
    browser.shot(shots, "kiosk-3-topic", whole=False)
    press(browser, Keys.ENTER)
    browser.until(lambda b: b.one("#answer").text)
    asked = browser.one("#answer").text
    browser.shot(shots, "kiosk-4-asked", whole=False)
    if "rue" in asked.lower() and "?" in asked:
        for _ in range(10):
            if reach(browser, "Tilleuls", most=8):
                break
            if not choose(browser, "Autres choix"):
                break
        count.check("a street by keys", "Tilleuls" in browser.focused()[2], browser.focused())
        press(browser, Keys.ENTER)
        browser.until(lambda b: b.one("#answer").text != asked)
    answer = browser.one("#answer").text
    count.check("an answer by three keys", "novembre" in answer, answer)
    count.check("the title says so", browser.title.startswith("Réponse"), browser.title)
    browser.shot(shots, "kiosk-5-answer", whole=False)
    count.check("simpler by keys", choose(browser, "Plus simple"), browser.focused())
    browser.until(lambda b: b.one("#answer").text != answer)
    count.check("a person by keys", choose(browser, "Parler à une personne"))
    browser.until(lambda b: "01 99 00 12 00" in b.one("#answer").text)
    count.check("yes and no are buttons", reach(browser, "Non"))
    browser.shot(shots, "kiosk-6-person", whole=False)
    count.check("back by keys", choose(browser, "Autre question"))
    count.check("the way back is the other key", reach(browser, "Terminer", Keys.ARROW_LEFT, 3), browser.focused())
    press(browser, Keys.ENTER)
    count.check("the end is said", "C'est effacé" in browser.one("#ended").text, browser.one("#ended").text)
    browser.shot(shots, "kiosk-7-ended", whole=False)
    browser.until(lambda b: b.one("#attract").is_displayed(), 10)
    count.check("nothing is left of it", browser.execute_script("return document.getElementById('answer').textContent + document.getElementById('paper-answer').textContent") == "")
    count.check("for the next person the first button has the focus", browser.focused()[2] == "Commencer", browser.focused())


def touch(server, browser, count, shots):
    browser.get(server.base + "/kiosk")
    browser.one("#start").click()
    browser.one("[data-do=write]").click()
    browser.shot(shots, "kiosk-8-letters", whole=False)
    for letter in "carte":
        next(b for b in browser.all("#options button") if b.text == letter).click()
    next(b for b in browser.all("#options button") if b.text == "espace").click()
    for letter in "identité":
        next(b for b in browser.all("#options button") if b.text == letter).click()
    count.check("what is written is shown", browser.one("#written").text == "carte identité", browser.one("#written").text)
    next(b for b in browser.all("#options button") if b.text == "envoyer").click()
    browser.until(lambda b: b.one("#answer").text)
    for _ in range(6):
        buttons = [b for b in browser.all("#options button") if b.is_displayed()]
        if not buttons:
            break
        before = browser.one("#answer").text
        buttons[0].click()
        browser.until(lambda b: b.one("#answer").text != before)
    count.check("the papers by the finger", "papiers" in browser.one("#answer").text, browser.one("#answer").text)
    codes = browser.all("#codes svg")
    count.check("codes with a name", codes and all(c.get_attribute("aria-label") for c in codes), len(codes))
    browser.shot(shots, "kiosk-9-papers")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    count.check("what is printed is the answer alone", browser.one("#paper").is_displayed() and not browser.one("#session").is_displayed())
    browser.shot(shots, "kiosk-10-print")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "screen"})
    browser.look(1920, 1080)
    count.check("a link does not lead away", browser.execute_script(
        "const a = document.createElement('a'); a.href = 'https://elsewhere.example/'; document.getElementById('answer').append(a); a.click(); return location.host") in server.base)


def timeout(server, browser, count, shots):
    """40 seconds without a touch: a warning at 20, which may be put off, then everything is forgotten."""
    browser.get(server.base + "/kiosk?idle=40")
    browser.one("#start").click()
    browser.until(lambda b: b.execute_script("return document.getElementById('warning').open"), 30)
    count.check("a warning, with what to do", "Êtes-vous toujours là" in browser.one("#warning").text, browser.one("#warning").text)
    count.check("its first button has the focus", browser.focused()[2] == "Je continue", browser.focused())
    count.check("it counts", "secondes" in browser.one("#countdown").text, browser.one("#countdown").text)
    browser.shot(shots, "kiosk-11-warning", whole=False)
    count.check("axe: the warning", (found := browser.violations()) == [], found)
    press(browser, Keys.ENTER)
    count.check("it is put off", not browser.execute_script("return document.getElementById('warning').open") and browser.one("#session").is_displayed())
    browser.until(lambda b: b.execute_script("return document.getElementById('warning').open"), 30)
    browser.until(lambda b: b.one("#ended").is_displayed(), 30)
    count.check("then it is forgotten, and that is said", "C'est effacé" in browser.one("#ended").text)
    browser.until(lambda b: b.one("#attract").is_displayed(), 10)
    time.sleep(0.2)

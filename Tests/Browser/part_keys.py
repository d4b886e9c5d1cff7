"""Everything by keyboard: the link to the question, the order of the keys, a focus that is seen, choices, the display."""
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from harness import Browser

# How the focus is seen: an outline of 2 pixels or more whose colour is not its ground's.
SEEN = """
const e = document.activeElement, s = getComputedStyle(e);
return [s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2, e.tagName + '#' + e.id + ' ' + e.innerText.slice(0, 30)];
"""


def press(browser, *keys):
    for key in keys:
        ActionChains(browser).send_keys(key).perform()


def run(server, count, shots, _):
    with Browser() as browser:
        browser.look()
        browser.get(server.base + "/")
        press(browser, Keys.TAB)
        count.check("the first key leads to the question", browser.focused()[2] == "Aller à la question", browser.focused())
        browser.shot(shots, "keys-1-skip", whole=False)
        press(browser, Keys.ENTER)
        press(browser, "quand passe la poubelle jaune")
        typed = browser.one("#question").get_attribute("value")
        if typed != "quand passe la poubelle jaune":
            press(browser, Keys.TAB)
        count.check("and Enter goes there", typed == "quand passe la poubelle jaune", browser.focused())
        press(browser, Keys.ENTER)
        browser.until(lambda b: b.all(".exchange"))
        press(browser, "rue des tilleuls", Keys.ENTER)
        browser.until(lambda b: len(b.all(".exchange")) == 2)
        answer = browser.all(".exchange")[-1].text
        count.check("a question and an answer without a mouse", "Tilleuls" in answer, answer)
        browser.get(server.base + "/")
        seen, names = [], []
        for _ in range(30):
            press(browser, Keys.TAB)
            isSeen, name = browser.execute_script(SEEN)
            if name.startswith("BODY") or (names and name == names[0]):
                break
            seen.append(isSeen)
            names.append(name)
        count.check("each focus is seen", all(seen), [n for n, s in zip(names, seen) if not s])
        places = {name.split("#")[1].split(" ")[0]: index for index, name in enumerate(names)}
        count.check("all is reached, in the order in which it is read", "question" in places and len(names) >= 8, names)
        count.check("no trap: the keys leave at the end", len(names) < 30, len(names))
        choices(server, browser, count)


def choices(server, browser, count):
    """The field's Enter asks; the buttons are reached by going back from the field."""
    browser.get(server.base + "/")
    browser.one("#question").click()
    press(browser, "refaire ma carte d'identité", Keys.ENTER)
    browser.until(lambda b: b.all(".choices button"))
    # Enter with a question written must never press a choice.
    press(browser, "la piscine est ouverte ?", Keys.ENTER)
    browser.until(lambda b: len(b.all(".exchange")) == 2)
    count.check("Enter sends the question, not a choice", "piscine" in browser.all(".exchange")[-1].text)
    press(browser, "refaire ma carte d'identité", Keys.ENTER)
    browser.until(lambda b: len(b.all(".exchange")) == 3 and b.all(".choices button"))
    for _ in range(12):
        if browser.execute_script("return document.activeElement.name") == "choice":
            break
        ActionChains(browser).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
    count.check("a choice is reached", browser.execute_script("return document.activeElement.name") == "choice")
    press(browser, Keys.SPACE)
    browser.until(lambda b: len(b.all(".exchange")) == 4)
    count.check("and pressed; the focus is in the field again", browser.focused()[1] == "question", browser.focused())

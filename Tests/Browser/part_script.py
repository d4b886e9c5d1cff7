"""A conversation with the page's script: one announcement an answer, the focus kept, errors, erasing."""
import time

from harness import Browser


def ask(browser, words):
    before = browser.execute_script("return document.querySelectorAll('.exchange').length")
    browser.one("#question").send_keys(words + "\n")
    browser.until(lambda b: len(b.all(".exchange")) > before)


def run(server, count, shots, _):
    with Browser() as browser:
        browser.look()
        browser.get(server.base + "/")
        count.check("nothing is stored before", browser.execute_script("return localStorage.length") == 0)
        browser.one("#question").click()
        browser.listen()
        conversation(browser, count, shots)
        errors(browser, count, shots)
        choices(browser, count, shots)
        erasing(browser, count)
        display(server, browser, count)
        language(server, browser, count)
        # A server that does not answer is a warning of the browser's too, and it was wanted.
        wanted = ["ERR_INTERNET_DISCONNECTED", "422"]
        count.check("the console has nothing to say", (found := [c for c in browser.complaints() if not any(w in c for w in wanted)]) == [], found)


def conversation(browser, count, shots):
    for number, (words, said) in enumerate([
        ("c kan les poubel jone rue des tilleul", "mardi 24 novembre"), ("et le verre ?", "caisse verte"),
        ("la piscine est ouverte ?", "piscine"),
    ]):
        ask(browser, words)
        answer = browser.all(".exchange")[-1].text
        count.check("the answer", said in answer and words in answer, answer)
        count.check("the focus stays in the field", browser.focused()[1] == "question", browser.focused())
        count.check("the field is empty", browser.one("#question").get_attribute("value") == "")
        count.check("one announcement an answer", len(browser.announced()) == number + 1, browser.announced())
        count.check("which holds it whole", said in browser.announced()[-1], browser.announced()[-1:])
    count.check("the earlier answers stay", len(browser.all(".exchange")) == 3)
    count.check("one answer is the last", len(browser.all("#answer")) == 1)
    count.check("the title", browser.title == "Réponse - Mairie de Valclair", browser.title)
    count.check("the page was not loaded again", "#" not in browser.current_url, browser.current_url)
    browser.shot(shots, "script-1-three-answers")
    browser.look()
    browser.one("#tools [value=simpler]").click()
    browser.until(lambda b: len(b.all(".exchange")) == 4)
    count.check("a button asks too, and the focus is in the field", browser.focused()[1] == "question", browser.focused())


def errors(browser, count, shots):
    before = len(browser.announced())
    browser.one("#question").send_keys("\n")
    count.check("an empty question is said", "Écrivez votre question" in browser.one("#error").text)
    count.check("beside the field", "Écrivez" in browser.one("#question-error").text)
    count.check("which is marked", browser.one("#question").get_attribute("aria-invalid") == "true")
    count.check("once", len(browser.announced()) == before + 1, browser.announced()[before:])
    count.check("the focus stays", browser.focused()[1] == "question", browser.focused())
    browser.shot(shots, "script-2-error")
    browser.look()
    browser.execute_cdp_cmd("Network.enable", {})
    offline = {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    browser.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
    browser.one("#question").send_keys("la mairie est ouverte ?\n")
    browser.until(lambda b: "ne répond pas" in b.one("#error").text)
    count.check("what was written is kept", browser.one("#question").get_attribute("value") == "la mairie est ouverte ?")
    browser.execute_cdp_cmd("Network.emulateNetworkConditions", offline | {"offline": False})
    ask(browser, "")
    count.check("the error goes", browser.one("#error").text == "" and not browser.one("#question").get_attribute("aria-invalid"))


def choices(browser, count, shots):
    ask(browser, "il me faut quoi pour refaire ma carte d'identité ?")
    count.check("the title of a question", browser.title.startswith("Une précision à donner"), browser.title)
    buttons = browser.all(".choices button")
    count.check("choices are buttons", len(buttons) >= 2, len(buttons))
    browser.shot(shots, "script-3-choices")
    browser.look()
    for _ in range(5):
        buttons = browser.all(".choices button")
        if not buttons:
            break
        before = len(browser.all(".exchange"))
        buttons[0].click()
        browser.until(lambda b: len(b.all(".exchange")) > before)
        count.check("only the last choices can be pressed", len({b.get_attribute("name") for b in browser.all(".exchange:not(:last-child) button:not(.listen *)")}) == 0)
        count.check("the focus is in the field", browser.focused()[1] == "question", browser.focused())
    count.check("the papers", "papiers" in browser.all(".exchange")[-1].text, browser.all(".exchange")[-1].text)


def erasing(browser, count):
    browser.one(".erase button").click()
    browser.until(lambda b: "C'est effacé" in b.one("#exchanges").text)
    count.check("the earlier answers are gone", len(browser.all(".exchange")) == 1)
    count.check("the id too", browser.one("#ask [name=conversation]").get_attribute("value") == "")
    count.check("there is nothing to ask about", not browser.one("#tools").is_displayed())
    ask(browser, "bonjour")
    count.check("another conversation begins", len(browser.one("#ask [name=conversation]").get_attribute("value")) == 22)


def display(server, browser, count):
    browser.one("summary").click()
    browser.one("[name=size][value=large]").click()
    count.check("a size counts at once", "size-large" in browser.one("html").get_attribute("class"))
    browser.one("[name=colours][value=strong]").click()
    browser.get(server.base + "/")
    count.check("and at the next visit", {"size-large", "colours-strong"} <= set(browser.one("html").get_attribute("class").split()))
    count.check("the choice is kept, and nothing else", browser.execute_script("return Object.keys(localStorage)") == ["parvis-display"])
    browser.execute_script("localStorage.clear()")


def language(server, browser, count):
    browser.get(server.base + "/")
    browser.one("#question").click()
    ask(browser, "bonjour")
    browser.one("#question").send_keys("do you speak english\n")
    browser.until(lambda b: b.one("html").get_attribute("lang") == "en")
    count.check("a person who asks for English gets the page in it", "Ask the town hall" in browser.one("h1").text)
    time.sleep(0.2)

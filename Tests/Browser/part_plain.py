"""A whole conversation without JavaScript: form posts alone."""
import urllib.error
import urllib.parse
import urllib.request

from selenium.webdriver.common.by import By

from harness import Browser


def post(server, fields, accept="text/html"):
    request = urllib.request.Request(
        server.base + "/", urllib.parse.urlencode(fields).encode(), {"Accept": accept})
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.status, dict(response.headers), response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read().decode()


def run(server, count, shots, _):
    with Browser(javascript=False) as browser:
        conversation(server, browser, count, shots)
        form(server, browser, count, shots)
        settings(server, browser, count)
    posts(server, count)


def ask(browser, words):
    field = browser.one("#question")
    field.clear()
    browser.exchange(lambda: field.send_keys(words + "\n"))


def conversation(server, browser, count, shots):
    browser.look()
    browser.get(server.base + "/")
    count.check("the page's language", browser.one("html").get_attribute("lang") == "fr")
    count.check("the title before", browser.title == "Posez votre question - Mairie de Valclair", browser.title)
    count.check("no conversation before it begins", browser.one("#ask [name=conversation]").get_attribute("value") == "")
    browser.shot(shots, "plain-1-begin")
    browser.look()
    ask(browser, "c kan les poubel jone rue des tilleul")
    answer = browser.one("#answer").text
    count.check("the answer", "La poubelle jaune passe mardi 24 novembre" in answer, answer)
    count.check("the question is said again", "c kan les poubel jone rue des tilleul" in browser.one(".asked").text)
    count.check("the title after", browser.title == "Réponse - Mairie de Valclair", browser.title)
    count.check("the address is the answer's", browser.current_url.endswith("/#answer"), browser.current_url)
    count.check("nothing of it in the address", "poubel" not in browser.current_url)
    first = browser.one("#ask [name=conversation]").get_attribute("value")
    count.check("the conversation has an id", len(first) == 22, first)
    browser.shot(shots, "plain-2-answer")
    browser.look()
    ask(browser, "et le verre ?")
    count.check("the conversation goes on", "caisse verte" in browser.one("#answer").text, browser.one("#answer").text)
    count.check("under the same id", browser.one("#ask [name=conversation]").get_attribute("value") == first)
    browser.exchange(browser.one("#tools [value=details]").click)
    count.check("details", "calendrier de collecte" in browser.one("#answer").text, browser.one("#answer").text)
    browser.exchange(browser.one("#tools [value=simpler]").click)
    count.check("simpler", "Plus simple" in browser.one(".asked").text, browser.one(".asked").text)
    browser.exchange(browser.one("#print").click)
    count.check("a page to print", "large-print" in browser.one("html").get_attribute("class"))
    count.check("with the answer", "caisse verte" in browser.one(".answer").text, browser.one(".answer").text)
    browser.shot(shots, "plain-3-print")
    browser.look()
    browser.exchange(browser.one(".tools button:not([hidden])").click)
    count.check("and a way back", browser.one("#ask [name=conversation]").get_attribute("value") == first)
    browser.exchange(browser.one(".erase button").click)
    count.check("erased", "C'est effacé" in browser.one("#answer").text, browser.one("#answer").text)
    count.check("the title says so", browser.title == "Conversation effacée - Mairie de Valclair", browser.title)
    count.check("and no id is left", browser.one("#ask [name=conversation]").get_attribute("value") == "")
    count.check("no cookie", browser.get_cookies() == [])


def form(server, browser, count, shots):
    """A procedure: questions with buttons, then the papers, then a person."""
    browser.get(server.base + "/")
    ask(browser, "il me faut quoi pour refaire ma carte d'identité ?")
    count.check("the title of a question", browser.title == "Une précision à donner - Mairie de Valclair", browser.title)
    buttons = browser.all(".choices button")
    count.check("choices are buttons", len(buttons) >= 2, len(buttons))
    browser.shot(shots, "plain-4-choices")
    browser.look()
    label = buttons[-1].text
    browser.exchange(buttons[-1].click)
    count.check("the choice is said again", label in browser.one(".asked").text, browser.one(".asked").text)
    for _ in range(4):
        buttons = browser.all(".choices button")
        if not buttons:
            break
        browser.exchange(buttons[0].click)
    count.check("the papers", "papiers" in browser.one("#answer").text, browser.one("#answer").text)
    browser.shot(shots, "plain-5-papers")
    browser.look()
    browser.exchange(browser.one("#print").click)
    codes = browser.all("svg.qr")
    count.check("the addresses are codes with a name", codes and all(c.get_attribute("aria-label") for c in codes), len(codes))
    browser.shot(shots, "plain-6-print-codes")
    browser.look()
    browser.exchange(browser.one(".tools button:not([hidden])").click)
    browser.exchange(browser.one("#person-title + address ~ p button").click)
    count.check("a person", "01 99 00 12 00" in browser.one("#answer").text, browser.one("#answer").text)
    buttons = browser.all(".choices button")
    count.check("yes and no are buttons", [b.text for b in buttons] == ["Oui", "Non"], [b.text for b in buttons])


def settings(server, browser, count):
    browser.get(server.base + "/")
    ask(browser, "la piscine est ouverte ?")
    said = browser.one("#answer").text
    browser.one("summary").click()
    browser.one("[name=size][value=larger]").click()
    browser.one("[name=colours][value=dark]").click()
    browser.exchange(browser.one("#display button").click)
    count.check("the size and the colours", {"size-larger", "colours-dark"} <= set(browser.one("html").get_attribute("class").split()))
    count.check("the answer is still there", said.endswith(browser.one("#answer").text), browser.one("#answer").text)
    ask(browser, "et demain ?")
    count.check("they stay in the next answer", "size-larger" in browser.one("html").get_attribute("class"))
    browser.exchange(browser.one("button[name=speak]").click)
    count.check("the other language", browser.one("html").get_attribute("lang") == "en")
    count.check("for the answer too", "is open" in browser.one("#answer").text, browser.one("#answer").text)
    count.check("and the display stays", "size-larger" in browser.one("html").get_attribute("class"))
    ask(browser, "when is it open tomorrow?")
    count.check("the conversation goes on in it", browser.one("html").get_attribute("lang") == "en")
    browser.get(server.base + "/?lang=en")
    count.check("an address for each language", "Ask the town hall" in browser.find_element(By.TAG_NAME, "h1").text)


def posts(server, count):
    """What a form of ours does not send."""
    status, _, page = post(server, {"question": "  ", "lang": "fr"})
    count.check("an empty question is an error", status == 422 and 'id="error" class="error"' in page, status)
    count.check("that leads to the field", '<a href="#question">' in page and 'aria-invalid="true"' in page)
    count.check("and says so in the title", "<title>Erreur : la question manque - " in page)
    status, _, page = post(server, {"question": "a" * 501})
    count.check("a long question is an error", status == 422 and "500 caractères" in page, status)
    status, _, page = post(server, {"question": "a\"\u0301 onfocus=alert(1) <script>x</script>"})
    count.check("words are never markup", status == 200 and "<script>x" not in page and '"\u0301' not in page, status)
    status, _, page = post(server, {"choice": "x", "conversation": "A" * 22})
    count.check("a conversation that is over", status == 422 and "La conversation est terminée" in page, status)
    status, _, page = post(server, {"question": "la piscine est ouverte ?", "conversation": "A" * 22})
    count.check("a question begins a new one", status == 200 and "piscine" in page and "A" * 22 not in page, status)
    for fields in [{"act": "explode"}, {}, {"choice": "a" * 300}]:
        status, _, page = post(server, fields)
        count.check(f"{list(fields)} is refused on a page", status == 400 and "<h1>" in page, status)
    status, headers, text = post(server, {"question": ""}, accept="text/vnd.parvis.exchange+html")
    count.check("the script is told in a sentence", status == 422 and "Écrivez" in text and "<" not in text, text)
    status, headers, page = post(server, {"question": "bonjour"})
    policy = headers.get("Content-Security-Policy", "")
    count.check("a strict policy", "default-src 'none'" in policy and "unsafe" not in policy, policy)
    count.check("nothing is kept", headers.get("Cache-Control") == "no-store", headers)

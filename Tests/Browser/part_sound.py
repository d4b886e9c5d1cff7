"""The voice: an answer is heard on the page, with and without the script; the kiosk's screen follows it word by word."""
import os
import re
import subprocess
import tempfile
import time
import urllib.request

from selenium.webdriver.common.keys import Keys

from harness import NOW, Browser
from part_kiosk import choose, press
from part_script import ask

# What is shown of what the kiosk's voice says, while it says it: the caption, its marked word, and when, at most once a frame.
FOLLOW = r"""
window.followed = [];
const captions = document.getElementById('captions');
new MutationObserver(() => {
  if (!captions.hidden) window.followed.push([captions.textContent, captions.querySelector('mark')?.textContent ?? '']);
}).observe(captions, {childList: true, attributes: true, subtree: true});
"""
# Answers of the server that come late, as on a busy machine.
SLOW = r"""
const fetched = window.fetch;
window.fetch = async (...request) => {
  const response = await fetched(...request);
  await new Promise((done) => { setTimeout(done, 3000); });
  return response;
};
"""


def run(server, count, shots, _):
    with Browser() as browser:
        browser.look()
        browser.get(server.base + "/")
        ask(browser, "la piscine est ouverte ?")
        if not browser.all(".listen audio"):
            print("  left out: there is no parvis-speech beside the program", flush=True)
            return
        page(browser, count, shots)
        screen(server, browser, count, shots)
        count.check("no complaint in the console", (found := browser.complaints()) == [], found)
    following(server, count, shots)
    with Browser(javascript=False) as browser:
        browser.get(server.base + "/")
        browser.one("#question").send_keys("la piscine est ouverte ?")
        browser.exchange(lambda: browser.one("#question").send_keys(Keys.ENTER))
        audio = browser.one(".listen audio")
        count.check("without the script there is the browser's own player", audio.is_displayed() and audio.get_attribute("controls"))
        count.check("which has a name", audio.get_attribute("aria-label") == "Écouter la réponse")
        with urllib.request.urlopen(urllib.request.Request(audio.get_attribute("src"), headers={"Range": "bytes=0-43"})) as part:
            count.check("a part of the sound", part.status == 206 and part.read()[:4] == b"RIFF", part.status)


def page(browser, count, shots):
    button, audio = browser.one(".listen button"), browser.one(".listen audio")
    playing = lambda b: b.execute_script("return !arguments[0].paused && arguments[0].currentTime > 0.3", audio)
    count.check("one button, not the small player", not audio.is_displayed() and button.text == "Écouter la réponse", button.text)
    count.check("nothing is heard before it is asked for", browser.execute_script("return arguments[0].paused", audio))
    browser.listen()
    button.click()
    browser.until(playing)
    count.check("the button stops it now", button.text == "Arrêter la voix", button.text)
    count.check("and the player for loudness is there", audio.is_displayed())
    count.check("the answer lasts", browser.execute_script("return arguments[0].duration", audio) > 2)
    count.check("a screen reader is told nothing over the voice", browser.announced() == [], browser.announced())
    count.check("axe: while it speaks", (found := browser.violations()) == [], found)
    browser.shot(shots, "sound-1-page")
    button.click()
    browser.until(lambda b: b.execute_script("return arguments[0].paused", audio))
    count.check("and begins it again", browser.until(lambda _: button.text == "Écouter la réponse"))
    button.click()
    ask(browser, "et demain ?")
    count.check("another answer falls silent", browser.execute_script("return arguments[0].paused", audio))


def screen(server, browser, count, shots):
    browser.look(1920, 1080)
    browser.get(server.base + "/kiosk")
    browser.execute_script(FOLLOW)
    press(browser, Keys.ENTER)
    count.check("a topic", choose(browser, "Les déchets"))
    count.check("a question", choose(browser, "déchetterie"), browser.focused())
    browser.until(lambda b: b.execute_script("return document.querySelector('#captions mark')"))
    browser.shot(shots, "sound-2-kiosk", whole=False)
    count.check("axe: while the screen speaks", (found := browser.violations()) == [], found)
    time.sleep(2.5)
    followed = browser.execute_script("return window.followed")
    sentences = list(dict.fromkeys(line for line, _ in followed))
    marked = list(dict.fromkeys(word for line, word in followed if line == sentences[0] and word))
    count.check("a sentence is there whole", sentences[0].endswith((".", "!", "?")), sentences)
    count.check("its words are marked in their order", len(marked) > 3 and in_order(marked, sentences[0]), marked)
    count.check("slower", choose(browser, "Plus lentement"))
    choose(browser, "Arrêter la voix")
    browser.until(lambda b: not b.one("#captions").is_displayed())
    count.check("the answer stays", len(browser.one("#answer").text) > 20)


def following(server, count, shots):
    """The screen of `parvis kiosk`, which hears and speaks itself; here with a microphone and a loudspeaker that are none."""
    with tempfile.TemporaryDirectory() as state:
        kiosk = subprocess.Popen(
            [server.program, "kiosk", "--screen", "0", "--input-device", "null", "--output-device", "null", "--now", NOW],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=os.environ | {"PARVIS_STATE": state})
        try:
            address = next((found[0] for line in kiosk.stderr if (found := re.search(r"http://\S+/kiosk", line))), "")
            with Browser() as browser:
                browser.look(1920, 1080)
                browser.get(address)
                browser.execute_script(FOLLOW)
                press(browser, Keys.ENTER)
                count.check("a topic on the screen that listens", choose(browser, "Les déchets"))
                count.check("a question", choose(browser, "déchetterie"))
                browser.until(lambda b: "Garenne" in b.one("#answer").text)
                said = browser.until(lambda b: next((line for line, _ in b.execute_script("return window.followed") if "Garenne" in line), ""))
                count.check("what the kiosk says is shown, in figures", "9 h à 12 h" in said and said in browser.one("#answer").text, said)
                browser.shot(shots, "sound-3-follows", whole=False)
                browser.execute_script(SLOW)
                count.check("it may be stopped", choose(browser, "Arrêter la voix"))
                browser.until(lambda b: not b.one("#captions").is_displayed())
                count.check("and ended, before the stop came back", choose(browser, "Terminer"))
                browser.until(lambda b: b.one("#ended").is_displayed() and "effacé" in b.one("#ended").text, 40)
                count.check("no complaint of the screen that listens", (found := browser.complaints()) == [], found)
            kiosk.terminate()
            count.check("it ends orderly", kiosk.wait(timeout=30) == 0, kiosk.returncode)
        finally:
            kiosk.kill()


def in_order(words, sentence):
    place = 0
    for word in words:
        place = sentence.find(word, place)
        if place < 0:
            return False
    return True

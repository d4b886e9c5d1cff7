"""Pages that say what went wrong, in the town's frame and in plain words."""
import urllib.error
import urllib.request

from harness import Browser


def get(address, data=None, kind="application/x-www-form-urlencoded"):
    request = urllib.request.Request(address, data, {"Accept": "text/html", "Content-Type": kind})
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def run(server, count, shots, _):
    for name, (status, page), expected, words in [
        ("no such page", get(server.base + "/nulle-part"), 404, "Cette page n&#39;existe pas"),
        ("too long", get(server.base + "/", b"question=" + b"a" * 20_000), 413, "Le message est trop long"),
        ("not a form", get(server.base + "/", b"{}", "application/json"), 415, "n&#39;a pas compris"),
        ("not a way to ask", get(server.base + "/colours.css", b"a=b"), 405, "n&#39;a pas compris"),
    ]:
        count.check(f"{name}: status", status == expected, status)
        count.check(f"{name}: words", f"<h1>" in page and words in page, page[:200])
        count.check(f"{name}: a person to turn to", "01 99 00 12 00" in page and "Mairie de Valclair" in page)
    with Browser() as browser:
        browser.look()
        browser.get(server.base + "/nulle-part")
        count.check("the title says it", browser.title == "Cette page n'existe pas - Mairie de Valclair", browser.title)
        browser.shot(shots, "errors-404")

"""A server of Parvis, a browser, and what judges a page: axe-core, live regions, sizes."""
import contextlib
import http.server
import os
import pathlib
import re
import socketserver
import subprocess
import tempfile
import threading
import time
import urllib.request

import axe_playwright_python
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

NOW = "2026-11-20T10:00"
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice"]


class Count:
    """Counts what holds and what does not."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, name, holds, found=""):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print(f"  FAILED {name}{': ' + str(found) if found != '' else ''}", flush=True)


class Server:
    """The program serving the example commune below a path, on a port that is free, until the block ends."""

    def __init__(self, program, site_port):
        self.program, self.site_port = program, site_port

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        town = pathlib.Path(__file__).resolve().parents[2] / "Towns" / "valclair"
        config = pathlib.Path(self.folder.name) / "web.yaml"
        config.write_text(
            f"""
communes:
  - town: {town}
    path: /valclair
    frames: ["http://127.0.0.1:{self.site_port}"]
limits:
  requests-per-second: 0
  conversations-per-minute: 0
log:
  level: error
""",
            encoding="utf-8",
        )
        environment = os.environ | {"PARVIS_STATE": self.folder.name + "/state"}
        command = [self.program, "serve", "--port", "0", "--now", NOW, "--config", str(config)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        line = self.process.stdout.readline()
        match = re.match(r"(http://\S+?)/?$", line.strip())
        if not match:
            raise SystemExit(f"the server did not start: {line!r}")
        self.base = match.group(1)
        # The second language is opened a while after the first.
        end = time.monotonic() + 300
        while '"en"' not in urllib.request.urlopen(self.base + "/api/v1/town", timeout=60).read().decode():
            if time.monotonic() > end:
                raise SystemExit("English was not opened")
            time.sleep(1)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.folder.cleanup()


@contextlib.contextmanager
def site(pages):
    """A site of a commune, another origin than the assistant's, with a strict policy. `pages` is filled before it is asked."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body, policy = pages.get(self.path, ("", ""))
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if policy:
                self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(body.encode("utf-8"))

        def log_message(self, *_):
            pass

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


class Browser(webdriver.Chrome):
    """Debian's chromium without a screen."""

    def __init__(self, javascript=True):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=fr", "--window-size=1280,900",
            "--force-renderer-accessibility", "--hide-scrollbars",
        ]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        # What the person reads, whatever the language of the machine.
        preferences = {"intl.accept_languages": "fr"}
        if not javascript:
            preferences["profile.managed_default_content_settings.javascript"] = 2
        options.add_experimental_option("prefs", preferences)
        super().__init__(options=options, service=Service("/usr/bin/chromedriver"))
        self.set_script_timeout(60)

    def exchange(self, act):
        """Does what brings another page, and waits until it is there: a form sent without a script may find the old one still."""
        old = self.one("html")
        act()

        def is_gone(_):
            try:
                old.is_enabled()
                return False
            except WebDriverException:
                return bool(self.all("body"))

        WebDriverWait(self, 10).until(is_gone)

    # What is there.

    def one(self, selector):
        return self.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.find_elements(By.CSS_SELECTOR, selector)

    def until(self, condition, seconds=15):
        """Waits for a condition; where another page comes while it is looked at, it is looked at again."""
        gone = [StaleElementReferenceException]
        return WebDriverWait(self, seconds, poll_frequency=0.05, ignored_exceptions=gone).until(condition)

    def focused(self):
        return self.execute_script(
            "let e = document.activeElement; while (e.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;"
            "return [e.tagName, e.id, (e.innerText || e.value || '').trim()]"
        )

    # How it is looked at.

    def look(self, width=1280, height=900, scheme="light", contrast="no-preference", forced="none", motion="reduce"):
        self.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        self.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {
                "features": [
                    {"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-contrast", "value": contrast},
                    {"name": "forced-colors", "value": forced}, {"name": "prefers-reduced-motion", "value": motion},
                ]
            },
        )

    def shot(self, folder, name, whole=True):
        if not folder:
            return
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        path = pathlib.Path(folder) / (name + ".png")
        if whole:
            size = self.execute_script("return [innerWidth, Math.max(innerHeight, document.documentElement.scrollHeight)]")
            self.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": size[0], "height": min(size[1], 6000), "deviceScaleFactor": 1, "mobile": False})
        self.save_screenshot(str(path))

    # What judges it.

    def violations(self):
        """What axe-core finds, a line each."""
        self.execute_script("if (!window.axe) { " + AXE + "\n}")
        result = self.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {resultTypes: ['violations'], runOnly: {type: 'tag', values: arguments[0]}})"
            ".then(done).catch((error) => done({error: String(error)}));", TAGS)
        if "error" in result:
            return [result["error"]]
        return [f"{v['id']} {v['nodes'][0]['html'][:160]}" for v in result["violations"]]

    def listen(self):
        """Notes from now on what live regions would announce."""
        self.execute_script(ANNOUNCEMENTS)

    def announced(self):
        return self.execute_script("return window.announced ?? []")

    def complaints(self):
        """What the browser's console says is wrong: errors of scripts, what the policy refused."""
        return [entry["message"] for entry in self.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]


# The rules of live regions, as browsers hand them to screen readers: additions of a polite region, whole where it is atomic.
ANNOUNCEMENTS = r"""
window.announced = [];
const polite = (element) => {
  for (let e = element; e?.nodeType === 1; e = e.parentElement) {
    const live = e.getAttribute('aria-live') || {log: 'polite', status: 'polite', alert: 'assertive'}[e.getAttribute('role')];
    if (live) return live === 'off' ? undefined : e;
  }
};
new MutationObserver((changes) => {
  const seen = new Set();
  for (const change of changes) {
    const target = change.target.nodeType === 1 ? change.target : change.target.parentElement;
    const region = polite(target);
    if (!region || !region.checkVisibility() || region.closest('[aria-hidden=true]')) continue;
    const isWhole = ['status', 'alert'].includes(region.getAttribute('role'));
    if (isWhole && seen.has(region)) continue;
    seen.add(region);
    const text = isWhole ? region.innerText : [...change.addedNodes].map((n) => n.innerText ?? n.data ?? '').join(' ');
    if (text.trim()) window.announced.push(text.replace(/\s+/g, ' ').trim());
  }
}).observe(document.documentElement, {subtree: true, childList: true, characterData: true});
"""

# Elements to press that are smaller than 44 pixels, links within a sentence aside (WCAG 2.2, 2.5.8 lets these be).
SMALL = r"""
const isInline = (e) => e.tagName === 'A' && getComputedStyle(e).display === 'inline';
return [...document.querySelectorAll('a, button, input:not([type=hidden]), summary, .radio')]
  .filter((e) => e.checkVisibility() && !isInline(e) && !e.classList.contains('skip'))
  .filter((e) => !e.closest('.radio') || e.classList.contains('radio'))
  .map((e) => [e.getBoundingClientRect(), e]).filter(([r]) => r.width < 43.5 || r.height < 43.5)
  .map(([r, e]) => `${Math.round(r.width)}x${Math.round(r.height)} ${e.outerHTML.slice(0, 90)}`);
"""

# What sticks out of the window, or out of a box that hides it.
OUTSIDE = r"""
const found = [];
if (document.documentElement.scrollWidth > innerWidth) found.push(`page ${document.documentElement.scrollWidth} > ${innerWidth}`);
for (const e of document.querySelectorAll('main *, header *, footer *')) {
  if (!e.checkVisibility() || e.closest('.visually-hidden, .skip, svg')) continue;
  const r = e.getBoundingClientRect();
  if (r.width && (r.right > innerWidth + 1 || r.left < -1)) found.push(e.outerHTML.slice(0, 80));
  const style = getComputedStyle(e);
  if (style.overflow === 'hidden' && e.scrollHeight > e.clientHeight + 2) found.push('cut ' + e.outerHTML.slice(0, 80));
}
return found.slice(0, 5);
"""

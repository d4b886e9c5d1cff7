"""Every route as a program uses it, every answer checked against the description that the server itself gives."""

import json
import urllib.error
import urllib.request

import jsonschema_rs

# Words that no log may hold: they are said below and nowhere else.
WORDS = ["tilleul", "zorglub", "passeport"]

TURNS = [
    {"text": "quand passe la poubelle jaune rue des tilleul"},
    {"text": "quand passe la poubelle"},
    {"text": "la piscine est ouverte vendredi ?", "id": "q3"},
    {"text": "et samedi ?", "channel": "kiosk", "speaking": False},
    {"text": "quel est le menu de la cantine jeudi prochain et quand passe la poubelle jaune rue des tilleuls ?"},
    {"text": "zorglub"},
    {"text": "comment payer mes impôts"},
    {"text": "je veux parler à quelqu'un"},
    {"text": "au secours on me suit"},
    {"text": "quels papiers pour un passeport"},
    {"text": "rappelez-moi"},
    {"act": "cancel"},
    {"act": "repeat"},
    {"act": "simpler"},
    {"act": "details"},
    {"act": "link"},
    {"act": "spell"},
    {"silence": True},
    {"choice": "nothing"},
    {"text": "in English please"},
    {"text": "is the swimming pool open on Friday?"},
    {"act": "quit"},
]
REFUSED = [b"", b"{", b"{}", b"[]", b'{"text":5}', b'{"text":"a","choice":"b"}', b'{"act":"sing"}', b'{"text":"a","zorglub":1}']


class Description:
    """The document, and what it says of an answer."""

    def __init__(self, server):
        self.address = server.address
        self.document = json.loads(urllib.request.urlopen(server.address + "/api/v1/openapi.json").read())
        self.failures = []
        self.seen = set()

    def ask(self, method, path, template, body=None, query="", headers=None):
        """One request; its status and its object, checked."""
        headers = dict(headers or {})
        if body is not None:
            headers.setdefault("Content-Type", "application/json")
        request = urllib.request.Request(
            self.address + "/api/v1" + path + query, data=body, method=method, headers=headers)
        try:
            answer = urllib.request.urlopen(request, timeout=20)
        except urllib.error.HTTPError as error:
            answer = error
        data = answer.read()
        return answer.status, self.checked(method, template, answer.status, answer.headers.get("Content-Type", ""), data)

    def checked(self, method, template, status, kind, data):
        where = "%s %s: %d" % (method, template, status)
        operation = self.document["paths"][template][method.lower()]
        self.seen.add((method, template))
        response = operation["responses"].get(str(status))
        if response is None:
            self.failures.append(where + " is not described")
            return None
        if "$ref" in response:
            response = self.document["components"]["responses"][response["$ref"].rsplit("/", 1)[1]]
        content = response.get("content", {})
        if not content:
            if data:
                self.failures.append(where + " has a body that is not described")
            return None
        kind = kind.split(";")[0]
        if kind not in content:
            self.failures.append("%s is %s, which is not described" % (where, kind))
            return None
        if not kind.endswith("json"):
            return data.decode()
        value = json.loads(data)
        schema = dict(content[kind]["schema"], components=self.document["components"])
        for error in jsonschema_rs.iter_errors(schema, value):
            self.failures.append("%s: %s at %s" % (where, error.message[:300], "/".join(map(str, error.instance_path))))
        return value


def check(server):
    """What is wrong, a line each."""
    description = Description(server)
    ask = description.ask
    for path in ["/topics", "/town", "/health", "/openapi.json", "/openapi.yaml"]:
        status, _ = ask("GET", path, path)
        if status != 200:
            description.failures.append("GET %s: %d" % (path, status))
    _, begun = ask("POST", "/conversations", "/conversations", b'{"language":"fr"}', "?html=true")
    conversation, statuses = "/conversations/" + begun["id"], set()
    for turn in TURNS:
        for query in ["", "?html=true"]:
            _, answer = ask(
                "POST", conversation + "/turns", "/conversations/{id}/turns", json.dumps(turn).encode(), query)
            statuses.add(answer["status"])
            if (query != "") != ("html" in answer):
                description.failures.append("html of %s: %s" % (turn, query))
    for missing in {"answered", "asked", "unclear", "refused", "handover"} - statuses:
        description.failures.append("no turn ended as " + missing)
    for body in REFUSED:
        status, problem = ask("POST", conversation + "/turns", "/conversations/{id}/turns", body)
        if status != 400 or "zorglub" in json.dumps(problem):
            description.failures.append("%s: %d %s" % (body, status, problem))
    status, _ = ask(
        "POST", conversation + "/turns", "/conversations/{id}/turns", b"text=a", "",
        {"Content-Type": "application/x-www-form-urlencoded"})
    if status != 415:
        description.failures.append("a form: %d" % status)
    status, _ = ask("POST", conversation + "/turns", "/conversations/{id}/turns", b" " * 20000)
    if status != 413:
        description.failures.append("a long body: %d" % status)
    ask(
        "POST", conversation + "/turns", "/conversations/{id}/turns", b'{"act":"help"}', "",
        {"Accept": "text/event-stream"})
    ask("GET", conversation, "/conversations/{id}")
    ask("DELETE", conversation, "/conversations/{id}")
    for method in ["GET", "DELETE"]:
        status, _ = ask(method, conversation, "/conversations/{id}")
        if status != 404:
            description.failures.append("%s of an erased conversation: %d" % (method, status))
    known = {
        (method.upper(), path) for path, item in description.document["paths"].items()
        for method in item if method != "parameters"}
    description.failures += ["%s %s was not asked" % route for route in sorted(known - description.seen)]
    return description.failures

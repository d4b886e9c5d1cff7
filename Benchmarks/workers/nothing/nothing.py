import json
import sys

REPLIES = {
    "hello": '"type":"hello","protocol":1',
    "describe": '"type":"manifest","manifest":{"id":"nothing","version":"1.0","languages":["fr"],'
                '"intents":[{"id":"nothing.at-all"}]}',
    "request": '"type":"reply","reply":{"status":"unknown","parts":[{"statement":"Rien."}]}',
}
for line in sys.stdin:
    message = json.loads(line)
    if message["type"] in REPLIES:
        sys.stdout.write('{"id":%d,%s}\n' % (message["id"], REPLIES[message["type"]]))
        sys.stdout.flush()

"""A small editor: starts the real server and speaks to it over its streams."""

import json
import os
import queue
import subprocess
import sys
import threading


class Editor:
    """Speaks the Language Server Protocol as an editor does."""

    def __init__(self, folder, encodings=("utf-16",), cache="cache"):
        """Start the server in a folder and greet it."""
        self.log = (folder / "server.log").open("w+b")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kbtool", "lsp"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            cwd=folder,
            env=os.environ | {"KBTOOL_CACHE_DIR": str(folder / cache)},
        )
        self.folder = folder
        self.messages = queue.Queue()
        self.kept = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.numbers = iter(range(1, 1000))
        general = {"positionEncodings": list(encodings)}
        self.capabilities = self.ask(
            "initialize",
            {"processId": None, "rootUri": folder.as_uri(), "capabilities": {"general": general}},
        )["capabilities"]
        self.tell("initialized", {})

    def uri(self, name):
        return (self.folder / name).as_uri()

    def tell(self, method, params):
        self._write({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method, params):
        number = next(self.numbers)
        self._write({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        answer = self.wait(lambda message: message.get("id") == number)
        assert "error" not in answer, answer
        return answer["result"]

    def wait(self, is_wanted, seconds=60):
        """The next message that is wanted; others are kept for later."""
        for message in self.kept:
            if is_wanted(message):
                self.kept.remove(message)
                return message
        while True:
            message = self.messages.get(timeout=seconds)
            if is_wanted(message):
                return message
            self.kept.append(message)

    def open(self, name, text):
        document = {"uri": self.uri(name), "languageId": "markdown", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def change(self, name, text, version):
        where = {"uri": self.uri(name), "version": version}
        self.tell(
            "textDocument/didChange", {"textDocument": where, "contentChanges": [{"text": text}]}
        )

    def diagnostics(self, name, version=None):
        """Diagnostics of a document, of a version where one is given."""

        def is_wanted(message):
            params = message.get("params") or {}
            return (
                message.get("method") == "textDocument/publishDiagnostics"
                and params["uri"] == self.uri(name)
                and version in (None, params.get("version"))
            )

        return self.wait(is_wanted)["params"]["diagnostics"]

    def actions(self, name, line, character, only=None):
        here = {"line": line, "character": character}
        context = {"diagnostics": []} | ({"only": only} if only else {})
        return self.ask(
            "textDocument/codeAction",
            {
                "textDocument": {"uri": self.uri(name)},
                "range": {"start": here, "end": here},
                "context": context,
            },
        )

    def close(self):
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(timeout=30)

    def end(self):
        """End the server, if it still runs, and close its streams."""
        self.process.kill()
        self.process.wait()
        self.reader.join()
        for stream in (self.process.stdin, self.process.stdout, self.log):
            stream.close()

    def _write(self, message):
        content = json.dumps(message).encode("utf-8")
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self.process.stdin.flush()

    def _read(self):
        stream = self.process.stdout
        while header := stream.readline():
            length = (
                int(header.split(b":")[1]) if header.lower().startswith(b"content-length") else 0
            )
            while header.strip():
                header = stream.readline()
                if header.lower().startswith(b"content-length"):
                    length = int(header.split(b":")[1])
            self.messages.put(json.loads(stream.read(length)))


def apply(text, edit, encoding="utf-16"):
    """Text after the edits of an action, as an editor makes them."""
    (change,) = edit["documentChanges"]
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]

    def offset(place):
        line = lines[place["line"]] if place["line"] < len(lines) else ""
        units = place["character"] * (2 if encoding == "utf-16" else 1)
        code = "utf-16-le" if encoding == "utf-16" else "utf-8"
        before = line.encode(code)[:units].decode(code)
        return (starts[place["line"]] if place["line"] < len(lines) else len(text)) + len(before)

    for one in sorted(change["edits"], key=lambda one: offset(one["range"]["start"]), reverse=True):
        start, end = offset(one["range"]["start"]), offset(one["range"]["end"])
        text = text[:start] + one["newText"] + text[end:]
    return text

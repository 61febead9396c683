"""The language server that editors use for YAML: installed once, and spoken to as an editor speaks to it."""

import contextlib
import itertools
import json
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.support import CHECKOUT

VERSION = "1.25.0"
_PATIENCE = 60
"""Seconds to wait for an answer."""


def installed_server() -> list[str]:
    """The command that starts the server. Skips the test where node or the server cannot be had, but never in CI."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        _skip("node and npm are not installed here")
    folder = CHECKOUT / "build" / "yaml-language-server" / VERSION
    program = folder / "node_modules/yaml-language-server/bin/yaml-language-server"
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock"):
        if not program.exists():
            words = ["install", "--prefix", str(folder), "--no-audit", "--no-fund", "--ignore-scripts"]
            done = subprocess.run(
                [str(npm), *words, f"yaml-language-server@{VERSION}"], capture_output=True, check=False
            )
            if done.returncode:
                _skip(f"npm could not install yaml-language-server {VERSION}")
    return [str(node), str(program), "--stdio"]


def _skip(reason: str) -> None:
    if os.environ.get("CI", "").lower() in ("1", "true", "yes"):
        pytest.fail(f"{reason}; in CI it must be there")
    pytest.skip(reason)


class LanguageServer:
    """An editor's side of the talk with the server."""

    def __init__(self, process: "subprocess.Popen[bytes]", root: Path, settings: Mapping[str, Any]) -> None:
        self._process = process
        self._settings = settings
        self._numbers = itertools.count(1)
        self._heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        """What the server says is wrong with each document, by its address."""
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        folder = {"uri": root.as_uri(), "name": root.name}
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"hover": {"contentFormat": ["markdown"]}},
        }
        given = {"processId": os.getpid(), "rootUri": root.as_uri(), "capabilities": capabilities}
        self.ask("initialize", {**given, "workspaceFolders": [folder]})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": dict(settings)})

    def open(self, path: Path, text: str) -> str:
        """Open a document as an editor does, and give its address."""
        address = path.as_uri()
        document = {"uri": address, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return address

    def found(self, address: str) -> list[str]:
        """What the server says is wrong with an opened document, once it has looked."""
        while address not in self.diagnostics:
            self._take()
        return [str(each["message"]) for each in self.diagnostics[address]]

    def offered(self, address: str, line: int, character: int) -> list[str]:
        """The words offered at a place, counted from 0."""
        answer = self.ask("textDocument/completion", _place(address, line, character))
        return [str(item["label"]) for item in answer["items"]]

    def explained(self, address: str, line: int, character: int) -> str:
        """What is shown when the pointer rests at a place, counted from 0."""
        answer = self.ask("textDocument/hover", _place(address, line, character))
        return str(answer["contents"]["value"]) if answer else ""

    def close(self) -> None:
        """End the server, and hear it out."""
        self._process.kill()
        self._listener.join(_PATIENCE)

    def ask(self, method: str, params: Mapping[str, Any]) -> Any:
        """Ask and wait for the answer."""
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _take(self) -> dict[str, Any]:
        message = self._heard.get(timeout=_PATIENCE)
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            wanted = [item.get("section") for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": [self._settings.get(name) for name in wanted]})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _tell(self, method: str, params: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Mapping[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode("utf-8")
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream
        while line := stream.readline():
            length = int(line.partition(b":")[2]) if line.lower().startswith(b"content-length") else 0
            while line.strip():
                line = stream.readline()
            if len(data := stream.read(length)) == length > 0:
                self._heard.put(json.loads(data))


def _place(address: str, line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": address}, "position": {"line": line, "character": character}}


@contextlib.contextmanager
def language_server(root: Path, settings: Mapping[str, Any]) -> Iterator[LanguageServer]:
    """A running server for a folder. `settings` are the editor's, by the word before their first dot."""
    with subprocess.Popen(
        installed_server(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            server = LanguageServer(process, root, settings)
            yield server
            server.close()
        finally:
            process.kill()

"""One window per data file: a lock that a killed process leaves open, and a knock on its door."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

from revmentor_desktop.domain.errors import KnownError

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_KNOCK: Final = b"raise"
_ANSWER_MS: Final = 1_000


class Claims(QObject):
    """Holds the claim on the data file that this process works on; at most one at a time."""

    knocked = Signal()
    """Another start found the file claimed and asks this window to come to the front."""

    def __init__(self, folder: Path) -> None:
        """Keep the locks in `folder`, which is made when first needed."""
        super().__init__()
        self._folder = folder
        self._claimed: Path | None = None
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None
        self._listening = False

    def take(self, path: Path) -> None:
        """Claim a data file instead of the one before. Raises KnownError ``file-in-use``.

        The claim of a process that is gone, however it ended, is taken over.
        """
        wanted = path.absolute()
        if wanted == self._claimed:
            return
        self.release()
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = QLockFile(str(self._folder / f"{_token(wanted)}.lock"))
        # Age never makes a claim stale, only the end of its process does.
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            raise KnownError("file-in-use", name=path.name)
        self._lock, self._claimed = lock, wanted
        if self._listening:
            self.listen()

    def listen(self) -> None:
        """Answer knocks from now on; called once the window is there to be raised."""
        from PySide6.QtNetwork import QLocalServer

        self._listening = True
        if self._claimed is None or self._server is not None:
            return
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = _door(self._claimed)
        # What a killed process left behind; the lock says that nobody is listening there.
        QLocalServer.removeServer(name)
        server.listen(name)
        server.newConnection.connect(self._visited)
        self._server = server

    def release(self) -> None:
        """Give the claim up."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        self._claimed = None

    def _visited(self) -> None:
        if self._server is None:
            return
        visitor = self._server.nextPendingConnection()
        visitor.readyRead.connect(lambda: self._hear(visitor))
        visitor.disconnected.connect(visitor.deleteLater)
        if visitor.bytesAvailable():
            self._hear(visitor)

    def _hear(self, visitor: QLocalSocket) -> None:
        """Do as the one known word asks; anything else is not even read to its end."""
        if bytes(visitor.read(len(_KNOCK)).data()) == _KNOCK:
            self.knocked.emit()
        visitor.abort()


def knock(path: Path) -> bool:
    """Ask the window that has `path` open to come to the front; False when nobody hears."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(_door(path.absolute()))
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    socket.write(_KNOCK)
    # The other side hangs up as soon as it has heard.
    heard = socket.waitForBytesWritten(_ANSWER_MS)
    if socket.state() != QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(_ANSWER_MS)
    return heard


def _token(path: Path) -> str:
    digest = QCryptographicHash.hash(
        str(path.resolve()).encode(), QCryptographicHash.Algorithm.Sha256
    )
    return bytes(digest.toHex().data()).decode()[:20]


def _door(path: Path) -> str:
    """Return the name under which the window of a data file can be reached."""
    return f"revmentor-{_token(path)}"

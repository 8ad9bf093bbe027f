"""Is a folder on a local disk? SQLite's write-ahead log needs memory that all its processes share, so it has to be.

https://www.sqlite.org/wal.html: "WAL does not work over a network filesystem."
"""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePath, PurePosixPath

from provenance.errors import ArchiveError

_MOUNTS = Path("/proc/self/mountinfo")
_OCTAL = re.compile(r"\\([0-7]{3})")
_REMOTE_DRIVE = 4

_NETWORK = frozenset(
    {"9p", "afs", "beegfs", "ceph", "cifs", "davfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4"}
    | {"smb2", "smb3", "smbfs"}
    | {"fuse.ceph", "fuse.cephfs", "fuse.davfs", "fuse.gcsfuse", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone"}
    | {"fuse.s3fs", "fuse.sshfs"}
)


def refuse_network(folder: Path) -> None:
    """Raise ArchiveError where the folder is known to lie on a network file system.

    Linux and Windows say so; of other platforms nothing is known, and the folder is trusted.
    """
    if on_network(folder.absolute()):
        raise ArchiveError(
            f"The archive cannot lie on a network drive: {folder}",
            "Choose a folder on a local disk with --archive or PROV_ARCHIVE; the photos themselves may lie anywhere.",
        )


def on_network(folder: Path) -> bool:
    """Whether the folder, or where it would be made, is known to lie on a network file system."""
    if sys.platform == "win32":
        import ctypes

        drive = folder.resolve().drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _REMOTE_DRIVE
    try:
        mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
        return mounted_from_network(PurePosixPath(folder.resolve()), mounts)
    except OSError:
        return False


def mounted_from_network(folder: PurePath, mounts: str) -> bool:
    """The same, read from the text of Linux's /proc/self/mountinfo (proc_pid_mountinfo(5)).

    The innermost mount counts, of several on one point the last. A root file system of type 9p is a sandbox's own
    disk (gVisor), not somebody else's.
    """
    point, kind = PurePosixPath("/"), ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, types = before.split(" "), after.split(" ")
        if len(fields) < 5 or not types[0]:
            continue
        candidate = PurePosixPath(_OCTAL.sub(lambda found: chr(int(found[1], 8)), fields[4]))
        if folder.is_relative_to(candidate) and candidate.is_relative_to(point):
            point, kind = candidate, types[0]
    return kind in _NETWORK and (str(point), kind) != ("/", "9p")

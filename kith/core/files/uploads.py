"""Files on their way in: the temporary folder holds no more of one than Kith would take."""

from __future__ import annotations

import os

from django.core.files.uploadhandler import TemporaryFileUploadHandler


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Lets what is over the limit run past the disk; what is left is still too large, and is refused in words.

    Anybody can send a file to any address, signed in or not: an endless one must not fill the disk.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write the piece, unless the limit was reached before it."""
        if start > limit():
            return
        try:
            super().receive_data_chunk(raw_data, start)
        except OSError:  # a full disk: give back at once what this file has of it
            self.file.close()
            raise


def limit() -> int:
    """Bytes of the largest file that is taken (KITH_FILE_LIMIT_MB, default 50)."""
    return (int(os.environ.get("KITH_FILE_LIMIT_MB", "0")) or 50) * 2**20

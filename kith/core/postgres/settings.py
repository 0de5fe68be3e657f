"""Settings of the embedded server, fitted to the machine it wakes up on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

MB = 2**20
HBA = "# Only the socket in a private folder, and never without a password.\nlocal all all scram-sha-256\n"


def server_settings(socket: Path, log: Path) -> str:
    """Text of `kith.conf`: durable, quiet about people, and sized for this machine's memory and cores."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // MB
    cores = os.cpu_count() or 1
    values = {
        "listen_addresses": "",
        "port": 5432,
        "unix_socket_directories": str(socket),
        "unix_socket_permissions": "0700",
        "max_connections": 100,
        "password_encryption": "scram-sha-256",
        # Durable: what was committed is there after the plug is pulled.
        "fsync": "on",
        "synchronous_commit": "on",
        "full_page_writes": "on",
        "checkpoint_timeout": "10min",
        "max_wal_size": "2GB",
        # An eighth of the memory at most: the machine runs the web server and the browser tests as well.
        "shared_buffers": f"{_between(64, memory // 8, 2048)}MB",
        "effective_cache_size": f"{max(256, memory // 2)}MB",
        "work_mem": f"{_between(4, memory // 256, 32)}MB",
        "maintenance_work_mem": f"{_between(64, memory // 32, 512)}MB",
        "max_parallel_workers": cores,
        "max_parallel_workers_per_gather": max(1, cores // 2),
        "random_page_cost": 1.1,
        "jit": "off",  # our queries are many and short
        "timezone": "UTC",
        # A statement or a clashing key can hold a child's name: neither belongs in a log file.
        "log_min_error_statement": "panic",
        "log_error_verbosity": "terse",
        "log_checkpoints": "off",
        "logging_collector": "on",
        "log_directory": str(log),
        "log_filename": "server-%a.log",
        "log_rotation_age": "1d",
        "log_truncate_on_rotation": "on",
    }
    if shutil.disk_usage("/dev/shm" if Path("/dev/shm").is_dir() else "/").total < 256 * MB:  # noqa: S108
        values["dynamic_shared_memory_type"] = "mmap"  # containers give /dev/shm 64 MB, too little to sort in
    lines = (f"{name} = '{str(value).replace(chr(39), chr(39) * 2)}'" for name, value in values.items())
    return "# Written by Kith at every start; changes here are lost.\n" + "\n".join(lines) + "\n"


def _between(least: int, wanted: int, most: int) -> int:
    return max(least, min(wanted, most))

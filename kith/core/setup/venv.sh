#!/bin/sh
# Make .venv with the first Python 3.11+ found (or the one in PYTHON).
set -eu

for python in ${PYTHON:-python3 python3.11 python3.12 python3.13 python3.14}; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
            # Debian keeps these two parts of Python in a package of their own.
            version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
            if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
                apt-get update -q
                DEBIAN_FRONTEND=noninteractive apt-get install -q -y "python$version-venv"
            else
                echo "Python has no venv: install the package python$version-venv." >&2
                exit 2
            fi
        fi
        rm -rf .venv # what a set-up that was broken off left there
        exec "$python" -m venv .venv
    fi
done
echo "Python 3.11 or later is not there: install the package python3." >&2
exit 2

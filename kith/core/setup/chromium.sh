#!/bin/sh
# Print the path of the browser that the stories are tried in; as root on Debian, install one if there is none.
set -eu

find_one() {
    for name in "${KITH_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        if [ -n "$name" ] && command -v "$name"; then return 0; fi
    done
    return 1
}

find_one && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -q >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium >&2
    find_one && exit 0
fi
echo "No browser for the tests: install the package chromium." >&2
exit 2

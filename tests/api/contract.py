"""Holds the answers of the JSON API of `tapi3 serve` against its description, with Schemathesis.

usage: contract.py URL USER

URL is the server's, USER a user's name, which is the password, too. What is asked for is made from
the description: what it allows, what it forbids, and calls that are placed, shown and ended. Exits
with 77 when Schemathesis is not installed.
"""

import shutil
import subprocess
import sys
from pathlib import Path

MISSING = 77

# Whoever asks for it waits for the end of the answer.
NEVER_ENDING = "^/events$"


def main() -> int:
    url, user = sys.argv[1:]
    beside = Path(sys.executable).parent / "schemathesis"
    command = str(beside) if beside.exists() else shutil.which("schemathesis")
    if command is None:
        print("schemathesis is not installed")
        return MISSING
    done = subprocess.run(
        [
            command,
            f"--config-file={Path(__file__).with_name('schemathesis.toml')}",
            "run",
            f"{url}/api/v1/openapi.json",
            f"--url={url}/api/v1",
            f"--auth={user}:{user}",
            f"--exclude-path-regex={NEVER_ENDING}",
            "--checks=all",
            "--mode=all",
            "--max-examples=40",
            "--seed=1",
            "--generation-database=none",
            "--request-timeout=30",
            "--no-color",
        ],
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode == 0:
        print("all is well")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())

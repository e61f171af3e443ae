"""Judges answers of the endpoint, one after the other, by the schema that it hands out.

usage: judge.py DIR

DIR holds the schema files. Each message on standard input is its length in four bytes, the highest
first, and then its text; for each there is one line on standard output: "ok" or what is wrong.

Exits with 77 when lxml is not installed.
"""

import pathlib
import struct
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

try:
    from soap_schema import check_message, etree, load_schema, parse
except SystemExit:
    sys.exit(77)


def main():
    schema = load_schema(pathlib.Path(sys.argv[1]).resolve())
    print("ready", flush=True)
    while True:
        head = sys.stdin.buffer.read(4)
        if len(head) < 4:
            return
        text = sys.stdin.buffer.read(struct.unpack(">I", head)[0])
        try:
            check_message(schema, parse(text))
        except (AssertionError, etree.Error) as wrong:
            print("wrong:", str(wrong).replace("\n", " "), flush=True)
        else:
            print("ok", flush=True)


if __name__ == "__main__":
    main()

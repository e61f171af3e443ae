"""A voice menu for many callers at once: 1 takes a message, 2 asks for a number and says its digits
back, 9 or nothing ends the call.

    python3 ivr.py [--line NAME] [--prompts FOLDER] [--messages FOLDER]

The folder with the prompts holds menu.wav, message.wav, number.wav and goodbye.wav; without one each
is a tone. With a line it serves that until Ctrl-C. Without one it tries itself, on the simulated
exchange: one line calls the other, leaves a message and presses a number. It ends with status 0 when
that went well.
"""

from __future__ import annotations

import argparse
import array
import asyncio
import math
import pathlib
import sys
import tempfile
import wave
from typing import Set

import tapi3
import tapi3.aio

RATE = 8000

# Seconds: for a key, for a message, and for the trial.
PATIENCE = 10.0
LONGEST_MESSAGE = 60.0
TRIAL = 60.0

PROMPTS = {"menu": 440, "message": 550, "number": 660, "goodbye": 330}


def make_tone(path: pathlib.Path, pitch: int) -> None:
    """A prompt for those who have none."""
    samples = (round(8000 * math.sin(2 * math.pi * pitch * i / RATE)) for i in range(RATE // 2))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(array.array("h", samples).tobytes())


class Menu:
    """What is done with one caller."""

    def __init__(self, call: tapi3.aio.Call, prompts: pathlib.Path, message: pathlib.Path) -> None:
        self.call = call
        self.prompts = prompts
        self.message = message

    async def serve(self) -> None:
        """Answers, offers the menu, and hangs up."""
        async with self.call as call:
            try:
                await call.answer()
                # From now on: whoever knows the menu may press keys before it is at its end.
                async with call.digits() as keys:
                    await self.offer(keys)
                await self.say("goodbye")
            except tapi3.TAPI_E_DROPPED:
                print("the caller hung up", flush=True)

    async def offer(self, keys: tapi3.aio.Digits) -> None:
        while True:
            choice = await self.ask("menu", keys, 1)
            if choice == "1":
                await self.take_message(keys)
            elif choice == "2":
                number = await self.ask("number", keys, 8)
                print("number: %s" % number, flush=True)
                if number:
                    await self.call.send_digits(number)
            elif choice in ("", "9"):
                return

    async def take_message(self, keys: tapi3.aio.Digits) -> None:
        await self.say("message")
        async with self.call.record(self.message):
            # Until a key, or until the caller has said enough, or has hung up.
            await key_of(keys, LONGEST_MESSAGE)
        print("message: %s" % self.message.name, flush=True)

    async def say(self, prompt: str) -> None:
        """Plays a prompt to its end."""
        await self.call.play(self.prompts / (prompt + ".wav")).wait()

    async def ask(self, prompt: str, keys: tapi3.aio.Digits, count: int) -> str:
        """Plays a prompt, until the first key at the latest; gives so many keys, or those before
        a #."""
        async with self.call.play(self.prompts / (prompt + ".wav")):
            pressed = await key_of(keys, PATIENCE)
        digits = ""
        while pressed not in ("", "#"):
            digits += pressed
            if len(digits) == count:
                break
            pressed = await key_of(keys, PATIENCE)
        return digits


async def key_of(keys: tapi3.aio.Digits, timeout: float) -> str:
    """The next key; empty if none comes in time, or the caller hangs up."""
    try:
        return await keys.wait(timeout)
    except (tapi3.TAPI_E_TIMEOUT, tapi3.Released):
        return ""


async def serve(
    incoming: tapi3.aio.Listener, prompts: pathlib.Path, messages: pathlib.Path
) -> None:
    """Serves all callers, each by a task of its own."""
    tasks: Set["asyncio.Task[None]"] = set()
    number = 0
    async for call in incoming:
        number += 1
        message = messages / ("message%d.wav" % number)
        task = asyncio.create_task(Menu(call, prompts, message).serve())
        # Keep a reference to a task: the loop does not.
        tasks.add(task)
        task.add_done_callback(tasks.discard)


async def try_it(line: tapi3.aio.Line, number: str, sound: pathlib.Path) -> str:
    """The caller, for a trial: leaves a message and presses a number; gives what is said back."""
    async with line.call(number) as call:
        await call.connect()
        async with call.digits(timeout=PATIENCE) as said_back:
            await call.send_digits("1,")
            await call.play(sound).wait()
            # The second one ends the menu's waiting for another digit.
            await call.send_digits("#2")
            await call.send_digits("1234#9")
            return "".join([key async for key in said_back])


async def run(line_name: str, prompts: pathlib.Path, messages: pathlib.Path, trial: bool) -> bool:
    async with tapi3.aio.open() as tapi:
        line = tapi.line(line_name)
        # It listens from now on.
        incoming = tapi.listen([line])
        serving = asyncio.create_task(serve(incoming, prompts, messages))
        if not trial:
            await serving
            return True
        calling = try_it(tapi.line("2001"), line.number, prompts / "menu.wav")
        said_back = await asyncio.wait_for(calling, TRIAL)
        print("said back: %s" % said_back)
        incoming.close()
        await serving
        return "1234" in said_back


def main() -> int:
    parser = argparse.ArgumentParser(description="A voice menu.")
    parser.add_argument("--line", help="the line's name or number; if left out, a trial")
    parser.add_argument("--prompts", type=pathlib.Path, help="the folder with the WAV files")
    parser.add_argument("--messages", type=pathlib.Path, help="thrown away if left out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        prompts = options.prompts or pathlib.Path(folder)
        if options.prompts is None:
            for name, pitch in PROMPTS.items():
                make_tone(prompts / (name + ".wav"), pitch)
        messages = options.messages or pathlib.Path(folder)
        try:
            went_well = asyncio.run(
                run(options.line or "2002", prompts, messages, options.line is None)
            )
        except tapi3.Error as error:
            print("TAPI: %s" % error, file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            return 130
    return 0 if went_well else 1


if __name__ == "__main__":
    sys.exit(main())

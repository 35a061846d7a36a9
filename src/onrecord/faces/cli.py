"""The command line: which commands there are, and how a process that runs one begins and ends.

Each command stands in a module of its own, which is imported when the command runs, so that `onrecord --help` starts at once.
"""

import errno
import os
import signal
import sys
from collections.abc import Sequence

from cyclopts import App, CoercionError, CycloptsError, MissingArgumentError, Parameter, UnusedCliTokensError

from onrecord import __version__
from onrecord.faces.refusals import DONE, DONE_WITH_FAULTS, WRONG_USAGE, RefusedError
from onrecord.record.errors import NoRecordError, RecordError

COMMANDS = {
    "add": ("adding:add", "PATH...", "Read stories and add what they say to a record."),
    "remove": ("removing:remove", "DOCUMENT", "Withdraw one document, with all that rests on it."),
    "show": ("showing:show", "[NAME]", "Show the record at a glance, or all that it has on one name."),
    "said": (
        "saying:said",
        "[NAME] [--about NAME]",
        "List what somebody said, or what was said about somebody, in order of date.",
    ),
    "timeline": ("timeline:timeline", "[NAME]", "List what was said, told and published, in order of date."),
    "documents": ("documents:documents", "", "List the documents, with their dates."),
    "search": ("searching:search", "WORDS", "Find words in documents and statements."),
    "rule": ("ruling:rule", "[RULING ITEM... --why TEXT]", "Rule on a statement, or on who is who; rulings outlive rebuilds."),
    "packs": ("packs:packs", "[use PACK | drop PACK]", "List the packs of people known to hold office, take one up, or drop it."),
    "check": ("checking:check", "", "Check that every item still stands on the words it rests on."),
    "rebuild": ("checking:rebuild", "", "Derive everything anew from documents and rulings."),
    "export": ("exporting:export", "FORMAT", "Write the record in an interchange format."),
    "demo": ("demonstrating:demo", "", "Compile the stories of an invented city, and show what can be asked."),
}
"""A command's name → its function, what is written after it and what it does, in the order of the help page."""

app = App(
    name="onrecord",
    help="Compile the public record of the people in news stories: who said what, when, and on which words that rests.",
    version=__version__,
    help_format="plaintext",
    default_parameter=Parameter(show_default=False),
    exit_on_error=False,
    print_error=False,
    suppress_keyboard_interrupt=False,
    result_action="return_value",
)
for order, (name, (place, after, what)) in enumerate(COMMANDS.items()):
    usage = " ".join(part for part in ("Usage: onrecord", name, after, "[OPTIONS]") if part)
    app.command(f"onrecord.faces.{place}", name=name, help=what, usage=usage, sort_key=order)


def run(arguments: Sequence[str]) -> int:
    """Run one command line, without the program's own name; returns the exit code.

    What the user has to know about a failure is one message on standard error. Faults of the program raise.
    """
    try:
        code = app(arguments)
    except RefusedError as refusal:
        print(refusal, file=sys.stderr)
        return refusal.code
    except RecordError as error:
        print(error.fault, file=sys.stderr)
        return WRONG_USAGE if isinstance(error, NoRecordError) else DONE_WITH_FAULTS
    except CycloptsError as error:
        print(f"{_misuse(error)}\nSee: {_command(error)} --help", file=sys.stderr)
        return WRONG_USAGE
    except UnicodeEncodeError:
        if (odd := _no_text(arguments)) is None:
            raise
        print(f"{odd}: holds bytes that are no text; write it in UTF-8", file=sys.stderr)
        return WRONG_USAGE
    return code if isinstance(code, int) else DONE


def _misuse(error: CycloptsError) -> str:
    """What is wrong with the command line, in this program's words."""
    match error:
        case UnusedCliTokensError():
            return f"{' '.join(error.unused_tokens or ())}: not understood here"
        case MissingArgumentError(argument=argument) if argument is not None:
            option = error.keyword or argument.name
            return f"{option}: what belongs to it is missing" if option.startswith("-") else f"{option} is missing"
        case CoercionError(token=token) if token is not None and token.keyword and error.target_type in _NUMBERS:
            return f"{token.keyword} {token.value}: not {_NUMBERS[error.target_type]}"
        case _:
            return str(error)


_NUMBERS: dict[type | None, str] = {int: "a whole number", float: "a number"}


def _no_text(arguments: Sequence[str]) -> str | None:
    """The first argument with bytes that the system could not read as text, as far as it can be printed; None where all are."""
    printable = (argument.encode("utf-8", "backslashreplace").decode("utf-8") for argument in arguments)
    return next((shown for shown, argument in zip(printable, arguments, strict=True) if shown != argument), None)


def _command(error: CycloptsError) -> str:
    """The command that was typed, as far as it was understood."""
    return " ".join(("onrecord", *(error.command_chain or ())))


def main() -> None:
    """Run the command line of this process, and end it with the command's exit code."""
    try:
        _hear_ctrl_c()
        _speak_utf8()
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_pipe()
        code = DONE
    except OSError as error:
        if error.filename is not None:
            raise
        if sys.platform == "win32" and error.errno == errno.EINVAL:  # how Windows tells of a pipe whose reader has gone
            _leave_pipe()
            sys.exit(DONE)
        print(f"the answer cannot be written ({error.strerror}); free some space, or send it elsewhere", file=sys.stderr)
        _leave_pipe()
        code = DONE_WITH_FAULTS
    except KeyboardInterrupt:
        print("\nstopped; what was done so far is kept, and the same command goes on from there", file=sys.stderr)
        code = 130
    sys.exit(code)


def _hear_ctrl_c() -> None:
    """From now on there is somebody to tell what was kept; a process that was started deaf to Ctrl-C stays so."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's own encoding, and never fail on a character; a stream that is closed leads nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        getattr(sys, name).reconfigure(encoding="utf-8", errors="backslashreplace")


def _leave_pipe() -> None:
    """Who read our output has read enough: let the interpreter flush the rest to nowhere as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""`onrecord` and `python -m onrecord`: the command line.

While the program loads, nobody is there to be told of Ctrl-C and nothing has been done: it ends the process, without a word.
"""

import signal

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from onrecord.faces.cli import main

if __name__ == "__main__":
    main()

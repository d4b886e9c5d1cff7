"""Writes the data files of Valclair, the example commune. Run by hand: `python3 generate.py`.

Standard library only; the same input always gives the same bytes. The YAML files are written by hand.
"""

import canteen
import events
import places
import school_holidays
import waste


def main():
    for part in [school_holidays, waste, canteen, events, places]:
        part.generate()


if __name__ == "__main__":
    main()

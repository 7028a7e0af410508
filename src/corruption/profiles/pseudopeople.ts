/**
 * pseudopeople: the default rates of that simulator, so that results can be compared with work based on it.
 *
 * Source: ihmeuw/pseudopeople, src/pseudopeople/entity_types.py (a cell of a column is noised with probability 0.01),
 * src/pseudopeople/noise_entities.py (0.1 a character, digit or token of a chosen cell; ZIP digits by position) and
 * docs/source/noise/column_noise.rst. There a chosen cell may come out unharmed and may get several errors; here a
 * corruption makes one error a record, and the rate is the chance that the cell, or one of the two name cells, is
 * harmed. Lengths are round figures: six letters in a given name, seven in a surname, three digits in a house number,
 * two in a unit, four characters or sounds in a name that can be taken for others.
 *
 * Without a counterpart here: rows left out or duplicated (`omit_row`, `do_not_respond`, guardians), wrong options
 * (state, sex), blank given name, surname or number, wrong digits in a date of birth, errors in street and city names.
 * Without a counterpart there: everything about two surnames, accents and units, placeholders, ages of records; and
 * carelessness: its errors are independent, so compare with a scenario of carelessness 0 and odds ratios 1.
 */

import type { CorruptionProfile } from '../profile.ts';

const CELL = 0.01;
const TOKEN = 0.1;
const INSERTED = 0.1;
const ZIP_DIGITS = [0.04, 0.04, 0.2, 0.36, 0.36];

/** Chance that a cell of so many characters is chosen and harmed. */
const harmed = (characters: number) => CELL * (1 - (1 - TOKEN) ** characters);
/** Chance that either of two cells is. */
const either = (first: number, second: number) => 1 - (1 - first) * (1 - second);

const typed = either(harmed(6), harmed(7));
const inNames = either(harmed(4), harmed(4));

const published = (value: number, assumption: string) => ({
  value: Number(value.toPrecision(4)),
  assumption: `pseudopeople, default configuration: ${assumption}`,
});

export const pseudopeople: CorruptionProfile = {
  id: 'pseudopeople',
  describe: 'default rates of the simulator pseudopeople, for comparison',
  rates: {
    'fake-name': published(either(CELL, CELL), 'use_fake_name, either name.'),
    'copied-from-household-member': published(
      either(CELL, CELL),
      'copy_from_household_member, date of birth or number; there the given name is not copied.',
    ),
    nickname: published(
      2 * CELL,
      'use_nickname, 0.01 of all given names; about half of them have a nickname.',
    ),
    'middle-dropped': published(CELL, 'leave_blank.'),
    'day-month-swapped': published(CELL, 'swap_month_and_day.'),
    'birth-year-misreported': published(CELL, 'misreport_age.'),
    'birth-date-blank': published(CELL, 'leave_blank.'),
    'phonetic-respelling': published(inNames, 'make_phonetic_errors, either name.'),
    'keyboard-typo': published(typed * (1 - INSERTED), 'make_typos, either name, 0.9 of them replaced.'),
    'letter-inserted': published(typed * INSERTED, 'make_typos, either name, 0.1 of them inserted.'),
    'ocr-confusion': published(inNames, 'make_ocr_errors, either name.'),
    'tin-digit-error': published(harmed(9), 'write_wrong_digits.'),
    'house-number-swapped': published(
      harmed(3),
      'write_wrong_digits, there replaced and not exchanged: the nearest kind.',
    ),
    'unit-missing': published(CELL, 'leave_blank.'),
    'unit-wrong': published(harmed(2), 'write_wrong_digits.'),
    'zip-digit-error': published(
      CELL * (1 - ZIP_DIGITS.reduce((right, wrong) => right * (1 - wrong), 1)),
      'write_wrong_zipcode_digits.',
    ),
  },
};

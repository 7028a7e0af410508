/**
 * How common names are among the people of the simulated taxpayer file, as a frequency table for the Fellegi-Sunter
 * matcher: known from the tables that the people were drawn from, where others must count names in a sample or a file.
 */

import type { Frequency } from '../matching/fellegi-sunter/weighing.ts';
import { type NameFrequencies, nameFrequencies } from '../population/name-frequencies.ts';
import { loadTables, type Tables } from '../population/tables.ts';
import { loadScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/schema.ts';

/** Values whose share is kept, of each field: enough for the common ones to be found once. */
const REMEMBERED = 20_000;

/**
 * The shares of surnames and given names among the people of a scenario's taxpayer file, given whole or by its id or
 * path; of no other field. Costs about a second when it is made and 20 MB. An InputError where the scenario cannot be read.
 */
export function nationalFrequency(
  scenario: Scenario | string = 'irs-ice-2025',
  tables: Tables = loadTables(),
): Frequency {
  const resolved = typeof scenario === 'string' ? loadScenario(scenario) : scenario;
  const frequencies = nameFrequencies(resolved, tables);
  const surname = remembered(frequencies.surname);
  const givenName = remembered(frequencies.givenName);
  return (field, value) => {
    if (field === 'surname') return surname(value);
    return field === 'givenName' ? givenName(value) : undefined;
  };
}

/** The same function, which keeps what it was asked last. */
function remembered(shareOf: NameFrequencies['surname']): NameFrequencies['surname'] {
  const known = new Map<string, number>();
  return (value) => {
    let share = known.get(value);
    if (share === undefined) {
      share = shareOf(value);
      if (known.size >= REMEMBERED) known.clear();
      known.set(value, share);
    }
    return share;
  };
}

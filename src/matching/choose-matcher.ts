/** A matcher by its id, with options: what `--matcher` and the library's `matcher` ask for. */

import { nameFields } from './fellegi-sunter/fields.ts';
import type { FellegiSunterModel } from './fellegi-sunter/model.ts';
import { fellegiSunterMatcher } from './fellegi-sunter/weigh.ts';
import type { Frequency } from './fellegi-sunter/weighing.ts';
import { type IdentifierOptions, identifierFields, identifierUses, withIdentifiers } from './identifiers.ts';
import type { Matcher } from './matcher.ts';
import { matchers } from './matchers/index.ts';

/** Date of birth and taxpayer number are for every matcher; the others for fellegi-sunter alone. */
export interface MatcherOptions extends IdentifierOptions {
  /** Share of the compared pairs that are matches, between 0 and 1. */
  readonly prior?: number;
  readonly model?: FellegiSunterModel;
  /** The share of people who bear a value of a field: makes agreement on a common name weigh less. */
  readonly frequency?: Frequency;
}

/** The matcher of an id. An unknown id or option is a RangeError that lists what is allowed. */
export function chooseMatcher(id: string, options: MatcherOptions = {}): Matcher {
  const found = matchers.find((entry) => entry.id === id);
  if (found === undefined) {
    throw new RangeError(`unknown matcher; one of ${matchers.map((entry) => entry.id).join(', ')}: ${id}`);
  }
  for (const field of identifierFields) {
    const use = options[field];
    if (use !== undefined && !identifierUses.includes(use)) {
      throw new RangeError(`unknown use of ${field}; one of ${identifierUses.join(', ')}: ${use}`);
    }
  }
  const { prior, model, frequency } = options;
  const weighs = {
    ...(prior !== undefined && { prior }),
    ...(model && { model }),
    ...(frequency && { frequency }),
  };
  if (id !== 'fellegi-sunter') {
    const [unused] = Object.keys(weighs);
    if (unused !== undefined) throw new RangeError(`${unused} is an option of fellegi-sunter, not of ${id}`);
    return withIdentifiers(found, options);
  }
  const weighed = identifierFields.filter((field) => options[field] === 'weigh');
  const judged = Object.fromEntries(
    identifierFields.flatMap((field) => {
      const use = options[field];
      return use === undefined || use === 'weigh' ? [] : [[field, use] as const];
    }),
  );
  const matcher = fellegiSunterMatcher({ ...weighs, fields: [...nameFields, ...weighed] });
  return withIdentifiers({ ...matcher, needs: weighed }, judged);
}

/** The matcher of an id, which knows how common names are if it can make use of that: only then `frequency` is asked for. */
export function informedMatcher(
  id: string,
  frequency: () => Frequency,
  identifiers: IdentifierOptions = {},
): Matcher {
  return chooseMatcher(
    id,
    id === 'fellegi-sunter' ? { ...identifiers, frequency: frequency() } : identifiers,
  );
}

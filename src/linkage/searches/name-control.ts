/**
 * Search `name-control`: everybody whose surname has the name control of the request's, which is all that the matcher
 * looks at. The controls of listed surnames are worked out once, whatever the ZIP area.
 */

import { nameControl as controlOf } from '../../text/name-control.ts';
import type { Search } from '../search.ts';

/** As a function of its own, so that a dictionary knows its keys again. */
const controlsOf = (surname: string) => [controlOf(surname)];

export function nameControl(): Search {
  return ({ names: { surnames } }) => {
    const { keys } = surnames.dictionary.keyed(controlsOf);
    const codesOf = new Map<string, number[]>();
    for (let code = 0; code < surnames.dictionary.size; code++) {
      const control = keys(code)[0]!;
      const codes = codesOf.get(control);
      if (codes === undefined) codesOf.set(control, [code]);
      else codes.push(code);
    }
    return ({ record }, found) => {
      const control = controlOf(record.surname);
      if (control === '') return;
      for (const code of codesOf.get(control) ?? []) {
        for (let at = surnames.starts[code]!; at < surnames.starts[code + 1]!; at++) {
          found.add(surnames.people[at]!, 1);
        }
      }
    };
  };
}

/** Search by name control: all requests with the control of the person's surname, whatever else they say. */

import { nameControl as controlOf } from '../../../text/name-control.ts';
import type { RequestRegister } from '../register.ts';
import type { RegisterSearch } from '../search.ts';

/** As a function of its own, so that a dictionary knows its keys again. */
const controlsOf = (surname: string) => [controlOf(surname)];

export function nameControl({ surnames }: RequestRegister): RegisterSearch {
  return ({ surname }, report) => {
    const control = controlOf(surname);
    if (control === '') return;
    for (const code of surnames.dictionary.keyed(controlsOf).codesOf(control)) {
      for (let at = surnames.starts[code]!; at < surnames.starts[code + 1]!; at++) {
        report(surnames.rows[at]!, 1);
      }
    }
  };
}

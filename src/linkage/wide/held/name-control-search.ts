/** Everybody's requests by name control: those with the control of the surname, whatever else they say. */

import { nameControl as controlOf } from '../../../text/name-control.ts';
import type { NameLists } from '../../zip-names.ts';
import type { RequestRegister } from '../register.ts';
import type { HeldSearch } from './search.ts';

export function heldNameControl({ surnames }: RequestRegister, lists: NameLists): HeldSearch {
  const byControl = new Map<string, number[]>();
  surnames.dictionary.values.forEach((surname, code) => {
    const control = controlOf(surname);
    if (control === '') return;
    const requests = byControl.get(control) ?? [];
    requests.push(...surnames.rows.subarray(surnames.starts[code], surnames.starts[code + 1]));
    byControl.set(control, requests);
  });
  const ofListed = lists.surnames.values.map((surname) => byControl.get(controlOf(surname)));
  return {
    surnames: Uint8Array.from(ofListed, (requests) => (requests === undefined ? 0 : 1)),
    givenNames: new Uint8Array(lists.givenNames.size).fill(1),
    find({ listed, written }, _givenName, report) {
      const requests = listed >= 0 ? ofListed[listed] : byControl.get(controlOf(written));
      if (requests === undefined) return;
      for (const request of requests) report(request, 1);
    },
  };
}

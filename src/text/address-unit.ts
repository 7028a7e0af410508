/**
 * The unit of a written address: which door, and where in the building.
 *
 * Convention: the same number under any designator of a door is the same door (APT 4, UNIT 4, # 4, 4); leading zeros
 * and what stands between letters and digits do not matter (APT 04-B is 4B); letters and digits do: 14A is not 14C.
 * Building, floor and such are places of their own. Two units contradict each other when they name the same kind of
 * place differently; a kind that only one of them names contradicts nothing, so that a missing unit never does.
 */

import { doors, placesInBuilding } from './street-words.ts';

/** By kind of place (DOOR, BLDG, FL ...): which one; 'Y' for a place without number (REAR). */
export type Unit = Readonly<Record<string, string>>;

/** Reads a unit in comparable form (normalise.ts, normaliseStreet); what follows no designator is a door. */
export function parseUnit(text: string): Unit {
  const words = text
    .replace(/#/g, ' # ')
    .split(' ')
    .filter((word) => word !== '');
  const unit: Record<string, string> = {};
  let kind = 'DOOR';
  for (const [i, word] of words.entries()) {
    const place = placesInBuilding.get(word);
    const floor = /^([0-9]+)(?:ST|ND|RD|TH)$/.exec(word);
    if (word === '#' || doors.has(word)) {
      kind = 'DOOR';
      if (word === 'PH') unit[kind] = 'PH';
    } else if (place !== undefined) {
      kind = place;
      unit[kind] ??= 'Y';
    } else if (floor !== null && placesInBuilding.get(words[i + 1] ?? '') === 'FL') {
      unit['FL'] = floor[1]!;
    } else {
      const before = unit[kind];
      unit[kind] = plainNumber(before === undefined || before === 'Y' ? word : `${before}${word}`);
    }
  }
  return unit;
}

/** Whether two units can be the same place: no kind that both name differs. */
export function unitsAgree(a: Unit, b: Unit): boolean {
  for (const kind in a) if (b[kind] !== undefined && a[kind] !== b[kind]) return false;
  return true;
}

/** Without punctuation, leading zeros and the ending of an ordinal. */
function plainNumber(word: string): string {
  return word
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+(?=[0-9])/, '')
    .replace(/^([0-9]+)(?:ST|ND|RD|TH)$/, '$1');
}

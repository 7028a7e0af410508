/**
 * A written address by its parts, so that addresses are compared as the post reads them: 120 North Main Street,
 * Apt. 4 and 120 N MAIN ST #4 are one home; 14A and 14C are two.
 *
 * Reference: USPS Publication 28, "Postal Addressing Standards": abbreviations in street-words.ts; PO boxes,
 * rural and highway contract routes, general delivery and Puerto Rican urbanizations as in its chapter 2.
 * Convention: a directional or suffix that is missing on one side is a difference (MAIN ST and N MAIN ST are two
 * streets of many towns); a missing unit is not (address-unit.ts). General delivery is nobody's home. A part that cannot be told stays in the name.
 * Any text is accepted; nothing is looked up, so a misspelt street stays misspelt.
 */

import { parseUnit, type Unit, unitsAgree } from './address-unit.ts';
import { normaliseStreet } from './normalise.ts';
import {
  directionals,
  doors,
  openings,
  ordinal,
  ordinalWords,
  placesInBuilding,
  streetSuffixes,
} from './street-words.ts';

/** How an address is delivered to. A box or route has its own number and box, and no street. */
export type AddressKind = 'street' | 'po-box' | 'rural-route' | 'highway-contract' | 'general-delivery';

export interface AddressParts {
  readonly kind: AddressKind;
  /** House number as written, or number of the box. */
  readonly number: string;
  readonly predirectional: string;
  /** Name of the street, ordinals as 1ST; number of the route. */
  readonly name: string;
  readonly suffix: string;
  readonly postdirectional: string;
  readonly unit: Unit;
  /** Puerto Rico: the neighbourhood, without which a street is not unique. */
  readonly urbanization: string;
}

const NOTHING: AddressParts = {
  kind: 'street',
  number: '',
  predirectional: '',
  name: '',
  suffix: '',
  postdirectional: '',
  unit: {},
  urbanization: '',
};

const PO_BOX = /^(?:P ?O|POST OFFICE|POSTAL)? ?(?:BOX|DRAWER) #?([A-Z0-9-]+)$/;
const POB = /^POB #?([A-Z0-9-]+)$/;
const ROUTE =
  /^(RR|RURAL (?:ROUTE|RT|RTE)|RFD|HC|HCR|HIGHWAY CONTRACT(?: ROUTE)?|STAR ROUTE) #?([0-9]+[A-Z]?) BOX #?([A-Z0-9-]+)$/;
const HOUSE_NUMBER = /^(?:[0-9]+(?:-[0-9]+)?[A-Z]?|[0-9]+-[A-Z]|[NSEW][0-9]+[NSEW]?[0-9]*)$/;
const SPANISH_STREET = /^(?:CALLE|AVENIDA|AVE|CAMINO|PASEO|VIA|CALLEJON|CARR|CARRETERA)$/;
const FRACTION = /^[0-9]\/[0-9]$/;
const ORDINAL_NUMBER = /^[0-9]+(?:ST|ND|RD|TH)$/;

/** Reads a whole street line: 37-21 80TH ST APT 4B. */
export function parseStreetLine(line: string): AddressParts {
  return parse(normaliseStreet(line), true);
}

/** Reads the fields of a record; a house number or unit missing from its field is looked for in the street. */
export function addressParts(fields: {
  readonly houseNumber: string;
  readonly street: string;
  readonly unit: string;
}): AddressParts {
  const number = normaliseStreet(fields.houseNumber);
  const street = normaliseStreet(fields.street);
  const repeated = number !== '' && street.startsWith(`${number} `) && street.split(' ').length > 2;
  const parts = parse(repeated ? street.slice(number.length + 1) : street, number === '');
  const unit = fields.unit === '' ? parts.unit : parseUnit(normaliseStreet(fields.unit));
  const isNumbered = parts.kind === 'street' && number !== '';
  return { ...parts, number: isNumbered ? number : parts.number, unit };
}

/** Whether two addresses of one ZIP code are the same street and number, or box; without both there is no agreement. */
export function sameBuilding(a: AddressParts, b: AddressParts): boolean {
  return (
    a.kind === b.kind &&
    a.number === b.number &&
    a.name === b.name &&
    a.suffix === b.suffix &&
    a.predirectional === b.predirectional &&
    a.postdirectional === b.postdirectional &&
    a.urbanization === b.urbanization &&
    a.number !== '' &&
    a.name !== ''
  );
}

/** Whether two addresses of one ZIP code can be the same home: the same building, and units that do not contradict. */
export function sameHome(a: AddressParts, b: AddressParts): boolean {
  return sameBuilding(a, b) && unitsAgree(a.unit, b.unit);
}

function parse(line: string, mayBeginWithNumber: boolean): AddressParts {
  if (line === '') return NOTHING;
  const box = PO_BOX.exec(line) ?? POB.exec(line);
  if (box !== null) return { ...NOTHING, kind: 'po-box', number: box[1]!, name: 'PO BOX' };
  const route = ROUTE.exec(line);
  if (route !== null) {
    const kind = /^(?:RR|RU|RF)/.test(route[1]!) ? 'rural-route' : 'highway-contract';
    return { ...NOTHING, kind, name: route[2]!, number: route[3]! };
  }
  if (/^GEN(?:ERAL)? DEL(?:IVERY)?$/.test(line)) return { ...NOTHING, kind: 'general-delivery' };

  let words = line.split(' ');
  let urbanization = '';
  if (/^URB(?:ANIZACION)?$/.test(words[0]!)) {
    const end = words.findIndex((word, i) => i > 1 && (HOUSE_NUMBER.test(word) || SPANISH_STREET.test(word)));
    urbanization = words.slice(1, Math.max(end, 1)).join(' ');
    words = words.slice(Math.max(end, 0));
  }
  let number = '';
  if (mayBeginWithNumber && HOUSE_NUMBER.test(words[0] ?? '') && words.length > 1) {
    number = words.shift()!;
    if (FRACTION.test(words[0] ?? '')) number += ` ${words.shift()}`;
  }
  const unitAt = beginningOfUnit(words);
  const unit = parseUnit(words.slice(unitAt).join(' '));
  return { ...NOTHING, ...streetParts(words.slice(0, unitAt)), number, unit, urbanization };
}

/** Place of the first word of the unit: a designator with a number, a number sign, or a number after the suffix. */
function beginningOfUnit(words: readonly string[]): number {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!;
    const next = words[i + 1];
    const numbered = next !== undefined && (/[0-9]/.test(next) || next.length === 1);
    if (word.startsWith('#')) return i;
    if (numbered && (doors.has(word) || placesInBuilding.has(word)) && !ORDINAL_NUMBER.test(next)) return i;
    if (!endsStreet(words, i - 1) || isNumberedRoad(words[i - 2]!, words[i - 1]!)) continue;
    const floor = ORDINAL_NUMBER.test(word) && placesInBuilding.has(next ?? '');
    if (floor || placesInBuilding.has(word) || word === 'PH') return i;
    if (/^[0-9]+-?[A-Z]?$/.test(word) || /^[A-Z]-?[0-9]+$/.test(word)) return i;
  }
  return words.length;
}

/** HIGHWAY 50, COUNTY ROAD 12: the number that follows is the road's. */
const isNumberedRoad = (before: string, kind: string) =>
  ['HWY', 'RTE'].includes(streetSuffixes.get(kind) ?? '') ||
  ['COUNTY', 'CO', 'STATE', 'TOWNSHIP', 'RANCH', 'FARM', 'US'].includes(before);

/** Whether the street can end with this word: a suffix, or a directional after one. */
const endsStreet = (words: readonly string[], at: number) =>
  at > 0 &&
  (streetSuffixes.has(words[at]!) ||
    (at > 1 && directionals.has(words[at]!) && streetSuffixes.has(words[at - 1]!)));

/** Directionals and suffix split off, as long as a name remains. */
function streetParts(all: readonly string[]): Partial<AddressParts> {
  let words = [...all];
  const parts = { predirectional: '', suffix: '', postdirectional: '' };

  const last = directionals.get(words.at(-1) ?? '');
  if (last !== undefined && words.length > 2 && streetSuffixes.has(words.at(-2)!)) {
    parts.postdirectional = last;
    words.pop();
  }
  const suffix = streetSuffixes.get(words.at(-1) ?? '');
  if (suffix !== undefined && words.length > 1) {
    parts.suffix = suffix;
    words.pop();
  }
  const first = directionals.get(words[0] ?? '');
  const second = directionals.get(words[1] ?? '');
  if (first !== undefined && words.length > 1) {
    const joined = second !== undefined && words.length > 2 ? `${first}${second}` : '';
    const both = joined !== '' && directionals.has(joined);
    parts.predirectional = both ? joined : first;
    words = words.slice(both ? 2 : 1);
  }
  return { ...parts, name: streetName(words, parts.suffix !== '') };
}

function streetName(words: readonly string[], hasSuffix: boolean): string {
  const name = words.join(' ');
  const spelt = ordinalWords.get(name);
  if (spelt !== undefined) return spelt;
  if (hasSuffix && /^[1-9][0-9]{0,2}$/.test(name)) return ordinal(Number(name));
  const [first, ...rest] = words;
  if (first === undefined || rest.length === 0) return name;
  // HIGHWAY 50, AVENUE A: the kind of road stands before its number or letter.
  const kindLast = /^(?:[0-9].*|[A-Z])$/.test(rest.at(-1)!);
  const abbreviated = words.map((word, i) =>
    kindLast && i === words.length - 2 ? (streetSuffixes.get(word) ?? word) : word,
  );
  return [openings.get(first) ?? abbreviated[0]!, ...abbreviated.slice(1)].join(' ');
}

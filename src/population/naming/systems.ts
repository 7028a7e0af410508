/**
 * Naming systems: how a full name is built. An origin (origins.ts) says which names people bear; its naming
 * system says how many there are, in which order, and what stands in the middle. How often each habit is kept
 * in the United States is an assumption of the scenario (`population.naming`), not of this list.
 *
 * Convention: `secondSurname` is where the mother's first surname stands: after the father's (García López), before it
 * (Souza Oliveira), or nowhere. `familyNameFirst` is the order of the country, in which some go on writing.
 */

import { type OriginId, origins } from '../origins.ts';

/** What stands between the given name and the surname of people born abroad; those born here have a second given name. */
export type MiddleKind =
  | 'second-given-name'
  | 'mothers-surname'
  | 'fathers-name'
  | 'patronymic'
  | 'vietnamese'
  | 'south-asian';

/** In which language's spelling accents are written. */
export type SpellingTradition = 'spanish' | 'portuguese' | 'vietnamese' | 'french';

interface NamingSystemEntry {
  readonly id: string;
  readonly label: string;
  readonly describe: string;
  readonly origins: readonly OriginId[];
  readonly secondSurname: 'after' | 'before' | 'none';
  readonly middle: MiddleKind;
  readonly spelling: SpellingTradition | 'none';
  readonly familyNameFirst: boolean;
  /** Whether men bear JR, SR, II, III. */
  readonly generationalSuffix: boolean;
  /** Whether a surname has a feminine form: Ivanov, Ivanova. */
  readonly genderedSurname: boolean;
  /** Whether a given name of two parts is written with a hyphen: Jean-Claude, Young-Hee. */
  readonly hyphenatedGivenName: boolean;
}

const plain = {
  secondSurname: 'none',
  middle: 'second-given-name',
  spelling: 'none',
  familyNameFirst: false,
  generationalSuffix: false,
  genderedSurname: false,
  hyphenatedGivenName: false,
} as const;

/** Every list of values by naming system is in this order. */
export const namingSystems = [
  {
    ...plain,
    id: 'western',
    label: 'Western',
    describe: 'given name, middle name, one surname; sons named for fathers are JR',
    origins: ['white', 'black', 'american-indian', 'other'],
    generationalSuffix: true,
  },
  {
    ...plain,
    id: 'spanish-two-surnames',
    label: 'Spanish, two surnames',
    describe: "one or two given names, the father's first surname, then the mother's; no middle name",
    origins: ['mexican', 'central-american', 'caribbean-hispanic', 'south-american'],
    secondSurname: 'after',
    spelling: 'spanish',
    generationalSuffix: true,
  },
  {
    ...plain,
    id: 'portuguese',
    label: 'Portuguese',
    describe: "one or two given names, the mother's surname, then the father's",
    origins: ['brazilian'],
    secondSurname: 'before',
    spelling: 'portuguese',
    generationalSuffix: true,
  },
  {
    ...plain,
    id: 'filipino',
    label: 'Filipino',
    describe: "given names, the mother's maiden surname as middle name, the father's surname",
    origins: ['filipino'],
    middle: 'mothers-surname',
    generationalSuffix: true,
  },
  {
    ...plain,
    id: 'family-name-first',
    label: 'Family name first',
    describe: 'the family name, then a given name of one or two syllables; an English name often beside it',
    origins: ['chinese', 'korean', 'japanese'],
    familyNameFirst: true,
    hyphenatedGivenName: true,
  },
  {
    ...plain,
    id: 'vietnamese',
    label: 'Vietnamese',
    describe: 'the family name, a middle name (THI for many women, VAN for many men), the given name',
    origins: ['vietnamese'],
    middle: 'vietnamese',
    spelling: 'vietnamese',
    familyNameFirst: true,
  },
  {
    ...plain,
    id: 'arabic-chain',
    label: 'Arabic chain',
    describe: "given name, the father's given name, the family name, often with AL or EL",
    origins: ['arab'],
    middle: 'fathers-name',
  },
  {
    ...plain,
    id: 'persian',
    label: 'Persian',
    describe: 'one given name, often of two words, and a surname; seldom a middle name',
    origins: ['persian'],
  },
  {
    ...plain,
    id: 'russian',
    label: 'Russian',
    describe: 'given name, patronymic, surname with a feminine form',
    origins: ['russian-ukrainian'],
    middle: 'patronymic',
    genderedSurname: true,
  },
  {
    ...plain,
    id: 'south-asian',
    label: 'South Asian',
    describe: "given name, the father's name, KUMAR, SINGH or KAUR in the middle, a surname",
    origins: ['indian'],
    middle: 'south-asian',
  },
  {
    ...plain,
    id: 'west-african',
    label: 'West African',
    describe: 'a name of the language and a baptismal or Muslim name in either order, one surname',
    origins: ['west-african'],
  },
  {
    ...plain,
    id: 'haitian',
    label: 'Haitian',
    describe: 'French given names, often two joined by a hyphen, one surname',
    origins: ['haitian'],
    spelling: 'french',
    generationalSuffix: true,
    hyphenatedGivenName: true,
  },
  {
    ...plain,
    id: 'southeast-asian',
    label: 'Southeast Asian and Pacific',
    describe: 'a given name and a surname, or what was made one on arrival',
    origins: ['other-asian'],
  },
] as const satisfies readonly NamingSystemEntry[];

export type NamingSystem = NamingSystemEntry & { readonly id: (typeof namingSystems)[number]['id'] };

/** The naming system of each origin, in the order of `origins`. */
export const namingSystemOf: readonly NamingSystem[] = origins.map(({ id }) => {
  const system = namingSystems.find((entry: NamingSystem) => entry.origins.includes(id));
  if (system === undefined) throw new Error(`no naming system for the origin ${id}`);
  return system;
});

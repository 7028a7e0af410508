/**
 * Origins: the naming traditions within a community. A person's surname and given names are drawn from those of
 * their origin; where people live is drawn by community first (communities.ts), then divided by origin here.
 *
 * Within a community the origins of a ZIP area scatter round those of its state as a Dirichlet distribution: one
 * gamma value an origin, of shape (its share in the state) x (the community's concentration), over their sum. The
 * expected shares are the state's, which add up over the country to those of tables/origins.csv.
 */

import type { Community } from './communities.ts';
import { communities } from './communities.ts';
import type { Tables } from './tables.ts';

interface OriginEntry {
  readonly id: string;
  /** As a chart names it. */
  readonly label: string;
  readonly community: Community;
  readonly describe: string;
}

/** Every list of values by origin is in this order; the origins of a community stand together, in its order. */
export const origins = [
  {
    id: 'mexican',
    label: 'Mexican',
    community: 'hispanic',
    describe: 'Hispanic people of Mexican origin, and those who name no other country',
  },
  {
    id: 'central-american',
    label: 'Central American',
    community: 'hispanic',
    describe: 'from El Salvador, Guatemala, Honduras, Nicaragua, Costa Rica and Panama',
  },
  {
    id: 'caribbean-hispanic',
    label: 'Caribbean Hispanic',
    community: 'hispanic',
    describe: 'Puerto Rican, Cuban and Dominican',
  },
  {
    id: 'south-american',
    label: 'South American',
    community: 'hispanic',
    describe:
      'from Colombia, Ecuador, Peru, Venezuela and the other Spanish-speaking countries of South America',
  },
  {
    id: 'white',
    label: 'White',
    community: 'white',
    describe: 'White people of no other origin listed here',
  },
  { id: 'arab', label: 'Arab', community: 'white', describe: 'from the Arabic-speaking countries' },
  { id: 'persian', label: 'Persian', community: 'white', describe: 'from Iran' },
  {
    id: 'russian-ukrainian',
    label: 'Russian or Ukrainian',
    community: 'white',
    describe: 'Russian-speaking and Ukrainian families of the recent decades of immigration',
  },
  { id: 'brazilian', label: 'Brazilian', community: 'white', describe: 'from Brazil, with Portuguese names' },
  {
    id: 'black',
    label: 'Black',
    community: 'black',
    describe:
      'Black people of no other origin listed here, those from the English-speaking Caribbean among them',
  },
  { id: 'haitian', label: 'Haitian', community: 'black', describe: 'from Haiti, with French names' },
  {
    id: 'west-african',
    label: 'West African',
    community: 'black',
    describe: 'from Nigeria, Ghana and their neighbours',
  },
  {
    id: 'chinese',
    label: 'Chinese',
    community: 'asian',
    describe: 'from mainland China, Hong Kong and Taiwan: Mandarin and Cantonese spellings',
  },
  {
    id: 'indian',
    label: 'Indian',
    community: 'asian',
    describe: 'from India, Pakistan, Bangladesh, Nepal and Sri Lanka',
  },
  {
    id: 'filipino',
    label: 'Filipino',
    community: 'asian',
    describe: 'from the Philippines, most with Spanish names',
  },
  { id: 'vietnamese', label: 'Vietnamese', community: 'asian', describe: 'from Vietnam' },
  { id: 'korean', label: 'Korean', community: 'asian', describe: 'from Korea' },
  { id: 'japanese', label: 'Japanese', community: 'asian', describe: 'of Japanese descent' },
  {
    id: 'other-asian',
    label: 'Other Asian or Pacific',
    community: 'asian',
    describe: 'Hmong, Lao, Cambodian, Thai, Pacific Islander and all other',
  },
  {
    id: 'american-indian',
    label: 'American Indian',
    community: 'american-indian',
    describe: 'American Indian and Alaska Native people',
  },
  { id: 'other', label: 'Other', community: 'other', describe: 'two or more races, or another race' },
] as const satisfies readonly OriginEntry[];

export type OriginId = (typeof origins)[number]['id'];

/** One value an origin, in their order, as a record. */
export function byOrigin<T>(values: readonly T[]): Readonly<Record<OriginId, T>> {
  return Object.fromEntries(origins.map(({ id }, index) => [id, values[index]])) as Record<OriginId, T>;
}

/** By community, the places of its origins. */
const membersOf = communities.map((community) =>
  origins.flatMap((origin, index) => (origin.community === community ? [index] : [])),
);

/**
 * The shares of the origins in one ZIP area, in their order; those of a community add up to its share.
 * @param zip place of the area in `tables.zipAreas`
 * @param shares of the communities in the area, in their order (`communityShares`)
 * @param gammaOf a gamma value of the given shape (above 0) and scale 1; `draw` (0 to `origins.length` - 1) names the one
 *   wanted, so that the value can be addressed by area and draw. An origin alone in its community, or with
 *   no share in the state, asks for none.
 */
export function originShares(
  { zipAreas, origins: facts, stateOrigins }: Pick<Tables, 'zipAreas' | 'origins' | 'stateOrigins'>,
  zip: number,
  shares: readonly number[],
  gammaOf: (draw: number, shape: number) => number,
): number[] {
  const expected = stateOrigins.shares[stateOrigins.states.indexOf(zipAreas.state[zip]!)];
  const result = origins.map(() => 0);
  for (let place = 0; place < membersOf.length; place++) {
    const members = membersOf[place]!;
    if (members.length === 1) {
      result[members[0]!] = shares[place]!;
      continue;
    }
    let sum = 0;
    for (const index of members) {
      const { shareOfCommunity, spread } = facts[origins[index]!.id];
      const shape = (expected?.[index] ?? shareOfCommunity) * spread;
      const value = shape > 0 ? gammaOf(index, shape) : 0;
      result[index] = value;
      sum += value;
    }
    for (const index of members) {
      const ofCommunity =
        sum > 0 ? result[index]! / sum : (expected?.[index] ?? facts[origins[index]!.id].shareOfCommunity);
      result[index] = shares[place]! * ofCommunity;
    }
  }
  return result;
}

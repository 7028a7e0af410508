/**
 * The catalogue of households: every composition with its weight. A few shares are combined by one rule: a kind
 * (alone, couple, lone parent ...) has its share; minors, grown children, a parent at home and another adult come
 * with it independently. So the catalogue has a thousand entries and a scenario about thirty numbers.
 *
 * Communities differ by one number each, the mean size of their households. Weights are multiplied by
 * exp(tilt x size), the tilt that meets the mean: of all distributions with that mean it is the one nearest to the
 * shares of the country (minimum discrimination information).
 *
 * Reference: Kullback, "Information Theory and Statistics" (1959), chapter 3 (exponential tilting).
 */

import {
  type Composition,
  composition,
  type Filing,
  largestHousehold,
  type Member,
} from './household-members.ts';

export interface Weighted {
  readonly weight: number;
  readonly composition: Composition;
}

/** What the scenario assumes about who lives together. Shares, but for `householdSize`. */
export interface HouseholdAssumptions {
  readonly kinds: Readonly<Record<HouseholdKindId, number>>;
  /** Of married couples who file: on two returns. */
  readonly separateReturns: number;
  /** With minors, by kind. */
  readonly withMinors: Readonly<Record<'couple' | 'lone-parent' | 'partners', number>>;
  /** Of those: with one, two, three, four. */
  readonly minors: readonly number[];
  /** Of couples and lone parents: with a grown child at home; of those, with a second. */
  readonly grownChild: number;
  readonly secondGrownChild: number;
  /** How grown children at home file. */
  readonly grownChildren: Readonly<
    Record<Extract<Filing, 'single' | 'dependant-who-files' | 'does-not-file'>, number>
  >;
  /** Of couples and lone parents: with a parent at home; of those, one who files. */
  readonly parentAtHome: number;
  readonly parentFiles: number;
  /** With another adult who does not file. */
  readonly otherAdult: number;
}

type Branch = readonly [weight: number, members: readonly Member[]];
const none: readonly Member[] = [];
const member = (role: Member['role'], filing: Filing): Member => ({ role, filing });
const householder = (filing: Filing) => member('householder', filing);

/** All ways to take one branch of each list; weights multiply, members join. */
function crossed(...lists: readonly (readonly Branch[])[]): readonly Branch[] {
  return lists.reduce<readonly Branch[]>(
    (sofar, list) =>
      sofar.flatMap(([weight, members]) =>
        list.map(([more, others]): Branch => [weight * more, [...members, ...others]]),
      ),
    [[1, none]],
  );
}

const maybe = (share: number, members: readonly Member[]): readonly Branch[] => [
  [1 - share, none],
  [share, members],
];

const minorsOf = (share: number, { minors }: HouseholdAssumptions): readonly Branch[] => [
  [1 - share, none],
  ...minors.map((of, index): Branch => {
    const all = Array.from({ length: index + 1 }, () => member('minor', 'does-not-file'));
    return [share * of, all];
  }),
];

function grownChildrenOf({
  grownChild,
  secondGrownChild,
  grownChildren,
}: HouseholdAssumptions): readonly Branch[] {
  const one = Object.entries(grownChildren).map(
    ([filing, share]): Branch => [share, [member('child', filing as Filing)]],
  );
  return [
    [1 - grownChild, none],
    ...one.map(([share, child]): Branch => [grownChild * (1 - secondGrownChild) * share, child]),
    ...crossed(one, one).map(([share, both]): Branch => [grownChild * secondGrownChild * share, both]),
  ];
}

const parentOf = ({ parentAtHome, parentFiles }: HouseholdAssumptions): readonly Branch[] => [
  [1 - parentAtHome, none],
  [parentAtHome * parentFiles, [member('parent', 'single')]],
  [parentAtHome * (1 - parentFiles), [member('parent', 'does-not-file')]],
];

const otherAdultOf = ({ otherAdult }: HouseholdAssumptions) =>
  maybe(otherAdult, [member('relative', 'does-not-file')]);

/** Whether somebody's child is also somebody's dependant: then the lone parent is head of household. */
const hasDependant = (members: readonly Member[]) =>
  members.some(({ role, filing }) => role === 'minor' || (role === 'child' && filing !== 'single'));

/** Households in which somebody files, by kind: the ids are the keys of `population.households` in a scenario. */
export const householdKinds = [
  { id: 'alone', branches: (): readonly Branch[] => [[1, [householder('single')]]] },
  {
    id: 'couple',
    branches: (assumed: HouseholdAssumptions): readonly Branch[] =>
      crossed(
        [
          [1 - assumed.separateReturns, [householder('joint-primary'), member('spouse', 'joint-spouse')]],
          [assumed.separateReturns, [householder('separate'), member('spouse', 'separate')]],
        ],
        minorsOf(assumed.withMinors.couple, assumed),
        grownChildrenOf(assumed),
        parentOf(assumed),
        otherAdultOf(assumed),
      ),
  },
  {
    id: 'lone-parent',
    branches: (assumed: HouseholdAssumptions): readonly Branch[] =>
      crossed(
        minorsOf(assumed.withMinors['lone-parent'], assumed),
        // Without a minor there is a grown child, or nobody would be the parent.
        grownChildrenOf(assumed),
        parentOf(assumed),
        otherAdultOf(assumed),
      )
        .filter(([, members]) => members.some(({ role }) => role === 'minor' || role === 'child'))
        .map(([weight, members]) => [
          weight,
          [householder(hasDependant(members) ? 'head-of-household' : 'single'), ...members],
        ]),
  },
  {
    id: 'partners',
    branches: (assumed: HouseholdAssumptions): readonly Branch[] =>
      crossed(minorsOf(assumed.withMinors.partners, assumed), otherAdultOf(assumed)).map(
        ([weight, members]) => [
          weight,
          [
            householder(hasDependant(members) ? 'head-of-household' : 'single'),
            member('partner', 'single'),
            ...members,
          ],
        ],
      ),
  },
  {
    id: 'siblings',
    branches: (): readonly Branch[] => [[1, [householder('single'), member('sibling', 'single')]]],
  },
  {
    id: 'roommates',
    branches: (): readonly Branch[] => [
      [0.7, [householder('single'), member('housemate', 'single')]],
      [0.3, [householder('single'), member('housemate', 'single'), member('housemate', 'single')]],
    ],
  },
] as const satisfies readonly {
  readonly id: string;
  branches(assumed: HouseholdAssumptions): readonly Branch[];
}[];
export type HouseholdKindId = (typeof householdKinds)[number]['id'];

/** Every filing household with its weight; weights sum to the sum of the kinds' shares. */
export function filingHouseholds(assumed: HouseholdAssumptions): readonly Weighted[] {
  return householdKinds.flatMap(({ id, branches }) => {
    const listed = branches(assumed);
    const sum = listed.reduce((total, [weight]) => total + weight, 0);
    return listed.flatMap(([weight, members]) =>
      weight * assumed.kinds[id] > 0
        ? [{ weight: (assumed.kinds[id] * weight) / sum, composition: composition(members) }]
        : [],
    );
  });
}

/** Households in which nobody files, by kind. */
export const nonFilingKinds = ['alone', 'couple', 'lone-parent', 'couple-with-minors'] as const;
export type NonFilingKindId = (typeof nonFilingKinds)[number];

/** Every household in which nobody files, with its weight. */
export function nonFilingHouseholds(
  kinds: Readonly<Record<NonFilingKindId, number>>,
  assumed: HouseholdAssumptions,
): readonly Weighted[] {
  const idle = (...roles: Member['role'][]) => roles.map((role) => member(role, 'does-not-file'));
  const some = minorsOf(1, assumed);
  const branches: Readonly<Record<NonFilingKindId, readonly Branch[]>> = {
    alone: [[1, idle('householder')]],
    couple: [[1, idle('householder', 'spouse')]],
    'lone-parent': crossed([[1, idle('householder')]], some),
    'couple-with-minors': crossed([[1, idle('householder', 'spouse')]], some),
  };
  return nonFilingKinds.flatMap((kind) =>
    branches[kind]
      .filter(([weight]) => weight > 0)
      .map(([weight, members]) => ({ weight: kinds[kind] * weight, composition: composition(members) })),
  );
}

/** Mean number of members. */
export function meanSize(catalogue: readonly Weighted[]): number {
  const [people, households] = catalogue.reduce(
    ([p, h], { weight, composition: { members } }) => [p + weight * members.length, h + weight],
    [0, 0],
  );
  return people / households;
}

/** The catalogue with its weights multiplied by exp(tilt x size). */
export function tilted(catalogue: readonly Weighted[], tilt: number): readonly Weighted[] {
  return catalogue.map(({ weight, composition: of }) => ({
    weight: weight * Math.exp(tilt * of.members.length),
    composition: of,
  }));
}

/** The tilt under which households have `size` members on the average, as near as the catalogue allows. */
export function tiltFor(catalogue: readonly Weighted[], size: number): number {
  let low = -6;
  let high = 6;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (tiltedMeanSize(catalogue, middle) < size) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** `meanSize(tilted(catalogue, tilt))`, with one exponential for each size. */
function tiltedMeanSize(catalogue: readonly Weighted[], tilt: number): number {
  const factors = Array.from({ length: largestHousehold + 1 }, (_, members) => Math.exp(tilt * members));
  let people = 0;
  let households = 0;
  for (const { weight, composition: of } of catalogue) {
    const members = of.members.length;
    const tiltedWeight = weight * factors[members]!;
    people += tiltedWeight * members;
    households += tiltedWeight;
  }
  return people / households;
}

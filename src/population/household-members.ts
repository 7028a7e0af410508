/**
 * Who the members of a household are to it, and how each files. A household is a list of members: those who file
 * come first, so that the filers of a household are a prefix of it and the taxpayer file is found by counting.
 *
 * The householder is first; a spouse or partner, if there is one, second. A joint return is that of its primary; any
 * other filer has a return of their own. A dependant who files is claimed on a parent's return, and holds no exemption.
 */

/** What a member is to the householder. A `child` is grown (17 or older), a `minor` is not. */
export const householdRoles = [
  'householder',
  'spouse',
  'partner',
  'child',
  'minor',
  'parent',
  'sibling',
  'relative',
  'housemate',
] as const;
export type Role = (typeof householdRoles)[number];

/** How a member files, or that they do not. */
export const filings = [
  'joint-primary',
  'joint-spouse',
  'single',
  'head-of-household',
  'separate',
  'dependant-who-files',
  'does-not-file',
] as const;
export type Filing = (typeof filings)[number];

export interface Member {
  readonly role: Role;
  readonly filing: Filing;
}

/** The members of a household by role and filing, and what is often asked about them. */
export interface Composition {
  readonly members: readonly Member[];
  /** How many of them file; they are the first. */
  readonly filers: number;
  /** Whether the second member is married to the first. */
  readonly isMarried: boolean;
  /** Whether the second member is the spouse or the partner of the first. */
  readonly isCouple: boolean;
  /** Places of the children and minors. */
  readonly childPlaces: readonly number[];
  /** Place of the second of the first two neighbouring children who may be twins; -1 without such a pair. */
  readonly secondOfPair: number;
  /** Which relatives bound the age of the householder: a sum of `ageBounds`. */
  readonly ageClass: number;
}

/** Relatives who bound the age of the householder, as bits of an age class. */
export const ageBounds = { minor: 1, child: 2, dependant: 4, parent: 8 } as const;
export const ageClasses = 16;

/** No household has more members. */
export const largestHousehold = 12;

const isYoung = ({ role }: Member) => role === 'child' || role === 'minor';

/** A composition of these members, those who file put first, otherwise in their order. */
export function composition(listed: readonly Member[]): Composition {
  const files = ({ filing }: Member) => filing !== 'does-not-file';
  const members = [...listed.filter(files), ...listed.filter((member) => !files(member))];
  if (members.length > largestHousehold) {
    throw new RangeError(`too many members; at most ${largestHousehold}: ${members.length}`);
  }
  const has = (is: (member: Member) => boolean) => members.some(is);
  return {
    members,
    filers: members.filter(files).length,
    isMarried: members[1]?.role === 'spouse',
    isCouple: members[1]?.role === 'spouse' || members[1]?.role === 'partner',
    childPlaces: members.flatMap((member, place) => (isYoung(member) ? [place] : [])),
    secondOfPair: members.findIndex(
      (member, place) =>
        place > 0 &&
        isYoung(member) &&
        members[place - 1]!.role === member.role &&
        members[place - 1]!.filing === member.filing,
    ),
    ageClass:
      (has(({ role }) => role === 'minor') ? ageBounds.minor : 0) +
      (has(({ role }) => role === 'child') ? ageBounds.child : 0) +
      (has(({ filing }) => filing === 'dependant-who-files') ? ageBounds.dependant : 0) +
      (has(({ role }) => role === 'parent') ? ageBounds.parent : 0),
  };
}

/** Number of the return of each member within the household, from 0; -1 for those who do not file. */
export function returnNumbers(members: readonly Member[]): readonly number[] {
  let returns = 0;
  return members.map(({ filing }) => {
    if (filing === 'does-not-file') return -1;
    return filing === 'joint-spouse' ? returns - 1 : returns++;
  });
}

/**
 * The vocabulary of scenario files: the ids that may stand where something is chosen or listed. Each list equals,
 * in order, the registry that implements it; the rooms of the registries lie further down, so it stands here, and a
 * test holds the two together.
 */

export const communityIds = ['hispanic', 'white', 'black', 'asian', 'american-indian', 'other'] as const;
/** Naming traditions within the communities. */
export const originIds = [
  'mexican',
  'central-american',
  'caribbean-hispanic',
  'south-american',
  'white',
  'arab',
  'persian',
  'russian-ukrainian',
  'brazilian',
  'black',
  'haitian',
  'west-african',
  'chinese',
  'indian',
  'filipino',
  'vietnamese',
  'korean',
  'japanese',
  'other-asian',
  'american-indian',
  'other',
] as const;
/** How full names are built, by origin. */
export const namingSystemIds = [
  'western',
  'spanish-two-surnames',
  'portuguese',
  'filipino',
  'family-name-first',
  'vietnamese',
  'arabic-chain',
  'persian',
  'russian',
  'south-asian',
  'west-african',
  'haitian',
  'southeast-asian',
] as const;
/** Origins whose people bear the mother's surname beside the father's. */
export const twoSurnameOriginIds = [
  'mexican',
  'central-american',
  'caribbean-hispanic',
  'south-american',
  'brazilian',
] as const;
export const statusIds = [
  'us-born-citizen',
  'naturalized-citizen',
  'permanent-resident',
  'other-lawful',
  'unauthorized',
] as const;
/** Households in which somebody files. */
export const householdKindIds = [
  'alone',
  'couple',
  'lone-parent',
  'partners',
  'siblings',
  'roommates',
] as const;
/** Households in which nobody files. */
export const nonFilingKindIds = ['alone', 'couple', 'lone-parent', 'couple-with-minors'] as const;
/** Decades of birth of householders, oldest first. */
export const birthDecadeIds = [
  '1930s',
  '1940s',
  '1950s',
  '1960s',
  '1970s',
  '1980s',
  '1990s',
  '2000s',
] as const;
/** Errors in records, in the order in which they act. */
export const corruptionIds = [
  'former-address',
  'tin-borrowed',
  'fake-name',
  'copied-from-household-member',
  'nickname',
  'married-name',
  'transliteration-variant',
  'surnames-exchanged',
  'second-surname-dropped',
  'second-surname-alone',
  'surnames-joined',
  'middle-as-given',
  'middle-dropped',
  'middle-initial',
  'name-suffix-dropped',
  'day-month-swapped',
  'birth-year-misreported',
  'date-january-first',
  'phonetic-respelling',
  'keyboard-typo',
  'letter-inserted',
  'letter-deleted',
  'letter-substituted',
  'letter-transposed',
  'ocr-confusion',
  'tin-digit-error',
  'house-number-swapped',
  'unit-wrong',
  'unit-missing',
  'directional-lost',
  'street-suffix-abbreviated',
  'street-suffix-wrong',
  'zip-digit-error',
  'names-swapped',
  'accents-garbled',
  'accents-lost',
  'name-truncated',
  'birth-date-blank',
  'po-box',
  'care-of',
  'city-only',
  'address-placeholder',
  'address-blank',
] as const;
/** Whose errors a source makes. */
export const profileIds = ['none', 'agency', 'irs', 'pseudopeople'] as const;
export const matcherIds = [
  'exact',
  'name-control',
  'levenshtein',
  'jaro-winkler',
  'double-metaphone',
  'token-set',
  'screening',
  'fellegi-sunter',
  'tin-name',
] as const;
export const placeIds = ['nation', 'state', 'zip', 'address'] as const;
/** Those wider than a ZIP area: under them each person looked up is searched for in the whole request list. */
export const widePlaceIds = ['nation', 'state'] as const satisfies readonly (typeof placeIds)[number][];
/** Those within a ZIP area. */
export const narrowPlaceIds = ['zip', 'address'] as const satisfies readonly (typeof placeIds)[number][];
/** Matchers with a search of the whole request list. */
export const wideMatcherIds = [
  'exact',
  'name-control',
  'levenshtein',
  'jaro-winkler',
  'double-metaphone',
] as const satisfies readonly (typeof matcherIds)[number][];
export const ruleIds = ['all', 'best', 'unique', 'review'] as const;
/** Conditions on a request, or on a request and a taxpayer. */
export const gateIds = [
  'tin-supplied',
  'address-not-blank',
  'address-holds-zip',
  'address-well-formed',
  'date-of-birth-agrees',
  'name-and-tin-agree',
] as const;
/** Those of them that look at the request alone. */
export const requestGateIds = gateIds.slice(0, 4) as readonly (typeof gateIds)[number][];
/** What a procedure tells of a match. */
export const disclosureIds = ['last-known-address', 'yes-or-no'] as const;
/** Ages of requested people at the time of the request. */
export const ageBandIds = ['under-30', '30-39', '40-49', '50-59', '60-and-over'] as const;
export const groupIds = [
  'all',
  'citizens',
  'us-born-citizens',
  'naturalized-citizens',
  'permanent-residents',
  'other-lawful',
  'unauthorized',
] as const;

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
export const statusIds = [
  'us-born-citizen',
  'naturalized-citizen',
  'permanent-resident',
  'other-lawful',
  'unauthorized',
] as const;
export const householdKindIds = [
  'single',
  'couple',
  'couple-and-child',
  'parent-and-child',
  'housemates',
  'couple-and-two-children',
] as const;
/** Decades of birth of primary filers, oldest first. */
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
export const corruptionIds = [
  'keyboard-typo',
  'letter-transposed',
  'names-swapped',
  'unit-missing',
  'address-blank',
] as const;
export const matcherIds = ['exact', 'levenshtein', 'jaro-winkler', 'double-metaphone'] as const;
export const placeIds = ['zip', 'address'] as const;
export const ruleIds = ['all', 'best', 'unique'] as const;
export const groupIds = [
  'all',
  'citizens',
  'us-born-citizens',
  'naturalized-citizens',
  'permanent-residents',
  'other-lawful',
  'unauthorized',
] as const;

// Sorts tail surnames by how Hispanic or Asian their spelling is: naive Bayes on letter trigrams (^ and $ mark the
// ends), learnt from the fact table, where the answer is known. The spelling only makes the groups; what share of a
// group is Hispanic, Asian and so on is a Census figure (surname-totals.csv).

const trigramsOf = (name) => {
  const marked = `^${name}$`;
  return Array.from({ length: marked.length - 2 }, (_, start) => marked.slice(start, start + 3));
};

/** Added to each trigram's weight on either side, in names. */
const smoothing = 0.5;

/**
 * A function from a name to the log odds that it belongs to a community.
 * @param examples names with the share (0 to 1) of their bearers who belong to it
 */
export function spellingOdds(examples) {
  const inside = new Map();
  const outside = new Map();
  const add = (counts, trigram, weight) => counts.set(trigram, (counts.get(trigram) ?? smoothing) + weight);
  for (const { name, share } of examples)
    for (const trigram of trigramsOf(name)) {
      add(inside, trigram, share);
      add(outside, trigram, 1 - share);
    }
  const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const balance = Math.log(total(outside) / total(inside));
  return (name) =>
    trigramsOf(name)
      .filter((trigram) => inside.has(trigram))
      .reduce((sum, trigram) => sum + balance + Math.log(inside.get(trigram) / outside.get(trigram)), 0);
}

/** Groups taken in turn from the names that are left: those whose spelling fits best, up to a share of all names. */
const spellingGroups = [
  { group: 'hispanic-1', community: 'hispanic', share: 0.02 },
  { group: 'hispanic-2', community: 'hispanic', share: 0.04 },
  { group: 'hispanic-3', community: 'hispanic', share: 0.08 },
  { group: 'asian-1', community: 'asian', share: 0.01 },
  { group: 'asian-2', community: 'asian', share: 0.03 },
];

/**
 * The spelling group of every name, `general` where none fits.
 * @param odds for each community, a function from a name to its log odds
 */
export function groupBySpelling(names, odds) {
  const groupOf = new Map();
  for (const { group, community, share } of spellingGroups)
    names
      .filter((name) => !groupOf.has(name))
      .map((name) => ({ name, odds: odds[community](name) }))
      .sort((a, b) => b.odds - a.odds || (a.name < b.name ? -1 : 1))
      .slice(0, Math.round(share * names.length))
      .forEach(({ name }) => {
        groupOf.set(name, group);
      });
  return names.map((name) => groupOf.get(name) ?? 'general');
}

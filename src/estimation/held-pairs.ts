/**
 * Wrong pairs under wide place scopes, told twice: from a share of the people, held against all requests, and from a
 * sample of the requests, held against all people. The two share nothing but the country, so they check each other.
 */

import { isWide } from '../linkage/counts.ts';
import type { EstimationInput } from './estimate.ts';
import { rounded } from './estimate.ts';
import { type HeldNumber, heldEverywhere, heldPairs, totalsUnder } from './held-requests.ts';
import type { Estimate, HeldAgainstEverybody } from './summary.ts';

/** The check at every threshold of the rule `all`; `undefined` where no requests were held against everybody. */
export function heldAgainstEverybody(
  { plan, strata, level }: EstimationInput,
  estimates: readonly Estimate[],
): HeldAgainstEverybody | undefined {
  const held = heldEverywhere(strata);
  if (held === undefined) return undefined;
  const byPeople = new Map<string, Estimate>();
  for (const estimate of estimates) {
    const { matcher, place, rule, threshold, measure, group } = estimate;
    if (rule !== 'all' || measure !== 'pairs-wrongly-matched' || group !== 'all') continue;
    byPeople.set(`${matcher} ${place} ${threshold}`, estimate);
  }
  const ways = plan.rules.includes('all')
    ? plan.matchers.flatMap((matcher) => plan.places.filter(isWide).map((place) => ({ matcher, place })))
    : [];
  return {
    represented: held.listed,
    simulated: held.requests,
    pairs: ways.flatMap(({ matcher, place }) =>
      totalsUnder(held, plan, matcher, place, 'all').map((totals, t) => {
        const threshold = plan.thresholds[t]!;
        const { estimate, low, high } = byPeople.get(`${matcher} ${place} ${threshold}`)!;
        return {
          matcher,
          place,
          threshold,
          fromPeople: { estimate, low, high },
          fromRequests: ends(heldPairs(held, totals, level)),
        };
      }),
    ),
  };
}

function ends({ estimate, low, high }: HeldNumber) {
  return { estimate: rounded(estimate), low: rounded(low), high: rounded(high) };
}

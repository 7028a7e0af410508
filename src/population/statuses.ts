/**
 * Citizenship and immigration status of a taxpayer: id, group of the published estimates, and how a sentence
 * names the group. The order is fixed, because statuses are stored as positions in this list.
 *
 * Status goes with birthplace: those born citizens are taken as born in the country, all others as born abroad,
 * and names are drawn accordingly.
 */

import type { Scenario } from '../scenario/schema.ts';
import { communities } from './communities.ts';
import { origins } from './origins.ts';
import type { Tables } from './tables.ts';

export const statuses = [
  { id: 'us-born-citizen', group: 'us-born-citizens', label: 'US-born citizens', citizen: true },
  { id: 'naturalized-citizen', group: 'naturalized-citizens', label: 'naturalized citizens', citizen: true },
  { id: 'permanent-resident', group: 'permanent-residents', label: 'permanent residents', citizen: false },
  { id: 'other-lawful', group: 'other-lawful', label: 'others lawfully present', citizen: false },
  { id: 'unauthorized', group: 'unauthorized', label: 'unauthorized immigrants', citizen: false },
] as const;
export type StatusId = (typeof statuses)[number]['id'];

export const usBornCitizen = 0;
export const naturalizedCitizen = 1;
export const otherLawful = 3;
export const unauthorized = 4;

/**
 * Shares of the statuses among the primary filers of each origin, in the order of `statuses`. The scenario says
 * them by community. Origins differ in how many were born abroad (tables/origins.csv) and in how many of those
 * are without lawful status (the scenario); both are scaled, in odds, so that the community's shares come out.
 */
export function statusShares(scenario: Scenario, facts: Tables['origins']): readonly (readonly number[])[] {
  const { statuses: asked, unauthorizedOfBornAbroad } = scenario.population;
  const shares = origins.map(() => statuses.map(() => 0));
  for (const community of communities) {
    const members = origins.flatMap((origin, place) =>
      origin.community === community ? [{ ...origin, place }] : [],
    );
    const share = statuses.map(({ id }) => asked[community][id].value);
    const bornAbroad = 1 - share[usBornCitizen]!;
    const weights = members.map(({ id }) => facts[id].shareOfCommunity);
    const abroad = scaled(
      members.map(({ id }) => facts[id].bornAbroad),
      weights,
      bornAbroad,
    );
    const irregular = scaled(
      members.map(({ id }) => unauthorizedOfBornAbroad[id].value),
      weights.map((weight, i) => weight * abroad[i]!),
      bornAbroad === 0 ? 0 : share[unauthorized]! / bornAbroad,
    );
    const lawful = bornAbroad - share[unauthorized]!;
    members.forEach(({ place }, i) => {
      shares[place] = share.map((ofCommunity, status) => {
        if (status === usBornCitizen) return 1 - abroad[i]!;
        if (status === unauthorized) return abroad[i]! * irregular[i]!;
        return lawful === 0 ? 0 : abroad[i]! * (1 - irregular[i]!) * (ofCommunity / lawful);
      });
    });
  }
  return shares;
}

/**
 * Shares whose odds are multiplied by one factor, so that their weighted mean becomes `mean`. None and all count as
 * one in a million more or less, or no factor would move them.
 */
function scaled(shares: readonly number[], weights: readonly number[], mean: number): readonly number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  if (total === 0 || mean <= 0 || mean >= 1) return shares.map(() => mean);
  const odds = shares.map((share) => Math.max(share, 1e-6) / Math.max(1 - share, 1e-6));
  const at = (factor: number) => odds.map((own) => (own * factor) / (1 + own * factor));
  const meanAt = (factor: number) =>
    at(factor).reduce((sum, share, i) => sum + share * weights[i]!, 0) / total;
  let low = 1e-15;
  let high = 1e15;
  for (let i = 0; i < 120; i++) {
    const middle = Math.sqrt(low * high);
    if (meanAt(middle) < mean) low = middle;
    else high = middle;
  }
  return at(Math.sqrt(low * high));
}

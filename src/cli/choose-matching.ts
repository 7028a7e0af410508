/**
 * `--matchers` and `--places`: a run under other matchers and place scopes than its scenario names. They make another
 * scenario of it, with a hash of its own; procedures, rules and thresholds stay. Where the headline of the scenario is not
 * among what is chosen, the first of the chosen ones, in the order of the lists, takes its place.
 */

import { matcherIds, placeIds } from '../scenario/ids.ts';
import type { Scenario } from '../scenario/schema.ts';
import { didYouMean } from '../scenario/suggest.ts';
import { checkWideHeadline, checkWidePlaces } from '../scenario/wide-places.ts';

/** What was chosen instead of what the scenario says; ids in the order of the lists. */
export interface Chosen {
  readonly matchers?: Scenario['matching']['matchers'];
  readonly places?: Scenario['matching']['places'];
}

/** The choices in what was typed: ids with commas between them, or `all`. Adds a line to `problems` for each unknown id. */
export function chosenBy(
  flags: { readonly matchers?: string | undefined; readonly places?: string | undefined },
  problems: string[],
): Chosen {
  const matchers = listed('matchers', flags.matchers, matcherIds, problems);
  const places = listed('places', flags.places, placeIds, problems);
  return { ...(matchers && { matchers }), ...(places && { places }) };
}

function listed<Id extends string>(
  flag: string,
  text: string | undefined,
  ids: readonly Id[],
  problems: string[],
): Id[] | undefined {
  if (text === undefined) return undefined;
  if (text === 'all') return [...ids];
  const asked = text.split(',').map((word) => word.trim());
  for (const word of asked) {
    if ((ids as readonly string[]).includes(word)) continue;
    const found = word === '' ? 'nothing' : word;
    problems.push(
      `--${flag}: unknown; allowed: all, or some of ${ids.join(', ')}; found: ${found}${didYouMean(word, ids)}`,
    );
  }
  return ids.filter((id) => asked.includes(id));
}

/** The scenario under what was chosen. Adds a line to `problems` for whatever cannot stand together in it. */
export function withChosen(scenario: Scenario, chosen: Chosen, problems: string[]): Scenario {
  if (chosen.matchers === undefined && chosen.places === undefined) return scenario;
  const matching = { ...scenario.matching, ...chosen };
  const { headline } = scenario.reporting;
  const among = <Id extends string>(id: Id, ids: readonly Id[]) => (ids.includes(id) ? id : (ids[0] ?? id));
  const matchers = [...matching.matchers, ...matching.procedures.map(({ id }) => `procedure:${id}`)];
  const moved = {
    ...headline,
    matcher: among<string>(headline.matcher, matchers),
    place: among(headline.place, matching.places),
  };
  const flags = [chosen.matchers && '--matchers', chosen.places && '--places'].filter(Boolean).join(', ');
  const context = {
    addIssue({ path, message, params: { allowed, found } }: Issue) {
      const what = path.filter((part) => typeof part === 'string').join('.');
      problems.push(`${flags}: ${what} ${message}; allowed: ${allowed}; found: ${found}`);
    },
  };
  checkWidePlaces(matching, context);
  checkWideHeadline(moved, context);
  return { ...scenario, matching, reporting: { ...scenario.reporting, headline: moved } };
}

type Issue = Parameters<Parameters<typeof checkWidePlaces>[1]['addIssue']>[0];

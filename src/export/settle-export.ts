/**
 * From what the user asked for to what is exported: checks the arguments, all at once, and opens the world that
 * they are about.
 */

import { population } from '../population/population.ts';
import { loadTables } from '../population/tables.ts';
import { requestList } from '../requests/request-list.ts';
import { InputError } from '../scenario/input-error.ts';
import { loadScenario, scenarioHash } from '../scenario/load.ts';
import { numberArgument } from '../scenario/number-argument.ts';
import { didYouMean } from '../scenario/suggest.ts';
import { outputProblem } from './export-directory.ts';
import { fileFormats, formatProblem } from './formats/index.ts';
import { requestsRecordedIn } from './requests.ts';
import type { ExportedWorld } from './taxpayers.ts';
import type { ExportPlan } from './write-export.ts';
import { inhabitedStates, selectZipAreas } from './zip-selection.ts';

/** The arguments as they were written; what is not given is left out. */
export interface AskedExport {
  /** A built-in id, or the path of a YAML file. */
  readonly scenario: string;
  readonly requests?: string | undefined;
  readonly zips?: string | undefined;
  readonly state?: string | undefined;
  readonly seed?: string | undefined;
  readonly format?: string | undefined;
  readonly out?: string | undefined;
  readonly force?: boolean | undefined;
}

export interface SettledExport {
  readonly world: ExportedWorld;
  readonly plan: ExportPlan;
  /** Taxpayers in the ZIP areas of the plan. */
  readonly taxpayers: number;
}

/** Share of the ZIP areas of the country where neither a share nor a state is asked for. */
export const DEFAULT_SHARE = 0.001;

/** Throws an InputError with a line for every mistake. */
export function settleExport(asked: AskedExport, tool: string): SettledExport {
  const problems: string[] = [];
  const refuse = (flag: string, what: string, allowed: string, found: string) => {
    problems.push(`--${flag}: ${what}; allowed: ${allowed}; found: ${found}`);
  };
  /** What `make` makes, or `undefined` when it finds a mistake. */
  const checked = <T>(make: () => T): T | undefined => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const number = (flag: 'requests' | 'zips' | 'seed', allowed: string, isAllowed: (n: number) => boolean) =>
    numberArgument(flag, asked[flag], allowed, isAllowed, problems);

  const isCount = (n: number) => Number.isSafeInteger(n) && n >= 0;
  const scenario = checked(() => loadScenario(asked.scenario));
  const seed = number('seed', 'a whole number from 0 to 2^53 - 1', isCount) ?? 1;
  const share = number('zips', 'a share above 0, up to 1', (n) => n > 0 && n <= 1);
  const listed = scenario?.requests.count.value ?? Number.POSITIVE_INFINITY;
  const most = number(
    'requests',
    scenario === undefined ? 'a whole number from 0' : `a whole number from 0 to ${listed}`,
    (n) => isCount(n) && n <= listed,
  );
  const formats = fileFormats.map(({ id }) => id);
  const format = fileFormats.find(({ id }) => id === (asked.format ?? formats[0]));
  if (format === undefined) {
    const text = asked.format ?? '';
    refuse('format', 'unknown file format', formats.join(', '), `${text}${didYouMean(text, formats)}`);
  } else {
    const problem = formatProblem('format', format);
    if (problem !== undefined) problems.push(problem);
  }
  if (asked.out !== undefined) {
    const problem = outputProblem(asked.out, asked.force === true);
    if (problem !== undefined) problems.push(problem);
  }

  const open = (from: NonNullable<typeof scenario>): ExportedWorld => {
    const people = population(from, seed, loadTables());
    return { scenario: from, population: people, requests: requestList(from, people) };
  };
  const world = scenario && checked(() => open(scenario));
  const state = asked.state?.toUpperCase();
  if (world !== undefined && state !== undefined) {
    const states = inhabitedStates(world.population.layout);
    if (!states.includes(state)) refuse('state', 'unknown state', states.join(', '), asked.state!);
  }
  if (world === undefined || format === undefined || problems.length > 0) throw new InputError(problems);

  const { layout } = world.population;
  const { chosen, outOf } = selectZipAreas(layout, share ?? (state ? 1 : DEFAULT_SHARE), seed, state);
  const whole = (n: number) => n.toLocaleString('en-US');
  return {
    world,
    taxpayers: chosen.reduce((sum, zip) => sum + layout.area(zip).people, 0),
    plan: {
      chosen,
      requests: requestsRecordedIn(world.requests, chosen, most ?? Number.POSITIVE_INFINITY),
      format,
      provenance: {
        tool,
        scenario: world.scenario.id,
        scenarioSha256: scenarioHash(world.scenario),
        seed,
        extent: `${whole(chosen.length)} of ${whole(outOf)} ZIP areas${state ? ` of ${state}` : ''}`,
      },
    },
  };
}

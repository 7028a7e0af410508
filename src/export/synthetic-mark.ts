/** What says, beside and in the exported files, that nobody in them is real. */

/** How an export was made: enough to make it again. */
export interface Provenance {
  /** Name and version: `mismatch 0.1.0`. */
  readonly tool: string;
  readonly scenario: string;
  readonly scenarioSha256: string;
  readonly seed: number;
  /** Where from: `33 of 33,053 ZIP areas`. */
  readonly extent: string;
}

/** The file beside the others that carries the mark. */
export const MARK_FILE = 'SYNTHETIC.txt';

const STATEMENT = 'SYNTHETIC: every person in these files is invented.';

/** The facts that a file carries in itself, where its format has a place for them. */
export function fileFacts({ tool, scenario, scenarioSha256, seed, extent }: Provenance) {
  return {
    'mismatch.synthetic': STATEMENT,
    'mismatch.tool': tool,
    'mismatch.scenario': scenario,
    'mismatch.scenario-sha256': scenarioSha256,
    'mismatch.seed': String(seed),
    'mismatch.extent': extent,
  };
}

/** The whole of SYNTHETIC.txt. */
export function markText(
  { tool, scenario, scenarioSha256, seed, extent }: Provenance,
  files: readonly { readonly name: string; readonly rows: number }[],
): string {
  return `${STATEMENT}

Names, households, addresses and requests were drawn at random by a simulation.
ZIP codes, cities and street words are real; who lives where is not. If a row
resembles somebody, that is chance. Every record id begins with SYN-.

The files truth and taxpayer-truth hold what no matcher may see: give it
taxpayers and requests only.

Made by:   ${tool}
Scenario:  ${scenario}
SHA-256:   ${scenarioSha256}
Seed:      ${seed}
Extent:    ${extent}

${files.map(({ name, rows }) => `${name}: ${rows} rows`).join('\n')}
`;
}

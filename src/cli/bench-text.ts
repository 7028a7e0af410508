/** What `mismatch bench` measured, as tables for the terminal. */

import type { BenchReport } from '../execution/bench.ts';
import type { ComparatorPeer } from '../execution/comparator-peers.ts';
import { SEARCH_FLOOR } from '../execution/time-matchers.ts';
import type { CategoryAccuracy } from '../linkage/benchmark/labelled-pairs.ts';
import { exactCount, percentage } from '../report/number.ts';
import { type Column, table } from '../report/table.ts';

/** All tables, without a line break at the end. */
export function benchText(report: BenchReport): string {
  const { machine, set, threshold } = report;
  const where = `${report.tool} on ${machine.processor}, ${machine.cores} cores, Node ${machine.node}; one core is used`;
  const of = `${exactCount(set.people)} invented people (${set.scenario}, seed ${set.seed})`;
  return [
    where,
    heading('Speed of the matchers, on pairs of records', matcherSpeeds(report)),
    heading(`Pairs about one person that score ${threshold} or above, of ${of}`, accuracies(report, 'same')),
    heading(`Pairs about two people that score below ${threshold}`, accuracies(report, 'different')),
    set.categories.map(({ label, describe }) => `${label}: ${describe}`).join('\n'),
    heading('Places, whatever the name: one person in the same, two people not', placeTable(report)),
    heading(
      `Speed of the comparators, on the ${set.surnames} commonest surnames; one to many finds those at ${SEARCH_FLOOR} or above`,
      comparatorSpeeds(report),
    ),
  ].join('\n\n');
}

const heading = (title: string, content: string) => `${title}\n\n${content}`;
const millions = (rate: number) => (rate / 1e6).toFixed(2);
const microseconds = (time: number) => time.toFixed(time < 10 ? 2 : 1);

function matcherSpeeds({ matchers }: BenchReport): string {
  type Row = (typeof matchers)[number];
  return table(matchers, [
    { title: 'Matcher', cell: ({ id }: Row) => id },
    { title: 'M pairs/s', align: 'right', cell: (row: Row) => millions(row.pairsPerSecond) },
    { title: 'us p50', align: 'right', cell: (row: Row) => microseconds(row.microseconds.p50) },
    { title: 'us p95', align: 'right', cell: (row: Row) => microseconds(row.microseconds.p95) },
    { title: 'M pairs/s in match', align: 'right', cell: (row: Row) => millions(row.linkedPairsPerSecond) },
  ]);
}

function accuracies({ matchers, set }: BenchReport, kind: 'same' | 'different'): string {
  type Row = (typeof matchers)[number];
  return table(matchers, [
    { title: 'Matcher', cell: ({ id }: Row) => id },
    ...set.categories.map(
      ({ id, label }): Column<Row> => ({
        title: label,
        align: 'right',
        cell: (row) => shareOf(row.accuracy, id, kind),
      }),
    ),
  ]);
}

function placeTable({ places }: BenchReport): string {
  type Row = (typeof places)[number];
  const column = (title: string, category: string, kind: 'same' | 'different'): Column<Row> => ({
    title,
    align: 'right',
    cell: (row) => shareOf(row.accuracy, category, kind),
  });
  return table(places, [
    { title: 'Place', cell: ({ id }: Row) => id },
    column('stale, one person', 'stale-address', 'same'),
    column('stale, two people', 'stale-address', 'different'),
    column('common, two people', 'common-name', 'different'),
  ]);
}

function shareOf(accuracy: readonly CategoryAccuracy[], category: string, kind: 'same' | 'different') {
  const share = accuracy.find((entry) => entry.category === category)?.[kind].share;
  return share === undefined || share === null ? '' : `${(100 * share).toFixed(0)}%`;
}

interface SpeedRow {
  readonly name: string;
  readonly pairwise: string;
  readonly oneToMany: string;
  readonly agreement: string;
}

function comparatorSpeeds({ comparators, peers }: BenchReport): string {
  const rows = comparators.flatMap(({ id, pairsPerSecond, oneToManyPairsPerSecond }): SpeedRow[] => [
    {
      name: id,
      pairwise: millions(pairsPerSecond),
      oneToMany: millions(oneToManyPairsPerSecond),
      agreement: '',
    },
    ...peers
      .filter(({ comparator }) => comparator === id)
      .map((peer) => ({
        name: `  ${peer.program}`,
        pairwise: millions(peer.pairsPerSecond),
        oneToMany: '',
        agreement: inWords(peer.agreement),
      })),
  ]);
  return table(rows, [
    { title: 'Comparator, peer', cell: ({ name }: SpeedRow) => name },
    { title: 'M pairs/s', align: 'right', cell: ({ pairwise }: SpeedRow) => pairwise },
    { title: 'one to many', align: 'right', cell: ({ oneToMany }: SpeedRow) => oneToMany },
    { title: 'Says the same', cell: ({ agreement }: SpeedRow) => agreement },
  ]);
}

function inWords({ of, compared, equal, unequal = [] }: ComparatorPeer['agreement']): string {
  const share = `${percentage(equal / compared)} of ${exactCount(compared)} ${of}`;
  return unequal.length === 0 ? share : `${share}; not ${unequal.join(', ')}`;
}

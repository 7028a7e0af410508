/** docs/corruptions.md has one row for each corruption, in order, with the rates of the profiles. */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { corruptions } from '../../src/corruption/corruptions/index.ts';
import { profiles } from '../../src/corruption/profiles/index.ts';

const page = readFileSync(new URL('../../docs/corruptions.md', import.meta.url), 'utf8');
const listed = profiles.filter(({ id }) => id !== 'none');
const percent = (share: number) => Number((100 * share).toPrecision(3)).toString();

const rows = corruptions.map(({ id, describe, fields, careless, aggravatedBy = [], ...corruption }) => {
  expect(corruption.label).not.toBe('');
  const rates = listed.map(({ rates: { [id]: rate } }) => {
    if (rate === undefined) return '';
    const { value, low = value, high = value } = rate;
    return low === high ? percent(value) : `${percent(value)} (${percent(low)} to ${percent(high)})`;
  });
  const likelier = aggravatedBy.map((cause) => ({ 'unfamiliar-name': 'name', 'old-record': 'age' })[cause]);
  const cells = [
    `\`${id}\``,
    describe,
    fields.join(', '),
    careless ? 'yes' : '',
    likelier.join(', '),
    ...rates,
  ];
  return `| ${cells.join(' | ')} |`;
});

it('lists every corruption with its rates', () => {
  const written = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(written).toEqual(rows);
});

it('names every profile', () => {
  for (const { id } of profiles) expect(page).toContain(`\`${id}\``);
});

/**
 * Matcher `tin-name`: the taxpayer number, checked by the name, as in the agency's TIN matching.
 *
 * The number must be the same nine digits on both sides; then the same surname and given name score 1, the same name
 * control alone 0.9 (text/name-control.ts), else 0. The agency's standard check is the name control (evidence
 * `irs-name-control`); whether the 2025 comparison used it or the full name is not public, so a threshold above 0.9
 * asks for the full name and one at or below 0.9 for the name control. A missing number matches nothing. The grade
 * 0.9 is this tool's own.
 */

import type { PersonRecord } from '../../population/record.ts';
import { exactSimilarity } from '../../text/exact.ts';
import { nameControl } from '../../text/name-control.ts';
import { normaliseName } from '../../text/normalise.ts';
import { agreementOf } from '../identifiers.ts';
import { inWords, type Matcher } from '../matcher.ts';

const NAME_CONTROL_ALONE = 0.9;

function compared(request: PersonRecord, taxpayer: PersonRecord) {
  const field = (name: string, a: string, b: string) => ({
    field: name,
    request: a,
    taxpayer: b,
    score: exactSimilarity(a, b),
  });
  const number = {
    ...field('tin', request.tin, taxpayer.tin),
    score: agreementOf('tin', request.tin, taxpayer.tin) === 'agree' ? 1 : 0,
  };
  const control = field('nameControl', nameControl(request.surname), nameControl(taxpayer.surname));
  const surname = field('surname', normaliseName(request.surname), normaliseName(taxpayer.surname));
  const givenName = field('givenName', normaliseName(request.givenName), normaliseName(taxpayer.givenName));
  const nameScore = surname.score * givenName.score === 1 ? 1 : NAME_CONTROL_ALONE * control.score;
  return { fields: [number, control, surname, givenName], score: number.score * nameScore };
}

export const tinName: Matcher = {
  id: 'tin-name',
  label: 'Taxpayer number and name',
  describe: 'same taxpayer number; with the same full name 1, with the same name control 0.9, else 0',
  needs: ['tin'],
  score: (request, taxpayer) => compared(request, taxpayer).score,
  explain(request, taxpayer) {
    const { fields, score } = compared(request, taxpayer);
    return { score, fields, text: `${fields.map(inWords).join(', ')}; together ${score.toFixed(3)}` };
  },
};

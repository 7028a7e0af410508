/** Pairs of invented names, the same every time: a third strangers, two thirds one to three edits apart. */

import { below, block, stream } from '../../src/random/stream.ts';

const SYLLABLES = 'GAR CIA LO PEZ MAR TI NEZ JOHN SON WIL LIAMS SMI TH NGUY EN KO WAL SKI O MC DE LA SAN CHEZ'
  .concat(' A E I AN EL RO DRI GUEZ HER NAN BRA DY PA TEL WONG LEE KIM CHEN XI ZH QUI PH VAN DER BERG')
  .split(' ');
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ -';

export function namePairs(count: number): readonly (readonly [string, string])[] {
  const source = stream(2024, 'test name pairs');
  const words = new Uint32Array(4);
  let draw = 0;
  const upTo = (n: number) => {
    block(source, 0, draw++, words);
    return below(words[0]!, n);
  };
  const invent = () => {
    let name = '';
    for (let n = 1 + upTo(5); n > 0; n--) name += SYLLABLES[upTo(SYLLABLES.length)]!;
    return upTo(4) === 0 ? `${name} ${SYLLABLES[upTo(SYLLABLES.length)]!}` : name;
  };
  const edit = (name: string) => {
    const at = upTo(name.length);
    const letter = ALPHABET[upTo(ALPHABET.length)]!;
    const before = name.slice(0, at);
    switch (upTo(4)) {
      case 0:
        return before + letter + name.slice(at);
      case 1:
        return before + letter + name.slice(at + 1);
      case 2:
        return name.length > 1 ? before + name.slice(at + 1) : name;
      default:
        return (
          before +
          name
            .slice(at, at + 2)
            .split('')
            .reverse()
            .join('') +
          name.slice(at + 2)
        );
    }
  };
  return Array.from({ length: count }, (_, i) => {
    const name = invent();
    if (i % 3 === 0) return [name, invent()] as const;
    let other = name;
    for (let n = 1 + upTo(3); n > 0; n--) other = edit(other);
    return [name, other] as const;
  });
}

/**
 * The letter rules of Double Metaphone: what the letters at one place of a word sound like, and how many of them
 * the sound takes.
 *
 * Reference: Philips, "The double metaphone search algorithm", C/C++ Users Journal 18 (2000), whose example names are
 * kept in the comments. A sound is written with consonants, 0 for TH and X for SH; a word is padded with spaces, so
 * that a rule may look beyond its end. Y is a vowel.
 */

export interface Sound {
  readonly primary: string;
  readonly secondary: string;
  /** Letters used up. */
  readonly length: number;
}

/** A word at work: upper case, padded. */
export interface Word {
  readonly text: string;
  readonly length: number;
  /** Has W, K or CZ: a guess that the name is Slavic or German. */
  readonly slavoGermanic: boolean;
}

type Rule = (word: Word, at: number) => Sound;

const heard = (primary: string, length: number, secondary = primary): Sound => ({
  primary,
  secondary,
  length,
});

/** Letter by letter, which costs a fraction of `startsWith`: these are most of the work. */
function hasPart(text: string, at: number, part: string): boolean {
  for (let i = 0; i < part.length; i++) if (text.charCodeAt(at + i) !== part.charCodeAt(i)) return false;
  return true;
}

function has({ text }: Word, at: number, ...parts: readonly string[]): boolean {
  if (at < 0) return false;
  for (let i = 0; i < parts.length; i++) if (hasPart(text, at, parts[i]!)) return true;
  return false;
}

/** Whether the letter at a place is one of these. */
function hasOneOf({ text }: Word, at: number, letters: string): boolean {
  const letter = text.charCodeAt(at);
  for (let i = 0; i < letters.length; i++) if (letters.charCodeAt(i) === letter) return true;
  return false;
}

const vowelAt = (word: Word, at: number) => hasOneOf(word, at, 'AEIOUY');
const germanic = (word: Word) => has(word, 0, 'VAN ', 'VON ', 'SCH');

/** One sound, once also for a doubled letter. */
const simple =
  (primary: string): Rule =>
  (word, at) =>
    heard(primary, word.text[at + 1] === word.text[at] ? 2 : 1);

const vowel: Rule = (_, at) => heard(at === 0 ? 'A' : '', 1);

const c: Rule = (word, at) => {
  const afterNext = word.text[at + 2]!;
  // Bacher, Macher.
  if (at > 1 && !vowelAt(word, at - 2) && has(word, at - 1, 'ACH') && afterNext !== 'I') {
    if (afterNext !== 'E' || has(word, at - 2, 'BACHER', 'MACHER')) return heard('K', 2);
  }
  if (at === 0 && has(word, 0, 'CAESAR')) return heard('S', 2);
  if (!hasOneOf(word, at + 1, 'HZCKGQIEY ')) return heard('K', 1);
  if (has(word, at, 'CHIA')) return heard('K', 2); // chianti
  if (has(word, at, 'CH')) return ch(word, at);
  if (has(word, at, 'CZ') && !has(word, at - 2, 'WICZ')) return heard('S', 2, 'X'); // Czerny
  if (has(word, at + 1, 'CIA')) return heard('X', 3); // focaccia
  if (has(word, at, 'CC') && !(at === 1 && word.text[0] === 'M')) {
    if (!has(word, at + 2, 'I', 'E', 'H') || has(word, at + 2, 'HU')) return heard('K', 2); // bacchus
    const hard = (at === 1 && word.text[0] === 'A') || has(word, at - 1, 'UCCEE', 'UCCES');
    return heard(hard ? 'KS' : 'X', 3); // accident, succeed; Bertucci
  }
  if (has(word, at, 'CK', 'CG', 'CQ')) return heard('K', 2);
  if (has(word, at, 'CIO', 'CIE', 'CIA')) return heard('S', 2, 'X'); // Garcia
  if (has(word, at, 'CI', 'CE', 'CY')) return heard('S', 2);
  if (has(word, at + 1, ' C', ' Q', ' G')) return heard('K', 3); // Mac Caffrey
  return heard('K', has(word, at + 1, 'C', 'K', 'Q') && !has(word, at + 1, 'CE', 'CI') ? 2 : 1);
};

const ch: Rule = (word, at) => {
  if (at > 0 && has(word, at, 'CHAE')) return heard('K', 2, 'X'); // Michael
  const greek = has(word, 1, 'HARAC', 'HARIS', 'HOR', 'HYM', 'HIA', 'HEM') && !has(word, 0, 'CHORE');
  if (at === 0 && greek) return heard('K', 2); // chemistry, chorus
  const hard =
    germanic(word) ||
    has(word, at - 2, 'ORCHES', 'ARCHIT', 'ORCHID') ||
    has(word, at + 2, 'T', 'S') ||
    ((at === 0 || has(word, at - 1, 'A', 'O', 'U', 'E')) && hasOneOf(word, at + 2, 'LRNMBHFVW '));
  if (hard) return heard('K', 2); // Wachtler, Koch
  if (at === 0) return heard('X', 2);
  return has(word, 0, 'MC') ? heard('K', 2) : heard('X', 2, 'K'); // McHugh
};

const d: Rule = (word, at) => {
  if (has(word, at, 'DG')) return has(word, at + 2, 'I', 'E', 'Y') ? heard('J', 3) : heard('TK', 2); // edge, Edgar
  return heard('T', has(word, at, 'DT', 'DD') ? 2 : 1);
};

const g: Rule = (word, at) => {
  const next = word.text[at + 1];
  if (next === 'H') return gh(word, at);
  if (next === 'N') {
    if (word.slavoGermanic) return heard('KN', 2);
    if (at === 1 && vowelAt(word, 0)) return heard('KN', 2, 'N');
    return has(word, at + 2, 'EY') ? heard('KN', 2) : heard('N', 2, 'KN'); // Cagney
  }
  if (has(word, at + 1, 'LI') && !word.slavoGermanic) return heard('KL', 2, 'L'); // Tagliaro
  const begins = ['Y', 'ES', 'EP', 'EB', 'EL', 'EY', 'IB', 'IL', 'IN', 'IE', 'EI', 'ER'];
  if (at === 0 && has(word, 1, ...begins)) return heard('K', 2, 'J');
  if (
    has(word, at + 1, 'ER', 'Y') &&
    !has(word, 0, 'DANGER', 'RANGER', 'MANGER') &&
    !has(word, at - 1, 'E', 'I', 'RGY', 'OGY')
  ) {
    return heard('K', 2, 'J');
  }
  if (has(word, at + 1, 'E', 'I', 'Y') || has(word, at - 1, 'AGGI', 'OGGI')) {
    if (germanic(word) || has(word, at + 1, 'ET')) return heard('K', 2);
    return has(word, at + 1, 'IER ') ? heard('J', 2) : heard('J', 2, 'K'); // Biaggi
  }
  return heard('K', next === 'G' ? 2 : 1);
};

const gh: Rule = (word, at) => {
  if (at > 0 && !vowelAt(word, at - 1)) return heard('K', 2);
  if (at === 0) return heard(word.text[2] === 'I' ? 'J' : 'K', 2); // Ghislane
  // Parker's rule, with further refinements: Hugh, bough, Broughton.
  if (has(word, at - 2, 'B', 'H', 'D') || has(word, at - 3, 'B', 'H', 'D') || has(word, at - 4, 'B', 'H')) {
    return heard('', 2);
  }
  const before = word.text[at - 1];
  if (before === 'U' && has(word, at - 3, 'C', 'G', 'L', 'R', 'T')) return heard('F', 2); // laugh, tough
  return heard(before === 'I' ? '' : 'K', 2);
};

const h: Rule = (word, at) => {
  const sounded = (at === 0 || vowelAt(word, at - 1)) && vowelAt(word, at + 1);
  return sounded ? heard('H', 2) : heard('', 1);
};

const j: Rule = (word, at) => {
  const san = has(word, 0, 'SAN ');
  if (has(word, at, 'JOSE') || san) {
    return san || (at === 0 && word.text[4] === ' ') ? heard('H', 1) : heard('J', 1, 'H'); // San Jacinto
  }
  const length = word.text[at + 1] === 'J' ? 2 : 1;
  if (at === 0) return heard('J', length, 'A'); // Jankelowicz
  if (vowelAt(word, at - 1) && !word.slavoGermanic && has(word, at + 1, 'A', 'O')) {
    return heard('J', length, 'H'); // bajador
  }
  if (at === word.length - 1) return heard('J', length, '');
  const silent = hasOneOf(word, at + 1, 'LTKSNMBZ') || has(word, at - 1, 'S', 'K', 'L');
  return heard(silent ? '' : 'J', length);
};

const l: Rule = (word, at) => {
  if (word.text[at + 1] !== 'L') return heard('L', 1);
  const last = word.length - 1;
  const spanish =
    (at === last - 2 && has(word, at - 1, 'ILLO', 'ILLA', 'ALLE')) ||
    ((has(word, last - 1, 'AS', 'OS') || has(word, last, 'A', 'O')) && has(word, at - 1, 'ALLE'));
  return spanish ? heard('L', 2, '') : heard('L', 2); // Cabrillo, Gallegos
};

const m: Rule = (word, at) => {
  const silentB = has(word, at - 1, 'UMB') && (at + 1 === word.length - 1 || has(word, at + 2, 'ER'));
  return heard('M', silentB || word.text[at + 1] === 'M' ? 2 : 1); // dumb, thumb
};

const p: Rule = (word, at) => {
  if (word.text[at + 1] === 'H') return heard('F', 2);
  return heard('P', has(word, at + 1, 'P', 'B') ? 2 : 1); // Campbell, raspberry
};

const r: Rule = (word, at) => {
  const french =
    at === word.length - 1 &&
    !word.slavoGermanic &&
    has(word, at - 2, 'IE') &&
    !has(word, at - 4, 'ME', 'MA');
  const length = word.text[at + 1] === 'R' ? 2 : 1;
  return french ? heard('', length, 'R') : heard('R', length); // Rogier, Hochmeier
};

const s: Rule = (word, at) => {
  if (!hasOneOf(word, at + 1, 'LUHIMNWZCS ')) return heard('S', 1);
  if (has(word, at - 1, 'ISL', 'YSL')) return heard('', 1); // island, Carlysle
  if (at === 0 && has(word, 0, 'SUGAR')) return heard('X', 1, 'S');
  if (has(word, at, 'SH')) return heard(has(word, at + 1, 'HEIM', 'HOEK', 'HOLM', 'HOLZ') ? 'S' : 'X', 2);
  if (has(word, at, 'SIO', 'SIA')) return heard('S', 3, word.slavoGermanic ? 'S' : 'X');
  // Smith beside Schmidt, Snider beside Schneider; -SZ- of Slavic names.
  if (at === 0 && has(word, 1, 'M', 'N', 'L', 'W')) return heard('S', 1, 'X');
  if (has(word, at + 1, 'Z')) return heard('S', 2, 'X');
  if (has(word, at, 'SC')) return sc(word, at);
  const length = has(word, at + 1, 'S', 'Z') ? 2 : 1;
  const french = at === word.length - 1 && has(word, at - 2, 'AI', 'OI');
  return french ? heard('', length, 'S') : heard('S', length); // Resnais, Artois
};

const sc: Rule = (word, at) => {
  if (word.text[at + 2] !== 'H') return heard(has(word, at + 2, 'I', 'E', 'Y') ? 'S' : 'SK', 3);
  if (has(word, at + 3, 'ER', 'EN')) return heard('X', 3, 'SK'); // Schermerhorn, Schenker
  if (has(word, at + 3, 'OO', 'UY', 'ED', 'EM')) return heard('SK', 3); // school, Schuyler
  const german = at === 0 && !vowelAt(word, 3) && word.text[3] !== 'W';
  return german ? heard('X', 3, 'S') : heard('X', 3);
};

const t: Rule = (word, at) => {
  if (!hasOneOf(word, at + 1, 'ICHTD')) return heard('T', 1);
  if (has(word, at, 'TION', 'TIA', 'TCH')) return heard('X', 3);
  if (has(word, at, 'TH', 'TTH')) {
    return has(word, at + 2, 'OM', 'AM') || germanic(word) ? heard('T', 2) : heard('0', 2, 'T'); // Thomas
  }
  return heard('T', has(word, at + 1, 'T', 'D') ? 2 : 1);
};

const w: Rule = (word, at) => {
  if (has(word, at, 'WR')) return heard('R', 2);
  const first = at === 0 && (vowelAt(word, 1) || has(word, 0, 'WH'));
  const [primary, secondary] = !first ? ['', ''] : vowelAt(word, 1) ? ['A', 'F'] : ['A', 'A']; // Wasserman
  const slavicEnd =
    (at === word.length - 1 && vowelAt(word, at - 1)) ||
    has(word, at - 1, 'EWSKI', 'EWSKY', 'OWSKI', 'OWSKY') ||
    has(word, 0, 'SCH');
  if (slavicEnd) return heard(primary, 1, `${secondary}F`); // Arnow
  if (has(word, at, 'WICZ', 'WITZ')) return heard(`${primary}TS`, 4, `${secondary}FX`); // Filipowicz
  return heard(primary, 1, secondary);
};

const x: Rule = (word, at) => {
  const length = has(word, at + 1, 'C', 'X') ? 2 : 1;
  const french = at === word.length - 1 && (has(word, at - 3, 'IAU', 'EAU') || has(word, at - 2, 'AU', 'OU'));
  return heard(french ? '' : 'KS', length); // Breaux
};

const z: Rule = (word, at) => {
  if (word.text[at + 1] === 'H') return heard('J', 2); // Zhao
  const length = word.text[at + 1] === 'Z' ? 2 : 1;
  const slavic = word.slavoGermanic && at > 0 && word.text[at - 1] !== 'T';
  return heard('S', length, has(word, at + 1, 'ZO', 'ZI', 'ZA') || slavic ? 'TS' : 'S');
};

const vowels = { A: vowel, E: vowel, I: vowel, O: vowel, U: vowel, Y: vowel };
const likeTheLetter = { F: simple('F'), K: simple('K'), N: simple('N') };
const likeAnother = { B: simple('P'), Q: simple('K'), V: simple('F'), Ç: simple('S'), Ñ: simple('N') };

const rules: Readonly<Record<string, Rule>> = {
  ...vowels,
  ...likeTheLetter,
  ...likeAnother,
  ...{ C: c, D: d, G: g, H: h, J: j, L: l, M: m, P: p, R: r, S: s, T: t, W: w, X: x, Z: z },
};

const byCharacterCode: Rule[] = [];
for (const [letter, rule] of Object.entries(rules)) byCharacterCode[letter.charCodeAt(0)] = rule;

/** The rule of each letter by its character code; anything else is not sounded. */
export const ruleOf: readonly (Rule | undefined)[] = byCharacterCode;

/**
 * Patronymics: the father's given name with a suffix, SERGEY gives SERGEYEVICH and SERGEYEVNA. The rule is that of
 * Russian in its usual passport spelling: -OVICH after a hard consonant, -EVICH after a soft one or Y, -ICH after -A.
 * Fathers' names of other languages follow the same rule.
 */

/** Fathers' names whose stem is not the name itself. */
const stems: Readonly<Record<string, string>> = {
  PAVEL: 'PAVLOV',
  LEV: 'LVOV',
  IGOR: 'IGOREV',
  MIKHAIL: 'MIKHAYLOV',
};

/** The patronymic of somebody whose father bears `fathersName` (upper-case A to Z). */
export function patronymic(fathersName: string, isFemale: boolean): string {
  if (fathersName.endsWith('A')) return `${fathersName.slice(0, -1)}${isFemale ? 'ICHNA' : 'ICH'}`;
  const stem =
    stems[fathersName] ??
    `${fathersName}OV`
      .replace(/(?<=[AEO])[IY]OV$/, 'YEV')
      .replace(/(?<=[^AEIOUY])(?:IY|II|YI|Y|I)OV$/, 'IYEV')
      .replace(/(?<=[^AEIOUY])[EO]OV$/, 'OV');
  return `${stem}${isFemale ? 'NA' : 'ICH'}`;
}

import { doubleMetaphone } from 'double-metaphone';
import { describe, expect, it } from 'vitest';
import {
  doubleMetaphoneKeySimilarity,
  doubleMetaphoneKeys,
  doubleMetaphoneSimilarity,
} from '../../src/text/double-metaphone.ts';
import { namePairs } from './name-pairs.ts';

describe('doubleMetaphoneKeys', () => {
  it('gives the primary, and the secondary only where it differs', () => {
    // Philips's own examples: SMITH and SCHMIDT share a key across ranks.
    expect(doubleMetaphoneKeys('SMITH')).toEqual(['SM0', 'XMT']);
    expect(doubleMetaphoneKeys('SCHMIDT')).toEqual(['XMT', 'SMT']);
    expect(doubleMetaphoneKeys('BELL')).toEqual(['PL']);
  });

  it('does not cut keys to four characters', () => {
    expect(doubleMetaphoneKeys('CHRISTOPHERSON')[0]!.length).toBeGreaterThan(4);
  });

  it('gives none where nothing is sounded', () => {
    for (const value of ['', '123', ' ', '-', '\ud800']) expect(doubleMetaphoneKeys(value)).toEqual([]);
  });
});

// Names and words of Philips's article with the codes of his program, as the tests of talisman and of the Perl module
// Text::DoubleMetaphone have them, cut there to four characters; the second is given where it differs.
const PUBLISHED = `
Smith SM0 XMT; Schmidt XMT SMT; dictionary TKXN; entelechy ANTL; knock NK; wrangler RNKL; Williams ALMS FLMS;
Yucatan AKTN; haystack HSTK; axis AKSS; mujer MJR; tijuana TJN; appreciated APRS APRX; beginning PJNN PKNN;
changing XNJN XNKN; cheat XT; dangerous TNJR TNKR; existence AKSS; circumstances SRKM; february FPRR; happily HPL;
judgment JTKM ATKM; john JN AN; lesion LSN LXN; Xavier SF SFR; dumb TM; caesar SSR; chianti KNT; michael MKL MXL;
chemistry KMST; chorus KRS; architect ARKT; arch ARX ARK; orchestra ARKS; orchid ARKT; wachtler AKTL FKTL;
wechsler AKSL FKSL; tichner TXNR TKNR; McHugh MK; czerny SRN XRN; focaccia FKX; bellocchio PLX; bacchus PKS;
accident AKST; accede AKST; succeed SKST; bertucci PRTX; edge AJ; edgar ATKR; ghislane JLN; ghiradelli JRTL; hugh H;
bough P; broughton PRTN; laugh LF; McLaughlin MKLF; cough KF; gough KF; rough RF; tough TF; cagney KKN; tagliaro TKLR TLR;
biaggi PJ PK; Yankelovich ANKL; Jankelowicz JNKL ANKL; bajador PJTR PHTR; cabrillo KPRL KPR; gallegos KLKS KKS;
thumb 0M TM; campbell KMPL; raspberry RSPR; hochmeier HKMR; island ALNT; isle AL; carlisle KRLL; carlysle KRLL;
snider SNTR XNTR; schneider XNTR SNTR; school SKL; schooner SKNR; schermerhorn XRMR SKRM; schenker XNKR SKNK;
resnais RSN RSNS; artois ART ARTS; thomas TMS; Wasserman ASRM FSRM; Vasserman FSRM; Uomo AM; Womo AM FM; Arnow ARN ARNF;
Arnoff ARNF; filipowicz FLPT FLPF; breaux PR; zhao J; thames TMS; Garcia KRS KRX; McCoy MK; White AT
`;

describe('beside other programs', () => {
  it.each(PUBLISHED.split(';').map((entry) => entry.trim().split(' ')))('%s sounds %s', (name, ...codes) => {
    const [primary, secondary = primary] = doubleMetaphoneKeys(name!).map((key) => key.slice(0, 4));
    expect([...new Set([primary, secondary])]).toEqual(codes);
  });

  it('is the package double-metaphone, but for the rules that it leaves out', () => {
    const names = [...new Set(namePairs(20_000).flat())].filter(
      (name) => !/CI[AEO]|^MCC|JJ|[OR]GY/.test(name),
    );
    const unequal = names.filter((name) => {
      const [primary, secondary] = doubleMetaphone(name);
      const keys = [...new Set([primary, secondary])].filter((key) => key !== '');
      return doubleMetaphoneKeys(name).join() !== keys.join();
    });
    expect(unequal).toEqual([]);
  });
});

describe('doubleMetaphoneSimilarity', () => {
  it('grades identity, primaries, crossed keys and secondaries in this order', () => {
    expect(doubleMetaphoneSimilarity('SMITH', 'SMITH')).toBe(1);
    expect(doubleMetaphoneSimilarity('SMITH', 'SMYTH')).toBe(0.9);
    expect(doubleMetaphoneSimilarity('SMITH', 'SCHMIDT')).toBe(0.8);
    expect(doubleMetaphoneKeySimilarity(['A', 'K'], ['B', 'K'])).toBe(0.7);
    expect(doubleMetaphoneSimilarity('SMITH', 'GARCIA')).toBe(0);
  });

  it('does not take two missing secondaries, or two silent values, for agreement', () => {
    expect(doubleMetaphoneKeySimilarity(['A'], ['B'])).toBe(0);
    expect(doubleMetaphoneSimilarity('123', '456')).toBe(0);
    expect(doubleMetaphoneSimilarity('123', '123')).toBe(1);
  });
});

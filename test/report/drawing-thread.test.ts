/** The built thread that draws charts: the same bytes as in this thread, and an error of one line where nothing can be drawn. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleByThreshold } from '../../src/report/charts/people-by-threshold.ts';
import type { VegaLiteSpec } from '../../src/report/drawing/chart.ts';
import type * as ThreadModule from '../../src/report/drawing-thread.ts';
import { drawHere } from '../../src/report/render.ts';
import { sampleSummary } from './sample-summary.ts';

let thread: ThreadModule.DrawingThread;
beforeAll(async () => {
  const built = new URL('../../dist/report/drawing-thread.js', import.meta.url).href;
  thread = ((await import(built)) as typeof ThreadModule).drawingThread();
});
afterAll(() => thread.close());

describe('the drawing thread', { timeout: 60_000 }, () => {
  const spec = peopleByThreshold.spec(sampleSummary);

  it('draws what is drawn here, in order, and again', async () => {
    const small: VegaLiteSpec = { name: 'small', data: { values: [{ x: 1 }] }, mark: 'point' };
    const here = await drawHere([small, spec]);
    expect(await thread.draw([small, spec])).toEqual(here);
    expect(await thread.draw([spec])).toEqual(here.slice(1));
    expect(await thread.draw([])).toEqual([]);
  });

  it('says what cannot be drawn, and goes on', async () => {
    const impossible = { ...spec, mark: 'no such mark' } as unknown as VegaLiteSpec;
    await expect(thread.draw([impossible])).rejects.toThrow(/^charts: /);
    expect(await thread.draw([spec])).toEqual(await drawHere([spec]));
  });
});

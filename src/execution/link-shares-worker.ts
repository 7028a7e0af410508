/** A worker thread that links files: loads the matcher when it starts, then links the shares it is sent. */

import { parentPort, workerData } from 'node:worker_threads';
import type { Share } from '../linkage/files/blocks.ts';
import { shareLinker } from '../linkage/files/link-files.ts';
import { askedMatcher } from '../matching/asked-matcher.ts';
import { InputError } from '../scenario/input-error.ts';
import type { LinkedShare, LinkingAssignment } from './link-shares.ts';
import type { Answer } from './thread-pool.ts';

const { files, matcher } = workerData as LinkingAssignment;
// The matcher was timed before any thread was started, and this one may have to wait for a processor.
const link = askedMatcher(matcher, () => 0).then((loaded) => shareLinker(files, loaded));
link.catch(() => {}); // Answered when the first share comes.

parentPort!.on('message', async (share: Share) => {
  parentPort!.postMessage(await answerTo(share));
});

async function answerTo(share: Share): Promise<Answer<LinkedShare>> {
  try {
    const work = (await link)(share);
    for (;;) {
      const { value, done } = work.next();
      if (done) return { result: value };
    }
  } catch (error) {
    if (error instanceof InputError) return { result: { problems: error.problems } };
    return { error: (error as Error).message };
  }
}

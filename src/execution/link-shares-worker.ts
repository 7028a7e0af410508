/** A worker thread that links files: loads the matcher when it starts, then links the shares it is sent. */

import { parentPort, workerData } from 'node:worker_threads';
import type { Share } from '../linkage/files/blocks.ts';
import { fileMatcher } from '../linkage/files/file-matcher.ts';
import { shareLinker } from '../linkage/files/link-files.ts';
import { nationalFrequency } from '../linkage/national-frequency.ts';
import { askedMatcher } from '../matching/asked-matcher.ts';
import { InputError } from '../scenario/input-error.ts';
import type { LinkedShare, LinkingAssignment } from './link-shares.ts';
import type { Answer, Outcome } from './thread-pool.ts';

const { files, matcher } = workerData as LinkingAssignment;
// The matcher was timed before any thread was started, and this one may have to wait for a processor.
const link = askedMatcher(matcher, () => 0, nationalFrequency).then((loaded) =>
  shareLinker(files, fileMatcher(loaded, matcher)),
);
link.catch(() => {}); // Answered when the first share comes.

parentPort!.on('message', async (share: Share) => {
  const answer: Answer<LinkedShare> = { id: share.id, ...(await outcomeOf(share)) };
  parentPort!.postMessage(answer);
});

async function outcomeOf(share: Share): Promise<Outcome<LinkedShare>> {
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

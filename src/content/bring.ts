import type { EngineMessage } from '../messages.ts';
import { alive, send } from './api.ts';
import { engine } from './injected.ts';

/** A background that was put to sleep in the middle of it is asked again. Milliseconds. */
const TRIES = { most: 3, patience: 2000, pause: 250 };

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Has the background bring the engine to this page. Resolves once it is there, or cannot be had. */
export async function bringEngine(): Promise<void> {
  for (let tries = 0; tries < TRIES.most && !engine() && alive(); tries++) {
    if (tries > 0) await sleep(TRIES.pause);
    await Promise.race([send({ type: 'engine' } satisfies EngineMessage), sleep(TRIES.patience)]);
  }
}

/**
 * Asks again and again until the answer is accepted.
 * @param what for the error: what was waited for
 * @param accept by default: anything but `false`, `null`, `undefined`, 0 and ''
 * @throws what the last answer was, when it is still not accepted after `ms`
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  accept: (answer: T) => boolean = Boolean,
  ms = 30_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (accept(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`waited ${ms} ms until ${what}; last: ${JSON.stringify(answer)?.slice(0, 2000)}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

import { lastLetter } from '../../phrases/letters.ts';
import { linked, type Rule } from '../rule.ts';
import { isDeep } from '../scene.ts';

const LONGEST = 100;

/** "Continue reading", "Read more" under an excerpt, and the rest is on another house's page. */
export default {
  id: 'continues-elsewhere',
  direction: 'repost',
  find({ tail, phrases }) {
    for (const { out, links, text } of tail) {
      const link = out.at(-1);
      if (!link || link.element !== links.at(-1) || link.said.length > LONGEST) continue;
      if (!strip(text.slice(-2 * LONGEST)).endsWith(strip(link.said))) continue;
      if (!link.via && !(link.url && isDeep(link.url))) continue;
      if (phrases.is('continue', link.said)) return linked(text.slice(-120), link);
    }
    return null;
  },
} satisfies Rule;

const strip = (said: string) => said.slice(0, lastLetter(said));

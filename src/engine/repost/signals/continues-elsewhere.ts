import { lastLetter } from '../../phrases/letters.ts';
import type { Article, Block } from '../../types.ts';
import { closingLine } from '../closing.ts';
import { linked, type Rule } from '../rule.ts';
import { isDeep } from '../scene.ts';

const LONGEST = 100;

/** Where an excerpt breaks off. */
export const BROKEN_OFF = /(?:…|\.{3})[\])］）]?$/;

/** "Continue reading", "Read more" under an excerpt, and the rest is on another house's page. */
export default {
  id: 'continues-elsewhere',
  find(scene) {
    const { tail, phrases, article } = scene;
    for (const { out, links, text } of tail) {
      const link = out.at(-1);
      if (!link || link.element !== links.at(-1) || link.said.length > LONGEST) continue;
      if (!strip(text.slice(-2 * LONGEST)).endsWith(strip(link.said))) continue;
      if (!link.via && !(link.url && isDeep(link.url))) continue;
      if (phrases.is('continue', link.said)) return linked(text.slice(-120), link);
    }
    // Whatever it says: the text breaks off, and the line behind it is a link.
    const closing = closingLine(scene);
    const before = closing && tail[tail.indexOf(closing.line) - 1];
    return before && BROKEN_OFF.test(before.text) && isOf(article, before.block)
      ? linked(closing.line.text, closing.link)
      : null;
  },
} satisfies Rule;

/** Beside the article's beginning. In a Box of its own, such as a profile of whom the text is about, another text ends. */
const isOf = ({ body }: Article, { box }: Block): boolean =>
  body[0] !== undefined && (box.parent ?? box).first <= body[0].index;

const strip = (said: string) => said.slice(0, lastLetter(said));

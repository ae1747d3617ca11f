import { attribute } from '../../dom.ts';
import { isAgency, isAgencysOwn } from '../agencies.ts';
import { BY, type Name, namesNear } from '../bylines.ts';
import type { Rule } from '../rule.ts';

/** The author is an agency: as metadata has it, or in a line that is marked as a byline. */
export default {
  id: 'agency-byline',
  direction: 'syndicated',
  find(scene) {
    const { metadata, page } = scene;
    const isForeign = (name: string) => isAgency(name) && !isAgencysOwn(name, page.host);
    const stated = metadata.namedAuthors.find(isForeign);
    const shown = namesNear(scene).find((near) => isForeign(near.name) && isByline(near));
    const name = shown?.name ?? stated;
    if (!name) return null;
    return { quote: name, node: shown?.block.nodes[0], names: { publisher: name } };
  },
} satisfies Rule;

const WORDS = /by-?line|author|writer|reporter|contributor|source|agency|credit|\bmeta\b/;
const UP = 3;

/** The line, its first words or a Box around it are called so, or it begins with "By", or it links an author. */
function isByline({ block }: Name): boolean {
  let box = block.box.parent && block.box;
  for (let up = 0; box && up < UP; up++, box = box.parent) if (WORDS.test(box.words)) return true;
  const links = block.links.map((link) => `${attribute(link, 'rel')} ${attribute(link, 'href')}`);
  const first = block.nodes[0]?.parentElement;
  if (first && WORDS.test((attribute(first, 'class') ?? '').toLowerCase())) return true;
  return BY.test(block.text) || links.some((link) => /author/i.test(link));
}

import { BY } from '../../article/byline.ts';
import { attribute } from '../../dom.ts';
import { CREDIT_WORDS } from '../../vocabulary.ts';
import { isAgency, isAgencysOwn } from '../agencies.ts';
import { type NearbyName, namesNear } from '../bylines.ts';
import type { SignalRule } from '../types.ts';

/** The author is an agency: in metadata, or in a line that is marked as a byline. */
export default {
  id: 'agency-byline',
  direction: 'syndicated',
  find(context) {
    const { metadata, page } = context;
    const isForeign = (name: string) => isAgency(name) && !isAgencysOwn(name, page.host);
    const stated = metadata.namedAuthors.find(isForeign);
    const shown = namesNear(context).find((near) => isForeign(near.name) && isByline(near));
    const name = shown?.name ?? stated;
    if (!name) return null;
    return { quote: name, node: shown?.block.nodes[0], names: { publisher: name } };
  },
} satisfies SignalRule;

/** Boxes around a line whose class words are looked at. Test: repost/edges.test.ts */
const MAX_BOXES_AROUND = 3;

/** The line, its first words or a Box around it have the class words of a byline; or it begins with "By", or links an author. */
function isByline({ block }: NearbyName): boolean {
  let box = block.box.parent && block.box;
  for (let up = 0; box && up < MAX_BOXES_AROUND; up++, box = box.parent) if (CREDIT_WORDS.test(box.words)) return true;
  const links = block.links.map((link) => `${attribute(link, 'rel')} ${attribute(link, 'href')}`);
  const first = block.nodes[0]?.parentElement;
  if (first && CREDIT_WORDS.test((attribute(first, 'class') ?? '').toLowerCase())) return true;
  return BY.test(block.text) || links.some((link) => /author/i.test(link));
}

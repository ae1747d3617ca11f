import { linked, type Rule } from '../rule.ts';
import { carriesHeadline } from '../slug.ts';

/** So many links are looked at. */
const MOST = 60;

/** A link to another house carries this article's headline, in its words or in its address. */
export default {
  id: 'same-address',
  find(scene) {
    const { linksOut, tail, head } = scene;
    const all = new Set([...tail, ...head].flatMap(({ out }) => out).concat(linksOut));
    const link = [...all].slice(0, MOST).find((one) => carriesHeadline(scene, one));
    return link ? linked(link.url?.href ?? link.said, link) : null;
  },
} satisfies Rule;

import { closingLine } from '../closing.ts';
import { linked, type Rule } from '../rule.ts';
import { carriesHeadline } from '../slug.ts';

/** The last line of the article is a link to another house, and that link carries the headline. */
export default {
  id: 'closing-link',
  find(scene) {
    const closing = closingLine(scene);
    if (!closing || !carriesHeadline(scene, closing.link)) return null;
    return linked(closing.line.text, closing.link);
  },
} satisfies Rule;

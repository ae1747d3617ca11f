import { closingLine } from '../closing.ts';
import { linked, type Rule } from '../rule.ts';

/** The last line of the article is little more than a link to an article of another house, whatever it says. */
export default {
  id: 'lone-link',
  find(scene) {
    const closing = closingLine(scene);
    return closing && linked(closing.line.text, closing.link);
  },
} satisfies Rule;

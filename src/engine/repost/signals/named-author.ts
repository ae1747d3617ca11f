import { authorOf } from '../bylines.ts';
import type { SignalRule } from '../types.ts';

/** The page says which person wrote the article. Tools that copy put an account's name there, or none. */
export default {
  id: 'named-author',
  direction: 'against',
  find(context) {
    const author = authorOf(context);
    return author ? { quote: author } : null;
  },
} satisfies SignalRule;

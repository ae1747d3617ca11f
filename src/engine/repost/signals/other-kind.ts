import { ARTICLE_TYPES, priceWithButton } from '../../page-kind.ts';
import type { SignalRule } from '../types.ts';

/** schema.org and Open Graph types of pages about something: whoever sells, shows or cooks the same thing links it by the same name. */
const OTHER_KINDS =
  /^(?:product(?:group|\.\w+)?|recipe|event|\w+event|jobposting|podcastepisode|episode|book|course|musicalbum|musicrecording|software(?:application|sourcecode)|dataset|qapage|question|discussionforumposting|apireference|techarticle|scholarlyarticle|thesis)$/;

/** The page says that it is no article, or sells what it describes. Fixture: repost/recipe, repost/for-sale */
export default {
  id: 'other-kind',
  direction: 'against',
  find({ metadata: { types }, page, article }) {
    if (types.some((type) => ARTICLE_TYPES.test(type))) return null;
    const quote = types.find((type) => OTHER_KINDS.test(type)) ?? priceWithButton(page, article);
    return quote ? { quote } : null;
  },
} satisfies SignalRule;

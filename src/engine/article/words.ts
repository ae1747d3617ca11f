/**
 * Class and id words that say what a Box is for. English, because that is what markup is written in whatever the
 * page's language; matched as parts of `Box.words`.
 */
export const LITTER_WORDS: Readonly<Record<string, RegExp>> = {
  share: /share|sharing|social(?!-?(?:media-?)?embed)|addtoany|addthis/,
  related:
    /relat(?!ive)|recommend|recirc|promo|teaser|trending|popular|outbrain|taboola|zergnet|sponsor|suggest|read-?(?:more|next|also)|more-?(?:from|stories|news|on|articles|posts)|also-?like|you-?may|most-?(?:read|viewed)|up-?next/,
  comments: /comment(?!ary)|comentario|disqus|respond\b|livefyre|discussion/,
  newsletter: /newsletter|subscri(?!bers?-?(?:only|content))|sign-?up|mailing|opt-?in\b|mc_embed|donat|paywall|follow/,
  ad: /\bad[sv]?\b|amp-embed|advert|\bad-|-ad\b|_ad\b|banner|\bdfp\b|\bgpt\b/,
  byline: /by-?line|author|contributor|\bbio\b|\bbyl\b/,
  date: /dateline|timestamp|time-?stamp|\bdates?\b|pub-?date|published|updated|read-?(?:ing-?)?time/,
  tags: /\btags?\b|tag-?(?:list|s|cloud)|breadcrumb|categor|keyword|topics\b|\bmeta\b|(?:entry|post|article)-?(?:meta|info)\b/,
  furniture:
    /\bnav|navigation|menu|sidebar|widget|toolbar|pagination|\bpager\b|masthead|footer|copyright|disclaimer|print/,
  caption: /caption|credit|legende\b|gallery|slideshow|carousel|slider/,
  unseen: /sr-?only|visually-?hidden|screen-?reader|a11y/,
};

export const CAPTION_WORDS = /caption|credit|legende\b/;

export const COMMENT_WORDS = LITTER_WORDS.comments as RegExp;

/** Words of regions whose running text is not the article. */
export const REGION_WORDS =
  /side-?bar(?!s?-?(?:wrap|content|main))|widget|footer|cookie|consent|gdpr|privacy|popup|modal|overlay|lightbox|newsletter|subscri(?!bers?-?(?:only|content))|related|recommend|outbrain|taboola|trending|popular|promo|teaser|\bnav|menu|banner|author|\bbio\b/;

/** WordPress writes a post's tags and categories into its classes. */
const POST_TERMS = /\b(?:tag|category)-[^\s]+/g;

/** Which kind of litter a Box's words speak of, if any. */
export function litterIn(words: string): string | null {
  if (words === ' ') return null;
  const own = words.includes('hentry') || words.includes('type-') ? words.replace(POST_TERMS, '') : words;
  for (const name in LITTER_WORDS) if (LITTER_WORDS[name]?.test(own)) return name;
  return null;
}

/**
 * The class and id words that say what a part of a page is for, in named groups. They are English, because markup is
 * written in English whatever the page's language. `Box.words` is what they are matched against: lower case, classes,
 * id and the name of a custom element, separated by spaces.
 */

/**
 * Matches a class or an id that has one of these words between its hyphens and underscores: `post-share`. A word that may
 * begin in the middle is written `[^\W_]*bar`: with `\w*` each underscore would begin a search over all the others.
 */
const asPart = ({ source }: RegExp): RegExp => new RegExp(`(?:^|[\\s_-])(?:${source})(?:$|[\\s_-])`);

/** Matches a class or an id that is one of these words. */
const asWhole = ({ source }: RegExp): RegExp => new RegExp(`(?:^|\\s)(?:${source})(?:$|\\s)`);

// Which blocks are the article

/** Parts inside an article's box that are not the article, by the label that their blocks get. */
export const LITTER_WORDS: Readonly<Record<string, RegExp>> = {
  share: /share|sharing|social(?!-?(?:media-?)?embed)|addtoany|addthis/,
  related:
    /relat(?!ive)|recommend|recirc|promo|teaser|trending|popular|outbrain|taboola|zergnet|sponsor|suggest|read-?(?:more|next|also)|more-?(?:from|stories|news|on|articles|posts)|also-?like|you-?may|most-?(?:read|viewed)|up-?next/,
  comments: /comment(?!ary)|comentario|disqus|respond\b|livefyre|discussion|\breplies\b/,
  newsletter:
    /newsletter|subscri(?!bers?-?(?:only|content))|sign-?up|mailing|opt-?in\b|mc_embed|donat|paywall|follow|assinatura|suscripci|suscrib/,
  ad: /affiliate[-_]?(?:info|disclos|note|notice|disclaimer)|\bad[sv]?\b|amp-embed|advert|\bad-|-ad\b|_ad\b|banner|\bdfp\b|\bgpt\b/,
  byline: /by-?line|author|contributor|\bbio\b|\bbyl\b/,
  date: /dateline|timestamp|time-?stamp|\bdates?\b|pub-?date|published|updated|read-?(?:ing-?)?time/,
  tags: /\btags?\b|tag-?(?:list|s|cloud)|breadcrumb|categor|keyword|topics\b|\bmeta\b|(?:entry|post|article)-?(?:meta|info)\b/,
  furniture:
    /\bnav|navigation|menu|sidebar|widget|(?<!code-)toolbar|pagination|\bpager\b|masthead|footer|copyright|disclaimer|print/,
  caption: /caption|credit|legende\b|gallery|slideshow|carousel|slider/,
  player: /(?:audio|podcast|speech)-?player|text-?to-?speech/,
  facts: /fact-?box|info-?box|fakta-?(?:boks|ruta|box)/,
  unseen: /sr-?only|visually-?hidden|screen-?reader|a11y/,
};

/** Captions, wherever they stand. */
export const CAPTION_WORDS = /caption|credit|legende\b/;

/** Readers' comments. Their running text never is the article, however much of the page it is. */
export const COMMENT_WORDS = LITTER_WORDS.comments as RegExp;

/** Regions of a page whose running text does not count when the article's box is chosen. */
export const REGION_WORDS =
  /side-?bar(?!s?-?(?:wrap|content|main))|widget|footer|cookie|consent|gdpr|privacy|popup|modal|overlay|lightbox|newsletter|subscri(?!bers?-?(?:only|content))|related|recommend|outbrain|taboola|trending|popular|promo|teaser|\bnav|menu|banner|author|\bbio\b/;

/** Regions behind the text that have authors and dates of their own. */
export const OTHER_ARTICLES_WORDS = new RegExp(
  `${LITTER_WORDS.comments?.source}|${LITTER_WORDS.related?.source}|recent|latest`,
);

/** Notes that are part of the text wherever they stand. */
export const NOTE_WORDS = /(?:foot|end|side)-?note/;

/** Questions and answers, folded or not. */
export const QUESTION_WORDS = /\bfaq|accordion/;

/** Pull quotes: they repeat a sentence of the text. */
export const PULL_QUOTE_WORDS = /pull-?quote/;

/** Text that the page hides until a reader opens it. It belongs to the article. */
export const FOLDED_WORDS =
  /collaps|accordion|expand|trunca|toggle|read-?more|show-?more|load-?more|fold|paywall|premium/;

/** Boxes that are hidden by attribute or inline style only until a reader opens them. */
export const OPENABLE_WORDS = /accordion|collapsib|expand/;

/** Lines that name the author. */
export const BYLINE_WORDS = /by-?line|author|writer|reporter|contributor|\bauteur\b|\bautor\b/;

/** The editor's summary under the headline. */
export const STANDFIRST_WORDS =
  /standfirst|dec?k(?![a-z])|sub-?(?:line|head|title)|summary|abstract|excerpt|intro|teaser(?!s)|le(?:de|ad)(?![a-z])/;

// Which words of the article a reader reads

/** Words for screen readers alone. */
export const UNSEEN_WORDS =
  /(?:^|[\s_-])(?<!not-)(?:u-)?(?:sr-?only|sr-?text|visually-?hidden|hidden-?visually|screen-?reader(?:s|-?text|-?only|-?response)?|a11y(?:-?(?:text|hidden|only))?|off-?screen|element-invisible|assistive-?text|accessib(?:le|ility)-?(?:text|hidden)|a-offscreen)(?:$|[\s_-])/;

/** Elements that icon fonts draw in. */
export const ICON_WORDS =
  /icons?(?:$|[\s_-])|(?:^|[\s_-])(?:icons?|ico|iconfont|material-?symbols?|glyphicon|fa[bsrl]?|mdi?)(?:$|[\s_-])/;

/** What comes up when a pointer rests on a word. */
export const TOOLTIP_WORDS =
  /tooltip-?(?:text|content|box|body|inner|bubble|popup)|popover-?(?:text|content|body|inner)/;

/** Links of headings and paragraphs to themselves. */
export const ANCHOR_WORDS = /anchor|perma-?link|header-?link|deep-?link|heading-?link|self-?link|hash-?link/;

/** Marks of footnotes. */
export const NOTE_MARK_WORDS =
  /foot-?note|end-?note|side-?note|note-?ref|fn-?ref|ref-?note|(?:^|[\s_-])(?:fn|reference|cite)(?:$|[\s_-])/;

/** Links from a footnote back to its mark. */
export const BACK_LINK_WORDS = /(?:foot-?note|fn|note)-?(?:back|to-?top)|back-?ref(?:$|[\s_-])/;

/** Links to where a section is edited. */
export const EDIT_LINK_WORDS = /edit-?(?:section|link|button)/;

/** Lines of code in Boxes of their own, and the Box around them. */
export const CODE_LINE_WORDS = /(?:^|[\s_-])(?:code-?)?line(?:$|[\s_-])/;
export const CODE_WORDS = /(?:^|[\s_-])(?:code|code-?mirror-code|cm-content|view-lines|syntaxhighlighter)(?:$|[\s_-])/;

/** Notes in the margin that stand amid the words of a paragraph, and what opens them on narrow screens. */
export const MARGIN_NOTE_WORDS = /(?:^|\s)(?:side-?note|margin-?note)(?:$|\s)/;
export const MARGIN_TOGGLE_WORDS = /(?:^|\s)margin-?toggle(?:$|\s)/;

/** Numbers of lines in code. */
export const LINE_NUMBER_WORDS =
  /line-?(?:no|nos|num|nums|number|numbers)(?:$|[\s_-])|(?:^|[\s_-])(?:lnt?|lnum|gutter(?:-?element)?|linenos?)(?:$|[\s_-])|ln-num/;

/** Buttons that copy code. */
export const COPY_BUTTON_WORDS = /copy-?(?:btn|button|code|to-clipboard|snippet)|(?:btn|button)-?copy|clipboard/;

/** Dialogues about cookies and consent. Some sites call each of their Boxes `cmp-container`. Fixture: component-boxes. */
export const CONSENT_WORDS =
  /(?:^|\s)(?:cookies?|consent)(?:$|\s)|onetrust|optanon|cookie-?(?:consent|banner|notice|law|bar|box|modal|dialog|wall|popup|overlay|layer|message|info|policy-?(?:banner|popup|notice))|(?:^|\s)(?:gdpr|ccpa|privacy)-?(?:consent|banner|notice|modal|popup|overlay|bar|dialog)|consent-?(?:banner|modal|manager|sdk|dialog|popup|wall|box|overlay|layer|container|bar|form|tool|management|ui|prompt|notice)|(?:^|[\s_-])cmp-?(?:box|wrapper|root|ui|banner|popup|modal)|didomi|usercentrics|qc-cmp|cybotcookie|cookiebot|sp_message|truste|iubenda|klaro|borlabs|cmplz|fc-consent|embed-?consent|osano-cm|termly/;

/** Pictures that are no pictures of the article. */
export const PICTURE_LITTER_WORDS =
  /(?:^|[\s_-])(?:(?:grav)?avatars?|emojis?|smil(?:ey|ie)s?|icons?|logos?|badges?|spinner|sprite|pixel|beacon|play-?button|profile-?(?:image|photo|pic(?:ture)?)|head-?shot)(?:$|[\s_-])/;

// Whether the article is a repost

/** Lines that name the author or the agency that a text is from. */
export const CREDIT_WORDS = /by-?line|author|writer|reporter|contributor|source|agency|credit|\bmeta\b/;

/** Other people's words, and rows of things that are not the article: what is linked there says nothing about it. */
export const NOT_ARTICLE_WORDS =
  /(?:^|[\s_-])(?:comments?|commentlist|respond|disqus\w*|replies|reactions|related\w*|recommend\w*|author-?(?:box|bio)|newsletter|subscribe|widget)(?:$|[\s_-])/;

/** The site's own header, menu, logo and footer: what they link belongs to the site. */
export const SITE_CHROME_WORDS =
  /(?:^|[\s_-])(?:site-?header|masthead|main-?nav\w*|navbar|main-?menu|site-?footer|colophon|logo|site-?title)(?:$|[\s_-])/;

/** Comments, by the bare word. */
export const COMMENTS_WORD = /(?:^|[\s_-])comments?(?:$|[\s_-])/;

/** Markup and generators of tools that copy articles into a site. */
export const COPYING_TOOL_WORDS =
  /(?:^|[\s_-])(?:feedzy|feedwordpress|fwp-|wpematico|wp[\s-]?automatic|wprss|wp-rss|wpra-|rss-?aggregator|rss-post-importer|rss_pi|rssap|cyberseo|cyseo|newsomatic|crawlomatic|echo-?rss|autoblog(?:ged|ging)?|syndicated-(?:post|item|source|attribution|link)|feed-item-source|super-?rss|wpgrabber|octolooks|scrapes?-)/;

// What on the page is clutter

/** Navigation and side bars. Nothing in them is hidden: they are the site's, not litter in an article. */
export const NAVIGATION_WORDS = asPart(
  /[^\W_]*side-?bar\w*|secondary|widget-area|colophon|[^\W_]*footer\w*|header|masthead|nav|[^\W_]*navbar\w*|navigation|menu|topbar|breadcrumbs?/,
);

/** Header and footer of an article or of one of its parts, not of the page. */
export const ARTICLE_HEADER_WORDS =
  /(?:entry|post|article|story|content|comments?|single|meta)[\s_-]*(?:footer|header)/;

/** The box that WordPress puts around comments. */
export const COMMENTS_BOX_WORDS = /(?:^| )comments(?: |$)/;

/** Boxes that ad scripts fill. */
export const AD_SLOT_WORDS = asPart(
  /ad[sv]?\d*|ads\w*|ad(?:unit|box|container|wrap|zone|place|area|banner|block|break|holder|label|inner|tag|manager|inserter|rotate|thrive|vads)\w*|[^\W_]*advert\w*|gpt\w*|dfp|gads|googlead\w*|taboola|trc|outbrain|mg(?:id|box)|revcontent|teads|dianomi|zergnet|mediavine|ezoic|nativo|sharethrough|primis|publici[dt]\w*|pubblicit\w*|anzeigen?|werbung|reklam\w*|annonse\w*|iklan|propaganda|code-block|quads|leaderboard|skyscraper|mpu|billboard|sponsor(?:ed)?|promo-?slot/,
);

/** Forms for a comment, with their log-in notes. */
export const COMMENT_FORM_WORDS = asWhole(
  /respond|comments?[_-]?form[\w-]*|comment-?(?:respond|editor|login|input|add|new)|leave-(?:a-)?(?:comment|reply)|(?:post|add|new|write)-?comment|no-?comments|comment-forbidden|comments-closed|must-log-in|akismet\w*/,
);

/** What a theme says where nobody can comment, and how comments are checked. */
export const COMMENT_NOTE_WORDS = asWhole(/no-?comments|comments-closed|comment-forbidden|akismet\w*/);

/** Words in the class, id or address of a form for a comment. */
export const COMMENT_FORM_NAMES = /comment|reply|respond|kommentar|coment|yorum/i;

const COMMENT_SERVICES =
  /disqus\w*|fb-comments|ghost-comments[\w-]*|hyvor-talk\w*|commento|utterances|giscus|livefyre|viafoura|spot-?im\w*|openweb|coral\w*|remark42|isso-thread|cusdis_thread|hypercomments\w*|cackle|mc-container/;

/** Comment services, whose boxes are empty until their script fills them. */
export const COMMENT_SERVICE_WORDS = asWhole(COMMENT_SERVICES);

/** Boxes that hold readers' comments. */
export const COMMENTS_WORDS = asWhole(
  new RegExp(
    String.raw`(?:(?:[\w-]+[_-])?comments|comment)[_-]?(?:area|section|container|wrap(?:per)?|block|thread|template|tree|pane|holder|inner|box|module|widget|content|facebook|disqus|list)?|responses|discussion|wpdcom|wpdiscuz\w*|kommentare?|comentarios|commentaires|yorumlar|komentar|${COMMENT_SERVICES.source}`,
  ),
);

/** Words in the address, class, id or name of a form that a reader may need. */
export const FORM_PURPOSE_WORDS =
  /(?:^|[^a-z])(?:log-?in|sign-?in|o?auth|account|password|checkout|pay(?:ments?)?|orders?|basket|cart|donat\w*|petitions?|unsubscri\w*|opt-?out|contact|enquir\w*|inquir\w*|objections?|complain\w*|consultations?|appeal|feedback|vote|polls?|survey|search|booking|appointments?|apply|applications?|regist(?:er|ration)|reviews?(?:form)?)(?:$|[^a-z])/;

/** Boxes with links to other articles. */
export const RELATED_WORDS = asPart(
  /related\w*|relacionad\w*|recommend\w*|similar\w*|yarpp\w*|also-?(?:like|read)|read-?(?:also|next|more-(?:box|wrap))|you-?(?:may|might)\w*|may-?like|(?:more|popular)-?(?:stories|articles|news|posts|from|like-this|on-this)|further-?reading|see-?also|next-?(?:up|read)|up-?next|trending\w*|most-?(?:read|popular)|inline-?promo|taboola\w*|outbrain\w*|ob-widget|block-query|zergnet\w*|mgid\w*|suggest\w*|interlinked|aehnliche|verwandte|benzer|terkait|ilgili/,
);

/** The article's own tags and topics: links too, but about this article. */
export const TAG_WORDS = asPart(/[^\W_]*tags?|[^\W_]*topics?|[^\W_]*entities|terms|keywords?/);

/** One of few columns in a row of twelve, as grids call them: such a box stands beside the article, not below it. */
export const NARROW_COLUMN_WORDS =
  /(?:^|[\s_-])(?:col-(?:\w+-)?[1-4]|span[1-4]|one-(?:third|quarter|fourth)|w-1\/[3-5])(?:$|\s)/;

/** Rows of buttons for sharing and liking. */
export const SHARE_WORDS = asPart(
  /shar(?:e|ing)\w*|soc(?:i(?:al|able)\w*)?|addt(?:his|oany)\w*|a2a|heateor\w*|like(?:s|box|button)?|reactions?|teilen|partager|comparti\w*|condividi|paylas\w*|bagikan/,
);

/** Newsletter forms, app and follow-us boxes. */
export const NEWSLETTER_WORDS = asPart(
  /newsletter\w*|subscri(?:be|ption)\w*|sign-?up\w*|follow-?(?:us|box|buttons?)|app-?(?:promo|download|banner|store)|get-?(?:the|our)-app|boletin|infolettre|rundbrief|bulten|push-?(?:prompt|notification\w*)/,
);

/** Links to the previous and the next post. */
export const POST_NAV_WORDS = asPart(
  /post-?(?:nav|pag)\w*|posts-navigation|nav-?(?:links|single|post|below|above|previous|next)|prev-?next|next-?prev|pager|pagination|adjacent-?\w*|(?:single|entry)-?nav\w*/,
);

/** The site's widgets: recent posts, archives, tag clouds. */
export const WIDGET_WORDS = asWhole(
  /widget|widget_\w+|sidebar-?(?:box|module|widget|block)|wp-block-(?:latest-(?:posts|comments)|archives|categories|tag-cloud|calendar|search|rss|page-list)/,
);

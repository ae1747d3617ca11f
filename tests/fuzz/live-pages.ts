/** Pages that are opened in a tab with the extension: reposts for the most part, with forms, and with scripts that look. */
import fc from 'fast-check';
import { documents, SENTENCES } from './documents.ts';

/** Stands in a page's HTML where its server makes a pause. */
export const PAUSE = '<!-- pause -->';

const HEADLINE = 'The ferry is late again';
const story = fc
  .array(fc.constantFrom(...SENTENCES.slice(0, 2)), { minLength: 4, maxLength: 8 })
  .map((texts) => `<h1>${HEADLINE}</h1>${texts.map((text) => `<p>${text}</p>`).join('')}`);
const token = fc.constantFrom(
  '<p>[ad_1]</p>',
  '<li>[ad_2]</li>',
  '[ad_1]<br>',
  '<div>[ad_2]<br>Nobody knew why. </div>',
  '<p>[ad_1] Nobody knew why.</p>',
  '<p>Nobody knew why.[ad_2]</p>',
  `<h2>${HEADLINE}</h2>`,
);
/** What scripts fill: it is no litter before they had their turn. */
const template = fc.constantFrom(
  '<p>{{title}}</p>',
  '<p>%%item_title%%</p>',
  '<li>{{#each entries}}</li>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of a page.
  '<template><p>${name}</p></template><p>${name}</p>',
  '<p>Dear {{name}}, the ferry is late.</p>',
);
const field = fc.constantFrom(
  '<textarea name="comment"></textarea>',
  '<textarea name="draft">As it was</textarea>',
  '<input name="email" type="email">',
  '<input name="author">',
  '<input name="s" type="search">',
);
const form = fc
  .tuple(
    fc.constantFrom('comment-form', 'newsletter', 'wpcf7', 'search-form', 'login', ''),
    fc.constantFrom('Leave a Reply', 'Sign up for our newsletter', 'Search', 'Write to us', ''),
    fc.array(field, { minLength: 1, maxLength: 4 }),
  )
  .map(
    ([name, heading, fields]) =>
      `<div id="${name && 'respond'}"><h3>${heading}</h3><form class="${name}">${fields.join('')}<button>Send</button></form></div>`,
  );
const litter = fc.constantFrom(
  '<div class="related-posts"><h3>You may also like</h3><ul><li><a href="/a">The fog</a></li></ul></div>',
  '<div class="sharedaddy"><a href="https://t.me/share/url?url=x">Telegram</a></div>',
  '<div class="ad-box"><span>Advertisement</span></div>',
  '<p>The post appeared first on The Quay.</p>',
);
const source = '<p><a href="https://quaynews.example/2026/05/the-ferry-is-late-again">Source link </a></p>';
const piece = fc.oneof(
  { weight: 4, arbitrary: token },
  { weight: 2, arbitrary: template },
  { weight: 3, arbitrary: form },
  { weight: 2, arbitrary: litter },
  { weight: 3, arbitrary: fc.constant(PAUSE) },
);

/** Pages as HTML, with a {@link PAUSE} wherever the server makes one. */
export const livePages: fc.Arbitrary<string> = fc
  .record({
    before: fc.array(piece, { maxLength: 4 }),
    story,
    after: fc.array(piece, { maxLength: 6 }),
    isRepost: fc.boolean(),
    // Documents as nobody should write them: what comes behind it may be a part of them.
    odd: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: documents }),
  })
  .map(({ before, story, after, isRepost, odd }) =>
    [`<title>${HEADLINE}</title>`, ...before, story, ...after, isRepost ? source : '', odd].join('\n'),
  );

const MANY: readonly string[] = [
  '<p>[ad_1]</p>',
  '[ad_1] ',
  `<h2>${HEADLINE}</h2>`,
  '<div class="ad-box"></div>',
  '<p>Read more: <a href="/a">The fog</a></p>',
  '"',
  '{{a}} ',
  '<form><input name="email" type="email"></form>',
];

/** Pages on which one thing stands so often that whoever looks at them must let the page go on in between. */
export const largePages: fc.Arbitrary<string> = fc
  .record({ one: fc.constantFrom(...MANY), times: fc.integer({ min: 500, max: 10_000 }), story })
  .map(({ one, times, story }) => `<title>${HEADLINE}</title>${story}${one.repeat(times)}${source}`);

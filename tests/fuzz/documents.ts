import fc from 'fast-check';

/** Names of what is read of nodes. */
export const PROPERTIES = `attributes body childNodes children classList className closest contains content data dataset
  documentElement elements firstChild firstElementChild getAttribute getElementsByTagName hasAttribute hasAttributes head
  href id innerText isConnected lastChild localName matches name nextElementSibling nextSibling nodeName nodeType
  ownerDocument parentElement parentNode previousSibling querySelector querySelectorAll rel shadowRoot src style tagName
  textContent title all URL location __proto__ constructor toString`.split(/\s+/);
const TAGS =
  `a article aside b blockquote body br button center dd details dialog div dl dt em fieldset figcaption figure
  footer form frameset h1 h2 h3 header hr html i iframe img input label li main math meta nav noscript object ol option p
  picture plaintext pre script section select slot source span strong style sub summary svg table tbody td template textarea
  th time title tr u ul video x-card`.split(/\s+/);
export const SENTENCES = [
  'The ferry was late again on Monday, and the people on the quay had stopped asking why, as people do.',
  'Nobody knew, said the captain, where the fog had come from; it was simply there, all over the water.',
  'وصلت أمس أول مكتبة متنقلة إلى قرى الجبل بعد شتاء طويل، وتحمل الشاحنة أكثر من ألفي كتاب.',
  '停业半年之后，老城区的夜市昨天晚上重新开放。天还没有黑，街口就排起了长队，许多人带着孩子来。',
  '[ad_1]',
  '[ad_2] [source_link]',
  'Source link',
  'Leave a Reply Cancel reply',
  'By Mara Lind, 3 March 2024',
  'Read more: %%title%%',
];

const odd = fc.string({ unit: 'binary', maxLength: 12 });
/** UTF-16 units of any kind: halves of pairs, controls, marks of direction. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
  .map((codes) => String.fromCharCode(...codes));
const lone = fc.constantFrom('\ud800', '\udfff', '\u0000', '\u0007', '\u202e', '\ufeff', '\ufffe', '\u2028');
export const words = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...SENTENCES) }, odd, units, lone);
const named = fc.constantFrom(...PROPERTIES);
const value = fc.oneof(
  named,
  odd,
  fc.constantFrom('comments', 'related', 'article-body', 'byline', 'display:none', '#'),
);
const attribute = fc
  .tuple(fc.constantFrom('id', 'name', 'class', 'style', 'hidden', 'href', 'form', 'rel', 'lang', 'itemprop'), value)
  .map(([name, content]) => ` ${name}="${content.replace(/["<>]/g, '')}"`);
const tag = fc
  .tuple(fc.constantFrom(...TAGS), fc.array(attribute, { maxLength: 3 }))
  .map(([name, attributes]) => `<${name}${attributes.join('')}>`);
const form = fc
  .tuple(fc.array(named, { minLength: 1, maxLength: 6 }), words, fc.boolean())
  .map(([names, text, outside]) => {
    const fields = names.map((name) => `<input name="${name}"${outside ? ' form="f"' : ''}>`).join('');
    return outside
      ? `<form id="f"><p>${text}</p></form>${fields}`
      : `<form class="${names[0]}">${text}${fields}</form>`;
  });
const metadata = fc.oneof(
  value.map((text) => `<meta property="og:title" content="${text.replaceAll('"', '')}">`),
  fc.json({ maxDepth: 4 }).map((json) => `<script type="application/ld+json">${json.replaceAll('<', '')}</script>`),
  fc
    .tuple(fc.constantFrom('NewsArticle', '', 'WebPage'), fc.jsonValue({ maxDepth: 2 }))
    .map(([type, any]) => ({ '@type': type, '@graph': [any], headline: any, author: any, datePublished: any }))
    .map((node) => `<script type="application/ld+json">${JSON.stringify(node).replaceAll('<', '')}</script>`),
  named.map((name) => `<img name="${name}">`),
);
/** What an article is made of, whole among the pieces. */
const prose = fc
  .array(fc.constantFrom(...SENTENCES.slice(0, 4)), { minLength: 3, maxLength: 6 })
  .map((texts) => `<h1>The ferry is late</h1>${texts.map((text) => `<p>${text}</p>`).join('')}`);
const piece = fc.oneof(
  { weight: 2, arbitrary: prose },
  { weight: 5, arbitrary: words },
  { weight: 5, arbitrary: words.map((text) => `<p>${text}</p>`) },
  { weight: 4, arbitrary: tag },
  { weight: 2, arbitrary: fc.constantFrom(...TAGS).map((name) => `</${name}>`) },
  form,
  metadata,
  fc.constantFrom(
    '<',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<!doctype html>',
    '</',
    '<p',
    '<a href="',
    '&#0;',
    '&#xd800;',
  ),
);

/** Documents as nobody should write them, as HTML. */
export const documents: fc.Arbitrary<string> = fc
  .array(piece, { maxLength: 60, size: 'max' })
  .map((pieces) => pieces.join(''));

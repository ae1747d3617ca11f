/** The article as a server without a framework of its own writes it. */

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const each = (tag, texts) => texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('');

export const paragraphs = (texts) => each('p', texts);
export const entries = (texts) => each('li', texts);
export const opening = ([line, text]) => `<div id="opening">${escaped(line)}<br>${escaped(text)}</div>`;
export const source = (from) => (from ? `<p><a href="${from.href}">${escaped(from.words)} </a></p>` : '');
export const attribute = escaped;
export const text = escaped;

/**
 * @param lead, list the two parts that change, as markup
 * @param buttons those that change them
 */
export const article = (story, { lead, list, buttons }) => `<h1>${escaped(story.headline)}</h1>
<p class="byline">by <a href="/author/admin/">admin</a></p>
<div id="view">story</div>
<article>${lead}${opening(story.opening)}${paragraphs(story.paragraphs)}${list}${source(story.source)}</article>
<div>${buttons}</div>`;

/** What takes the article's place at the next address. */
export const more = (story) => `<h1>${escaped(story.headline)}</h1>
<div id="view">more</div><section>${paragraphs(story.more)}${source(story.source)}</section>`;

/** Frames take what a link leads to, and a visit takes another page's body; the page before it is kept as a copy. */
import { start as startTurbo } from '@hotwired/turbo';
import { article, entries, more, text } from './markup.js';

const lead = (story, at) => `<turbo-frame id="lead-frame"><p id="lead">${text(story.leads[at % story.leads.length])}</p>
<a id="change" href="/lead/${at + 1}">Change</a></turbo-frame>`;
const list = (story, at) =>
  `<turbo-frame id="list-frame"><ul id="list">${entries(
    at % 2 === 0 ? story.list : story.list.toReversed(),
  )}</ul><a id="relist" href="/list/${at + 1}">Turn round</a></turbo-frame>`;

export const render = (story) =>
  article(story, { lead: lead(story, 0), list: list(story, 0), buttons: '<a id="go" href="/more">More</a>' });

/** What the server answers at its other addresses; `more` is a page of its own. */
export function answer(path, story) {
  const [, part, at] = path.split('/');
  if (part === 'more') return { page: more(story) };
  return { lead, list }[part]?.(story, Number(at));
}

export function start() {
  startTurbo();
  window.isStarted = true;
}

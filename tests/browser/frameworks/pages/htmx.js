/** The server sends markup that takes the place of markup. */
import 'htmx.org';
import { article, entries, more, text } from './markup.js';

const swap = (path, target) => `hx-get="${path}" hx-target="${target}" hx-swap="outerHTML"`;
const lead = (story, at) => `<div id="lead-box"><p id="lead">${text(story.leads[at % story.leads.length])}</p>
<button id="change" ${swap(`/lead/${at + 1}`, '#lead-box')}>Change</button></div>`;
const list = (story, at) =>
  `<div id="list-box"><ul id="list">${entries(
    at % 2 === 0 ? story.list : story.list.toReversed(),
  )}</ul><button id="relist" ${swap(`/list/${at + 1}`, '#list-box')}>Turn round</button></div>`;
const body = (story) =>
  `<div id="body">${article(story, {
    lead: lead(story, 0),
    list: list(story, 0),
    buttons: `<button id="go" hx-get="/more" hx-target="#body" hx-swap="innerHTML" hx-push-url="true">More</button>`,
  })}</div>`;

export const render = body;

/** What the server answers at its other addresses. */
export function answer(path, story) {
  const [, part, at] = path.split('/');
  if (part === 'more') return more(story);
  return { lead, list }[part]?.(story, Number(at));
}

export function start() {
  window.isStarted = true;
}

/** The next page is loaded into the place of this one, which is kept as a string of markup until the reader comes back. */
import $ from 'jquery';
import { article, entries, more, text } from './markup.js';

export const render = (story) =>
  `<div id="body">${article(story, {
    lead: `<p id="lead">${text(story.leads[0])}</p>`,
    list: `<ul id="list">${entries(story.list)}</ul>`,
    buttons: '<button id="change">Change</button><button id="relist">Turn round</button><button id="go">More</button>',
  })}</div>`;

/** What the server answers at its other addresses. */
export const answer = (path, story) => (path === '/more' ? more(story) : undefined);

export function start(_root, story) {
  const body = $('#body');
  let at = 0;
  let kept = '';
  body.on('click', '#change', () => {
    at = (at + 1) % story.leads.length;
    $('#lead').text(story.leads[at]);
  });
  body.on('click', '#relist', () => {
    const list = $('#list');
    list.append(list.children().get().reverse());
  });
  body.on('click', '#go', () => {
    kept = body.html();
    body.load('/more', () => history.pushState(null, '', '/more'));
  });
  $(window).on('popstate', () => body.html(kept));
  window.isStarted = true;
}

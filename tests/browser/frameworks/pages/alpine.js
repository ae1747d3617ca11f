/** State and behavior stand in attributes, and the first text is taken from the page. */
import Alpine from 'alpinejs';
import { attribute, opening, paragraphs, source, text } from './markup.js';

const DATA = (story) =>
  attribute(JSON.stringify({ leads: story.leads, list: story.list, lead: 0, view: 'story', first: '' }));

export const render = (story) => `<h1>${text(story.headline)}</h1>
<p class="byline">by <a href="/author/admin/">admin</a></p>
<div x-data="${DATA(story)}" x-init="first = $refs.lead.textContent; window.isStarted = true"
  @popstate.window="view = location.pathname.endsWith('/more') ? 'more' : 'story'">
<div id="view" x-text="view">story</div>
<article x-show="view === 'story'">
<p id="lead" x-ref="lead" x-text="lead === 0 ? first : leads[lead]">${text(story.leads[0])}</p>
${opening(story.opening)}${paragraphs(story.paragraphs)}
<ul id="list"><template x-for="entry in list" :key="entry"><li x-text="entry"></li></template></ul>
${source(story.source)}
</article>
<template x-if="view === 'more'"><section>${paragraphs(story.more)}</section></template>
<button id="change" @click="lead = (lead + 1) % leads.length">Change</button>
<button id="relist" @click="list = [...list].reverse()">Turn round</button>
<button id="go" @click="history.pushState(null, '', '/more'); view = 'more'">More</button>
</div>`;

export function start() {
  Alpine.start();
}

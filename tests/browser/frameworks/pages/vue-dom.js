/** The page's own markup is the template, as on pages without a build. */
import { createApp } from 'vue/dist/vue.esm-bundler.js';
import { attribute, opening, paragraphs, source, text } from './markup.js';

export const render = (story) => `<h1>${text(story.headline)}</h1>
<p class="byline">by <a href="/author/admin/">admin</a></p>
<div id="view">{{ view }}</div>
<article v-if="view === 'story'">
<p id="lead" v-if="lead === 0">${text(story.leads[0])}</p>
<p id="lead" v-else title="${attribute(story.headline)}">{{ leads[lead] }}</p>
${opening(story.opening)}${paragraphs(story.paragraphs)}
<ul id="list"><li v-for="entry in list">{{ entry }}</li></ul>
${source(story.source)}
</article>
<section v-else>${paragraphs(story.more)}</section>
<div><button id="change" @click="lead = (lead + 1) % leads.length">Change</button>
<button id="relist" @click="list.reverse()">Turn round</button>
<button id="go" @click="go">More</button></div>`;

export function start(root, { leads, list }) {
  createApp({
    data: () => ({ leads, list, lead: 0, view: 'story' }),
    methods: {
      go() {
        history.pushState(null, '', '/more');
        this.view = 'more';
      },
    },
    mounted() {
      addEventListener('popstate', () => {
        this.view = location.pathname.endsWith('/more') ? 'more' : 'story';
      });
      window.isStarted = true;
    },
  }).mount(root);
}

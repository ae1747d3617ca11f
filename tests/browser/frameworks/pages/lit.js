/** One element that renders into a shadow root and shows what stands in it, and one that renders into itself. */
import { html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { opening, paragraphs, source, text } from './markup.js';

export const render = (story) => `<h1>${text(story.headline)}</h1>
<p class="byline">by <a href="/author/admin/">admin</a></p>
<story-page><article><story-lead>${text(story.leads[0])}</story-lead>${opening(story.opening)}${paragraphs(
  story.paragraphs,
)}${source(story.source)}</article></story-page>`;

/** Takes its text from the page, and writes it anew. */
class StoryLead extends LitElement {
  static properties = { words: { state: true } };
  createRenderRoot() {
    return this;
  }
  connectedCallback() {
    this.words ??= this.textContent;
    this.replaceChildren();
    super.connectedCallback();
  }
  render() {
    return html`<p id="lead">${this.words}</p>`;
  }
}

class StoryPage extends LitElement {
  static properties = {
    story: { attribute: false },
    list: { state: true },
    lead: { state: true },
    view: { state: true },
  };
  constructor() {
    super();
    this.lead = 0;
    this.view = 'story';
    addEventListener('popstate', () => {
      this.view = location.pathname.endsWith('/more') ? 'more' : 'story';
    });
  }
  change() {
    this.lead = (this.lead + 1) % this.story.leads.length;
    this.querySelector('story-lead').words = this.story.leads[this.lead];
  }
  turn() {
    this.list = [...this.list].reverse();
  }
  go() {
    history.pushState(null, '', '/more');
    this.view = 'more';
  }
  render() {
    if (!this.story) return html`<slot></slot>`;
    const list = this.list ?? this.story.list;
    return html`<div id="view">${this.view}</div>
      ${this.view === 'story' ? html`<slot></slot>` : html`<section>${this.story.more.map((words) => html`<p>${words}</p>`)}</section>`}
      <ul id="list">${repeat(
        list,
        (words) => words,
        (words) => html`<li>${words}</li>`,
      )}</ul>
      <button id="change" @click=${this.change}>Change</button>
      <button id="relist" @click=${this.turn}>Turn round</button>
      <button id="go" @click=${this.go}>More</button>`;
  }
}

export async function start(root, story) {
  customElements.define('story-lead', StoryLead);
  customElements.define('story-page', StoryPage);
  const page = root.querySelector('story-page');
  Object.assign(page, { story, list: story.list });
  await page.updateComplete;
  window.isStarted = true;
}

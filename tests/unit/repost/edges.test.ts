import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/engine/analyse.ts';
import type { SignalId } from '../../../src/engine/repost/weights.ts';

const URL_ = 'https://quickfeed.example/p/1';
const OTHER = 'https://www.tallowherald.example/news/8812';
const PROSE = [
  'Fishers in Tallow Bay hauled in their nets for the last time on Monday, after the harbour board decided to plant seagrass.',
  'The board voted five to one for the plan, which will keep larger boats out of the shallow half of the bay for years.',
  'Divers have been planting shoots by hand since the spring, and by their count three in four have taken root in the silt.',
];

interface Place {
  readonly headline?: string;
  readonly head?: string;
  /** Before and after the text. */
  readonly top?: string;
  readonly end?: string;
  /** Before and after the article's element. */
  readonly before?: string;
  readonly after?: string;
  readonly url?: string;
}

function idsOf(place: Place): string[] {
  const {
    headline = 'Seagrass for the bay',
    head = '',
    top = '',
    end = '',
    before = '',
    after = '',
    url = URL_,
  } = place;
  const body = PROSE.map((text) => `<p>${text}</p>`).join('');
  const html = `<html lang="en"><head><title>${headline}</title>${head}</head><body>${before}<article><h1>${headline}</h1><div class="entry">${top}${body}${end}</div></article>${after}</body></html>`;
  return analyze(new JSDOM(html, { url }).window.document, url).verdict.signals.map(({ id }) => id);
}

const linkTo = (url: string, text: string) => `<a href="${url}">${text}</a>`;
const link = (text: string) => linkTo(OTHER, text);
const FRONT = linkTo('https://www.tallowherald.example/', 'Tallow Herald');
const LONG_LINK =
  'The board voted five to one for the plan, which will keep larger boats out of the shallow half of the bay for as long as anybody now living will take an interest in boats, or bays';

const SAME = 'https://www.tallowherald.example/x/seagrass-for-the-bay';
const OWN = `<link rel="canonical" href="${URL_}">`;
const CREDIT = `<p>This article first appeared in ${link('Tallow Herald')}.</p>`;

/** Both sides of the limits and conditions of each rule: what is found, and what is like it and is not. */
const EDGES: Partial<Record<SignalId, { found: Record<string, Place>; not: Record<string, Place> }>> = {
  'placeholder-byline': {
    found: { 'a link in a short line': { top: `<p>Posted on Monday by ${linkTo('/a/1', 'admin')}</p>` } },
    not: {
      'a link in a paragraph': {
        top: `<p>${PROSE[0]} ${PROSE[1]} Whoever runs the site is ${linkTo('/a/1', 'admin')}.</p>`,
      },
      'one of many links': {
        top: `<p>${'Ann Bo Cy Di Ed Flo Gus Hal'
          .split(' ')
          .map((name) => linkTo(`/a/${name}`, name))
          .join(' ')} ${linkTo('/a/1', 'admin')}</p>`,
      },
      'a heading': { top: '<h2>Admin</h2>' },
      'a button': { top: '<button>Admin</button>' },
      'a comment': { end: '<div class="comments"><p>admin</p></div>' },
    },
  },
  'agency-byline': {
    found: {
      'a few words after it': { top: '<p class="byline">Reuters, 3 May</p>' },
      'the word before it': { top: '<p>By Reuters</p>' },
      'a link to its page': { top: `<p>${linkTo('/author/7', 'Reuters')}</p>` },
      'a box around the box': { top: '<div class="byline"><div><p>Reuters</p></div></div>' },
    },
    not: {
      'a name before it': { top: '<p class="byline">Jo Lund of Reuters</p>' },
      'a sentence after it': { top: '<p class="byline">AP reporters who went to the bay to count</p>' },
      'the agency itself': { top: '<p class="byline">Reuters</p>', url: 'https://www.reuters.com/world/seagrass' },
      'far inside a box': { top: '<div class="byline"><div><div><div><p>Reuters</p></div></div></div></div>' },
      'no byline': { top: '<p>Reuters, 3 May</p>' },
    },
  },
  'agency-credit': {
    found: {
      'a year before it': { end: '<p>Copyright 2026 AFP</p>' },
      'a sign in letters': { end: '<p>(c) dpa</p>' },
      'a date after it': { end: '<p>Source: Reuters, 3 May</p>' },
      'who wrote': { end: '<p>Reuters contributed to this report.</p>' },
      'who was there': { end: '<p>Reuters journalists were at the quay.</p>' },
      'the name alone': { end: '<p>(Reuters)</p>' },
      'at the end of a paragraph': { end: `<p>${PROSE[0]} ${PROSE[1]} (AFP)</p>` },
    },
    not: {
      'a sentence': { end: '<p>We asked Reuters about it.</p>' },
      'within a word': { end: '<p>© SoAP</p>' },
      'the agency itself': { end: '<p>© Reuters</p>', url: 'https://www.reuters.com/world/seagrass' },
      'the agency itself, by its whole host': { end: '<p>© AP</p>', url: 'https://www.ap.org/news/seagrass' },
      'a heading': { end: '<h3>© Reuters</h3>' },
      'an entry of a list': { end: '<ul><li>© Reuters</li></ul>' },
      'a cell': { end: '<table><tr><td>© Reuters</td></tr></table>' },
      'far from the end': { end: `<p>© Reuters ${PROSE[0]} ${PROSE[1]}</p>` },
    },
  },
  'lone-link': {
    found: {
      'a heading': { end: `<h3>${link('Tallow')}</h3>` },
      'a site that the header links once': { before: `<header>${link('A')}</header>`, end: `<p>${link('Tallow')}</p>` },
      'a site that a menu in the text links': {
        before: `<main><nav>${link('A')} ${link('B')}</nav></main>`,
        end: `<p>${link('Tallow')}</p>`,
      },
      'a few words beside it': { end: `<p>Lue koko juttu täältä: ${link('Tallow')}</p>` },
    },
    not: {
      'one of two': {
        end: `<p>${link('Tallow')}</p><p>${linkTo('https://www.tallowherald.example/news/2', 'Bay')}</p>`,
      },
      'text goes on': { end: `<p>${link('Tallow')}</p><p>${PROSE[0]}</p>` },
      'beside a link of the site': { end: `<p>${link('Tallow')} ${linkTo('/a/1', 'Bay')}</p>` },
      'a whole paragraph': { end: `<p>${link(LONG_LINK)}</p>` },
      'many words beside it': {
        end: `<p>Whoever wants to know more of the nets, and of the bay, may ask ${link('Tallow')}</p>`,
      },
      'an entry of a list': { end: `<ul><li>${link('Tallow')}</li></ul>` },
      'a site that the header links twice': {
        before: `<header>${link('A')} ${link('B')}</header>`,
        end: `<p>${link('Tallow')}</p>`,
      },
      'a site that the logo and the menu link': {
        before: `<div class="site-header">${link('A')} ${link('B')}</div>`,
        end: `<p>${link('Tallow')}</p>`,
      },
      'a front page': { end: `<p>${linkTo('https://www.tallowherald.example/', 'Tallow')}</p>` },
      'two sites': { end: `<p>${link('Tallow')} ${linkTo('https://bay.example/news/8812', 'Bay')}</p>` },
    },
  },
  'same-address': {
    found: {
      'the address of the page': {
        end: `<p>${PROSE[0]} As ${linkTo('https://tallow.example/x/old-nets-come-home', 'was said')}, it rained.</p>`,
        url: 'https://quickfeed.example/2026/old-nets-come-home',
      },
      'a script without spaces': {
        headline: '海草归来港湾重生',
        end: `<p>${PROSE[0]} As ${linkTo(`https://tallow.example/x/${encodeURIComponent('海草归来港湾重生')}`, 'was said')}, it rained.</p>`,
      },
    },
    not: {
      'two words': {
        headline: 'Seagrassland bay opens',
        end: `<p>${PROSE[0]} As ${linkTo('https://tallow.example/x/seagrassland-bay-2026', 'was said')}, it rained.</p>`,
      },
      'three short words': {
        headline: 'It is so up to us all',
        end: `<p>${PROSE[0]} As ${linkTo('https://tallow.example/x/it-is-so', 'was said')}, it rained.</p>`,
      },
      'half of the words': {
        end: `<p>${PROSE[0]} As ${linkTo('https://tallow.example/x/seagrass-for-old-mills-inland', 'was said')}, it rained.</p>`,
      },
      'a short headline': {
        headline: 'Tallow Bay',
        end: `<p>${PROSE[0]} As ${link('Tallow Bay')} shows, it rained.</p>`,
      },
    },
  },
  'closing-link': {
    found: {
      'at the end of a paragraph': { end: `<p>${PROSE[0]} ${linkTo(SAME, 'zz')}</p>` },
      'in brackets': { end: `<p>${PROSE[0]} (${linkTo(SAME, 'zz')} 3 May)</p>` },
      'under a heading that says so': { end: `<h3>Source</h3><p>${linkTo(SAME, 'Tallow')}</p>` },
    },
    not: {
      'a sentence that goes on': { end: `<p>${PROSE[0]} As ${linkTo(SAME, 'was said')}, it rained.</p>` },
      'few of the words of a headline': {
        headline: 'Seagrass for the bay, and what the fishers, the divers and the board make of it',
        end: `<p>${PROSE[0]} ${linkTo(SAME, 'zz')}</p>`,
      },
      'under a heading of its own': { end: `<h3>Who takes part</h3><p>${linkTo(SAME, 'Tallow')}</p>` },
      'a price': { end: `<p>Only £4 a bag: ${linkTo(SAME, 'order')}</p>` },
      'a paid link': { end: `<p><a rel="nofollow sponsored" href="${SAME}">Tallow</a></p>` },
      'a link to log in': {
        end: `<p>${linkTo(`https://login.example/seagrass-for-the-bay?back=${encodeURIComponent(URL_)}`, 'Log in')}</p>`,
      },
      'a place where people post': {
        end: `<p>${linkTo('https://www.facebook.com/seagrass-for-the-bay', 'Tallow')}</p>`,
      },
    },
  },
  'open-credit': {
    found: { 'a person': { head: OWN, top: '<p class="byline">By Ida Holt</p>', end: CREDIT } },
    not: {
      'a newsroom': { head: OWN, top: '<p class="byline">By Island News</p>', end: CREDIT },
      'an account': { head: OWN, top: '<p class="byline">By admin</p>', end: CREDIT },
      'an agency': { head: OWN, top: '<p class="byline">By Associated Press</p>', end: CREDIT },
      nobody: { head: OWN, end: CREDIT },
      'no address of its own': { top: '<p class="byline">By Ida Holt</p>', end: CREDIT },
      'a token': { head: OWN, top: '<p class="byline">By Ida Holt</p><p>[ad_1]</p>', end: CREDIT },
    },
  },
  'source-link': {
    found: {
      'after the last sentence': { end: `<p>It rained. ${link('Source')}</p>` },
      'all of an entry': { end: `<ul><li>${link('Source')}</li></ul>` },
    },
    not: {
      'at the end of an entry': { end: `<ul><li>Rain in the bay. ${link('Source')}</li></ul>` },
      'a cell': { end: `<table><tr><td>${link('Source')}</td></tr></table>` },
    },
  },
  attribution: {
    found: {
      'a date after the name': {
        end: `<p>This article was originally published on ${link('Tallow Herald')} on 3 May.</p>`,
      },
    },
    not: {
      'a paragraph': { end: `<p>This article was originally published on ${link(`${LONG_LINK}, or divers`)}</p>` },
      'beside a link of the site': {
        end: `<p>This article was originally published on ${link('Tallow Herald')} and ${linkTo('/a/1', 'here')}.</p>`,
      },
    },
  },
  'continues-elsewhere': {
    found: {
      'more words in the link': {
        end: `<p>Then it rained. ${link('Continue reading the long story of the nets and the bay')}</p>`,
      },
      'three dots before a link': { end: `<p>${PROSE[0]}..</p><p>${link('Tallow')}</p>` },
    },
    not: {
      'a sentence in the link': { end: `<p>Then it rained. ${link(`Continue reading ${LONG_LINK}`)}</p>` },
      'words after the link': { end: `<p>Then it rained. ${link('Continue reading')} or stay where you are</p>` },
      'a link of the site after it': {
        end: `<p>Then it rained. ${link('Continue reading')} ${linkTo('/a/1', 'Next')}</p>`,
      },
      'a front page': {
        end: `<p>Then it rained. ${linkTo('https://www.tallowherald.example/', 'Continue reading')}</p>`,
      },
      'a text that ends': { end: `<p>${PROSE[0]}</p><p>${link('Tallow')}</p>` },
    },
  },
  'copying-tool': {
    found: { 'its name': { head: '<meta name="generator" content="FeedWordPress 2026">' } },
    not: {
      'another name': { head: '<meta name="generator" content="WordPress 6.9">' },
      'a small box with an empty id': { top: '<div id=""><p>Rain in the bay.</p></div>' },
    },
  },
  'dateline-against-byline': {
    found: {
      'a dash': { before: '<p>admin</p>', top: `<p>TALLOW BAY – ${PROSE[0]}</p>` },
      'a hyphen': { before: '<p>admin</p>', top: `<p>TALLOW BAY - ${PROSE[0]}</p>` },
      'two hyphens': { before: '<p>admin</p>', top: `<p>TALLOW BAY -- ${PROSE[0]}</p>` },
    },
    not: {
      'no dateline': { before: '<p>admin</p>', top: `<p>${PROSE[1]}</p>` },
      'no account': { before: '<p>Jo Lund</p>', top: `<p>TALLOW BAY – ${PROSE[0]}</p>` },
    },
  },
  'feed-footer': {
    found: {
      'unknown words': { end: `<p>${link('Seagrass for the bay')} ilmestyi ${FRONT}</p>` },
      'without links': { end: '<p>The post Seagrass for the bay appeared first on Tallow Herald.</p>' },
    },
    not: {
      'the site itself': {
        end: '<p>The post Seagrass for the bay appeared first on Quick Feed.</p>',
        head: '<meta property="og:site_name" content="Quick Feed">',
      },
      'another headline, without links': { end: '<p>The post Nets for the hills appeared first on Tallow Herald.</p>' },
      'another headline': { end: `<p>${link('Nets for the hills')} ilmestyi ${FRONT}</p>` },
      'two articles': { end: `<p>${link('Seagrass for the bay')} ilmestyi ${link('Tallow Herald')}</p>` },
      'two sites': {
        end: `<p>${link('Seagrass for the bay')} ilmestyi ${linkTo('https://bay.example/', 'Bay')}</p>`,
      },
      'nothing between': { end: `<p>${link('Seagrass for the bay')} ${FRONT}</p>` },
      'a link of the site after it': {
        end: `<p>${link('Seagrass for the bay')} ilmestyi ${FRONT} ${linkTo('/a/1', 'Next')}</p>`,
      },
    },
  },
  'headline-twice': {
    found: { 'a headline': { top: '<h2>Seagrass for the bay</h2>' } },
    not: { 'a name': { headline: 'Tallow Bay', top: '<h2>Tallow Bay</h2>' } },
  },
  licence: {
    found: {
      'its short name': { end: `<p>From ${link('Tallow Herald')}, CC BY 4.0</p>` },
      'its address': {
        end: `<p>From ${link('Tallow Herald')}, ${linkTo('https://creativecommons.org/licenses/by/4.0/', 'free to share')}</p>`,
      },
    },
    not: {
      'no other site': { end: '<p>This text is free under Creative Commons.</p>' },
      'no licence': { end: `<p>From ${link('Tallow Herald')}, with thanks</p>` },
    },
  },
  'links-elsewhere': {
    found: { 'three of three': { end: `<p>See ${link('a')}, ${link('b')} and ${link('c')} as well.</p>` } },
    not: {
      'two of two': { end: `<p>See ${link('a')} and ${link('b')} as well.</p>` },
      'three of five': {
        end: `<p>See ${link('a')}, ${link('b')}, ${link('c')}, ${linkTo('/a/1', 'd')} and ${linkTo('/a/2', 'e')}.</p>`,
      },
    },
  },
  'own-links': {
    found: { 'two of three': { end: `<p>See ${linkTo('/a/1', 'a')}, ${linkTo('/a/2', 'b')} and ${link('c')}.</p>` } },
    not: {
      one: { end: `<p>See ${linkTo('/a/1', 'a')} as well.</p>` },
      'two of five': {
        end: `<p>See ${linkTo('/a/1', 'a')}, ${linkTo('/a/2', 'b')}, ${link('c')}, ${link('d')} and ${link('e')}.</p>`,
      },
    },
  },
  'press-contact': {
    found: { 'at the source': { end: `<p>Source: ${link('Tallow Herald')}</p><p>Ask jo@tallowherald.example</p>` } },
    not: { 'at another site': { end: `<p>Source: ${link('Tallow Herald')}</p><p>Ask jo@bay.example</p>` } },
  },
  'source-unlinked': {
    found: {
      'in a line of its own': { end: '<p>Source: Tallow Herald</p>' },
      'right after the article': { after: '<p>Source: Tallow Herald</p>' },
    },
    not: {
      'under another heading': { after: '<h2>Charts</h2><p>Source: Tallow Herald</p>' },
      'in a menu after the article': { after: '<nav><p>Source: Tallow Herald</p></nav>' },
      unseen: { end: '<p hidden>Source: Tallow Herald</p>' },
      'a caption': { end: '<figure><img src="/a.jpg"><figcaption>Source: Tallow Herald</figcaption></figure>' },
      'a button': { end: '<button>Source: Tallow Herald</button>' },
      'a comment': { end: '<div class="comments"><p>Source: Tallow Herald</p></div>' },
      'in a side bar': { end: '<aside><p>Source: Tallow Herald</p></aside>' },
      'in a form': { end: '<form><p>Source: Tallow Herald</p></form>' },
      'a link of the site': { end: `<p>Source: ${linkTo('/a/1', 'Tallow Herald')}</p>` },
      'a heading': { end: '<h3>Source: Tallow Herald</h3>' },
      'a cell': { end: '<table><tr><td>Source: Tallow Herald</td></tr></table>' },
      'the site itself, by its name': {
        end: '<p>Source: Quick Feed</p>',
        head: '<meta property="og:site_name" content="Quick Feed">',
      },
      'the site itself, by its host': { end: '<p>Source: quickfeed.example</p>' },
      'a sentence': { end: '<p>Source: We heard it at the quay. Nobody knows!</p>' },
    },
  },
};

for (const [id, { found, not }] of Object.entries(EDGES)) {
  describe(id, () => {
    test.each(Object.entries(found))('found: %s', (_, place) => expect(idsOf(place)).toContain(id));
    test.each(Object.entries(not))('not: %s', (_, place) => expect(idsOf(place)).not.toContain(id));
  });
}

import { describe, expect, test } from 'vitest';
import { targetOf } from '../../../src/engine/repost/redirectors.ts';
import { withoutTracking } from '../../../src/engine/repost/tracking.ts';

const GOAL = 'https://www.tallowherald.example/2026/05/seagrass';
const coded = encodeURIComponent(GOAL);

describe('redirectors that carry the target', () => {
  test.each([
    `https://www.google.com/url?rct=j&sa=t&url=${coded}&ct=ga`,
    `https://www.google.co.uk/url?q=${coded}`,
    `https://www.google.com/amp/s/www.tallowherald.example/2026/05/seagrass`,
    `https://news.google.com/rss/articles/${btoa(`\x08\x13"${GOAL}\xd2\x01`).replace(/=+$/, '')}?oc=5`,
    `https://www.bing.com/news/apiclick.aspx?ref=FexRss&url=${coded}`,
    `https://www.bing.com/ck/a?u=a1${btoa(GOAL).replace(/=+$/, '')}`,
    `https://l.facebook.com/l.php?u=${coded}&h=x`,
    `https://t.umblr.com/redirect?z=${coded}`,
    `https://duckduckgo.com/l/?uddg=${coded}`,
    `https://r.search.yahoo.com/_ylt=x/RU=${coded}/RK=2/RS=y`,
    `https://web.archive.org/web/20260512000000/${GOAL}`,
    `https://www-tallowherald-example.cdn.ampproject.org/c/s/www.tallowherald.example/2026/05/seagrass`,
    `https://www-tallowherald-example.translate.goog/2026/05/seagrass?_x_tr_sl=en&_x_tr_tl=de`,
    `https://href.li/?${coded}`,
    `https://www.youtube.com/redirect?q=${coded}`,
    `https://quickfeed.example/out.php?link=${coded}`,
    `https://quickfeed.example/redirect/?url=${encodeURIComponent(`https://www.google.com/url?q=${coded}`)}`,
    `https://quickfeed.example/goto/${GOAL}`,
    `https://quickfeed.example/goto/${coded}`,
    `https://quickfeed.example/go/${btoa(GOAL).replace(/=+$/, '')}`,
    `https://quickfeed.example/r.php?l=${btoa(GOAL)}`,
    `https://quickfeed.example/?redirect_to=${coded}`,
    `https://link.quickfeed.example/?target=${coded}`,
    `https://nobody.example/?${GOAL}`,
    `https://disq.us/url?url=${coded}%3Ax1&cuid=2`,
    `https://www.google.de/imgres?imgurl=https%3A%2F%2Fpictures.example%2F1.jpg&imgrefurl=${coded}`,
    `https://www.google.com/amp/www.tallowherald.example/2026/05/seagrass`,
    `https://www.bing.com/amp/s/www.tallowherald.example/2026/05/seagrass`,
    `https://cn.bing.com/ck/a?u=a1${btoa(GOAL).replace(/=+$/, '')}`,
    `https://news.google.com/read/${btoa(`\x08\x13"${GOAL}\xd2\x01`).replace(/=+$/, '')}?hl=en`,
    `https://cache.googleusercontent.com/search?q=cache:AbC-1:${GOAL}+&cd=1`,
    `https://googleweblight.com/?lite_url=${coded}`,
    `https://yandex.ru/turbo?text=${coded}`,
    'https://tallowherald-example.turbopages.org/turbo/www.tallowherald.example/s/2026/05/seagrass',
    `https://urldefense.com/v3/__${GOAL}__;!!AbC!xyz$`,
    `https://urldefense.proofpoint.com/v2/url?u=${coded.replace(/%2F/g, '_').replace(/%/g, '-')}&d=DwMF`,
    `https://t.me/iv?url=${coded}&rhash=1`,
    `https://quickfeed.example/redirect?url=${encodeURIComponent(coded)}`,
    `https://quickfeed.example/out?to=${encodeURIComponent(GOAL.replace('https:', ''))}`,
    `https://quickfeed.example/out?url=${encodeURIComponent(GOAL.replace('https://', ''))}`,
    `https://quickfeed.example/out/${GOAL.replace('https://', '')}`,
    `https://quickfeed.example/index.php?option=away&amp;url=${coded}`,
    `https://quickfeed.example/wp-content/plugins/away/goto.php?${GOAL}`,
    `https://go.quickfeed.example/?id=33&u=${coded}`,
    `https://nobody.example/#${GOAL}`,
    `https://feeds.quickfeed.example/~/t/0/_/x/~${GOAL}`,
    `https://archive.test/20260512/${GOAL}`,
    `https://quickfeed.example/go.php?u=${Buffer.from(GOAL).toString('hex')}`,
    `https://quickfeed.example/click/${Buffer.from(GOAL).toString('hex')}/`,
    'http://feeds.quay.example/c/1/f/2/s/3/l/0M0Stallowherald0Bexample0C20A260C0A50Cseagrass/story01.htm',
    'http://rss.feedsportal.com/c/1/f/2/s/3/sc/4/l/0M0Stallowherald0Bexample0C20A260C0A50Cseagrass/story01.htm',
  ])('%s', (address) => {
    expect(targetOf(new URL(address))).toEqual({ url: new URL(GOAL), via: null });
  });
});

test.each([
  ['http://feedproxy.google.com/~r/tallow/~3/x/', 'feedproxy.google.com'],
  ['https://bit.ly/3abc', 'bit.ly'],
  ['https://news.google.com/rss/articles/CBMiAUFVX3lxTE', 'news.google.com'],
  ['https://t.co/abc', 't.co'],
])('%s hides its target', (address, via) => expect(targetOf(new URL(address))).toEqual({ url: null, via }));

describe('what is not a redirector', () => {
  test.each([
    'https://news.google.com/publications/CBMiAUFVX3lxTE',
    'https://www.tallowherald.example/2026/05/seagrass?url=https://elsewhere.example/',
    `https://www.linkedin.com/shareArticle?url=${coded}`,
    `https://pins.example/pin/create/button/?url=${coded}`,
    'https://quickfeed.example/login?redirect_to=https://quickfeed.example/2026/05/x',
    'https://pictures.example/resize?src=https://quickfeed.example/1.jpg',
    'https://quickfeed.example/redirect?url=javascript:alert(1)',
    'https://quickfeed.example/redirect?url=file:///etc/passwd',
    'https://t.me/share/url?url=https://elsewhere.example/',
  ])('%s', (address) => expect(targetOf(new URL(address)).url?.href).toBe(new URL(address).href));

  test('a ring of redirectors ends', () => {
    let address = 'https://a.example/redirect?url=https://b.example/';
    for (let i = 0; i < 12; i++) address = `https://a.example/redirect?url=${encodeURIComponent(address)}`;
    expect(targetOf(new URL(address)).url?.hostname).toBe('a.example');
  });
});

describe('tracking parameters go, the others stay as they are written', () => {
  test.each([
    [`${GOAL}?utm_source=rss&utm_medium=feed`, GOAL],
    [`${GOAL}?id=7&fbclid=x`, `${GOAL}?id=7`],
    [`${GOAL}?ref=rss`, GOAL],
    [`${GOAL}?ref=12-b`, `${GOAL}?ref=12-b`],
    [`${GOAL}?q=a%20b&x`, `${GOAL}?q=a%20b&x`],
    [`${GOAL}#comments`, GOAL],
    [`${GOAL}#:~:text=seagrass`, GOAL],
    [`${GOAL}#!/page/2`, `${GOAL}#!/page/2`],
    ['https://reader:secret@tallow.example/a', 'https://tallow.example/a'],
  ])('%s', (address, clean) => expect(withoutTracking(new URL(address)).href).toBe(clean));
});

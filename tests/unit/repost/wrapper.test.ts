import { describe, expect, test } from 'vitest';
import { isPageOf } from '../../../src/engine/repost/wrapper.ts';

const HOST = 'www.tallow-herald.example';

describe('the publisher’s own page at another address', () => {
  test.each([
    ['an AMP cache', 'https://www-tallow--herald-example.cdn.amp-cache.test/c/s/www.tallow-herald.example/seagrass'],
    ['an AMP viewer', 'https://search.test/amp/s/www.tallow-herald.example/seagrass/amp'],
    ['a translator, in its host', 'https://tallow--herald-example.translate.test/seagrass?_x_tr_sl=en'],
    ['a translator, in its path', 'https://pages.test/proxy_u/en-de.en.12/https/tallow-herald.example/seagrass'],
    ['a translator, in a parameter', 'https://translate.test/?lang=en-de&url=https%3A%2F%2Ftallow-herald.example%2Fa'],
    ['an archive', 'https://archive.test/web/20260601/https://tallow-herald.example/seagrass'],
    ['an archive that hides the address', 'https://archive.ph/AbCdE'],
    ['a search engine’s cache', 'https://cache.test/search?q=cache:Xyz:https://www.tallow-herald.example/seagrass'],
    ['a library’s proxy', 'https://www-tallow-herald-example.ezproxy.library.test/seagrass'],
    ['an older library’s proxy', 'https://www.tallow-herald.example.ezproxy.library.test/seagrass'],
    ['a library’s proxy that counts', 'https://0-www-tallow--herald-example.catalogue.library.test/seagrass'],
    ['a library’s gate', 'https://https-www-tallow--herald-example-443.gate.library.test/seagrass'],
    ['a gate that codes the address', 'https://webvpn.library.test/https/77726476706e69737468656265737421/seagrass'],
    ['a proxy that codes the address', `https://hidden.test/browse.php?u=${btoa(`https://${HOST}/seagrass`)}`],
    ['pages for slow networks', 'https://tallow--herald-example.turbopages.test/tallow-herald.example/s/seagrass'],
    ['a hidden service', 'https://tallow3h5ld7abc.onion/seagrass'],
    ['a machine of one’s own', 'http://localhost:8080/seagrass'],
    ['an address without a name', 'http://192.168.1.7/seagrass'],
    ['a staging site', 'https://staging.cms.test/seagrass'],
    ['a preview', 'https://deploy-preview-12--site.netlify.app/seagrass'],
    ['a branch', 'https://site-git-main-team.vercel.app/seagrass'],
    ['a test site', 'https://beta.cms.test/seagrass'],
    ['a feed reader', 'https://feedly.com/i/entry/abc'],
    ['its blog on a platform', 'https://tallow-herald.wordpress.com/2026/seagrass'],
    ['its blog, without the hyphen', 'https://tallowherald.substack.com/p/seagrass'],
    ['its account on a platform', 'https://medium.com/@tallow-herald/seagrass-1a2b'],
  ])('%s', (_, address) => expect(isPageOf(HOST, address)).toBe(true));

  test('the platform of a blog', () => {
    expect(isPageOf('substack.com', 'https://ida.substack.com/p/seagrass')).toBe(true);
  });
});

describe('somebody else’s page', () => {
  test.each([
    ['a stranger’s', 'https://dailycopies.test/seagrass'],
    ['one whose path has the name', 'https://dailycopies.test/tallow-herald/seagrass'],
    ['one whose path has words like it', 'https://dailycopies.test/news-from-tallow-herald.example-today'],
    ['one whose host ends like it', 'https://mytallow-herald.example/seagrass'],
    ['a blog of another name', 'https://quay.wordpress.com/2026/seagrass'],
    ['an account of another name', 'https://medium.com/@quay/tallow-herald'],
  ])('%s', (_, address) => expect(isPageOf(HOST, address)).toBe(false));

  test('a short name may be a common word', () => {
    expect(isPageOf('sound.example', 'https://sound.wordpress.com/2026/seagrass')).toBe(false);
  });
});

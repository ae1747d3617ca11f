import { describe, expect, it } from 'vitest';
import { originalOf } from '../../../src/engine/repost/original.ts';
import type { SignalNaming } from '../../../src/engine/repost/types.ts';

const ARTICLE = 'https://harbour.example/2024/lamps-go-out';
const names = (id: SignalNaming['id'], url: string | null = ARTICLE): SignalNaming => ({
  id,
  url: url === null ? null : new URL(url),
});
const isCertain = (...named: SignalNaming[]) => originalOf(named, 'repost')?.isCertain === true;

describe('an original is certain', () => {
  it.each([
    'source-link',
    'attribution',
    'feed-footer',
    'continues-elsewhere',
    'source-named',
    'closing-link',
    'canonical-elsewhere',
    'address-elsewhere',
  ] as const)('where %s leads to the article', (id) => {
    expect(isCertain(names(id))).toBe(true);
  });

  it('where several links lead to one page, however it is written', () => {
    expect(isCertain(names('source-link', `${ARTICLE}/?utm_source=rss`), names('canonical-elsewhere'))).toBe(true);
    expect(isCertain(names('source-link'), names('closing-link', ARTICLE.replace('//', '//www.')))).toBe(true);
  });

  it('where the house is named beside it', () => {
    expect(isCertain(names('source-link'), names('publisher-elsewhere', 'https://harbour.example/'))).toBe(true);
    expect(isCertain(names('source-link'), { id: 'agency-byline', publisher: 'A news agency' })).toBe(true);
  });

  it('and never where that is a guess', () => {
    expect(isCertain(names('lone-link'))).toBe(false);
    expect(isCertain(names('same-address'))).toBe(false);
    expect(isCertain(names('links-elsewhere'))).toBe(false);
  });

  it('nor where it is a front page or only a name', () => {
    expect(isCertain(names('source-link', 'https://harbour.example/'))).toBe(false);
    expect(isCertain({ id: 'source-link', via: 'redirects.example' })).toBe(false);
    expect(isCertain({ id: 'source-unlinked', publisher: 'The Harbour Gazette' })).toBe(false);
  });

  it('nor where something else is named', () => {
    const other = 'https://harbour.example/2024/another-story';
    expect(isCertain(names('source-link'), names('canonical-elsewhere', other))).toBe(false);
    expect(isCertain(names('source-link'), names('lone-link', 'https://third.example/lamps-go-out'))).toBe(false);
    expect(isCertain(names('source-link'), names('publisher-elsewhere', 'https://third.example/'))).toBe(false);
  });
});

describe('an original is named', () => {
  it('by the link with its headline, where the source that is named is a service’s front page', () => {
    const service = { ...names('source-named', 'https://relay.example/'), publisher: 'Relay' };
    expect(originalOf([service, names('closing-link')], 'repost')).toMatchObject({ url: ARTICLE, publisher: null });
    expect(originalOf([service, names('lone-link')], 'repost')).toMatchObject({ url: null, publisher: 'Relay' });
  });
});

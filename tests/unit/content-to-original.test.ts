import { describe, expect, it } from 'vitest';
import { addressToGoTo, type ReadersVisit } from '../../src/content/to-original.ts';
import type { Analysis } from '../../src/engine/types.ts';
import type { Mode } from '../../src/settings/schema.ts';

const COPY = 'https://copies.example/lamps';
const ORIGINAL = 'https://harbour.example/lamps-go-out';

const sure = { url: `${ORIGINAL}?utm_source=rss`, publisher: null, via: null, link: null, isCertain: true as const };

interface Case {
  readonly beganInMode?: Mode | null;
  readonly mode?: Mode;
  readonly loading?: boolean;
  readonly hasScrolled?: boolean;
  readonly verdict?: Analysis['verdict']['kind'];
  readonly original?: Analysis['original'];
  readonly address?: string;
  readonly visit?: Partial<ReadersVisit>;
}

function goesTo(given: Case): string | null {
  const { beganInMode = 'original', mode = 'original', loading = false, hasScrolled = false } = given;
  const { verdict = 'repost', original = sure, address = COPY, visit } = given;
  const cleaner = {
    settings: { mode, kindsOff: [], kindsOn: [], adTokensAnywhere: true },
    standing: { loading, cleaning: 'cleaned' as const, hidden: 1 },
    analysis: { verdict: { kind: verdict, confidence: 1, signals: [] }, original } as unknown as Analysis,
  };
  const navigation = { type: 'navigate' as const, name: COPY };
  return addressToGoTo({ beganInMode, hasScrolled }, cleaner, address, { navigation, hasPressed: false, ...visit });
}

describe('from a copy', () => {
  it('the tab goes to the original, without what tracks', () => {
    expect(goesTo({})).toBe(ORIGINAL);
    expect(goesTo({ address: `${COPY}?utm_medium=x#top` })).toBe(ORIGINAL);
  });

  it.each<[string, Case]>([
    ['the Site is not in that Mode', { beganInMode: 'auto', mode: 'auto' }],
    ['the Mode was chosen while the page was there', { beganInMode: 'auto' }],
    ['the script came after the page', { beganInMode: null }],
    ['another Mode was chosen meanwhile', { mode: 'always' }],
    ['not all of the page is known', { loading: true }],
    ['it may be none', { verdict: 'likely-repost' }],
    ['it is openly syndicated', { verdict: 'syndicated' }],
    ['it is none', { verdict: 'none' }],
    ['nothing is named', { original: null }],
    ['what is named is a guess', { original: { url: ORIGINAL, publisher: null, via: null, link: null } }],
    ['only the house is named', { original: { ...sure, url: null, publisher: 'The Harbour Gazette' } }],
    ['the reader came by Back', { visit: { navigation: { type: 'back_forward', name: COPY } } }],
    ['the reader loaded it again', { visit: { navigation: { type: 'reload', name: COPY } } }],
    ['nobody knows how the reader came', { visit: { navigation: undefined } }],
    ['the reader has pressed something', { visit: { hasPressed: true } }],
    ['the reader has scrolled', { hasScrolled: true }],
    ['the document shows another page by now', { address: 'https://copies.example/other' }],
  ])('it stays where %s', (_, given) => {
    expect(goesTo(given)).toBeNull();
  });
});

/** What a reader can set, what each setting is until it is set, and what is accepted from storage. */
import * as v from 'valibot';
import { type Area, isArea } from './area.ts';
import { isRule } from './rule.ts';
import { toUrl } from './site.ts';

/** What happens where nothing is chosen: clean what is a repost, clean every article, or run no code of ours. */
export const DEFAULT_MODES = ['auto', 'always', 'off'] as const;
type DefaultMode = (typeof DEFAULT_MODES)[number];

/** For a Site that a person knows there is one more: as `auto`, and from a copy on to its original. */
export const MODES = ['auto', 'always', 'original', 'off'] as const;
export type Mode = (typeof MODES)[number];

export const LOOKS = ['system', 'light', 'dark'] as const;
export type Look = (typeof LOOKS)[number];

export const TEXT_SIZES = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Whether articles that were read are remembered: `ask` until the reader has said. */
export const REMEMBER_CHOICES = ['ask', 'on', 'off'] as const;
export type RememberChoice = (typeof REMEMBER_CHOICES)[number];

/** What a template is for. */
export const TEMPLATE_PLACES = ['fileName', 'frontMatter', 'text'] as const;
export type TemplatePlace = (typeof TEMPLATE_PLACES)[number];

/** The templates that are used: some that come along, or the reader's own. */
export const TEMPLATE_SETS = ['standard', 'obsidian', 'plain', 'own'] as const;
export type TemplateSet = (typeof TEMPLATE_SETS)[number];

export interface Settings {
  /** Of the form the settings are stored in, see migrations.ts. */
  readonly version: number;
  /** Where no Area has a Mode of its own. */
  readonly defaultMode: DefaultMode;
  readonly sites: Readonly<Record<Area, Mode>>;
  /** Clutter kind → hidden or not. Holds only what differs from the kind's default. */
  readonly kinds: Readonly<Record<string, boolean>>;
  /** The toolbar button shows how many pieces are hidden. */
  readonly badge: boolean;
  /** After a key, menu entry or button has hidden or restored something, the page says so for a moment. */
  readonly notice: boolean;
  readonly look: Look;
  readonly textSize: TextSize;
  /** Pictures of an article, with their captions, go along as links when it is copied or saved. */
  readonly pictures: boolean;
  /** Address of a search with `%s` for the words. `null`: the browser's own search. */
  readonly search: string | null;
  /** Ad tokens go on any article, not only on a repost. */
  readonly adTokensAnywhere: boolean;
  readonly templates: TemplateSet;
  /**
   * The reader's own templates, also such as are wrong: what was typed is kept. A place without one has the standard one.
   */
  readonly ownTemplates: Readonly<Partial<Record<TemplatePlace, string>>>;
  /** Corrections a reader made, a line each, none twice. */
  readonly rules: readonly string[];
  /** Pieces that were hidden are counted, by kind alone. */
  readonly count: boolean;
  /** These settings are kept in step with the reader's other devices, by way of the browser's own sync storage. */
  readonly sync: boolean;
  /** The corrections too. They hold addresses of pages, so nobody's go along unasked. */
  readonly syncRules: boolean;
  readonly remember: RememberChoice;
  /** The most articles that are remembered; the oldest go first. */
  readonly rememberMost: number;
}

export const VERSION = 1;

export const DEFAULTS: Settings = {
  version: VERSION,
  defaultMode: 'auto',
  sites: {},
  kinds: {},
  badge: true,
  notice: true,
  look: 'system',
  textSize: 'normal',
  pictures: true,
  search: null,
  adTokensAnywhere: true,
  templates: 'standard',
  ownTemplates: {},
  rules: [],
  count: true,
  sync: true,
  syncRules: false,
  remember: 'ask',
  rememberMost: 10_000,
};

/** An https address with `%s`, not in its host, so that what is searched for cannot choose where it goes. */
export const searchSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(2000),
  v.check((text) => {
    if (!text.includes('%s')) return false;
    const url = toUrl(text.replaceAll('%s', 'x'));
    const other = toUrl(text.replaceAll('%s', 'y'));
    return url?.protocol === 'https:' && !url.username && url.origin === other?.origin;
  }, 'not an https address with %s'),
);

/** With more, things get slow: docs/measurements.md has what each article costs. */
export const MAX_REMEMBERED_ARTICLES = 100_000;

/** So that each fits an item of the browser's sync storage. In UTF-16 units. */
export const MAX_TEMPLATE_CHARS = 2000;

/** Lines, and no other signs that nobody sees. */
export const isTemplate = (text: unknown): text is string =>
  typeof text === 'string' && text.length <= MAX_TEMPLATE_CHARS && !/[^\P{Cc}\n\t]/u.test(text);

type Field = v.GenericSchema<unknown, unknown>;

/** One schema for each top-level key. */
export const FIELDS: { readonly [Key in keyof Settings]: Field } = {
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  defaultMode: v.picklist(DEFAULT_MODES),
  sites: v.record(v.string(), v.unknown()),
  kinds: v.record(v.string(), v.unknown()),
  badge: v.boolean(),
  notice: v.boolean(),
  look: v.picklist(LOOKS),
  textSize: v.picklist(TEXT_SIZES),
  pictures: v.boolean(),
  search: v.nullable(searchSchema),
  adTokensAnywhere: v.boolean(),
  templates: v.picklist(TEMPLATE_SETS),
  ownTemplates: v.record(v.string(), v.unknown()),
  rules: v.array(v.unknown()),
  count: v.boolean(),
  sync: v.boolean(),
  syncRules: v.boolean(),
  remember: v.picklist(REMEMBER_CHOICES),
  rememberMost: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_REMEMBERED_ARTICLES)),
};

export type EntryCheck = (key: string, value: unknown) => boolean;

/** Keys whose value is a record. Each entry is checked by itself, without a schema: there may be thousands of Areas. */
export const ENTRIES: Partial<Record<keyof Settings, EntryCheck>> = {
  sites: (area, value) => isArea(area) && MODES.includes(value as Mode),
  // Only the form of the name: the engine knows which kinds there are.
  kinds: (kind, value) => /^[a-z]+(-[a-z]+)*$/.test(kind) && typeof value === 'boolean',
  ownTemplates: (place, text) => TEMPLATE_PLACES.includes(place as TemplatePlace) && isTemplate(text),
};

export interface LineCheck {
  readonly accepts: (line: string) => boolean;
  /** Lines beyond this number are not kept. */
  readonly most: number;
}

/** Keys whose value is a list of lines, none twice. Each line is checked by itself. */
export const LINES: Partial<Record<keyof Settings, LineCheck>> = {
  rules: { accepts: isRule, most: 5000 },
};

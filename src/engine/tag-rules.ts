import type { BlockKind } from './types.ts';

/** What the reader does with an element. */
export type TagTreatment = 'box' | 'loose' | 'skip' | 'media' | 'break' | 'link' | 'control' | 'slot' | 'inline';

const TREATMENTS: Readonly<Record<Exclude<TagTreatment, 'inline'>, string>> = {
  box: `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup p plaintext pre
    search section summary table tbody td tfoot th thead tr ul xmp`,
  // A box or part of a sentence, depending on where they stand.
  loose: 'ins del',
  skip: `area base colgroup col datalist head input link map meta noembed noframes noscript param rp rt script select
    source style template textarea title track`,
  media: 'audio canvas embed frame iframe img object svg video',
  break: 'br',
  link: 'a',
  control: 'button',
  slot: 'slot',
};
const KIND_TAGS: Partial<Record<BlockKind, string>> = {
  heading: 'h1 h2 h3 h4 h5 h6',
  item: 'li dt dd',
  caption: 'figcaption caption',
  quote: 'blockquote',
  code: 'pre listing xmp',
  cell: 'td th',
};

/** Elements that can have a shadow root, beside custom ones. */
const SHADOW_HOST_TAGS = /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** What the tables above say about a tag. */
export interface TagRule {
  readonly treatment: TagTreatment;
  readonly kind: BlockKind | null;
  readonly isHost: boolean;
}

const INLINE: TagRule = { treatment: 'inline', kind: null, isHost: false };
/** A custom element is what its author makes of it. */
const CUSTOM: TagRule = { treatment: 'loose', kind: null, isHost: true };
const TAG_RULES = new Map<string, TagRule>([['span', { ...INLINE, isHost: true }]]);
const split = (tags: string) => tags.split(/\s+/);
for (const [treatment, tags] of Object.entries(TREATMENTS))
  for (const tag of split(tags))
    TAG_RULES.set(tag, { treatment: treatment as TagTreatment, kind: null, isHost: SHADOW_HOST_TAGS.test(tag) });
for (const [kind, tags] of Object.entries(KIND_TAGS))
  for (const tag of split(tags)) TAG_RULES.set(tag, { ...(TAG_RULES.get(tag) ?? INLINE), kind: kind as BlockKind });

/** How an element with this lower-case tag is read. */
export const tagRule = (tag: string): TagRule => TAG_RULES.get(tag) ?? (tag.includes('-') ? CUSTOM : INLINE);

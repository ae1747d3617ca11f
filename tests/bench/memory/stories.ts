/** Made-up articles in each of the interface's languages, what copying does to them, and what only looks like a copy. */
import { shuffled } from '../summary/random.ts';
import type { Tongue } from './tongues.ts';

/** Numbers between 0 and 1. */
type Random = () => number;

/** Sentences of words; a paragraph is three or four of them. */
export type Story = readonly (readonly string[])[];

const VOCABULARY = 4000;
/** A share of a text's words are small ones. */
const SMALL = 0.4;
/** A share of a story's other words are about its event. */
const ABOUT = 0.35;

/** What happened: the words that every report of it is full of, and what was said, which all of them quote. */
export interface Event {
  readonly words: readonly string[];
  readonly quotes: Story;
}

/** Writes stories in one language. */
export class Author {
  readonly tongue: Tongue;
  readonly #random: Random;
  readonly #words: readonly string[];

  constructor(tongue: Tongue, random: Random) {
    this.tongue = tongue;
    this.#random = random;
    const words = new Set<string>();
    while (words.size < VOCABULARY) {
      const syllables = tongue.space === '' ? 2 : 2 + Math.floor(random() * 2.5);
      words.add(Array.from({ length: syllables }, () => this.#one(tongue.syllables)).join(''));
    }
    this.#words = [...words];
  }

  #one<T>(of: readonly T[]): T {
    return of[Math.floor(this.#random() * of.length)] as T;
  }

  /** Common words come often, most seldom: the word of rank r comes in proportion to 1 / r (Zipf). */
  #word(): string {
    const rank = Math.floor(this.#words.length ** this.#random()) - 1;
    return this.#words[rank] as string;
  }

  #sentence(event: readonly string[]): string[] {
    const length = 8 + Math.floor(this.#random() * 13);
    return Array.from({ length }, () => {
      if (this.#random() < SMALL) return this.#one(this.tongue.small);
      return event.length > 0 && this.#random() < ABOUT ? this.#one(event) : this.#word();
    });
  }

  /** @param count sentences */
  story(count: number, about: readonly string[] = []): Story {
    return Array.from({ length: count }, () => this.#sentence(about));
  }

  event(): Event {
    const words = Array.from({ length: 25 }, () => this.#word());
    return { words, quotes: this.story(5, words) };
  }

  /** A report of an event, which quotes what was said there: a sixth of it, or less. */
  report(event: Event, count: number): Story {
    const quoted = shuffled(event.quotes, this.#random).slice(0, Math.min(event.quotes.length, Math.floor(count / 6)));
    return shuffled([...this.story(count - quoted.length, event.words), ...quoted], this.#random);
  }

  /** Another word in the place of one in so many. */
  withSynonyms(story: Story, share: number): Story {
    return story.map((sentence) => sentence.map((word) => (this.#random() < share ? this.#word() : word)));
  }

  text(story: Story): string {
    const { space, comma, stop } = this.tongue;
    return story
      .map((sentence, at) => {
        const half = sentence.length >> 1;
        const words = `${sentence.slice(0, half).join(space)}${comma}${sentence.slice(half).join(space)}${stop}`;
        return at % 4 === 3 ? `${words}\n` : words;
      })
      .join('');
  }
}

/** What a copying tool leaves in a text, in whatever language it is. */
const LITTER = [
  '[ad_1]',
  '[ad_2]\nSource link',
  'Share this: Click to share on Facebook (Opens in new window)',
  'Advertisement',
  'Story continues below',
  'Read more: sign up for our newsletter',
];

export interface Copying {
  readonly author: Author;
  readonly random: Random;
  /** The site's own words, which stand around each of its articles. */
  readonly header: Story;
  readonly footer: Story;
}

/** What is done to an article on its way to another site. */
export const COPIES: Readonly<Record<string, (story: Story, copying: Copying) => string>> = {
  'whole, with litter': (story, { author, random }) =>
    shuffled([author.text(story), ...LITTER.map((line) => `\n${line}\n`)], random).join(''),
  'cut to a half': (story, { author }) => author.text(story.slice(0, Math.ceil(story.length / 2))),
  'sentences in another order': (story, { author, random }) => author.text(shuffled(story, random)),
  'one sentence in five dropped': (story, { author }) => author.text(story.filter((_, at) => at % 5 !== 2)),
  'one word in ten replaced': (story, { author }) => author.text(author.withSynonyms(story, 0.1)),
  'header and footer added': (story, { author, header, footer }) => author.text([...header, ...story, ...footer]),
  'a fifth dropped, a word in twenty replaced, framed': (story, { author, header, footer }) =>
    author.text([
      ...header,
      ...author.withSynonyms(
        story.filter((_, at) => at % 5 !== 2),
        0.05,
      ),
      ...footer,
    ]),
};

/**
 * A text as long, of which a share of the words is the story's, by whole sentences and no less, and the rest others', one
 * among the other.
 */
export function sharing(story: Story, share: number, { author, random }: Copying, about: readonly string[]): string {
  const needed = share * story.reduce((sum, { length }) => sum + length, 0);
  const kept = new Set<number>();
  let words = 0;
  for (const at of shuffled([...story.keys()], random)) {
    if (words >= needed) break;
    kept.add(at);
    words += story[at]?.length ?? 0;
  }
  return author.text(story.map((sentence, at) => (kept.has(at) ? sentence : (author.story(1, about)[0] ?? []))));
}

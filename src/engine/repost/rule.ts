import type { Signal } from '../types.ts';
import type { LinkOut, Scene } from './scene.ts';

/** Where a Signal says the article came from. At least one of `url`, `via`, `publisher` is set. */
export interface Naming {
  readonly url?: URL | null;
  readonly via?: string | null;
  readonly publisher?: string | null;
  readonly link?: Element;
}

/** What a Signal saw. */
export interface Sighting {
  /** A quote from the page. */
  readonly quote: string;
  /** Where it stands, if it can be seen. */
  readonly node?: Node | null | undefined;
  readonly names?: Naming;
}

/** One Signal: one file. */
export interface Rule {
  /** Name of the file. */
  readonly id: string;
  /** For a repost where it says nothing. */
  readonly direction?: Signal['direction'];
  /** @param named what the Signals before it in the list named, in order */
  find(scene: Scene, named: readonly Naming[]): Sighting | null;
}

/** A link out, as the place that the article came from. */
export const linked = (quote: string, link: LinkOut, publisher?: string | null): Sighting => {
  const { url, via, element } = link;
  return { quote, node: element, names: { url, via, publisher: publisher || null, link: element } };
};

import type { PageBox } from './page-box.ts';
import type { Block, BlockKind } from './types.ts';

const STOPS = /[.!?…。！？｡۔؟।॥։።]/g;
const COMMAS = /[,;:，、；：،؛]/g;
const count = (text: string, marks: RegExp) => text.match(marks)?.length ?? 0;

/** A {@link Block}, as it was read. */
export class PageBlock implements Block {
  readonly index: number;
  readonly kind: BlockKind;
  readonly box: PageBox;
  readonly nodes: readonly Text[];
  readonly text: string;
  readonly length: number;
  readonly linkLength: number;
  readonly links: readonly HTMLAnchorElement[];
  #stops = -1;
  #commas = -1;

  constructor(
    index: number,
    box: PageBox,
    kind: BlockKind,
    text: string,
    nodes: readonly Text[],
    links: readonly HTMLAnchorElement[],
    linkLength: number,
  ) {
    this.index = index;
    this.box = box;
    this.kind = kind;
    this.text = text;
    this.length = text.length;
    this.nodes = nodes;
    this.links = links;
    this.linkLength = linkLength;
  }

  get stops(): number {
    if (this.#stops < 0) this.#stops = count(this.text, STOPS);
    return this.#stops;
  }

  get commas(): number {
    if (this.#commas < 0) this.#commas = count(this.text, COMMAS);
    return this.#commas;
  }
}

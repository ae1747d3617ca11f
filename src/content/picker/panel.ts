import type { PickPurpose } from '../../messages.ts';
import { counted, direction, word } from './words.ts';

export interface Presses {
  readonly level: (index: number) => void;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** What the panel says of the piece that is pointed at. */
export interface Pointed {
  readonly level: number;
  readonly levels: number;
  /** How many pieces the rule would be about; 0: the piece cannot be chosen. */
  readonly matches: number;
  /** The article is in it. */
  readonly isWhole: boolean;
}

const TITLES = { hide: 'menu_hide_this', article: 'popup_choose_article' } as const;

/** The panel that a reader presses and reads while pointing. */
export class Panel {
  /** Where the panel stands: as large as what is seen of the page. */
  readonly stage: HTMLElement;
  readonly panel: HTMLElement;
  readonly #says: HTMLElement;
  readonly #slider: HTMLInputElement;
  readonly #confirm: HTMLButtonElement;
  readonly #what: PickPurpose;
  #isAbove = false;
  /** The reader moved it: it stays there until something else is pointed at. */
  #staysPut = false;

  constructor(document: Document, what: PickPurpose, presses: Presses) {
    const make = <K extends keyof HTMLElementTagNameMap>(
      tag: K,
      text: string,
      ...inner: HTMLElement[]
    ): HTMLElementTagNameMap[K] => {
      const element = document.createElement(tag);
      element.append(text, ...inner);
      return element;
    };
    const button = (text: string, press: () => void, name = '') => {
      const made = make('button', text);
      made.type = 'button';
      made.className = name;
      made.addEventListener('click', press);
      return made;
    };
    const move = button('\u2195\uFE0E', () => {
      this.#staysPut = true;
      this.standAbove(!this.#isAbove);
    });
    move.title = word('picker_move');
    move.setAttribute('aria-label', move.title);
    const title = word(TITLES[what]);
    const root = document.documentElement;
    root.lang = word('language_tag');
    root.dir = direction();
    document.title = title;
    this.#what = what;
    this.#says = make('p', word('picker_how'));
    this.#says.setAttribute('role', 'status');
    this.#slider = make('input', '');
    this.#slider.type = 'range';
    this.#slider.min = '0';
    this.#slider.value = '0';
    this.#slider.disabled = true;
    this.#slider.addEventListener('input', () => presses.level(this.#slider.valueAsNumber));
    this.#confirm = button(title, presses.confirm, 'main');
    this.#confirm.disabled = true;
    const buttons = make('div', '', button(word('picker_cancel'), presses.cancel), this.#confirm);
    buttons.className = 'buttons';
    const extent = make('label', '', make('span', word('picker_narrower')), this.#slider);
    extent.append(make('span', word('picker_wider')));
    const head = make('div', '', make('h1', title), move);
    head.className = 'head';
    this.panel = make('div', '', head, this.#says, extent, buttons);
    this.panel.className = 'panel';
    this.panel.tabIndex = -1;
    this.panel.setAttribute('role', 'dialog');
    this.panel.setAttribute('aria-label', title);
    this.stage = make('div', '', this.panel);
    this.stage.className = 'stage';
  }

  show({ level, levels, matches, isWhole }: Pointed): void {
    this.#staysPut = false;
    this.#slider.disabled = levels < 2;
    this.#slider.max = String(levels - 1);
    this.#slider.valueAsNumber = level;
    this.#confirm.disabled = matches === 0;
    const barred = this.#what === 'hide' && isWhole ? 'picker_holds_article' : 'picker_not_found_again';
    const says = matches === 0 ? word(barred) : counted('picker_matches', matches);
    if (this.#says.textContent !== says) this.#says.textContent = says;
  }

  /** The next control that can be pressed, round and round: beside the panel is the page, which is to hear no key. */
  focusNext(backwards: boolean): void {
    const controls = [...this.panel.querySelectorAll<HTMLElement>('button:enabled, input:enabled')];
    const { activeElement } = this.panel.ownerDocument;
    const at = controls.indexOf(activeElement as HTMLElement);
    controls.at(backwards ? Math.max(at, 0) - 1 : (at + 1) % controls.length)?.focus();
  }

  /** Keeps to what is seen of the page, at its own size however far the reader zoomed in, and away from the piece. */
  place(piece: DOMRect | null): void {
    const { offsetLeft, offsetTop, width, height, scale } = visualViewport ?? NO_ZOOM();
    const { style } = this.stage;
    style.transform = `translate(${offsetLeft}px, ${offsetTop}px) scale(${1 / scale})`;
    style.width = `${width * scale}px`;
    style.height = `${height * scale}px`;
    if (!piece || this.#staysPut) return;
    const needed = this.panel.offsetHeight / scale + 24;
    const isFree = (above: boolean) =>
      above ? piece.top > offsetTop + needed : piece.bottom < offsetTop + height - needed;
    if (!isFree(this.#isAbove) && isFree(!this.#isAbove)) this.standAbove(!this.#isAbove);
  }

  /** At the window's upper end instead of the lower, which may hold what is to be pointed at. */
  standAbove(above: boolean): void {
    this.#isAbove = above;
    this.stage.classList.toggle('above', above);
  }
}

const NO_ZOOM = () => ({ offsetLeft: 0, offsetTop: 0, width: innerWidth, height: innerHeight, scale: 1 });

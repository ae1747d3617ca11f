import { attribute } from './dom.ts';

/** How styles set an element inside a line. */
export interface InlineStyle {
  /** It takes no room in sight: only a screen reader has its words. */
  readonly isUnseen: boolean;
  /** Line breaks in its text are line breaks. */
  readonly keepsLines: boolean;
  /** It stands on a line of its own. */
  readonly isLine: boolean;
}

/** Answers how an element is set. What style sheets say takes a browser, so that comes from outside. */
export type StyleProbe = (element: Element) => InlineStyle;

/** A box of this size, or a cut to it, is out of sight. Pixels. */
const MAX_UNSEEN_PX = 1;
/** Moved further than this, an element is off the screen. Pixels. */
const MIN_OFF_SCREEN_PX = 900;
const NUMBERS = /-?\d+(?:\.\d+)?/g;
const CUT_TO_NOTHING = /^(?:inset\((?:50|100)%|circle\(0|polygon\(0)/;
const LINE_DISPLAY = /^(?:block|flex|grid|table|list-item|flow-root)$/;

/** How an element is set, by the values of its properties; `''` where one has none. */
export function inlineStyleOf(value: (property: string) => string): InlineStyle {
  const isAtMost = (property: string) => Number.parseFloat(value(property)) <= MAX_UNSEEN_PX;
  const isTiny = isAtMost('width') && isAtMost('height') && /hidden|clip/.test(value('overflow'));
  const clip = value('clip');
  const isCut =
    CUT_TO_NOTHING.test(value('clip-path')) ||
    (clip.startsWith('rect(') && (clip.match(NUMBERS) ?? ['9']).every((size) => Number(size) <= MAX_UNSEEN_PX));
  const isFarOff = ['left', 'top', 'text-indent'].some((side) => Number.parseFloat(value(side)) <= -MIN_OFF_SCREEN_PX);
  const isLifted = /^(?:absolute|fixed)$/.test(value('position'));
  return {
    isUnseen:
      value('display') === 'none' ||
      /^(?:hidden|collapse)$/.test(value('visibility')) ||
      isTiny ||
      (isLifted && (isCut || isFarOff || value('opacity') === '0')),
    keepsLines: /^(?:pre|break-spaces)/.test(value('white-space')),
    isLine: LINE_DISPLAY.test(value('display')),
  };
}

/** What an element's own `style` says. */
export const ownStyle: StyleProbe = (element) => {
  const declared = new Map<string, string>();
  for (const declaration of (attribute(element, 'style') ?? '').toLowerCase().split(';')) {
    const [property = '', value = ''] = declaration.split(':');
    declared.set(property.trim(), value.replace('!important', '').trim());
  }
  return inlineStyleOf((property) => declared.get(property) ?? '');
};

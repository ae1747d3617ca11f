/** Emoji that a page draws as pictures: signs of its text. */
import { attribute, findAll } from './dom.ts';

const EMOJI = /^[\p{Extended_Pictographic}\p{Emoji_Component}]{1,16}$/u;
/** Figures alone are parts of emoji too. */
const HAS_PICTURE = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const EMOJI_WORDS = /(?:^|[\s_-])(?:emoji|smiley|smilies)(?:$|[\s_-])/;
/** The longest sign in letters: `:shrug:`. */
const MAX_SIGN_CHARS = 12;

/** A sign with its place. */
export interface PictureSign {
  readonly element: Element;
  readonly text: string;
}

/** The signs right inside of an element or of what is in its lines, in order. */
export const signsIn = (element: Element): PictureSign[] =>
  findAll(element, 'img[alt]').flatMap((img): PictureSign | never[] => {
    const text = (attribute(img, 'alt') ?? '').trim();
    const isCalled = EMOJI_WORDS.test((attribute(img, 'class') ?? '').toLowerCase());
    const isSign =
      (EMOJI.test(text) && HAS_PICTURE.test(text)) || (isCalled && text !== '' && text.length <= MAX_SIGN_CHARS);
    return isSign ? { element: img, text } : [];
  });

import { findFirst } from '../dom.ts';
import type { Box } from '../types.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { formsOutside, withHeading } from './grow.ts';
import { part } from './words.ts';

/** Newsletter forms, app and follow-us boxes. */
export default { kind: 'newsletter', find } satisfies Kind;

const WORDS = part(
  /newsletter\w*|nl-?(?:form|box)|subscri(?:be|ption)\w*|sign-?up\w*|mailing-?list|mailchimp\w*|mc4wp\w*|mc[_-]embed\w*|convertkit\w*|formkit\w*|opt-?in\w*|email-?(?:capture|form)|mailpoet\w*|follow-?(?:us|box|buttons?)|app-?(?:promo|download|banner|store)|get-?(?:the|our)-app|boletin|infolettre|rundbrief|bulten|push-?(?:prompt|notification\w*)/,
);
const LONGEST = 900;

function* find(context: Context): Iterable<Found> {
  const { phrases, lines, isFree } = context;
  const belongs = (text: string) => phrases.is('newsletter', text);
  const boxes = context.regions(WORDS).filter((box) => box.length < LONGEST);
  for (const box of [...boxes, ...formsOutside(context, boxes).filter((form) => isSignUp(context, form))])
    yield { boxes: [box], lines: withHeading(context, box, belongs) };
  for (const line of lines) {
    const said = line.text.length < 240 && line.block.kind !== 'heading' && isFree(line);
    if (said && phrases.begins('newsletter', line.text)) yield { lines: [line] };
  }
}

/** A short form in the article's column that asks for an e-mail address and nothing much else. */
function isSignUp(context: Context, box: Box): boolean {
  if (box.length > LONGEST || context.place(box) === 'elsewhere' || context.holdsArticle(box)) return false;
  const { element } = box;
  return (
    findFirst(element, 'input[type=email],input[name*=email i]') !== null &&
    findFirst(element, 'textarea,[type=password],[type=search],[type=file]') === null
  );
}

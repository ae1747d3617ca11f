import type { Box } from '../types.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { withHeading } from './grow.ts';

/** Newsletter forms, app and follow-us boxes. */
export default { kind: 'newsletter', find } satisfies Kind;

const WORDS =
  /(?:^|[\s_-])(?:newsletter\w*|nl-?(?:signup|form|box)|subscribe\w*|subscription\w*|sign-?up\w*|mailing-?list|mailchimp\w*|mc4wp\w*|mc_embed\w*|mc-embedded\w*|convertkit\w*|formkit\w*|opt-?in\w*|optin\w*|email-?(?:signup|capture|form|subscribe)|mailpoet\w*|jetpack_subscription\w*|wp-block-jetpack-subscriptions\w*|follow-?(?:us|box|buttons?)|app-?(?:promo|download|banner|store)|get-?(?:the|our)-app|boletin|infolettre|rundbrief|bulten|kg-signup\w*|push-?(?:prompt|notification\w*))(?:$|[\s_-])/;
const LONGEST = 900;

function find(context: Context): Found[] {
  const { page, phrases, lines, isFree } = context;
  const belongs = (text: string) => phrases.is('newsletter', text);
  const boxes = context.regions(WORDS).filter((box) => box.length < LONGEST);
  const inside = (box: Box) => boxes.some((outer) => outer.index <= box.index && box.index < outer.endBox);
  for (const box of page.boxes)
    if (box.tag === 'form' && !box.hidden && !inside(box) && isSignUp(context, box)) boxes.push(box);
  const found: Found[] = boxes.map((box) => ({ boxes: [box], lines: withHeading(context, box, belongs) }));
  const said = lines
    .filter((line) => line.text.length < 240 && line.block.kind !== 'heading' && !inside(line.block.box))
    .filter((line) => phrases.begins('newsletter', line.text) !== null && isFree(line));
  return [...found, ...said.map((line) => ({ lines: [line] }))];
}

/** A short form in the article's column that asks for an e-mail address and nothing much else. */
function isSignUp(context: Context, box: Box): boolean {
  if (box.length > LONGEST || context.place(box) === 'elsewhere' || context.holdsArticle(box)) return false;
  const { element } = box;
  return (
    element.querySelector('input[type=email],input[name*=email i]') !== null &&
    element.querySelector('textarea,[type=password],[type=search],[type=file]') === null
  );
}

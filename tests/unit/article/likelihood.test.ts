import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { analyze } from '../../../src/engine/analyse.ts';
import { articleLikelihood } from '../../../src/engine/article/likelihood.ts';

const TEXT = [
  'The reservoir above Elm Cross was drained in May, for the first time since it was filled, and the road to the old village came up out of the mud.',
  'It had been under water for sixty-one years, and the walls on both sides of it were still as high as a child, which surprised the engineers.',
  'Four people who were born there walked down to the bridge on the first dry day, and one of them took a stone from the doorstep of the school.',
  'The water is to come back in November, once the valves in the tower have been replaced, and the road will be gone again for as long as they last.',
];
const NAVIGATION = ['Weather and tides', 'All letters to the editor', 'Small advertisements'];
const URL_ = 'https://elmcross.example/news/reservoir';

function pageWith(main: string) {
  const links = NAVIGATION.map((text, at) => `<li><a href="/${at}">${text}</a></li>`).join('');
  const html = `<title>The road under the reservoir</title><nav><ul>${links}</ul></nav><main><h1>The road under the reservoir</h1>${main}</main>`;
  const { page, article } = analyze(new JSDOM(html, { url: URL_ }).window.document, URL_);
  if (!article) throw new Error('no article');
  return (start: string) => {
    const block = page.blocks.find(({ text }) => text.startsWith(start));
    if (!block) throw new Error(`no ${start}`);
    return articleLikelihood(article, block);
  };
}

it('tells paragraphs from navigation', () => {
  const likelihoodOf = pageWith(TEXT.map((text) => `<p>${text}</p>`).join(''));
  for (const text of TEXT) expect(likelihoodOf(text)).toBeGreaterThan(0.9);
  for (const text of NAVIGATION) expect(likelihoodOf(text)).toBeLessThan(0.1);
});

it('speaks for a paragraph amid the text, whatever it is called', () => {
  const likelihoodOf = pageWith(
    TEXT.map((text, at) => `<p${at === 1 ? ' class="newsletter-note"' : ''}>${text}</p>`).join(''),
  );
  expect(likelihoodOf(TEXT[1] as string)).toBeGreaterThan(0.3);
});

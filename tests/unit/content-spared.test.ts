// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SparedPieces } from '../../src/content/spared.ts';
import type { HiddenPiece } from '../../src/content/types.ts';

const PAGE =
  '<article id="post"><h1>Boats return</h1><p id="p">The boats came back.</p></article>' +
  '<section id="comments"><p id="said">So do I</p><form id="form"><input id="name"><textarea id="text"></textarea></form></section>' +
  '<a name="others"></a><aside id="other">Other posts</aside>';
const by = (id: string) => document.getElementById(id) as HTMLElement;
const piece = (id: string): HiddenPiece => ({ kind: 'related', text: '', elements: [by(id)], spans: [] });

/** Adds an element to another. */
function add(id: string, html: string): HTMLElement {
  by(id).insertAdjacentHTML('beforeend', html);
  return by(id).lastElementChild as HTMLElement;
}
/** A component with a field that somebody has typed into, within as many components. */
function component(id: string, ...inside: string[]): void {
  let at = add(id, '<x-y></x-y>');
  for (const html of inside) {
    at.attachShadow({ mode: 'open' }).innerHTML = html;
    at = at.shadowRoot?.firstElementChild as HTMLElement;
  }
  Object.assign(at, { value: 'half a comment' });
}
function frame(id: string, designMode: string, text: string): void {
  const inner = (add(id, '<iframe></iframe>') as HTMLIFrameElement).contentDocument as Document;
  Object.assign(inner, { designMode });
  inner.body.textContent = text;
}

let stopping = new AbortController();
beforeEach(() => {
  document.body.innerHTML = PAGE;
  stopping = new AbortController();
  // jsdom knows neither, and throws.
  const matches = Element.prototype.matches;
  vi.spyOn(Element.prototype, 'closest').mockImplementation(function (this: Element, selector: string) {
    if (selector.startsWith(':modal')) return null;
    for (let at: Element | null = this; at; at = at.parentElement) if (matches.call(at, selector)) return at;
    return null;
  });
  const all = Element.prototype.querySelectorAll;
  vi.spyOn(Element.prototype, 'querySelectorAll').mockImplementation(function (this: Element, selector: string) {
    return all.call(this, selector.startsWith(':modal') ? 'dialog[open]' : selector);
  });
  vi.useFakeTimers();
});
afterEach(() => {
  stopping.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
  history.replaceState(null, '', location.pathname);
  document.documentElement.removeAttribute('style');
});

function spared() {
  const changed = vi.fn();
  const pieces = new SparedPieces(document, changed, () => true);
  pieces.listen(stopping.signal);
  const hides = (id: string, isHidden = false) => pieces.without([piece(id)], () => isHidden, by('p')).length === 1;
  return { hides, changed };
}
const fire = (target: EventTarget, type: string) => target.dispatchEvent(new Event(type, { bubbles: true }));

describe('a piece stays in view', () => {
  test('while it has the focus, and until the focus has settled elsewhere', () => {
    const { hides, changed } = spared();
    by('text').focus();
    expect(hides('form')).toBe(false);
    expect(hides('other')).toBe(true);
    expect(hides('form')).toBe(false);
    by('text').blur();
    fire(by('text'), 'focusout');
    expect(changed).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(hides('form')).toBe(true);
  });

  test('as long as a pointer is down', () => {
    const { hides, changed } = spared();
    fire(by('said'), 'pointerdown');
    expect(hides('other')).toBe(false);
    fire(by('said'), 'pointerup');
    vi.runAllTimers();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(hides('other')).toBe(true);
  });

  test.each([
    ['typed', () => Object.assign(by('text'), { value: 'half a comment' })],
    ['ticked', () => Object.assign(by('name'), { type: 'checkbox', checked: true })],
    ['written into an editor', () => by('form').insertAdjacentHTML('beforeend', '<div contenteditable>half</div>')],
    ['pasted', () => by('form').insertAdjacentHTML('beforeend', '<div contenteditable><img></div>')],
    ['chosen', () => Object.assign(add('form', '<select><option>a<option>b</select>'), { selectedIndex: 1 })],
    ['written into a component', () => component('form', '<textarea></textarea>')],
    ['written into a component’s component', () => component('form', '<x-y></x-y>', '<textarea></textarea>')],
    ['written into a frame', () => frame('form', 'on', 'half')],
    ['written outside it', () => Object.assign(add('post', '<input form="form">'), { value: 'half' })],
  ])('once something was %s in its form', (_, act) => {
    const { hides } = spared();
    expect(hides('form')).toBe(true);
    act();
    expect(hides('form')).toBe(false);
    expect(hides('form', true)).toBe(false);
    // Of one form, no part goes.
    by('form').insertAdjacentHTML('beforeend', '<p id="part"><input></p>');
    expect(hides('part')).toBe(false);
    expect(hides('said')).toBe(true);
  });

  test('not for a choice, a frame, a component or a button that came as it is', () => {
    const { hides } = spared();
    add('form', '<button value="send">Send</button>');
    add('form', '<select><option>a<option selected>b</select>');
    add('form', '<select></select>');
    frame('form', 'off', 'A player');
    frame('form', 'on', ' ');
    add('form', '<x-y></x-y>').attachShadow({ mode: 'open' }).innerHTML = '<textarea>Answer:</textarea>';
    expect(hides('form')).toBe(true);
  });

  test('when it lies over a page that cannot be scrolled, be it hidden already', () => {
    const { hides } = spared();
    by('other').style.position = 'fixed';
    by('post').style.position = 'fixed';
    expect(hides('other', true)).toBe(true);
    document.documentElement.style.overflowY = 'hidden';
    expect(hides('other', true)).toBe(false);
    expect(hides('said', true)).toBe(true);
    // What holds the article is the page itself.
    by('post').append(by('said'));
    expect(hides('said', true)).toBe(true);
  });

  test.each([
    ['the article is inert', () => by('post').setAttribute('inert', '')],
    ['nothing of the page can be clicked', () => document.body.style.setProperty('pointer-events', 'none')],
  ])('when it lies over a page of which %s', (_, lock) => {
    const { hides } = spared();
    by('other').style.position = 'fixed';
    expect(hides('other', true)).toBe(true);
    lock();
    expect(hides('other', true)).toBe(false);
    expect(hides('said', true)).toBe(true);
    document.body.removeAttribute('style');
  });

  test('while somebody can edit it', () => {
    const { hides } = spared();
    Object.defineProperty(by('other'), 'isContentEditable', { value: true });
    expect(hides('other', true)).toBe(false);
    expect(hides('said', true)).toBe(true);
  });

  test('when it is opened over the page, and again when it is closed', () => {
    const { hides, changed } = spared();
    by('other').setAttribute('popover', '');
    fire(by('other'), 'toggle');
    expect(changed).toHaveBeenCalledTimes(1);
    fire(by('said'), 'toggle');
    expect(changed).toHaveBeenCalledTimes(1);
    expect(hides('other', true)).toBe(true);
  });

  test('when it holds an open dialogue', () => {
    const { hides } = spared();
    by('other').innerHTML = '<dialog open>Sign up</dialog>';
    expect(hides('other', true)).toBe(false);
  });
});

describe('what was asked for is shown', () => {
  test.each([
    ['#comments', 'said', false],
    ['#said', 'said', false],
    ['#text', 'form', false],
    ['#others', 'other', false],
    ['#others', 'said', true],
    ['#post', 'said', true],
    ['#%E0%A4%A', 'said', true],
    ['', 'said', true],
  ])('at the address %s, %s is hidden: %s', (hash, id, isHidden) => {
    history.replaceState(null, '', `${location.pathname}${hash}`);
    expect(spared().hides(id, true)).toBe(isHidden);
  });

  test('a place that holds the article is the page itself', () => {
    document.body.innerHTML = `<main id="main">${PAGE}</main>`;
    history.replaceState(null, '', '#main');
    expect(spared().hides('said')).toBe(true);
  });

  test('when a link on the page leads there, and no other link', () => {
    const { hides, changed } = spared();
    by('p').innerHTML =
      '<a id="away" href="/elsewhere#comments">x</a><a id="there" href="#comments"><b>3 comments</b></a>';
    fire(by('away'), 'click');
    expect(hides('said')).toBe(true);
    expect(changed).not.toHaveBeenCalled();
    fire(by('there').firstElementChild as Element, 'click');
    expect(changed).toHaveBeenCalledTimes(1);
    expect(hides('said')).toBe(false);
  });

  test.each([
    ['<label for="text"><b>Your words</b></label>', 'form'],
    ['<button aria-controls="tab comments">2 comments</button>', 'said'],
    ['<a href="#" data-bs-target="#comments">2 comments</a>', 'said'],
    ['<button commandfor="other" aria-controls="none">More</button>', 'other'],
  ])('when %s is clicked', (control, id) => {
    const { hides, changed } = spared();
    add('p', control);
    expect(hides(id)).toBe(true);
    const clicked = by('p').lastElementChild as Element;
    fire(clicked.firstElementChild ?? clicked, 'click');
    expect(changed).toHaveBeenCalledTimes(1);
    expect(hides(id)).toBe(false);
    fire(clicked, 'click');
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test('when the address changes to it', () => {
    const { hides, changed } = spared();
    history.replaceState(null, '', '#comments');
    document.defaultView?.dispatchEvent(new Event('hashchange'));
    expect(changed).toHaveBeenCalledTimes(1);
    expect(hides('said')).toBe(false);
  });
});

/**
 * Runs before everything else in a page: makes chance the same every time, and keeps what the page's scripts see: the
 * texts when the framework begins and when it has begun, and every change from then on.
 */
(() => {
  let seed = 1;
  Math.random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const log = { texts: [], changes: [] };
  const shadows = () => [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const texts = (root) => {
    const all = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) all.push(walker.currentNode.data);
    return all;
  };
  const names = (nodes) => [...nodes].map((node) => node.data ?? node.localName).join(' ');
  const changeOf = ({ type, target, oldValue, attributeName, removedNodes, addedNodes }) => {
    if (type === 'characterData') return `"${oldValue}" now "${target.data}"`;
    if (type === 'childList') return `${target.localName}: -${names(removedNodes)} +${names(addedNodes)}`;
    // What Clean Copy has of its own.
    return /^data-[a-z]{6,12}$/.test(attributeName) ? [] : `${target.localName} ${attributeName}`;
  };
  let lastChange = 0;
  const observer = new MutationObserver((records) => {
    lastChange = performance.now();
    log.changes.push(...records.flatMap(changeOf));
  });
  const EVERYTHING = {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
    characterDataOldValue: true,
  };
  Object.assign(window, {
    log,
    find: (css) => [document, ...shadows()].map((root) => root.querySelector(css)).find(Boolean) ?? null,
    snapshot: () => ({
      html: [document.documentElement.outerHTML, ...shadows().map((root) => root.innerHTML)].join('\n'),
      texts: [document, ...shadows()].flatMap(texts),
      address: location.pathname,
      entries: history.length,
    }),
    /** Milliseconds. */
    quietFor: () => performance.now() - lastChange,
    note: (when) => {
      log.texts.push(when, ...texts(document.querySelector('#story')));
      observer.observe(document, EVERYTHING);
    },
  });
})();

/** Writes plain text to the clipboard, on any page. @returns whether it worked */
export const writeToClipboard = (text: string): Promise<boolean> =>
  // Not there on a page that came by http, and forbidden on one that says so.
  Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
    () => true,
    () => copyByCommand(text),
  );

/** As the browser's own "Copy" does, with other words than those that are selected. The page does not hear of it. */
function copyByCommand(text: string): boolean {
  let isGiven = false;
  const give = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    isGiven = event.clipboardData !== null;
  };
  window.addEventListener('copy', give, true);
  try {
    return document.execCommand('copy') && isGiven;
  } finally {
    window.removeEventListener('copy', give, true);
  }
}

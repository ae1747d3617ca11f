import { hydrate } from 'svelte';
import Page from './Page.svelte';

export async function render(story) {
  const server = await import('svelte/server');
  return server.render(Page, { props: { story } }).body;
}

export function start(target, story) {
  hydrate(Page, { target, props: { story } });
}

import { hydrate } from 'preact';
import { Page } from './components.jsx';

export async function render(story) {
  const { renderToString } = await import('preact-render-to-string');
  return renderToString(<Page story={story} />);
}

export function start(root, story) {
  hydrate(<Page story={story} />, root);
}

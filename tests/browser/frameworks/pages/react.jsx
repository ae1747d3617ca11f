import { hydrateRoot } from 'react-dom/client';
import { Page } from './components.jsx';

export async function render(story) {
  const { renderToString } = await import('react-dom/server');
  return renderToString(<Page story={story} />);
}

export function start(root, story) {
  hydrateRoot(root, <Page story={story} />);
}

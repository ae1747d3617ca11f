import { useEffect, useState } from 'preact/hooks';
import type { PopupView } from './model.ts';

/** Milliseconds. */
const SHOWN = 4000;

/** Passing news, seen and read aloud. Lies over the page's end, so that nothing moves. */
export function News({ news }: Pick<PopupView, 'news'>) {
  const [gone, setGone] = useState(0);
  useEffect(() => {
    const timer = setTimeout(setGone, SHOWN, news?.number ?? 0);
    return () => clearTimeout(timer);
  }, [news?.number]);
  const shown = news && news.number !== gone;
  return (
    <div class="news" role="status">
      {shown && <p key={news.number}>{news.text}</p>}
    </div>
  );
}

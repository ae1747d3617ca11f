/** The page as a component, for React and for Preact: which of them `react` is, the bundle says. */
import { useEffect, useState } from 'react';

const viewOf = () => (location.pathname.endsWith('/more') ? 'more' : 'story');

function Article({ story, lead, list }) {
  return (
    <article>
      <p id="lead">{story.leads[lead]}</p>
      <div id="opening">
        {story.opening[0]}
        <br />
        {story.opening[1]}
      </div>
      {story.paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <ul id="list">
        {list.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {story.source && (
        <p>
          <a href={story.source.href}>{story.source.words} </a>
        </p>
      )}
    </article>
  );
}

export function Page({ story }) {
  const [lead, setLead] = useState(0);
  const [list, setList] = useState(story.list);
  const [view, setView] = useState('story');
  useEffect(() => {
    const follow = () => setView(viewOf());
    addEventListener('popstate', follow);
    window.isStarted = true;
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = () => {
    history.pushState(null, '', '/more');
    setView('more');
  };
  return (
    <>
      <h1>{story.headline}</h1>
      <p className="byline">
        by <a href="/author/admin/">admin</a>
      </p>
      <div id="view">{view}</div>
      {view === 'story' ? (
        <Article story={story} lead={lead} list={list} />
      ) : (
        <section>
          {story.more.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      )}
      <div>
        <button type="button" id="change" onClick={() => setLead((lead + 1) % story.leads.length)}>
          Change
        </button>
        <button type="button" id="relist" onClick={() => setList([...list].reverse())}>
          Turn round
        </button>
        <button type="button" id="go" onClick={go}>
          More
        </button>
      </div>
    </>
  );
}

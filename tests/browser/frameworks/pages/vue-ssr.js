import { createSSRApp, Fragment, h, onMounted, ref } from 'vue';

const Page = {
  props: ['story'],
  setup({ story }) {
    const lead = ref(0);
    const list = ref(story.list);
    const view = ref('story');
    onMounted(() => {
      addEventListener('popstate', () => {
        view.value = location.pathname.endsWith('/more') ? 'more' : 'story';
      });
      window.isStarted = true;
    });
    const change = () => {
      lead.value = (lead.value + 1) % story.leads.length;
    };
    const turn = () => {
      list.value = [...list.value].reverse();
    };
    const go = () => {
      history.pushState(null, '', '/more');
      view.value = 'more';
    };
    const article = () =>
      h('article', [
        h('p', { id: 'lead' }, story.leads[lead.value]),
        h('div', { id: 'opening' }, [story.opening[0], h('br'), story.opening[1]]),
        story.paragraphs.map((text) => h('p', { key: text }, text)),
        h(
          'ul',
          { id: 'list' },
          list.value.map((text) => h('li', { key: text }, text)),
        ),
        story.source ? h('p', h('a', { href: story.source.href }, `${story.source.words} `)) : null,
      ]);
    const more = () =>
      h(
        'section',
        story.more.map((text) => h('p', text)),
      );
    return () =>
      h(Fragment, [
        h('h1', story.headline),
        h('p', { class: 'byline' }, ['by ', h('a', { href: '/author/admin/' }, 'admin')]),
        h('div', { id: 'view' }, view.value),
        view.value === 'story' ? article() : more(),
        h('div', [
          h('button', { id: 'change', onClick: change }, 'Change'),
          h('button', { id: 'relist', onClick: turn }, 'Turn round'),
          h('button', { id: 'go', onClick: go }, 'More'),
        ]),
      ]);
  },
};

export async function render(story) {
  const { renderToString } = await import('vue/server-renderer');
  return renderToString(createSSRApp(Page, { story }));
}

export function start(root, story) {
  createSSRApp(Page, { story }).mount(root);
}

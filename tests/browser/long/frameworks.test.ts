/** Pages of real frameworks work with us as they do without us. The table: `npm run bench -- frameworks`. */
import { beforeAll, describe, expect, test } from 'vitest';
import { compare, SITES_OFF, STORY_NAMES } from '../frameworks/compare.ts';
import { FRAMEWORKS } from '../frameworks/frameworks.ts';
import { applySettings } from '../page-helpers.ts';
import { describeEachBrowser } from '../rig.ts';

const NOTHING = { console: [], texts: [], dom: [], behavior: [], seen: [], restored: [] };
const NAMES_ATTRIBUTE = [expect.stringContaining('some attributes of the server rendered HTML')];

describeEachBrowser('frameworks', (rig) => {
  beforeAll(() => applySettings(rig(), { sites: SITES_OFF }));

  describe.each(FRAMEWORKS)('$name', (framework) => {
    test.each(STORY_NAMES)('%s', async (story) => {
      const { differences, litter } = await compare(rig(), framework, story);
      const console = framework.namesAttribute && story === 'repost' ? NAMES_ATTRIBUTE : [];
      expect(differences).toEqual({ ...NOTHING, console });
      // There was something to hide, or nothing at all.
      expect(litter > 0).toBe(story === 'repost');
    });
  });
});

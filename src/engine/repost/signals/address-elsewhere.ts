import { elsewhere } from '../elsewhere.ts';
import type { Rule } from '../rule.ts';

/** `og:url` names an article of another house. */
export default {
  id: 'address-elsewhere',
  find: (scene) => elsewhere(scene, scene.metadata.openGraphUrl),
} satisfies Rule;

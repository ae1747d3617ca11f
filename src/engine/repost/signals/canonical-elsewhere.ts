import { elsewhere } from '../elsewhere.ts';
import type { Rule } from '../rule.ts';

/** `<link rel=canonical>` names an article of another house. */
export default {
  id: 'canonical-elsewhere',
  find: (scene) => elsewhere(scene, scene.metadata.canonical),
} satisfies Rule;

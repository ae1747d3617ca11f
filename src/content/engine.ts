/**
 * The engine. A file of its own, which comes to the pages that are looked at and to no others: of most pages a glance
 * says that there is nothing to look for, and what is not read costs them nothing.
 */
import { analysing } from '../engine/analyse.ts';

const engine = { analysing };
export type Engine = typeof engine;

/** In the isolated world, where no page sees it. */
(globalThis as { cleanCopyEngine?: Engine }).cleanCopyEngine ??= engine;

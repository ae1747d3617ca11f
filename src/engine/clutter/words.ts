/** Matches a class or an id that has one of these words between its hyphens, underscores and spaces. */
export const part = ({ source }: RegExp): RegExp => new RegExp(`(?:^|[\\s_-])(?:${source})(?:$|[\\s_-])`);

/** Matches a class or an id that is one of these words. */
export const whole = ({ source }: RegExp): RegExp => new RegExp(`(?:^|\\s)(?:${source})(?:$|\\s)`);

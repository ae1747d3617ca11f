/** How the layer looks, in colours of its own: it must be seen over any page. */

const COLOURS = `
:root { --piece: #b4531f; --back: #fff; --raised: #f4f5f6; --line: #868e98; --text: #1b1d21; --soft: #5a616b; --accent: #0b6e66; --on-accent: #fff }
:root.dark { --back: #1f1f24; --raised: #2a2a31; --line: #777c89; --text: #ececf0; --soft: #a9adb8; --accent: #4fd1c0; --on-accent: #06201d }
:root { background: none; font: 16px/1.4 system-ui, sans-serif; color: var(--text) }
body { margin: 0 }
button { font: inherit; color: inherit; min-block-size: 2.25rem; padding: .25rem .875rem; border: 1px solid var(--line); border-radius: 8px; background: var(--raised); cursor: pointer }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600 }
button:disabled { opacity: .5; cursor: default }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
@media (pointer: coarse) { button { min-block-size: 2.75rem } }
@media (forced-colors: active) { .outline { border-color: Highlight; forced-color-adjust: none } }
`;

export const PICKER = `${COLOURS}
:root, body { block-size: 100%; overflow: hidden; cursor: crosshair; user-select: none; -webkit-user-select: none }
.outline { position: fixed; inset: 0 auto auto 0; box-sizing: border-box; border: 2px dashed var(--piece); background: color-mix(in srgb, var(--piece) 14%, transparent); box-shadow: 0 0 0 1px #fff; pointer-events: none; border-radius: 3px }
.outline.picked { border: 3px solid var(--piece); background: color-mix(in srgb, var(--piece) 28%, transparent) }
.stage { position: fixed; inset: 0 auto auto 0; transform-origin: 0 0; display: flex; flex-direction: column; justify-content: end; pointer-events: none }
.stage.above { justify-content: start }
.panel { pointer-events: auto; cursor: auto; box-sizing: border-box; margin: .75rem auto; inline-size: min(34rem, 100% - 1.5rem); max-block-size: 60%; overflow: auto; padding: .75rem 1rem; display: grid; gap: .5rem; background: var(--back); border: 1px solid var(--line); border-radius: 12px; box-shadow: 0 4px 24px #0006 }
.panel:focus { outline: none }
.head { display: flex; justify-content: space-between; align-items: center; gap: .5rem }
.head button { min-inline-size: 2.25rem; padding: 0 }
h1 { margin: 0; font-size: 1rem; font-weight: 650 }
p { margin: 0; color: var(--soft); font-size: .875rem }
label { display: grid; grid-template-columns: auto 1fr auto; gap: .5rem; align-items: center; font-size: .875rem; color: var(--soft) }
input { accent-color: var(--accent); min-block-size: 2rem; inline-size: 100%; margin: 0 }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; justify-content: end }
@media (pointer: coarse) { input { min-block-size: 2.75rem } .head button { min-inline-size: 2.75rem } }
`;

export const NOTICE = `${COLOURS}
:root, body { block-size: 100%; overflow: hidden }
.notice { position: fixed; inset: auto 0 1rem; margin-inline: auto; box-sizing: border-box; inline-size: fit-content; max-inline-size: calc(100% - 2rem); padding-block: .5rem; padding-inline: 1rem .5rem; min-block-size: 3.25rem; display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; background: var(--back); border: 1px solid var(--line); border-radius: 12px; box-shadow: 0 2px 12px #0006 }
p { margin: 0 }
button { color: var(--accent); font-weight: 600 }
`;

export const OFFERS = `${COLOURS}
:root, body { block-size: 100%; overflow: hidden }
button { position: fixed; inset: 0 auto auto 0; font-size: .8125rem; min-block-size: 1.75rem; padding: 0 .625rem; background: var(--back); white-space: nowrap }
@media (pointer: coarse) { button { min-block-size: 2.75rem } }
`;

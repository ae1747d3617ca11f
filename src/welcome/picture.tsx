import { t } from '../locales/t.ts';

/** Lines of text, as a drawing has them: from where, how far down, how long. */
function Lines({ x, y, lengths }: { x: number; y: number; lengths: readonly number[] }) {
  return (
    <>
      {lengths.map((length, index) => (
        <rect key={y + index * 11} class="text" x={x} y={y + index * 11} width={length} height="5" rx="2.5" />
      ))}
    </>
  );
}

function Sheet({ x, children }: { x: number; children?: preact.ComponentChildren }) {
  return (
    <g transform={`translate(${x} 0)`}>
      <rect class="sheet" x="1" y="1" width="218" height="238" rx="8" />
      <rect class="headline" x="18" y="20" width="150" height="10" rx="3" />
      {children}
    </g>
  );
}

/** A copied page before and after. A drawing, so that it follows the look and needs no words of any language. */
export function Picture() {
  return (
    <svg class="picture" viewBox="0 0 520 240" role="img" aria-label={t('welcome_picture')}>
      <Sheet x={0}>
        <text class="litter" x="18" y="50">
          [ad_1]
        </text>
        <Lines x={18} y={62} lengths={[184, 176, 184, 120]} />
        <text class="litter" x="18" y="124">
          [ad_2]
        </text>
        <rect class="litter-box" x="18" y="136" width="64" height="10" rx="3" />
        <rect class="litter-box" x="18" y="158" width="184" height="40" rx="4" />
        <rect class="litter-box" x="18" y="206" width="60" height="14" rx="4" />
      </Sheet>
      <path class="arrow" d="M244 120 H276 M266 110 L276 120 L266 130" />
      <Sheet x={300}>
        <Lines x={18} y={44} lengths={[184, 176, 184, 120]} />
        <Lines x={18} y={98} lengths={[180, 184, 168, 184, 90]} />
        <rect class="source" x="18" y="168" width="184" height="52" rx="6" />
        <rect class="source-mark" x="18" y="168" width="5" height="52" rx="2.5" />
        <rect class="text" x="34" y="182" width="120" height="5" rx="2.5" />
        <rect class="source-button" x="34" y="196" width="64" height="14" rx="4" />
      </Sheet>
    </svg>
  );
}

import { Fragment } from 'preact';
import { toUnicode } from 'punycode/';

/** A host in its own script: `bücher.example` of `xn--bcher-kva.example`. */
export function inOwnScript(host: string): string {
  try {
    return toUnicode(host);
  } catch {
    return host;
  }
}

/** May break after its dots, and elsewhere only where a part is longer than the line. */
const Breakable = ({ host }: { host: string }) => (
  <>
    {host.split('.').map((part, index) => (
      <Fragment key={index}>
        {index > 0 && '.'}
        {index > 0 && <wbr />}
        {part}
      </Fragment>
    ))}
  </>
);

/** A host's name. One of another script stands in that script, and beside it as the web writes it, so that nobody is fooled. */
export function HostName({ host }: { host: string }) {
  const own = inOwnScript(host);
  return (
    <span class="host">
      <bdi dir="ltr">
        <Breakable host={own} />
      </bdi>
      {own !== host && (
        <>
          {' '}
          <bdi dir="ltr" class="note">
            <Breakable host={host} />
          </bdi>
        </>
      )}
    </span>
  );
}

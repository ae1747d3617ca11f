import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULTS, MAX_TEMPLATE_CHARS, MODES, type Settings } from '../../src/settings/schema.ts';
import { type Item, itemsOf, type Value, withItems } from '../../src/settings/sync/items.ts';
import {
  type DeviceLogs,
  forget,
  join,
  type LedgerEntries,
  type LedgerEntry,
  note,
  toPublish,
} from '../../src/settings/sync/ledger.ts';
import { deviceOf, entriesOf, pack, QUOTA, unpack } from '../../src/settings/sync/pack.ts';

/** Of a reader who shares everything that can be shared. */
const SHARING: Settings = { ...DEFAULTS, syncRules: true };
const changed = (...items: [Item, Value][]) => withItems(SHARING, new Map(items));

describe('items', () => {
  it('hold what is shared, and what each device has for itself is not among them', () => {
    const settings: Settings = {
      ...SHARING,
      sites: { 'a.test': 'off' },
      kinds: { share: false },
      rules: ['one', 'two/three'],
      look: 'dark',
      ownTemplates: { text: '{{title}}\n' },
    };
    const items = itemsOf(settings);
    expect([...items].sort()).toEqual([
      ['adTokensAnywhere', true],
      ['badge', true],
      ['defaultMode', 'auto'],
      ['kinds/share', false],
      ['look', 'dark'],
      ['notice', true],
      ['ownTemplates/text', '{{title}}\n'],
      ['pictures', true],
      ['rules/one', true],
      ['rules/two/three', true],
      ['search', null],
      ['sites/a.test', 'off'],
      ['templates', 'standard'],
      ['textSize', 'normal'],
    ]);
    expect(withItems(SHARING, items)).toEqual(settings);
    const unasked = itemsOf({ ...settings, syncRules: false });
    expect([...unasked.keys()].filter((item) => item.startsWith('rules/'))).toEqual([]);
  });

  it('that settings cannot take change nothing', () => {
    const items: [Item, Value][] = [
      ['look', 'pink'],
      ['look/dark', true],
      ['sites', 'off'],
      ['sites/B.test', 'off'],
      ['sites/a.test', 'sometimes'],
      ['rules/', true],
      ['rules/x', 'x'],
      ['kinds/share', 1],
      ['remember', 'on'],
      ['templates', 'mine'],
      ['ownTemplates/body', '{{content}}'],
      ['ownTemplates/text', 'x'.repeat(2001)],
      ['constructor', 1],
      ['sites/c.test', null],
    ];
    expect(changed(...items)).toBe(SHARING);
    expect(changed(['sites/__proto__', 'off']).sites).toEqual(JSON.parse('{"__proto__":"off"}'));
  });
});

/** The browser's sync storage as one device sees it: each key arrives by itself, in any order, the last state only. */
class Device {
  settings: Settings = SHARING;
  ledger: LedgerEntries = new Map();
  readonly seen = new Map<string, LedgerEntries>();
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }

  logs(): DeviceLogs {
    const logs = new Map<string, LedgerEntries>();
    for (const [key, entries] of this.seen) {
      const device = key.split('.')[0] ?? '';
      logs.set(device, new Map([...(logs.get(device) ?? []), ...entries]));
    }
    return logs;
  }

  /** As the background does it; parts of two entries each. */
  step(cloud: Map<string, LedgerEntries>, now: number): boolean {
    const before = this.settings;
    const [joined, next] = join(note(this.ledger, before, now), before, this.logs());
    [this.ledger, this.settings] = [forget(joined, this.logs(), now), next];
    const own = toPublish(this.ledger, this.logs(), this.name).sort(([a], [b]) => (a < b ? -1 : 1));
    const parts = new Map<string, LedgerEntries>();
    for (let i = 0; i < own.length; i += 2) parts.set(`${this.name}.${i / 2}`, new Map(own.slice(i, i + 2)));
    const text = (map: Map<string, LedgerEntries>) =>
      JSON.stringify([...map].filter(([key]) => key.startsWith(this.name)).map(([key, all]) => [key, ...all]));
    const isNew = text(cloud) !== text(parts);
    for (const key of [...cloud.keys()]) if (key.startsWith(this.name)) cloud.delete(key);
    for (const [key, entries] of parts) cloud.set(key, entries);
    for (const key of [...this.seen.keys()]) if (key.startsWith(this.name)) this.seen.delete(key);
    for (const [key, entries] of parts) this.seen.set(key, entries);
    return isNew || before !== next;
  }

  hear(cloud: Map<string, LedgerEntries>, key: string): void {
    if (key.startsWith(this.name)) return;
    const entries = cloud.get(key);
    if (entries) this.seen.set(key, entries);
    else this.seen.delete(key);
  }
}

const item = fc.constantFrom(
  'sites/a.test',
  'sites/b.a.test',
  'sites/c.test',
  'kinds/share',
  'rules/x',
  'look',
  'badge',
);
const valuesOf = (of: Item) => {
  const values: Readonly<Record<string, readonly Value[]>> = {
    sites: [...MODES, null],
    kinds: [true, false, null],
    rules: [true, null],
    look: ['system', 'light', 'dark'],
    badge: [true, false],
  };
  return fc.constantFrom(...(values[of.split('/')[0] ?? ''] ?? []));
};
const event = fc.oneof(
  fc.record({
    what: fc.constant('change' as const),
    who: fc.nat(2),
    change: item.chain((of) => valuesOf(of).map((value) => [of, value] as const)),
  }),
  fc.record({ what: fc.constant('step' as const), who: fc.nat(2) }),
  fc.record({ what: fc.constant('hear' as const), who: fc.nat(2), which: fc.nat(20) }),
  fc.record({ what: fc.constant('wait' as const) }),
);

/** Everybody hears everything, until nothing moves any more. */
function settle(devices: readonly Device[], cloud: Map<string, LedgerEntries>, now: number): void {
  for (let round = 0; round < 20; round++) {
    const moved = devices.map((device) => {
      for (const key of new Set([...cloud.keys(), ...device.seen.keys()])) device.hear(cloud, key);
      return device.step(cloud, now);
    });
    if (!moved.includes(true)) return;
  }
  throw new Error('it never comes to rest');
}

const asSets = (settings: Settings) => new Map([...itemsOf(settings)].sort(([a], [b]) => (a < b ? -1 : 1)));

describe('devices', () => {
  it('that change different Sites at once both keep their change', () => {
    const [here, there] = [new Device('here'), new Device('there')];
    const cloud = new Map<string, LedgerEntries>();
    here.settings = changed(['sites/a.test', 'off'], ['look', 'dark']);
    there.settings = changed(['sites/b.test', 'always'], ['rules/x', true]);
    // Neither has heard of the other when it publishes.
    here.step(cloud, 100);
    there.step(cloud, 100);
    settle([here, there], cloud, 101);
    for (const { settings } of [here, there])
      expect(settings).toMatchObject({
        sites: { 'a.test': 'off', 'b.test': 'always' },
        look: 'dark',
        rules: ['x'],
      });
  });

  it('come to the same, whatever happens in which order, and lose no item that one alone has changed', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const devices = ['a', 'b', 'c'].map((name) => new Device(name));
        const cloud = new Map<string, LedgerEntries>();
        const changers = new Map<Item, Set<number>>();
        let now = 1000;
        for (const happening of events) {
          if (happening.what === 'wait') {
            now += 5;
            continue;
          }
          const device = devices[happening.who];
          if (!device) continue;
          if (happening.what === 'change') {
            const [of, value] = happening.change;
            device.settings = withItems(device.settings, new Map([[of, value]]));
            changers.set(of, (changers.get(of) ?? new Set()).add(happening.who));
          } else if (happening.what === 'step') device.step(cloud, now);
          else device.hear(cloud, [...cloud.keys()][happening.which] ?? '');
        }
        const before = devices.map(({ settings }) => itemsOf(settings));
        settle(devices, cloud, now);
        const [first, ...others] = devices.map(({ settings }) => asSets(settings));
        for (const other of others) expect(other).toEqual(first);
        for (const [of, who] of changers) {
          const [only] = who;
          if (who.size === 1 && only !== undefined) expect(first?.get(of) ?? null).toBe(before[only]?.get(of) ?? null);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('publish nothing twice, so that a newcomer takes everything and adds nothing', () => {
    const [here, there] = [new Device('here'), new Device('there')];
    const cloud = new Map<string, LedgerEntries>();
    here.settings = changed(['sites/a.test', 'off'], ['sites/b.test', 'off']);
    settle([here, there], cloud, 100);
    expect(there.settings).toEqual(here.settings);
    expect([...cloud.keys()].every((key) => key.startsWith('here'))).toBe(true);
    there.settings = withItems(there.settings, new Map([['sites/a.test', null]]));
    settle([here, there], cloud, 200);
    expect(here.settings.sites).toEqual({ 'b.test': 'off' });
    const all = [...cloud.values()].flatMap((entries) => [...entries.keys()]).sort();
    expect(all).toEqual(['sites/a.test', 'sites/b.test']);
  });

  it('bring everything back when the sync storage was emptied', () => {
    const [here, there] = [new Device('here'), new Device('there')];
    const cloud = new Map<string, LedgerEntries>();
    here.settings = changed(['sites/a.test', 'off']);
    settle([here, there], cloud, 100);
    cloud.clear();
    settle([here, there], cloud, 200);
    expect(here.settings.sites).toEqual({ 'a.test': 'off' });
    expect([...cloud.values()].flatMap((entries) => [...entries])).toEqual([['sites/a.test', ['off', 100]]]);
  });

  it('with a clock that goes wrong do not stop the others from changing their mind', () => {
    const [here, there] = [new Device('here'), new Device('there')];
    const cloud = new Map<string, LedgerEntries>();
    here.settings = changed(['look', 'dark']);
    here.step(cloud, 5_000_000_000);
    settle([here, there], cloud, 100);
    there.settings = withItems(there.settings, new Map([['look', 'light']]));
    there.step(cloud, 200);
    settle([here, there], cloud, 201);
    expect(here.settings.look).toBe('light');
  });

  it('leave alone what another version publishes, and what does not fit', () => {
    const logs: DeviceLogs = new Map([
      [
        'other',
        new Map<Item, LedgerEntry>([
          ['look', ['pink', 50]],
          ['shape', ['round', 50]],
          ['sites/a.test', ['off', 50]],
        ]),
      ],
    ]);
    const [ledger, settings] = join(new Map(), DEFAULTS, logs);
    expect(settings).toEqual({ ...DEFAULTS, sites: { 'a.test': 'off' } });
    expect([...ledger.keys()]).toEqual(['sites/a.test']);
    const full: Settings = { ...SHARING, rules: Array.from({ length: 5000 }, (_, i) => `rule ${i}`) };
    const [after] = join(
      new Map(),
      full,
      new Map([['other', new Map<Item, LedgerEntry>([['rules/more', [true, 50]]])]]),
    );
    expect(after.size).toBe(0);
  });

  it('forget what was taken away a year ago, unless somebody may bring it back', () => {
    const ledger = new Map<Item, LedgerEntry>([
      ['sites/a.test', [null, 100]],
      ['sites/b.test', [null, 100]],
      ['sites/c.test', ['off', 100]],
    ]);
    const logs: DeviceLogs = new Map([['old', new Map<Item, LedgerEntry>([['sites/b.test', ['off', 50]]])]]);
    expect([...forget(ledger, logs, 200).keys()]).toHaveLength(3);
    expect([...forget(ledger, logs, 100 + 366 * 86_400).keys()]).toEqual(['sites/b.test', 'sites/c.test']);
  });
});

const WORDS =
  'river stone daily north field herald amber quiet lantern market harbour copper valley signal meadow'.split(' ');
/** Names as sites have them, all different. */
const manySites = (count: number): [Item, LedgerEntry][] =>
  Array.from({ length: count }, (_, i) => {
    const [a, b, c] = [WORDS[i % 15], WORDS[Math.floor(i / 15) % 15], WORDS[Math.floor(i / 225) % 15]];
    return [`sites/${a}${b}-${c}${i}.test`, [MODES[i % 3] ?? 'off', 1_790_000_000 + ((i * 7919) % 9_000_000)]];
  });

const bytesOf = (stored: Readonly<Record<string, string>>) =>
  Object.entries(stored).map(([key, value]) => Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(value)));

describe('packing', () => {
  it('is undone by unpacking, part by part', async () => {
    const entries = [...manySites(3000), ['rules/«§» 规则 <b>', [true, 5]] as [Item, LedgerEntry]];
    const { parts, left } = await pack(entries, 'here', {});
    expect(left).toBe(0);
    expect((await unpack(Object.fromEntries(parts))).logs.get('here')).toEqual(new Map(entries));
    const [first] = parts;
    const some = (await unpack(Object.fromEntries(first ? [first] : []))).logs.get('here');
    expect(some?.size).toBeGreaterThan(0);
    for (const [key, entry] of some ?? []) expect(new Map(entries).get(key)).toEqual(entry);
  });

  it('fits thousands of Sites into the quotas', async () => {
    const { parts, left } = await pack(manySites(5000), 'here', {});
    expect(left).toBe(0);
    const sizes = bytesOf(Object.fromEntries(parts));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(QUOTA.item);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(QUOTA.all);
  });

  it('fits the largest template, whatever it is written in, into one part', async () => {
    let seed = 1;
    const sign = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(0x4e00 + (seed % 20_000));
    };
    const template = Array.from({ length: MAX_TEMPLATE_CHARS }, sign).join('');
    const { parts, left } = await pack([['ownTemplates/text', [template, 1_790_000_000]]], 'here', {});
    expect([parts.size, left]).toEqual([1, 0]);
    expect(bytesOf(Object.fromEntries(parts))[0]).toBeLessThanOrEqual(QUOTA.item);
  });

  it('leaves out the least wanted when there is no room, and counts it', async () => {
    const theirs = Object.fromEntries((await pack(manySites(2000), 'there', {})).parts);
    const entries = manySites(20_000);
    const { parts, left } = await pack(entries, 'here', theirs);
    const sizes = [...bytesOf(Object.fromEntries(parts)), ...bytesOf(theirs)];
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(QUOTA.all);
    expect(left).toBeGreaterThan(0);
    const kept = (await unpack(Object.fromEntries(parts))).logs.get('here');
    expect(kept).toEqual(new Map(entries.slice(0, entries.length - left)));
    // There is not much more room than that.
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(QUOTA.all * 0.85);
    const full = { x: 'x'.repeat(QUOTA.all) };
    expect(await pack(entries, 'here', full)).toEqual({ parts: new Map(), left: entries.length });
  });

  it('bears any rubbish', async () => {
    const good = (await pack(manySites(3), 'here', {})).parts;
    const stored = {
      'log.there.0': 'rubbish',
      'log.there.1': 7,
      other: 1,
      'log.x.y': 'z',
      ...Object.fromEntries(good),
    };
    const { logs, unread } = await unpack(stored);
    expect([...logs.keys()]).toEqual(['here']);
    expect(unread).toBe(2);
    expect(['log.here.0', 'log.Here.0', 'log.here', 'here'].map(deviceOf)).toEqual(['here', null, null, null]);
    fc.assert(
      fc.property(fc.anything(), (list) => {
        for (const [, [, stamp]] of entriesOf(list)) expect(Number.isInteger(stamp)).toBe(true);
      }),
    );
    expect(entriesOf([['a', {}, 1], ['b', 1, -1], ['c', 1, 2], [], 5, ['d', 1, 1e12]])).toEqual(
      new Map([['c', [1, 2]]]),
    );
  });
});

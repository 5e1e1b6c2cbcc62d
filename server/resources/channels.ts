/** Channels out of the application: set up, tested and removed by the administrator. Secrets come in and never out. */
import type { Problem } from "../../engine/model/problem.ts";
import type { Person } from "../access/actor.ts";
import { mayDo, scopeOf } from "../access/may-do.ts";
import type { Container } from "../container.ts";
import type * as wire from "../contract/types.ts";
import { channelKinds, isChannelKind, type Channel, type ChannelSettings } from "../external/notify/channel.ts";
import { checkSettings } from "../external/notify/check-settings.ts";
import { channels as table } from "../external/notify/index.ts";
import { closeSettings, openSettings } from "../external/notify/open-settings.ts";
import type { Handlers } from "../http/call.ts";
import { answer, notFound, refuse, refuseWith, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { cityOf } from "../jobs/plan-deliveries.ts";
import { channelsOf, findChannel, removeChannel, saveChannel, type ChannelRow } from "../store/channels.ts";
import type { Tx } from "../store/index.ts";
import { personNames } from "../store/people.ts";
import { sendTest } from "./channel-test.ts";

interface Place {
  readonly street: string;
  readonly channel: Channel;
}

/** Undefined when the street is not the person's or there is no such channel: not found then. */
function placeOf(container: Container, person: Person, params: { street: string; kind: string }): Place | undefined {
  const { tree } = container.catalogue;
  const isMine = scopeOf(person, tree).streets.includes(params.street);
  return isMine && isChannelKind(params.kind) ? { street: params.street, channel: table[params.kind] } : undefined;
}

/** Out: a refusal when the person may not configure this street's channels. */
function refusalAt({ catalogue }: Container, person: Person, street: string): Outcome<never> | undefined {
  const isAllowed = mayDo(person, "delivery.configure", { path: catalogue.tree.path(street) });
  return isAllowed ? undefined : refuseWith("ACTION_NOT_ALLOWED");
}

function fieldsOf(channel: Channel, settings: ChannelSettings): wire.ChannelField[] {
  return channel.fields.map(({ name, title, help, isSecret, isRequired, value }) => ({
    ...{ name, title: { ...title }, help: { ...help }, secret: isSecret, required: isRequired, kind: value },
    set: (settings[name] ?? "") !== "",
    ...(isSecret ? {} : { value: settings[name] ?? "" }),
  }));
}

async function shown(
  container: Container,
  { street, channel }: Place,
  row: ChannelRow | undefined,
): Promise<wire.Channel> {
  const { catalogue, secret, store } = container;
  const opened = row === undefined ? undefined : openSettings(secret, row);
  const isReadable = opened === undefined || opened.ok;
  const plain = row === undefined ? {} : (JSON.parse(row.open_settings) as ChannelSettings);
  const isInherited = row !== undefined && row.street_id !== street;
  const names = row === undefined ? undefined : await personNames(store.read, [row.changed_by]);
  return {
    ...{ kind: channel.kind, street, streetTitle: { ...catalogue.unitTitle(street) }, title: { ...channel.title } },
    ...{ on: row?.is_on === 1, isSetUp: row !== undefined, inherited: isInherited, readable: isReadable },
    revision: isInherited ? 0 : (row?.revision ?? 0),
    ...(row === undefined
      ? {}
      : { changedAt: new Date(row.changed_at).toISOString(), changedBy: names?.get(row.changed_by) ?? "" }),
    fields: fieldsOf(channel, isInherited ? {} : opened?.ok === true ? opened.settings : plain),
  };
}

const unknownSettings = (channel: Channel, settings: ChannelSettings): readonly Problem[] =>
  Object.keys(settings)
    .filter((name) => !channel.fields.some((field) => field.name === name))
    .map((name) => problem("CHANNEL_SETTING_UNKNOWN", { name: name.slice(0, 40) }, { path: "/settings" }));

/** A secret that is not sent stays as it was; everything else is as sent. */
function merged(channel: Channel, before: ChannelSettings, sent: ChannelSettings): ChannelSettings {
  const entries = channel.fields.map(({ name, isSecret }) => {
    const given = (sent[name] ?? "").trim();
    return [name, given === "" && isSecret ? (before[name] ?? "") : given] as const;
  });
  return Object.fromEntries(entries);
}

const audit = (container: Container, tx: Tx, person: Person, action: string, { street, channel }: Place) =>
  tx.insert("audit", {
    ...{ street_id: street, id: container.ports.ids.uuid(), at: container.ports.clock.now() },
    ...{ actor: `person:${person.id}`, action, subject: `channel:${channel.kind}`, body: "{}" },
  });

async function save(container: Container, person: Person, place: Place, body: wire.ChannelChange) {
  const { store, secret, net, ports } = container;
  const { street, channel } = place;
  const unknown = unknownSettings(channel, body.settings);
  if (unknown.length > 0) return refuse(...unknown);
  const before = await findChannel(store.read, street, channel.kind);
  const opened = before === undefined ? undefined : openSettings(secret, before);
  const settings = merged(channel, opened?.ok === true ? opened.settings : {}, body.settings);
  const problems = await checkSettings(net, channel, settings);
  if (problems.length > 0) return refuse(...problems);
  const row: ChannelRow = {
    ...{ street_id: street, kind: channel.kind, is_on: body.on ? 1 : 0, revision: body.revision + 1 },
    ...{ ...closeSettings(secret, street, channel, settings), changed_at: ports.clock.now(), changed_by: person.id },
  };
  const isSaved = await store.write(async (tx) => {
    if (!(await saveChannel(tx, row, body.revision))) return false;
    audit(container, tx, person, "channel.save", place);
    return true;
  });
  return isSaved ? answer(await shown(container, place, row)) : changedByOther(container, place);
}

async function changedByOther({ store }: Container, { street, channel }: Place): Promise<Outcome<never>> {
  const row = await findChannel(store.read, street, channel.kind);
  const names = await personNames(store.read, [row?.changed_by ?? ""]);
  const by = names.get(row?.changed_by ?? "") ?? "";
  const at = row === undefined ? null : new Date(row.changed_at).toISOString();
  return { ok: false, problems: [problem("CHANNEL_CHANGED", { by })], details: { by, at } };
}

type Mine = Pick<Handlers, "channels" | "channel.save" | "channel.remove" | "channel.test">;

export function channels(container: Container): Mine {
  const { store, catalogue } = container;
  return {
    channels: async ({ principal, query }) => {
      const street = query.street ?? cityOf(catalogue);
      if (!scopeOf(principal, catalogue.tree).streets.includes(street)) return notFound();
      const [own, city] = await Promise.all([
        channelsOf(store.read, street),
        channelsOf(store.read, cityOf(catalogue)),
      ]);
      const rowOf = (kind: string) => [...own, ...city].find((row) => row.kind === kind);
      return answer(
        await Promise.all(channelKinds.map((kind) => shown(container, { street, channel: table[kind] }, rowOf(kind)))),
      );
    },

    "channel.save": async ({ principal, params, body }) => {
      const place = placeOf(container, principal, params);
      if (place === undefined) return notFound();
      return refusalAt(container, principal, place.street) ?? save(container, principal, place, body);
    },

    "channel.remove": async ({ principal, params }) => {
      const place = placeOf(container, principal, params);
      if (place === undefined) return notFound();
      const refused = refusalAt(container, principal, place.street);
      if (refused !== undefined) return refused;
      const isGone = await store.write(async (tx) => {
        if (!(await removeChannel(tx, place.street, place.channel.kind))) return false;
        audit(container, tx, principal, "channel.remove", place);
        return true;
      });
      return isGone ? answer(undefined) : notFound();
    },

    "channel.test": async ({ principal, params, body }) => {
      const place = placeOf(container, principal, params);
      if (place === undefined) return notFound();
      const refused = refusalAt(container, principal, place.street);
      return refused ?? sendTest(container, principal, place, body.to ?? "");
    },
  };
}

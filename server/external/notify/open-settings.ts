/** The settings of a stored channel, opened and sealed again. */
import { seal, unseal } from "../sealed.ts";
import type { Channel, ChannelSettings } from "./channel.ts";

interface Stored {
  readonly street_id: string;
  readonly kind: string;
  readonly open_settings: string;
  readonly sealed_settings: string;
}

export type OpenedChannel =
  /** `ok: false`: the installation's secret is not the one they were sealed by. */
  { readonly ok: true; readonly settings: ChannelSettings } | { readonly ok: false };

const placeOf = (street: string, kind: string, name: string) => `${street}/${kind}/${name}`;

export function openSettings(secret: string, row: Stored): OpenedChannel {
  const settings: Record<string, string> = { ...(JSON.parse(row.open_settings) as ChannelSettings) };
  for (const [name, sealed] of Object.entries(JSON.parse(row.sealed_settings) as ChannelSettings)) {
    const text = unseal(secret, sealed, placeOf(row.street_id, row.kind, name));
    if (text === undefined) return { ok: false };
    settings[name] = text;
  }
  return { ok: true, settings };
}

/** Parts the settings into the two columns. Empty ones are left out. */
export function closeSettings(secret: string, street: string, channel: Channel, settings: ChannelSettings) {
  const given = channel.fields.filter((field) => (settings[field.name] ?? "") !== "");
  const entry = (name: string) => settings[name] ?? "";
  const open = given.filter((field) => !field.isSecret).map(({ name }) => [name, entry(name)] as const);
  const sealed = given
    .filter((field) => field.isSecret)
    .map(({ name }) => [name, seal(secret, entry(name), placeOf(street, channel.kind, name))] as const);
  return {
    open_settings: JSON.stringify(Object.fromEntries(open)),
    sealed_settings: JSON.stringify(Object.fromEntries(sealed)),
  };
}

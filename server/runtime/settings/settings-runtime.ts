/** What offices may ask about a street's settings. */
import type { Principal } from "../../access/actor.ts";
import type * as wire from "../../contract/types.ts";
import type { Outcome } from "../../http/outcome.ts";
import type { SettingsContext } from "./ground.ts";
import { previewSettings } from "./preview-settings.ts";
import { publishSettings, restoreSettings } from "./publish-settings.ts";
import { readMessages } from "./read-messages.ts";
import { readSettings } from "./read-settings.ts";
import { settingsHistory } from "./settings-history.ts";

export interface SettingsRuntime {
  /** A street's settings with values, origins and chains; undefined outside the person's streets. */
  settings(principal: Principal, street: string): Promise<wire.StreetSettings | undefined>;
  /** Its messages: words, channels, and what the city has; undefined outside the person's streets. */
  streetMessages(principal: Principal, street: string): Promise<wire.StreetMessages | undefined>;
  settingsHistory(principal: Principal, street: string): Promise<readonly wire.SettingsVersion[] | undefined>;
  /** Plays changes through the engine; stores nothing. */
  previewSettings(
    principal: Principal,
    street: string,
    request: wire.SettingsPreviewRequest,
  ): Promise<Outcome<wire.SettingsPreview>>;
  publishSettings(
    principal: Principal,
    street: string,
    body: wire.SettingsPublish,
  ): Promise<Outcome<wire.SettingsPublished>>;
  restoreSettings(
    principal: Principal,
    street: string,
    body: wire.SettingsRestore,
  ): Promise<Outcome<wire.SettingsPublished>>;
}

export const settingsRuntime = (context: SettingsContext): SettingsRuntime => ({
  settings: (principal, street) => readSettings(context, principal, street),
  streetMessages: (principal, street) => readMessages(context, principal, street),
  settingsHistory: (principal, street) => settingsHistory(context, principal, street),
  previewSettings: (principal, street, request) => previewSettings(context, principal, street, request),
  publishSettings: (principal, street, body) => publishSettings(context, principal, street, body),
  restoreSettings: (principal, street, body) => restoreSettings(context, principal, street, body),
});

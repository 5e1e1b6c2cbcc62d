/** A street's own settings: what is set and by whom, what a change would do, publishing it and going back. */
import type { Route } from "../route.ts";

export const settingsRoutes = [
  {
    id: "settings",
    method: "get",
    path: "/streets/:street/settings",
    summary: "What a street may set, what is in force and where it comes from",
    access: "settings.read",
    scope: "street",
    response: "StreetSettings",
  },
  {
    id: "settings.history",
    method: "get",
    path: "/streets/:street/settings/history",
    summary: "Versions of a street's settings, newest first, with what changed in words",
    access: "settings.read",
    scope: "street",
    response: ["SettingsVersion"],
  },
  {
    id: "settings.preview",
    method: "post",
    path: "/streets/:street/settings/preview",
    summary:
      "What changes would do: faults, the chain in sentences, one case played with the test clock; stores nothing",
    access: "settings.read",
    scope: "street",
    body: "SettingsPreviewRequest",
    response: "SettingsPreview",
  },
  {
    id: "settings.publish",
    method: "post",
    path: "/streets/:street/settings",
    summary: "Publish changes as the next version of the street's settings",
    access: "settings.publish",
    scope: "street",
    body: "SettingsPublish",
    response: "SettingsPublished",
    status: 201,
  },
  {
    id: "settings.restore",
    method: "post",
    path: "/streets/:street/settings/restore",
    summary: "Go back to an earlier version, as a new one",
    access: "settings.publish",
    scope: "street",
    body: "SettingsRestore",
    response: "SettingsPublished",
    status: 201,
  },
] as const satisfies readonly Route[];

/** Door of the overlay: files → pack, pack and differentials → what is in force, what is in force → bundle. */
export { bundleOf } from "./bundle.ts";
export type { Parsed } from "./bundle.ts";
export { changeSettings } from "./change-settings.ts";
export type { SettingChange, SettingGround } from "./setting-change.ts";
export { canonicalJson } from "./canonical-json.ts";
export { controlFor } from "./controls.ts";
export { diffOf } from "./diff.ts";
export { kinds } from "./kinds/index.ts";
export type { JsonKind } from "./kinds/index.ts";
export { seriesOf } from "./kinds/parameter.ts";
export { mayStandBelow, mostLevels } from "./kinds/unit-parents.ts";
export { mergeOperations } from "./merge-operations.ts";
export { boundsOf } from "./kinds/parameter-value.ts";
export { knownRecipients, readRecipients } from "./recipients.ts";
export { readPack } from "./read-pack.ts";
export { resolve } from "./resolve.ts";
export { parameterOn, settingItems } from "./setting-items.ts";
export type { SettingItem } from "./setting-items.ts";

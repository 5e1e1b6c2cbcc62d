/** Door of the overlay: files → pack, pack and differentials → what is in force, what is in force → bundle. */
export { bundleOf } from "./bundle.ts";
export type { Parsed } from "./bundle.ts";
export { canonicalJson } from "./canonical-json.ts";
export { diffOf } from "./diff.ts";
export { kinds } from "./kinds/index.ts";
export type { JsonKind } from "./kinds/index.ts";
export { seriesOf } from "./kinds/parameter.ts";
export { readPack } from "./read-pack.ts";
export { resolve } from "./resolve.ts";

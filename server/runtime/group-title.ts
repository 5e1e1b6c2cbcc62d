/** A candidate group in words. */
import type { Title } from "../../engine/model/title.ts";
import type { RuntimeContext } from "./context.ts";

/** "南苑街道城管中队 · 处置人" */
export function groupTitle({ catalogue }: Pick<RuntimeContext, "catalogue">, group: string): Title {
  const [unit = "", role = ""] = group.split("/");
  const [where, who] = [catalogue.unitTitle(unit), catalogue.roleTitle(role)];
  return {
    "zh-CN": `${where["zh-CN"]} · ${who["zh-CN"]}`,
    en: `${where.en ?? where["zh-CN"]} · ${who.en ?? who["zh-CN"]}`,
  };
}

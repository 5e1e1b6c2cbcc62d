/** Units that were merged or closed keep their name wherever the past names them, marked as gone (catalogue SYS-01). */
import type { Title } from "../../engine/model/title.ts";

/** "幸福社区第5网格（已撤并）"; undefined for a unit that never was. */
export function formerTitle(unit: { readonly title: Title } | undefined): Title | undefined {
  if (unit === undefined) return undefined;
  const { "zh-CN": zh, en = zh } = unit.title;
  return { "zh-CN": `${zh}（已撤并）`, en: `${en} (closed)` };
}

/** Names and telephone numbers that belong to nobody: put together by chance, taken from no document. */
import type { Random } from "./random.ts";

const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕".split("");
const first = "建志晓海春秀丽国文永明桂红玉金小新云雪宝德庆家立成思雨".split("");
const second = "华军平英芳强伟敏静涛超霞勇艳杰娟磊洋燕鹏慧刚玲波辉梅健宁".split("");

/** Gives a name that has not been given before. */
export function nameSource(random: Random): () => string {
  const given = new Set<string>();
  return () => {
    for (;;) {
      const short = random.chance(0.25);
      const name = random.pick(surnames) + (short ? "" : random.pick(first)) + random.pick(second);
      if (given.has(name)) continue;
      given.add(name);
      return name;
    }
  };
}

/** A number in the shape of a mobile's, from a block that is not assigned. */
export const phoneNumber = (random: Random): string => `1990000${String(random.int(0, 9999)).padStart(4, "0")}`;

/** Values of settings as people say them, in both languages. */
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import type { Title } from "../../../engine/model/title.ts";
import type { ResolvedPack } from "../../../engine/model/pack.ts";
import { contentOf } from "../street-words.ts";
import type { SettingsContext } from "./ground.ts";

export type Said = { readonly "zh-CN": string; readonly en: string };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const objects = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
export const text = (value: unknown): string => (typeof value === "string" ? value : "");

export function titleOf(value: unknown): Said {
  const zh = isObject(value) ? text(value["zh-CN"]) : "";
  const en = isObject(value) ? text(value["en"]) : "";
  return { "zh-CN": zh, en: en === "" ? zh : en };
}

export function said(title: Title): Said {
  return { "zh-CN": title["zh-CN"], en: title.en ?? title["zh-CN"] };
}

export function both(make: (language: "zh-CN" | "en") => string): Said {
  return { "zh-CN": make("zh-CN"), en: make("en") };
}

/** Words as a pack has them: of what is in force, or of what would be. */
export class SettingWords {
  readonly #context: SettingsContext;
  readonly #pack: ResolvedPack;
  constructor(context: SettingsContext, pack: ResolvedPack) {
    this.#context = context;
    this.#pack = pack;
  }

  /** A street's own codes stand in a vocabulary of its own beside the city's; an unknown code is said as it is. */
  code(vocabulary: string, code: string): Said {
    const names = [vocabulary, `${this.#pack.head.key}__${vocabulary}`];
    const codes = names.flatMap((name) => objects(contentOf(this.#pack, "vocabulary", name)?.["codes"]));
    const found = codes.find((each) => each["code"] === code);
    return found === undefined ? { "zh-CN": code, en: code } : titleOf(found["title"]);
  }

  unit(code: string): Said {
    return said(this.#context.catalogue.unitTitle(code));
  }

  role(key: string): Said {
    return said(this.#context.catalogue.roleTitle(key));
  }

  /** "南苑街道城管中队 · 处置人" */
  group(group: string): Said {
    const [unit = "", role = ""] = group.split("/");
    return both((language) => `${this.unit(unit)[language]} · ${this.role(role)[language]}`);
  }

  /** "4 工作时", "4 working hours" */
  limit(limit: { readonly value: number; readonly clock: string }): Said {
    const clock = this.code("clock", limit.clock);
    const unit = limit.value === 1 ? clock.en.replace(/s$/, "") : clock.en;
    return { "zh-CN": `${limit.value} ${clock["zh-CN"]}`, en: `${limit.value} ${unit.toLowerCase()}` };
  }

  /** In: the declaration of a parameter and one of its values. */
  value(declaration: JsonObject, value: Json): Said {
    if (value === null) return { "zh-CN": "未设置", en: "not set" };
    switch (declaration["type"]) {
      case "limit":
        return isObject(value) ? this.#limitOf(value) : plain(value);
      case "switch":
        return value === true ? { "zh-CN": "是", en: "Yes" } : { "zh-CN": "否", en: "No" };
      case "role":
        return this.role(text(value));
      case "orgUnit":
        return this.unit(text(value));
      case "text":
        return optionWords(declaration, value);
      case "list":
        return this.#list(declaration, value);
      case "table":
        return { "zh-CN": `${objects(value).length} 行`, en: `${objects(value).length} rows` };
      default:
        return plain(value);
    }
  }

  #limitOf(value: JsonObject): Said {
    return this.limit({ value: Number(value["value"]), clock: text(value["clock"]) });
  }

  #list(declaration: JsonObject, value: Json): Said {
    const entry = { type: declaration["of"] ?? "text", options: declaration["options"] ?? [] };
    const entries = Array.isArray(value) ? (value as readonly Json[]).map((each) => this.value(entry, each)) : [];
    return {
      "zh-CN": entries.map((each) => each["zh-CN"]).join("、"),
      en: entries.map(({ en }) => en).join(", "),
    };
  }
}

function optionWords(declaration: JsonObject, value: Json): Said {
  const option = objects(declaration["options"]).find((each) => each["value"] === value);
  return option === undefined ? plain(value) : titleOf(option["title"]);
}

function plain(value: Json): Said {
  const words = typeof value === "string" ? value : JSON.stringify(value);
  return { "zh-CN": words, en: words };
}

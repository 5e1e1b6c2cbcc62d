/** Content kept as JSON, made readable: lists of items as tables, titles in the language of the screen, the rest as pairs. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../app/i18n.ts";
import { useCodeWords } from "./use-code-words.ts";
import { Nothing } from "../../desk/parts/nothing.tsx";

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTitle = (value: Json): value is { readonly "zh-CN": string; readonly en?: string } =>
  isObject(value) && typeof value["zh-CN"] === "string";

/** `{ value, clock }`: a limit as people say it. */
const isLimit = (value: JsonObject): value is JsonObject & { readonly value: number; readonly clock: string } =>
  typeof value["value"] === "number" && typeof value["clock"] === "string";
const isRange = (value: JsonObject): boolean =>
  Object.keys(value).length > 0 && Object.keys(value).every((key) => key === "min" || key === "max");

/** Many objects of one shape under their keys, such as the days of a calendar: a table, with the key as its first column. */
const isKeyed = (value: JsonObject): boolean => {
  const items = Object.values(value);
  return items.length > 3 && items.every((item) => isObject(item) && !isTitle(item) && !("key" in item));
};
/** `["08:30", "12:00"]`: from and to. */
const isSpan = (value: Json): value is readonly [string, string] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((part) => typeof part === "string" && /^\d\d:\d\d$/.test(part));

function parse(content: string): Json | undefined {
  try {
    return JSON.parse(content) as Json;
  } catch {
    return undefined;
  }
}

export function JsonView({ content }: { readonly content: string }) {
  const { t } = useTranslation("admin");
  const value = useMemo(() => parse(content), [content]);
  if (value === undefined) return <Nothing words={t("json.unreadable")} />;
  return (
    <div className="gl-json">
      <Value value={value} depth={0} />
    </div>
  );
}

interface ValueProps {
  readonly value: Json;
  readonly depth: number;
  /** Key under which it stands: codes stay codes. */
  readonly name?: string;
}

const codeKeys = new Set(["key", "id", "code", "parent"]);

function Value({ value, depth, name = "" }: ValueProps) {
  const { t } = useTranslation("admin");
  if (isTitle(value)) return currentLanguage() === "en" ? (value.en ?? value["zh-CN"]) : value["zh-CN"];
  if (value === null || value === "") return <span className="gl-quiet">—</span>;
  if (typeof value === "boolean") return t(value ? "json.yes" : "json.no");
  if (typeof value === "string") return codeKeys.has(name) ? <code>{value}</code> : <Text text={value} />;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return <ListValue items={value} depth={depth} />;
  return isObject(value) ? <ObjectValue of={value} depth={depth} /> : null;
}

function ObjectValue({ of, depth }: { readonly of: JsonObject; readonly depth: number }) {
  const { t } = useTranslation("admin");
  if (isLimit(of)) return `${String(of.value)} ${t(`clocks.${of.clock}`, { ns: "desk", defaultValue: of.clock })}`;
  if (isKeyed(of))
    return (
      <ItemTable items={Object.entries(of).map(([key, value]) => ({ key, ...(value as JsonObject) }))} depth={depth} />
    );
  if (!isRange(of)) return <Pairs of={of} depth={depth} />;
  return (
    <>
      <Value value={of["min"] ?? null} depth={depth + 1} /> ～ <Value value={of["max"] ?? null} depth={depth + 1} />
    </>
  );
}

/** A code of our own formats in words; an expression as code; else the text itself. */
function Text({ text }: { readonly text: string }) {
  const { t } = useTranslation("admin");
  const codes = useCodeWords();
  if (/[[{"]|\bowner\.|\bparam\./.test(text)) return <code>{text}</code>;
  const said = t(`code.${text}`, { keySeparator: ".", nsSeparator: false, defaultValue: codes.get(text) ?? text });
  return <span title={said === text ? undefined : text}>{said}</span>;
}

function ListValue({ items, depth }: { readonly items: readonly Json[]; readonly depth: number }) {
  const { t } = useTranslation("admin");
  if (items.length === 0) return <span className="gl-quiet">{t("json.empty")}</span>;
  if (depth < 3 && items.every((item) => isObject(item) && !isTitle(item)))
    return <ItemTable items={items.filter(isObject)} depth={depth} />;
  if (items.every((item) => typeof item !== "object" || isTitle(item) || isSpan(item)))
    return items.map((item, at) => (
      <span key={at} className="gl-json-chip">
        {isSpan(item) ? item.join("–") : <Value value={item} depth={depth + 1} />}
      </span>
    ));
  return (
    <ul>
      {items.map((item, at) => (
        <li key={at}>
          <Value value={item} depth={depth + 1} />
        </li>
      ))}
    </ul>
  );
}

/** Columns are all keys that occur, in the order in which they first occur. */
function ItemTable({ items, depth }: { readonly items: readonly JsonObject[]; readonly depth: number }) {
  const { t } = useTranslation("admin");
  const keys = [...new Set(items.flatMap((item) => Object.keys(item)))];
  return (
    <div className="gl-decision-scroll" tabIndex={0} role="group" aria-label={t("json.table")}>
      <table>
        <thead>
          <tr>
            {keys.map((key) => (
              <th key={key} scope="col">
                <KeyWord name={key} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, row) => (
            <tr key={row}>
              {keys.map((key) => (
                <td key={key}>
                  {item[key] === undefined ? "" : <Value value={item[key]} depth={depth + 1} name={key} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Pairs({ of, depth }: { readonly of: JsonObject; readonly depth: number }) {
  return (
    <dl className={depth === 0 ? "gl-pairs gl-pairs-top" : "gl-pairs"}>
      {Object.entries(of).map(([key, value]) => (
        <div key={key}>
          <dt>
            <KeyWord name={key} />
          </dt>
          <dd>
            <Value value={value} depth={depth + 1} name={key} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The word for a key of our own file formats; a code of the city's stays as it is. */
function KeyWord({ name }: { readonly name: string }) {
  const { t } = useTranslation("admin");
  return t(`field.${name}`, { defaultValue: name });
}

/** XML as a tree that tests can spoil: read, changed in place, printed. For the well-formed documents of tests only. */

export interface XmlNode {
  tag: string;
  attributes: Record<string, string>;
  children: (XmlNode | string)[];
  parent?: XmlNode;
}

const TOKEN =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g;

export function readXml(xml: string): XmlNode {
  const root: XmlNode = { tag: "", attributes: {}, children: [] };
  let open = root;
  for (const [, cdata, closing, tag, attributes, empty, text] of xml.matchAll(TOKEN)) {
    if (cdata !== undefined) open.children.push(`<![CDATA[${cdata}]]>`);
    else if (text !== undefined) open.children.push(text);
    else if (tag === undefined) continue;
    else if (closing === "/") open = open.parent ?? root;
    else {
      const node: XmlNode = { tag, attributes: attributesOf(attributes ?? ""), children: [], parent: open };
      open.children.push(node);
      if (empty !== "/") open = node;
    }
  }
  return root;
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(pairs.map(([, name = "", double, single]) => [name, double ?? single ?? ""]));
}

export function printXml(node: XmlNode): string {
  const inner = node.children.map((child) => (typeof child === "string" ? child : printXml(child))).join("");
  if (node.tag === "") return inner;
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${node.tag}${attributes.join("")}>${inner}</${node.tag}>`;
}

function elementsIn(node: XmlNode): XmlNode[] {
  return node.children.flatMap((child) => (typeof child === "string" ? [] : [child, ...elementsIn(child)]));
}

/** All of these tags, without their prefix. */
export function all(root: XmlNode, ...names: readonly string[]): XmlNode[] {
  return elementsIn(root).filter(({ tag }) => names.includes(tag.slice(tag.indexOf(":") + 1)));
}

export function isNamed(node: XmlNode | undefined, ...names: readonly string[]): boolean {
  return node !== undefined && names.includes(node.tag.slice(node.tag.indexOf(":") + 1));
}

export function idOf(node: XmlNode): string {
  return node.attributes["id"] ?? "";
}

export function add(parent: XmlNode, xml: string): void {
  for (const child of readXml(xml).children) {
    if (typeof child !== "string") child.parent = parent;
    parent.children.push(child);
  }
}

export function remove(node: XmlNode): void {
  const { parent } = node;
  if (parent !== undefined) parent.children = parent.children.filter((child) => child !== node);
}

/**
 * The panel's library asks for a translation of its own words only where it is given a translator, and most of its
 * callers give none: what it wrote in English is replaced where it stands.
 */
type Say = (template: string, values?: Readonly<Record<string, string>>) => string;

const counted = /^List contains (\d+) items?$/;

function said(words: string, say: Say): string {
  const count = counted.exec(words)?.[1];
  return count === undefined ? say(words) : say("List contains {numOfItems} items", { numOfItems: count });
}

function sayTitles(within: Element, say: Say): void {
  for (const element of [within, ...within.querySelectorAll("[title]")]) {
    const title = element.getAttribute("title");
    if (title === null) continue;
    const translated = said(title, say);
    if (translated !== title) element.setAttribute("title", translated);
  }
  for (const label of within.querySelectorAll(".bio-properties-panel-add-entry-label, .bio-properties-panel-error")) {
    // The text node stays the library's own: it goes on changing that one.
    const text = label.firstChild;
    const words = text?.nodeValue ?? "";
    const translated = said(words, say);
    if (text !== null && translated !== words) text.nodeValue = translated;
  }
}

/** Watches the panel until the answer is called. */
export function sayTheRest(panel: HTMLElement, say: Say): () => void {
  const watch = new MutationObserver((changes) => {
    for (const { target } of changes) sayTitles(target instanceof Element ? target : panel, say);
  });
  watch.observe(panel, { subtree: true, childList: true, attributes: true, attributeFilter: ["title"] });
  return () => watch.disconnect();
}

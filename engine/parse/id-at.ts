/** The id of the tag that stands at a place of a document: what moddle could not read has no element, only a place. */

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** In: a document. Out: the id in the tag at a place as moddle counts it, from 0; the lines are counted once. */
export function idsByPlace(xml: string): (place: Place) => string | undefined {
  const begins = [0];
  for (let at = xml.indexOf("\n"); at !== -1; at = xml.indexOf("\n", at + 1)) begins.push(at + 1);
  return ({ line, column }) => {
    const from = (begins[line] ?? xml.length) + column;
    const tag = /^<[^>]*/.exec(xml.slice(from, from + LONGEST_TAG))?.[0] ?? "";
    const id = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag);
    return id?.[1] ?? id?.[2];
  };
}

const LONGEST_TAG = 4_096;

/** Where moddle's warning says that it was. */
export function placeOf(message: string): Place | undefined {
  const place = /\n\tline: (\d+)\n\tcolumn: (\d+)/.exec(message);
  return place === null ? undefined : { line: Number(place[1]), column: Number(place[2]) };
}

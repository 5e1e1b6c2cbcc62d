/** How wide a text stands in a table, in Latin signs: a Chinese one is as wide as two. */
export const textWidth = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);

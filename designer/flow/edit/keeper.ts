/** Keeps the flow as it was drawn while the page is made anew in the other language. */
export interface Keeper {
  readonly get: () => string | undefined;
  readonly set: (xml: string | undefined) => void;
}

export function keeper(): Keeper {
  let kept: string | undefined;
  return {
    get: () => kept,
    set: (xml) => {
      kept = xml;
    },
  };
}

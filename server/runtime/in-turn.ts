/** Work that must not overlap: what is published is checked against what is published, so one goes after the other. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Out: a function that runs each piece of work when all before it have ended, well or badly. */
export function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

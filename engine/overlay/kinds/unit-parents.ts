/** Which kind of unit stands below which, in the order in which a form offers the kinds of parent (catalogue SYS-01). */
const parentKinds: Readonly<Record<string, readonly string[]>> = {
  city: [],
  district: ["city"],
  street: ["district", "city"],
  community: ["street"],
  grid: ["community"],
  department: ["street", "district", "city", "community", "department"],
};

/** A department may have sections, but a unit stands at most so deep: paths are keys of tables. */
export const mostLevels = 8;

export const mayStandBelow = (kind: string, parent: string): boolean => parentKinds[kind]?.includes(parent) ?? false;

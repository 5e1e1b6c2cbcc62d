/** The telephone of a person's work: on the grid's board, in the list of people, for text messages. */
export const workPhone = {
  name: "2026-11-23-work-phone",
  statements: (): readonly string[] => [`ALTER TABLE person ADD COLUMN work_phone TEXT`],
};

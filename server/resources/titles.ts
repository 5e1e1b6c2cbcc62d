/** Words for units and roles in answers; a code that is no longer in the organisation is shown as it is. */
import type { Container } from "../container.ts";
import type { Title } from "../contract/types.ts";

const plain = (code: string): Title => ({ "zh-CN": code });

export const titleOfUnit = ({ tree }: Pick<Container, "tree">, code: string): Title => {
  const title = tree().get(code)?.title;
  return title === undefined ? plain(code) : { ...title };
};

export const titleOfRole = ({ catalogue }: Pick<Container, "catalogue">, key: string): Title => {
  const title = catalogue.roles().find((role) => role.key === key)?.title;
  return title === undefined ? plain(key) : { ...title };
};

/** State of a login: icon and word, and the name one signs in with. */
import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  LockOutlined,
  MinusCircleOutlined,
  StopOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PersonSummary } from "../../../server/contract/types.ts";

const icons: Readonly<Record<PersonSummary["loginState"], ReactNode>> = {
  none: <MinusCircleOutlined aria-hidden />,
  invited: <ClockCircleOutlined aria-hidden />,
  active: <CheckCircleOutlined aria-hidden />,
  locked: <LockOutlined aria-hidden />,
  closed: <StopOutlined aria-hidden />,
};

export function LoginTag({ person }: { readonly person: Pick<PersonSummary, "login" | "loginState"> }) {
  const { t } = useTranslation("people");
  return (
    <span className="gl-people-login">
      {icons[person.loginState]} {t(`login.${person.loginState}`)}
      {person.login !== undefined && <small className="gl-quiet">{person.login}</small>}
    </span>
  );
}

/** Who I am here, how the screen looks, and the way out. */
import { LogoutOutlined, MobileOutlined, UserOutlined } from "@ant-design/icons";
import { Button, Dropdown, type MenuProps } from "antd";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api } from "../../app/api.ts";
import { say } from "../../app/i18n.ts";
import { useSession, useSetSession } from "../../app/session.ts";
import { chooseMode, chooseSize, chosenMode, chosenSize, onThemeChange } from "../../ui/theme.ts";

const modes = ["light", "dark", "system"] as const;
const sizes = ["normal", "large"] as const;

export function PersonMenu() {
  const { t } = useTranslation("desk");
  const { data: session } = useSession();
  const setSession = useSetSession();
  const navigate = useNavigate();
  const mode = useSyncExternalStore(onThemeChange, chosenMode);
  const size = useSyncExternalStore(onThemeChange, chosenSize);
  if (session === null || session === undefined) return null;
  const leave = async () => {
    await api.delete("/session").catch(() => undefined);
    setSession(null);
    await navigate("/sign-in");
  };
  const grants = session.grants.map((grant) => `${say(grant.unitTitle)} · ${say(grant.roleTitle)}`);
  const items: MenuProps["items"] = [
    ...grants.map((words, at) => ({ key: `grant${String(at)}`, type: "group" as const, label: words })),
    { type: "divider" },
    {
      key: "mode",
      label: t("person.mode"),
      children: modes.map((key) => ({ key: `mode.${key}`, label: t(`person.${key}`) })),
    },
    {
      key: "size",
      label: t("person.size"),
      children: sizes.map((key) => ({ key: `size.${key}`, label: t(`person.${key}`) })),
    },
    { key: "phone", icon: <MobileOutlined aria-hidden />, label: t("person.phone") },
    { type: "divider" },
    { key: "leave", icon: <LogoutOutlined aria-hidden />, label: t("person.leave") },
  ];
  const onClick: MenuProps["onClick"] = ({ key }) => {
    const chosen = modes.find((each) => key === `mode.${each}`);
    if (chosen !== undefined) chooseMode(chosen);
    const larger = sizes.find((each) => key === `size.${each}`);
    if (larger !== undefined) chooseSize(larger);
    if (key === "phone") void navigate("/m");
    if (key === "leave") void leave();
  };
  return (
    <Dropdown
      menu={{ items, onClick, selectable: true, selectedKeys: [`mode.${mode}`, `size.${size}`] }}
      trigger={["click"]}
    >
      <Button
        type="text"
        icon={<UserOutlined aria-hidden />}
        aria-label={t("person.menu", { name: session.person.name })}
      >
        <span className="gl-wide-only">{session.person.name}</span>
      </Button>
    </Dropdown>
  );
}

/** The keys of the desk, on one card. */
import { Modal } from "antd";
import { useTranslation } from "react-i18next";

const keys = [
  ["J", "down"],
  ["K", "up"],
  ["Enter", "open"],
  ["/", "search"],
  ["Ctrl K", "jump"],
  ["?", "explain"],
] as const;

export function Shortcuts({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const { t } = useTranslation("desk");
  return (
    <Modal open={open} onCancel={close} footer={null} title={t("keys.title")} width={400}>
      <dl className="gl-keys">
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${words}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

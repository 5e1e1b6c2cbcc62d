/** One line under the header when something is not as usual: no network, or something waits to be sent. */
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icons.tsx";
import { unsentCount, watchUnsent } from "./unsent.ts";

const watchNetwork = (listener: () => void) => {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
};

export function NetworkLine() {
  const { t } = useTranslation("fill");
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  const unsent = useSyncExternalStore(watchUnsent, unsentCount);
  const said = [isOnline ? "" : t("offline"), unsent === 0 ? "" : t("unsent", { count: unsent })].filter(
    (text) => text !== "",
  );
  return (
    <div role="status" className="m-network">
      {said.length > 0 && (
        <p>
          <Icon name={isOnline ? "send" : "offline"} size={18} />
          {said.join(" · ")}
        </p>
      )}
    </div>
  );
}

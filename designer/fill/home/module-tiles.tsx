/** 九宫格: the pack's modules with their badges; what a street has not switched on is shown as such and cannot be opened. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ModuleTile } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { Icon, isIconName } from "../../ui/icons.tsx";

/** Only addresses inside the phone's own pages; a pack cannot lead anywhere else. */
function addressOf(tile: ModuleTile): string | undefined {
  if (!tile.enabled) return undefined;
  if (tile.form !== undefined) return `/m/form/${encodeURIComponent(tile.form)}`;
  return tile.opens?.startsWith("/m") === true ? tile.opens : undefined;
}

function TileBody({ tile, isOpen }: { readonly tile: ModuleTile; readonly isOpen: boolean }) {
  const { t } = useTranslation("fill");
  return (
    <>
      <Icon name={isIconName(tile.icon) ? tile.icon : "star"} size={28} />
      <span>{say(tile.title)}</span>
      {!isOpen && <span className="g-small">{t("home.notEnabled")}</span>}
      {isOpen && tile.badge !== undefined && tile.badge > 0 && <span className="m-tile-badge">{tile.badge}</span>}
    </>
  );
}

export function ModuleTiles({ tiles }: { readonly tiles: readonly ModuleTile[] }) {
  const { t } = useTranslation("fill");
  if (tiles.length === 0) return null;
  return (
    <section className="g-card">
      <h2>{t("home.modules")}</h2>
      <ul className="m-tiles">
        {tiles.map((tile) => {
          const to = addressOf(tile);
          return (
            <li key={tile.key}>
              {to === undefined ? (
                <div className="m-tile off">
                  <TileBody tile={tile} isOpen={false} />
                </div>
              ) : (
                <Link className="m-tile" to={to}>
                  <TileBody tile={tile} isOpen />
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Drawings that show the same cut-out: whichever is moved or zoomed, the others follow. */
import type NavigatedViewer from "bpmn-js/lib/NavigatedViewer";

export interface ViewLink {
  /** Joins a drawing; the answer takes it out again. */
  join(viewer: NavigatedViewer): () => void;
}

export function viewLink(): ViewLink {
  const members = new Set<NavigatedViewer>();
  // A follower reports its own move as well; that echo must not travel back.
  let leading = false;
  const follow = (leader: NavigatedViewer) => {
    if (leading) return;
    leading = true;
    const { x, y, width, height, outer } = leader.get("canvas").viewbox();
    for (const member of members) {
      const canvas = member.get("canvas");
      if (member !== leader && outer.width > 0 && canvas.viewbox().outer.width > 0)
        canvas.viewbox({ x, y, width, height });
    }
    leading = false;
  };
  return {
    join(viewer) {
      members.add(viewer);
      viewer.get("eventBus").on("canvas.viewbox.changed", () => follow(viewer));
      return () => members.delete(viewer);
    },
  };
}

/** What the events of office commands change in the state; those that only tell change nothing. */
import type { OfficeEventBody } from "../model/office-event.ts";
import type { EventOf } from "../model/event.ts";
import type { Draft } from "./draft.ts";

type OfficeEventType = Exclude<OfficeEventBody["type"], "processForceClosed">;
type OfficeAppliers = { readonly [T in OfficeEventType]: (draft: Draft, event: EventOf<T>) => void };

const nothing = (): void => undefined;

export const OFFICE_APPLIERS: OfficeAppliers = {
  stepWithdrawn: nothing,
  signerAdded: nothing,
  signerRemoved: nothing,
  opinionGiven: nothing,
  completionHeld: (draft, { tokenId, outcome }) => {
    const token = draft.state.tokens?.[tokenId];
    if (token === undefined) throw new Error(`Expected token ${tokenId} to hold its outcome, but it is not there`);
    draft.put("tokens", tokenId, { ...token, held: outcome });
  },
  instanceAdded: (draft, { scopeId, total, next, item = null }) => {
    const { scope, loop } = loopIn(draft, scopeId);
    const items = loop.items === undefined ? {} : { items: [...loop.items, item] };
    draft.put("scopes", scopeId, { ...scope, loop: { ...loop, total, next, ...items } });
  },
  instanceRemoved: (draft, { scopeId, removed }) => {
    const { scope, loop } = loopIn(draft, scopeId);
    draft.put("scopes", scopeId, { ...scope, loop: { ...loop, removed } });
  },
  copied: (draft, { copy: { id, ...copy } }) => {
    draft.put("copies", id, copy);
    draft.count(id);
  },
  copyRead: (draft, { copyId, by }) => {
    const copy = draft.state.copies?.[copyId];
    if (copy === undefined) throw new Error(`Expected copy ${copyId}, but it is not there`);
    const readBy = [...(copy.readBy ?? []), by];
    const isRead = copy.groups === undefined && (copy.people ?? []).every((person) => readBy.includes(person));
    if (isRead) draft.remove("copies", copyId);
    else draft.put("copies", copyId, { ...copy, readBy });
  },
  urged: nothing,
  extensionRequested: (draft, { request: { id, ...request } }) => {
    draft.put("requests", id, request);
    draft.count(id);
  },
  extensionDecided: (draft, { requestId }) => draft.remove("requests", requestId),
  tokenMoved: nothing,
};

function loopIn(draft: Draft, scopeId: string) {
  const scope = draft.state.scopes[scopeId];
  if (scope?.loop === undefined) throw new Error(`Expected the loop of scope ${scopeId}, but it is not there`);
  return { scope, loop: scope.loop };
}

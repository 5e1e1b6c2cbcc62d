/** Our own mistakes, and pages that could not be loaded, end here and not in a white screen; what was written is in the drafts. */
import { Component, type ReactNode } from "react";
import { FailureNote } from "./failure-note.tsx";

interface MishapProps {
  readonly children: ReactNode;
}

interface MishapState {
  readonly error?: unknown;
}

export class Mishap extends Component<MishapProps, MishapState> {
  override readonly state: MishapState = {};

  static getDerivedStateFromError(error: unknown): MishapState {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return (
      <main style={{ padding: 16 }}>
        <FailureNote error={this.state.error} onRetry={() => window.location.reload()} />
      </main>
    );
  }
}

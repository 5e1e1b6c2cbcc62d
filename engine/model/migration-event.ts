/** An instance has gone over to another bundle: every name in its state is the new one from here on. */
export interface MigrationNames {
  readonly to: string;
  /** Only what changes; null: no longer there, as for what has been done already. */
  readonly elements: Readonly<Record<string, string | null>>;
  /** Of those who wait at joins, and of incidents. */
  readonly flows: Readonly<Record<string, string>>;
}

export interface MigrationEventBody {
  readonly type: "instanceMigrated";
  readonly from: string;
  readonly to: string;
  /** By the key of the old process. */
  readonly processes: Readonly<Record<string, MigrationNames>>;
}

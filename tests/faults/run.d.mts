/** Types of the runner for the test beside it. */
interface Fault {
  readonly name: string;
  readonly path: string;
  readonly test: string | undefined;
  readonly grep: string | undefined;
}
export declare function faults(): readonly Fault[];
export declare function apply(path: string, at: string, isTried: boolean): { readonly stderr: string };

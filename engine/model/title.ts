/** A text in the languages of the product; zh-CN is written first and never missing. */
export interface Title {
  readonly "zh-CN": string;
  readonly en?: string;
}

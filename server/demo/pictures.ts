/** Pictures that stand for photos in the demo: a street with houses, and what is wrong there, drawn in code. */
import { encodePng, type Picture, type Rgb } from "./png.ts";
import { seeded, type Random } from "./random.ts";

const WIDTH = 480;
const HEIGHT = 360;
const GROUND = 236;

const colours = {
  skyHigh: [142, 178, 205],
  skyLow: [203, 219, 228],
  wall: [214, 205, 189],
  wallShade: [188, 178, 161],
  brick: [169, 121, 99],
  window: [92, 112, 128],
  pavement: [176, 174, 168],
  road: [118, 119, 121],
  line: [226, 223, 210],
  trunk: [104, 83, 64],
  leaf: [98, 132, 84],
  leafDark: [74, 106, 66],
  water: [84, 98, 92],
  dark: [52, 52, 54],
  rust: [139, 92, 58],
  rubbish: [122, 127, 96],
  rubbishLight: [205, 198, 160],
  red: [176, 62, 48],
  blue: [70, 105, 150],
  lamp: [240, 224, 160],
} as const satisfies Readonly<Record<string, Rgb>>;

type Colour = keyof typeof colours;
const order = Object.keys(colours) as Colour[];

class Canvas {
  readonly pixels = new Uint8Array(WIDTH * HEIGHT);

  dot(x: number, y: number, colour: Colour): void {
    if (x < 0 || y < 0 || x >= WIDTH || y >= HEIGHT) return;
    this.pixels[Math.floor(y) * WIDTH + Math.floor(x)] = order.indexOf(colour);
  }

  box(x: number, y: number, width: number, height: number, colour: Colour): void {
    for (let row = y; row < y + height; row++) for (let at = x; at < x + width; at++) this.dot(at, row, colour);
  }

  oval(x: number, y: number, rx: number, ry: number, colour: Colour): void {
    for (let row = -ry; row <= ry; row++) {
      const half = Math.round(rx * Math.sqrt(1 - (row / ry) ** 2));
      for (let at = -half; at <= half; at++) this.dot(x + at, y + row, colour);
    }
  }
}

function street(canvas: Canvas, random: Random): void {
  canvas.box(0, 0, WIDTH, 90, "skyHigh");
  canvas.box(0, 90, WIDTH, GROUND - 90, "skyLow");
  for (let x = -random.int(0, 60); x < WIDTH;) x += house(canvas, random, x);
  canvas.box(0, GROUND, WIDTH, 34, "pavement");
  canvas.box(0, GROUND + 34, WIDTH, HEIGHT - GROUND - 34, "road");
  for (let x = random.int(0, 40); x < WIDTH; x += 90) canvas.box(x, 318, 46, 5, "line");
  tree(canvas, random.int(30, 120), random);
  tree(canvas, random.int(340, 450), random);
}

/** Out: how wide it is. */
function house(canvas: Canvas, random: Random, x: number): number {
  const width = random.int(90, 150);
  const top = random.int(40, 120);
  canvas.box(x, top, width, GROUND - top, random.pick(["wall", "wallShade", "brick"] as const));
  for (let y = top + 14; y < GROUND - 30; y += 34)
    for (let at = x + 12; at < x + width - 20; at += 30) canvas.box(at, y, 16, 20, "window");
  return width;
}

function tree(canvas: Canvas, x: number, random: Random): void {
  const height = random.int(60, 90);
  canvas.box(x - 4, GROUND - height / 2, 8, height / 2 + 6, "trunk");
  canvas.oval(x, GROUND - height, 30, 34, "leaf");
  canvas.oval(x + 10, GROUND - height + 8, 18, 20, "leafDark");
}

type Scene = (canvas: Canvas, random: Random) => void;

const puddle: Scene = (canvas) => {
  canvas.oval(250, 312, 130, 24, "water");
  canvas.oval(250, 306, 40, 12, "dark");
};
const hole: Scene = (canvas) => {
  canvas.oval(240, 308, 44, 17, "rust");
  canvas.oval(244, 310, 34, 13, "dark");
};
const rubbish: Scene = (canvas, random) => {
  for (let count = 0; count < 26; count++)
    canvas.oval(
      ...([random.int(170, 320), random.int(238, 282), random.int(8, 22), random.int(6, 14)] as const),
      random.pick(["rubbish", "rubbishLight", "dark", "blue"] as const),
    );
};
const stall: Scene = (canvas) => {
  for (let stripe = 0; stripe < 8; stripe++) canvas.box(170 + stripe * 20, 176, 20, 18, stripe % 2 ? "line" : "red");
  canvas.box(176, 194, 5, 70, "trunk");
  canvas.box(320, 194, 5, 70, "trunk");
  canvas.box(178, 226, 146, 40, "rubbishLight");
};
const car: Scene = (canvas) => {
  canvas.box(180, 258, 150, 34, "blue");
  canvas.box(206, 234, 92, 26, "window");
  canvas.oval(212, 294, 15, 15, "dark");
  canvas.oval(300, 294, 15, 15, "dark");
};
const lamp: Scene = (canvas) => {
  canvas.box(238, 80, 6, 186, "dark");
  canvas.box(238, 80, 50, 5, "dark");
  canvas.oval(284, 90, 12, 7, "dark");
};
const people: Scene = (canvas, random) => {
  for (let count = 0; count < 5; count++) {
    const x = 160 + count * 38 + random.int(-6, 6);
    canvas.oval(x, 214, 9, 10, "rubbishLight");
    canvas.box(x - 11, 224, 22, 46, random.pick(["blue", "red", "dark", "leafDark"] as const));
  }
};

/** What shows a matter of a large class; several, so that not all pictures of a class are the same. */
const scenes: Readonly<Record<string, readonly Scene[]>> = {
  publicUtilities: [puddle, hole, lamp],
  cityAppearance: [rubbish, stall],
  safetyHazard: [car, rubbish],
  publicOrder: [people, car],
  disputes: [people],
  health: [rubbish, puddle],
  livelihood: [people],
};

function draw(seed: number, scene: Scene | undefined): Uint8Array {
  const canvas = new Canvas();
  street(canvas, seeded(seed));
  scene?.(canvas, seeded(seed + 1));
  const picture: Picture = {
    ...{ width: WIDTH, height: HEIGHT, pixels: canvas.pixels },
    palette: order.map((colour) => colours[colour]),
  };
  return encodePng(picture);
}

/** So many different streets; drawing takes a moment, and the first start should not. */
const STREETS = 24;
const drawn = new Map<string, Uint8Array>();

/** Out: PNG bytes; the same spot before and after has the same houses. */
export function drawPhoto(largeClass: string, spot: number, when: "before" | "after"): Uint8Array {
  const street = spot % STREETS;
  const choices = scenes[largeClass] ?? [people];
  const scene = when === "before" ? choices[street % choices.length] : undefined;
  const name = `${street} ${scene?.name ?? ""}`;
  const known = drawn.get(name) ?? draw(street, scene);
  drawn.set(name, known);
  return known;
}

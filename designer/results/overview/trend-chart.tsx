/** The one user of ECharts: months of one indicator, with a text for who cannot see it. */
import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import { init, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { isDark, onThemeChange } from "../../ui/theme.ts";
import { darkTokens, tokens } from "../../ui/tokens.ts";

register([BarChart, LineChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

interface TrendChartProps {
  readonly months: readonly string[];
  readonly values: readonly (number | null)[];
  readonly unit: "count" | "percent" | "hours";
  readonly target: number | undefined;
  /** The same in words. */
  readonly words: string;
}

const suffix = { count: "", percent: "%", hours: "h" } as const;

function optionOf({ months, values, unit, target, words }: TrendChartProps, dark: boolean) {
  const look = dark ? darkTokens : tokens;
  const line = { lineStyle: { color: look.border } };
  return {
    animationDuration: 150,
    aria: { enabled: true, label: { description: words } },
    textStyle: { fontFamily: look.fontFamily, color: look.textSecondary },
    grid: { left: 48, right: 16, top: 16, bottom: 28 },
    tooltip: { trigger: "axis", confine: true },
    xAxis: { type: "category", data: [...months], axisLine: line, axisLabel: { color: look.textSecondary } },
    yAxis: {
      type: "value",
      min: 0,
      ...(unit === "percent" && values.every((value) => value === null || value <= 100) ? { max: 100 } : {}),
      splitLine: line,
      axisLabel: { color: look.textSecondary, formatter: `{value}${suffix[unit]}` },
    },
    series: [
      {
        type: unit === "count" ? "bar" : "line",
        data: [...values],
        itemStyle: { color: look.primary },
        lineStyle: { color: look.primary },
        symbolSize: 8,
        barMaxWidth: 40,
      },
      ...(target === undefined
        ? []
        : [
            {
              type: "line",
              data: months.map(() => target),
              symbol: "none",
              silent: true,
              itemStyle: { color: look.textSecondary },
              lineStyle: { color: look.textSecondary, type: "dashed", width: 1 },
            },
          ]),
    ],
  };
}

export function TrendChart(props: TrendChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const dark = useSyncExternalStore(onThemeChange, isDark);
  const { months, values, unit, target, words } = props;
  useEffect(() => {
    if (box.current === null) return undefined;
    const chart = init(box.current, undefined, { renderer: "svg" });
    chart.setOption(optionOf({ months, values, unit, target, words }, dark));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [months, values, unit, target, words, dark]);
  return <div ref={box} className="rs-chart" role="img" aria-label={words} />;
}

/** antd in our look and in the language of the screen; both change without a reload. */
import { App, ConfigProvider, theme } from "antd";
import enUS from "antd/es/locale/en_US";
import zhCN from "antd/es/locale/zh_CN";
import { type ReactNode, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { darkTokens, type Tokens, tokens } from "../../ui/tokens.ts";
import { antdTheme, chosenSize, isDark, onThemeChange } from "../../ui/theme.ts";

/** Washes behind notes: antd would derive muddy ones from our dark status colours. */
function washes(colours: Tokens) {
  return {
    colorWarningBg: colours.dueSoonSoft,
    colorErrorBg: colours.overdueSoft,
    colorSuccessBg: colours.onTimeSoft,
    colorInfoBg: colours.informationSoft,
  };
}

export function StaffTheme({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  const dark = useSyncExternalStore(onThemeChange, isDark);
  const size = useSyncExternalStore(onThemeChange, chosenSize);
  const look = antdTheme(dark, size);
  // The dark algorithm dims the primary colour below the contrast of its text; buttons keep the token itself.
  const colours = dark ? darkTokens : tokens;
  const { primary, primaryHover, primaryActive } = colours;
  const Button = { colorPrimary: primary, colorPrimaryHover: primaryHover, colorPrimaryActive: primaryActive };
  // Nor may the word of a tab under the pointer fade below it.
  const Tabs = { itemHoverColor: primaryHover, itemActiveColor: primaryActive };
  return (
    <ConfigProvider
      locale={i18n.language === "en" ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      theme={{
        token: { ...look.token, ...washes(colours) },
        components: { Button, Tabs },
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        zeroRuntime: false,
      }}
    >
      <App component={false} notification={{ placement: "bottomRight" }}>
        {children}
      </App>
    </ConfigProvider>
  );
}

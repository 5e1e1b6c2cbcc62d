/** Choosing a post that one may give: unit first, then the roles that it has. */
import { Form, Select, TreeSelect } from "antd";
import { useTranslation } from "react-i18next";
import type { PostChoice } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { useUnits } from "../../desk/parts/queries.ts";
import { unitTree, type TreeOption } from "../names.ts";
import { useOrganisation } from "../queries.ts";

export interface PostValue {
  readonly unit: string;
  readonly role: string;
}

interface PostPickerProps {
  readonly choices: readonly PostChoice[];
  readonly value: PostValue;
  readonly change: (value: PostValue) => void;
  readonly wrong?: boolean;
}

/** Units without a choice stay in the tree when they lead to one, but cannot be chosen. */
function disabledTree(tree: readonly TreeOption[], open: ReadonlySet<string>): TreeNode[] {
  return tree.flatMap((node): TreeNode[] => {
    const children = disabledTree(node.children, open);
    if (children.length === 0 && !open.has(node.value)) return [];
    return [{ value: node.value, title: node.title, selectable: open.has(node.value), children }];
  });
}

interface TreeNode {
  readonly value: string;
  readonly title: string;
  readonly selectable: boolean;
  readonly children: TreeNode[];
}

export function PostPicker({ choices, value, change, wrong = false }: PostPickerProps) {
  const { t } = useTranslation("people");
  const { data: organisation } = useOrganisation("");
  const { data: units = [] } = useUnits();
  const all = organisation?.units.map((each) => each.unit) ?? units;
  const open = new Set(choices.map((choice) => choice.unit));
  const titles = new Map(
    (organisation?.units ?? []).flatMap((each) => each.posts).map((post) => [post.role, say(post.roleTitle)]),
  );
  const roles = choices.filter((choice) => choice.unit === value.unit);
  const status = wrong ? { validateStatus: "error" as const, help: t("post.missing") } : {};
  return (
    <div className="gl-post-picker">
      <Form.Item label={t("unit")} {...status}>
        <TreeSelect
          aria-label={t("unit")}
          {...(value.unit === "" ? {} : { value: value.unit })}
          placeholder={t("unit")}
          treeData={disabledTree(unitTree(all), open)}
          treeDefaultExpandAll
          showSearch={{ treeNodeFilterProp: "title" }}
          popupMatchSelectWidth={false}
          onChange={(unit: string) => {
            const only = choices.filter((choice) => choice.unit === unit);
            const keeps = only.some((choice) => choice.role === value.role);
            change({ unit, role: keeps ? value.role : only.length === 1 ? (only[0]?.role ?? "") : "" });
          }}
        />
      </Form.Item>
      <Form.Item label={t("role")}>
        <Select
          aria-label={t("role")}
          value={value.role === "" ? null : value.role}
          placeholder={t("role")}
          disabled={value.unit === ""}
          options={roles.map((choice) => ({ value: choice.role, label: titles.get(choice.role) ?? choice.role }))}
          onChange={(role: string) => change({ ...value, role })}
        />
      </Form.Item>
    </div>
  );
}

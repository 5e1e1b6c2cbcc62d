/** Our one BPMN extension (decided.md 12) as a moddle descriptor: what grid governance says about a flow beyond zeebe. */
export const GL_URI = "urn:gridloom:bpmn:1";

export const STAGES = [
  "registration",
  "dispatch",
  "disposal",
  "feedback",
  "verification",
  "closure",
  "evaluation",
] as const;

export const FIELD_RIGHTS = ["editable", "readOnly", "hidden"] as const;

const text = (name: string): object => ({ name, type: "String", isAttr: true });

const reference = (name: string, type: string, replaces: string, isMany = true): object => ({
  name,
  type,
  replaces,
  isMany,
  isReference: true,
});

/** For `new BpmnModdle({ gl: glModdle })` and for bpmn-js's `moddleExtensions`. */
export const glModdle = {
  name: "Gridloom",
  prefix: "gl",
  uri: GL_URI,
  xml: { tagAlias: "lowerCase" },
  associations: [],
  types: [
    {
      name: "GovernedNode",
      extends: ["bpmn:FlowNode"],
      properties: [text("stage"), text("caseState"), text("excludeActorOf"), text("delegation")],
    },
    {
      // The schema of BPMN calls these references so; moddle has them in the plural.
      name: "NamedReferences",
      extends: ["bpmn:ConversationNode"],
      properties: [reference("bpmn:messageFlowRef", "bpmn:MessageFlow", "bpmn:ConversationNode#messageFlowRefs")],
    },
    {
      name: "NamedEndPoints",
      extends: ["bpmn:Participant"],
      properties: [reference("bpmn:endPointRef", "bpmn:EndPoint", "bpmn:Participant#endPointRefs")],
    },
    {
      // And here it has child elements, moddle attributes.
      name: "NamedParticipants",
      extends: ["bpmn:ParticipantAssociation"],
      properties: ["innerParticipantRef", "outerParticipantRef"].map((name) =>
        reference(`bpmn:${name}`, "bpmn:Participant", `bpmn:ParticipantAssociation#${name}`, false),
      ),
    },
    {
      // The schema of BPMN has a child element here, moddle an attribute.
      name: "GlobalScript",
      extends: ["bpmn:GlobalScriptTask"],
      properties: [{ name: "bpmn:script", type: "String", replaces: "bpmn:GlobalScriptTask#script" }],
    },
    { name: "Clock", superClass: ["Element"], properties: [text("limit")] },
    { name: "Ladder", superClass: ["Element"], properties: [text("key")] },
    {
      name: "FieldRights",
      superClass: ["Element"],
      properties: [{ name: "fields", type: "Field", isMany: true }],
    },
    { name: "Field", superClass: ["Element"], properties: [text("path"), text("right")] },
    { name: "Slot", superClass: ["Element"], properties: [text("id"), text("in"), text("out")] },
    { name: "Extend", superClass: ["Element"], properties: [text("activity"), text("by")] },
  ],
};

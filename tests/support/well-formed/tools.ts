/** Well-formed models as the usual editors write them: their prefixes, namespaces, attributes, order and drawing. None may be refused. */

const MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
const XSI = `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
const DRAWING = `xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"`;

const CAMUNDA_8 = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="${MODEL}" ${DRAWING} ${XSI} xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_1ek0m4b" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler" exporterVersion="5.28.0" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0">
  <bpmn:process id="orderProcess" name="Order" isExecutable="true">
    <bpmn:extensionElements>
      <zeebe:versionTag value="1.0" />
    </bpmn:extensionElements>
    <bpmn:startEvent id="StartEvent_1" name="order in">
      <bpmn:outgoing>Flow_0l4kq2a</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:sequenceFlow id="Flow_0l4kq2a" sourceRef="StartEvent_1" targetRef="Activity_1p5dgpc" />
    <bpmn:serviceTask id="Activity_1p5dgpc" name="Collect money">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="payment-service" retries="3" />
        <zeebe:ioMapping>
          <zeebe:input source="=order.total" target="amount" />
        </zeebe:ioMapping>
        <zeebe:taskHeaders>
          <zeebe:header key="method" value="VISA" />
        </zeebe:taskHeaders>
      </bpmn:extensionElements>
      <bpmn:incoming>Flow_0l4kq2a</bpmn:incoming>
      <bpmn:outgoing>Flow_1mq3g1k</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:exclusiveGateway id="Gateway_0xyz" default="Flow_cheap">
      <bpmn:incoming>Flow_1mq3g1k</bpmn:incoming>
      <bpmn:outgoing>Flow_dear</bpmn:outgoing>
      <bpmn:outgoing>Flow_cheap</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="Flow_1mq3g1k" sourceRef="Activity_1p5dgpc" targetRef="Gateway_0xyz" />
    <bpmn:sequenceFlow id="Flow_dear" name="&#62; 100" sourceRef="Gateway_0xyz" targetRef="Event_end">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=amount &gt; 100</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="Flow_cheap" sourceRef="Gateway_0xyz" targetRef="Activity_user" />
    <bpmn:userTask id="Activity_user">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:assignmentDefinition candidateGroups="team" />
      </bpmn:extensionElements>
      <bpmn:incoming>Flow_cheap</bpmn:incoming>
      <bpmn:outgoing>Flow_last</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="Flow_last" sourceRef="Activity_user" targetRef="Event_end" />
    <bpmn:endEvent id="Event_end">
      <bpmn:incoming>Flow_dear</bpmn:incoming>
      <bpmn:incoming>Flow_last</bpmn:incoming>
    </bpmn:endEvent>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="BPMNDiagram_1">
    <bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="orderProcess">
      <bpmndi:BPMNShape id="_BPMNShape_StartEvent_2" bpmnElement="StartEvent_1"><dc:Bounds x="179" y="99" width="36" height="36" /><bpmndi:BPMNLabel><dc:Bounds x="180" y="142" width="34" height="14" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="Flow_0l4kq2a_di" bpmnElement="Flow_0l4kq2a"><di:waypoint x="215" y="117" /><di:waypoint x="270" y="117" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>`;

const CAMUNDA_7 = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="${MODEL}" ${DRAWING} ${XSI} xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_0" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler" exporterVersion="4.12.0">
  <bpmn:process id="invoice" name="Invoice" isExecutable="true" camunda:historyTimeToLive="180">
    <bpmn:startEvent id="begin" camunda:initiator="starter"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:manualTask id="file" name="File it"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="x">1</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements><bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing></bpmn:manualTask>
    <bpmn:endEvent id="done"><bpmn:incoming>f2</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="begin" targetRef="file" />
    <bpmn:sequenceFlow id="f2" sourceRef="file" targetRef="done" />
  </bpmn:process>
</bpmn:definitions>`;

const BPMN_IO = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${MODEL}" ${DRAWING.replace("xmlns:dc", "xmlns:omgdc").replace("xmlns:di=", "xmlns:omgdi=")} ${XSI} targetNamespace="" xsi:schemaLocation="${MODEL} http://www.omg.org/spec/BPMN/2.0/20100501/BPMN20.xsd">
  <collaboration id="sid-c0e745ff">
    <participant id="sid-87F4" name="Pizza Customer" processRef="PROCESS_1" />
    <participant id="sid-4DC4" name="Pizza vendor" processRef="PROCESS_2" />
    <messageFlow id="sid-4DC479E5" name="pizza order" sourceRef="sid-7B79" targetRef="sid-B9C3" />
    <textAnnotation id="note"><text>hungry</text></textAnnotation>
    <association id="noteOf" sourceRef="sid-87F4" targetRef="note" />
  </collaboration>
  <process id="PROCESS_1">
    <startEvent id="sid-D7F2"><outgoing>sid-A</outgoing></startEvent>
    <task id="sid-7B79" name="Order a pizza"><incoming>sid-A</incoming><outgoing>sid-B</outgoing></task>
    <endEvent id="sid-8FB3"><incoming>sid-B</incoming></endEvent>
    <sequenceFlow id="sid-A" sourceRef="sid-D7F2" targetRef="sid-7B79" />
    <sequenceFlow id="sid-B" sourceRef="sid-7B79" targetRef="sid-8FB3" />
  </process>
  <process id="PROCESS_2">
    <startEvent id="sid-61E0"><outgoing>sid-C</outgoing></startEvent>
    <sequenceFlow id="sid-C" sourceRef="sid-61E0" targetRef="sid-B9C3" />
    <task id="sid-B9C3" name="Bake the pizza"><incoming>sid-C</incoming></task>
  </process>
  <bpmndi:BPMNDiagram id="sid-74620812"><bpmndi:BPMNPlane id="sid-plane" bpmnElement="sid-c0e745ff"><bpmndi:BPMNShape id="g1" bpmnElement="sid-87F4" isHorizontal="true"><omgdc:Bounds height="250.0" width="933.0" x="42.5" y="75.0" /></bpmndi:BPMNShape></bpmndi:BPMNPlane><bpmndi:BPMNLabelStyle id="sid-e0502d32"><omgdc:Font isBold="false" isItalic="false" isStrikeThrough="false" isUnderline="false" name="Arial" size="11.0" /></bpmndi:BPMNLabelStyle></bpmndi:BPMNDiagram>
</definitions>`;

const SIGNAVIO = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<definitions xmlns="${MODEL}" ${DRAWING.replace("xmlns:dc", "xmlns:omgdc").replace("xmlns:di=", "xmlns:omgdi=")} xmlns:signavio="http://www.signavio.com" ${XSI} exporter="Signavio Process Editor, http://www.signavio.com" exporterVersion="17.0" expressionLanguage="https://www.omg.org/spec/DMN/20191111/FEEL/" id="sid-2f2b" targetNamespace="http://www.signavio.com" typeLanguage="http://www.w3.org/2001/XMLSchema" xsi:schemaLocation="${MODEL} http://www.omg.org/spec/BPMN/2.0/20100501/BPMN20.xsd">
   <process id="sid-process" isClosed="false" isExecutable="true" name="办理" processType="None">
      <extensionElements><signavio:signavioDiagramMetaData metaKey="revisionid" metaValue="a1b2"/></extensionElements>
      <laneSet id="sid-lanes">
         <lane id="sid-lane1" name="网格员">
            <extensionElements><signavio:signavioMetaData metaKey="bgcolor" metaValue=""/></extensionElements>
            <flowNodeRef>sid-start</flowNodeRef><flowNodeRef>sid-task</flowNodeRef><flowNodeRef>sid-fork</flowNodeRef><flowNodeRef>sid-more</flowNodeRef><flowNodeRef>sid-join</flowNodeRef><flowNodeRef>sid-end</flowNodeRef>
         </lane>
      </laneSet>
      <startEvent id="sid-start" name=""><extensionElements><signavio:signavioMetaData metaKey="bgcolor" metaValue="#ffffff"/></extensionElements><outgoing>sid-f1</outgoing></startEvent>
      <exclusiveGateway gatewayDirection="Diverging" id="sid-fork" name="" default="sid-f3"><incoming>sid-f1</incoming><outgoing>sid-f2</outgoing><outgoing>sid-f3</outgoing></exclusiveGateway>
      <task completionQuantity="1" id="sid-task" isForCompensation="false" name="核实" startQuantity="1"><incoming>sid-f2</incoming><outgoing>sid-f4</outgoing></task>
      <task completionQuantity="1" id="sid-more" isForCompensation="false" name="登记" startQuantity="1"><incoming>sid-f3</incoming><outgoing>sid-f5</outgoing></task>
      <exclusiveGateway gatewayDirection="Converging" id="sid-join" name=""><incoming>sid-f4</incoming><incoming>sid-f5</incoming><outgoing>sid-f6</outgoing></exclusiveGateway>
      <endEvent id="sid-end" name=""><incoming>sid-f6</incoming></endEvent>
      <sequenceFlow id="sid-f1" name="" sourceRef="sid-start" targetRef="sid-fork"/>
      <sequenceFlow id="sid-f2" name="" sourceRef="sid-fork" targetRef="sid-task"><conditionExpression id="sid-cond" xsi:type="tFormalExpression"><![CDATA[n > 1]]></conditionExpression></sequenceFlow>
      <sequenceFlow id="sid-f3" name="" sourceRef="sid-fork" targetRef="sid-more"/>
      <sequenceFlow id="sid-f4" name="" sourceRef="sid-task" targetRef="sid-join"/>
      <sequenceFlow id="sid-f5" name="" sourceRef="sid-more" targetRef="sid-join"/>
      <sequenceFlow id="sid-f6" name="" sourceRef="sid-join" targetRef="sid-end"/>
   </process>
   <bpmndi:BPMNDiagram id="sid-diagram"><bpmndi:BPMNPlane bpmnElement="sid-process" id="sid-plane"><bpmndi:BPMNShape bpmnElement="sid-lane1" id="sid-lane1_gui" isHorizontal="true"><omgdc:Bounds height="250.0" width="570.0" x="120.0" y="90.0"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>`;

const FLOWABLE = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${MODEL}" ${XSI} xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:flowable="http://flowable.org/bpmn" ${DRAWING.replace("xmlns:dc", "xmlns:omgdc").replace("xmlns:di=", "xmlns:omgdi=")} xmlns:design="http://flowable.org/design" typeLanguage="http://www.w3.org/2001/XMLSchema" expressionLanguage="http://www.omg.org/spec/DMN/20180521/FEEL/" targetNamespace="http://flowable.org/test" design:palette="flowable-work-process-palette">
  <process id="holiday" name="请假" isExecutable="true" flowable:candidateStarterGroups="flowableUser">
    <documentation>请假流程</documentation>
    <extensionElements><design:stencilid><![CDATA[BPMNDiagram]]></design:stencilid><flowable:eventListener events="PROCESS_STARTED" /></extensionElements>
    <startEvent id="startnoneevent1" flowable:initiator="initiator" flowable:formFieldValidation="false"><extensionElements><flowable:work-form-field-validation><![CDATA[false]]></flowable:work-form-field-validation></extensionElements></startEvent>
    <task id="bpmnTask_1" name="申请" flowable:async="true"><extensionElements><flowable:formProperty id="days" type="long" /></extensionElements></task>
    <subProcess id="bpmnSubProcess_2" name="审批"><startEvent id="s2" /><manualTask id="t2" /><sequenceFlow id="sf2" sourceRef="s2" targetRef="t2" /></subProcess>
    <boundaryEvent id="late" attachedToRef="bpmnSubProcess_2" cancelActivity="true"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></boundaryEvent>
    <endEvent id="endevent" />
    <sequenceFlow id="f1" sourceRef="startnoneevent1" targetRef="bpmnTask_1" />
    <sequenceFlow id="f2" sourceRef="bpmnTask_1" targetRef="bpmnSubProcess_2" />
    <sequenceFlow id="f3" sourceRef="bpmnSubProcess_2" targetRef="endevent" />
    <sequenceFlow id="f4" sourceRef="late" targetRef="endevent" />
  </process>
  <bpmndi:BPMNDiagram id="BPMNDiagram_holiday"><bpmndi:BPMNPlane bpmnElement="holiday" id="BPMNPlane_holiday"><bpmndi:BPMNShape bpmnElement="bpmnTask_1" id="BPMNShape_1"><omgdc:Bounds height="80.0" width="100.0" x="200.0" y="20.0" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>`;

const JBPM = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn2:definitions xmlns:bpmn2="${MODEL}" xmlns:bpsim="http://www.bpsim.org/schemas/1.0" xmlns:drools="http://www.jboss.org/drools" ${DRAWING} ${XSI} id="_g" exporter="jBPM Process Modeler" exporterVersion="2.0" targetNamespace="http://www.omg.org/bpmn20">
  <bpmn2:itemDefinition id="_reasonItem" structureRef="String" />
  <bpmn2:collaboration id="_colla" name="Default Collaboration"><bpmn2:participant id="_pool" name="Pool Participant" processRef="demo.approval" /></bpmn2:collaboration>
  <bpmn2:process id="demo.approval" drools:packageName="demo" drools:version="1.0" drools:adHoc="false" name="approval" isExecutable="true" processType="Public">
    <bpmn2:startEvent id="_A1"><bpmn2:outgoing>_F1</bpmn2:outgoing></bpmn2:startEvent>
    <bpmn2:parallelGateway id="_G1" drools:dg="" gatewayDirection="Diverging"><bpmn2:incoming>_F1</bpmn2:incoming><bpmn2:outgoing>_F2</bpmn2:outgoing><bpmn2:outgoing>_F3</bpmn2:outgoing></bpmn2:parallelGateway>
    <bpmn2:task id="_T1" name="Look"><bpmn2:extensionElements><drools:metaData name="elementname"><drools:metaValue><![CDATA[Look]]></drools:metaValue></drools:metaData></bpmn2:extensionElements><bpmn2:incoming>_F2</bpmn2:incoming></bpmn2:task>
    <bpmn2:task id="_T2"><bpmn2:incoming>_F3</bpmn2:incoming></bpmn2:task>
    <bpmn2:sequenceFlow id="_F1" sourceRef="_A1" targetRef="_G1" />
    <bpmn2:sequenceFlow id="_F2" sourceRef="_G1" targetRef="_T1" />
    <bpmn2:sequenceFlow id="_F3" sourceRef="_G1" targetRef="_T2" />
  </bpmn2:process>
  <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="demo.approval" /></bpmndi:BPMNDiagram>
  <bpmn2:relationship type="BPSimData"><bpmn2:extensionElements><bpsim:BPSimData><bpsim:Scenario id="default" name="Simulationscenario"><bpsim:ElementParameters elementRef="_T1" /></bpsim:Scenario></bpsim:BPSimData></bpmn2:extensionElements><bpmn2:source>_g</bpmn2:source><bpmn2:target>_g</bpmn2:target></bpmn2:relationship>
</bpmn2:definitions>`;

const BIZAGI = `<?xml version="1.0" encoding="utf-8"?>
<definitions xmlns:xsd="http://www.w3.org/2001/XMLSchema" ${XSI} targetNamespace="http://www.bizagi.com/definitions/_1" xmlns="${MODEL}">
  <process id="Id_7c5e" name="Process 1">
    <documentation />
    <extensionElements><bizagi:BizagiExtensions xmlns:bizagi="http://www.bizagi.com/bpmn20"><bizagi:BizagiProperties><bizagi:BizagiProperty name="bgColor" value="White" /></bizagi:BizagiProperties></bizagi:BizagiExtensions></extensionElements>
    <startEvent id="Id_1" name=""><outgoing>Id_4</outgoing></startEvent>
    <task id="Id_2" name="Task 1"><documentation /><incoming>Id_4</incoming><outgoing>Id_5</outgoing></task>
    <endEvent id="Id_3" name=""><incoming>Id_5</incoming></endEvent>
    <sequenceFlow id="Id_4" name="" sourceRef="Id_1" targetRef="Id_2" />
    <sequenceFlow id="Id_5" name="" sourceRef="Id_2" targetRef="Id_3" />
  </process>
</definitions>`;

const SEMANTIC = `<?xml version="1.0"?>
<?editor keep="1"?>
<!-- a comment that speaks of <bpmndi:BPMNDiagram> -->
<semantic:definitions xmlns:semantic="${MODEL}" xmlns:trisotech="http://www.trisotech.com/2015/bpmn/modeling" targetNamespace="http://www.trisotech.com/definitions/_1" id="_1" trisotech:logoChoice="Default">
  <semantic:process id="WFP-6-"><semantic:startEvent id="_s" trisotech:x="1"><semantic:outgoing>_f</semantic:outgoing></semantic:startEvent><semantic:task id="_t"><semantic:incoming>_f</semantic:incoming></semantic:task><semantic:sequenceFlow id="_f" sourceRef="_s" targetRef="_t" isImmediate="true" /></semantic:process>
</semantic:definitions>`;

export const TOOLS: Readonly<Record<string, string>> = {
  "Camunda Modeler for Camunda 8": CAMUNDA_8,
  "Camunda Modeler for Camunda 7": CAMUNDA_7,
  "bpmn.io": BPMN_IO,
  Signavio: SIGNAVIO,
  Flowable: FLOWABLE,
  Activiti: FLOWABLE.replaceAll("flowable:", "activiti:").replace(
    `xmlns:flowable="http://flowable.org/bpmn"`,
    `xmlns:activiti="http://activiti.org/bpmn"`,
  ),
  jBPM: JBPM,
  Bizagi: BIZAGI,
  "Trisotech, with comments and instructions": SEMANTIC,
  "a byte order mark": `\uFEFF${CAMUNDA_8}`,
  "lines that end in the manner of Windows": SIGNAVIO.replaceAll("\n", "\r\n"),
};

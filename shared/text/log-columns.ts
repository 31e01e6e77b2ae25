/**
 * How logs of halls name their columns, in English and in Chinese, the most fitting name first: a
 * table with several names of one meaning is read by the first. Compared without case, spaces, `_`,
 * `-`, what stands in brackets and a unit at the end.
 */
import type { ColumnKind } from '../forecast/observed/csv/columns.ts';

/** Split at blanks. */
export const USUAL_COLUMNS: Readonly<Record<ColumnKind, string>> = {
  ticket:
    'ticket ticketid ticketno ticketnumber tokenno tokennumber queueno queuenumber visit visitid ' +
    'caseid callid number no 票号 号码 号票 排队号 排队号码 排队编号 取号号码 号码牌 流水号 业务流水号 序列号',
  queue:
    'queue queuename item itemname serviceitem service servicename servicetype type skill ' +
    '队列 队列名称 排队队列 事项 事项名称 办理事项 业务事项 业务 业务名称 业务类型 业务类别 服务事项 服务类型 事项编码 部门 部门名称 办理部门',
  zone: 'zone zonename area section hall branchzone 区域 分区 服务区 服务区域 办事区 大厅区域 专区',
  date: 'date day businessdate 日期 业务日期 办理日期 取号日期 办件日期',
  arrival:
    'arrival arrivedat arrivaltime arrivalat arrived arrive issued issuedat issuetime tickettime ' +
    'tickettaken takenat checkin checkedinat createdat created ' +
    '取号时间 取票时间 到达时间 到厅时间 出票时间 打票时间 领号时间 排队时间 签到时间 登记时间',
  start:
    'start startedat starttime servicestart servicestarttime servicestartedat serstart begin ' +
    'beginat beginning answered served servedat call called calledat calltime callat ' +
    '开始时间 开始办理时间 办理开始时间 服务开始时间 业务开始时间 受理时间 开始受理时间 开始服务时间 叫号时间 呼叫时间 首次叫号时间',
  end:
    'end endedat endtime endat serviceend serviceendtime serviceendedat serexit finish finished ' +
    'finishedat finishtime completed completedat completiontime closedat ' +
    '结束时间 办结时间 办理结束时间 服务结束时间 业务结束时间 结束办理时间 结束服务时间 完成时间 办理完成时间 办毕时间',
  wait: 'wait waittime waited waiting waitingtime waitduration qtime 等候时长 等待时长 等候时间 等待时间 排队时长 等候 等待',
  service:
    'servicetime serviceduration duration servicelength sertime handlingtime handletime ' +
    '办理时长 服务时长 业务时长 办理用时 受理时长 办理耗时 用时 耗时',
  window:
    'window windowno windowname windowid windownumber counter counterno countername desk station ' +
    'position 窗口 窗口号 窗口编号 窗口名称 办理窗口 受理窗口 柜台 柜台号 柜员窗口',
  clerk:
    'clerk clerkid clerkname agent agentid server resource staff staffno employee operator teller ' +
    'user 人员 工作人员 办理人员 窗口人员 受理人员 经办人 办理人 员工 工号 柜员 柜员号',
};

/** Units as headers write them, at the end of a name or in brackets. */
export const UNIT_WORDS = {
  seconds: ['seconds', 'secs', 'sec', 's', '秒', '秒钟', '秒数'],
  minutes: ['minutes', 'mins', 'min', 'm', '分', '分钟', '分钟数'],
  hours: ['hours', 'hour', 'h', '小时'],
} as const;

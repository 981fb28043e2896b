package org.emcsettlement.settlement.evidence;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCode;

/** The catalogue of findings about prices, events, scores and the folder itself. */
public enum EvidenceFileFinding implements FindingCode {
  /** A price in a unit that does not fit. */
  PRICE_UNIT(
      "price.unit",
      Effect.BLOCK,
      "价格单位 {unit} 不能精确换算为 {expected}；请改为 货币/计量单位。",
      "Price unit {unit} does not convert exactly to {expected}; write currency per unit."),
  /** A price below zero. */
  PRICE_NEGATIVE(
      "price.negative",
      Effect.BLOCK,
      "价格或指数 {value} 小于零；请改正。",
      "Price or index {value} is below zero; correct it."),
  /** Two prices from one date. */
  PRICE_TWICE(
      "price.twice",
      Effect.BLOCK,
      "{date} 有两个价格，请只保留一个。",
      "Two prices hold from {date}; keep one."),
  /** No price on a service date. */
  PRICE_GAP(
      "price.gap",
      Effect.BLOCK,
      "{commodity} 在 {date} 没有有效价格；请在价格表中补充。",
      "There is no price of {commodity} in force on {date}; add it to the price table."),
  /** A file that the contract needs. */
  FILE_MISSING(
      "evidence.file-missing",
      Effect.BLOCK,
      "缺少文件 {file}（{needed}）；请放入证据文件夹。",
      "File {file} is missing ({needed}); put it into the evidence folder."),
  /** A file that nothing refers to. */
  FILE_UNUSED(
      "evidence.file-unused",
      Effect.NOTE,
      "文件 {file} 未被合同引用，没有使用。",
      "File {file} is not referred to by the contract and was not used."),
  /** A folder where a file belongs. */
  NOT_A_FILE(
      "evidence.not-a-file",
      Effect.NOTE,
      "{file} 是文件夹而不是文件，没有使用。",
      "{file} is a folder, not a file, and was not used."),
  /** A file among the statements that is none. */
  STATEMENT_UNUSED(
      "statement.unused",
      Effect.NOTE,
      "文件 {file} 没有使用：已开具的结算单应为 statements/…/statement.json。",
      "File {file} was not used: issued statements are statements/…/statement.json."),
  /** A draft among the issued statements. */
  STATEMENT_DRAFT(
      "statement.draft-unused",
      Effect.NOTE,
      "{file} 是草稿（没有开具日期），不作为上期结算单使用。",
      "{file} is a draft without an issue date and was not used as a predecessor."),
  /** A statement of another contract. */
  STATEMENT_FOREIGN(
      "statement.of-another-contract",
      Effect.NOTE,
      "{file} 是合同 {contract} 的结算单，没有使用。",
      "{file} is a statement of contract {contract} and was not used."),
  /** Two events with one id. */
  EVENT_TWICE("event.twice", Effect.BLOCK, "事件编号 {id} 重复。", "Event id {id} is given twice."),
  /** An event whose end does not follow its start. */
  EVENT_DATES(
      "event.dates",
      Effect.BLOCK,
      "事件 {id} 的结束日 {to} 不晚于开始日 {from}。",
      "Event {id} ends on {to}, not after its start {from}."),
  /** An adjustment that nobody approved. */
  EVENT_NOT_APPROVED(
      "event.not-approved",
      Effect.PROVISIONAL,
      "事件 {id} 没有批准人或证据，按暂定处理。",
      "Event {id} names no approver or no evidence; it counts provisionally."),
  /** Scores outside 0 to 100. */
  SCORE_RANGE(
      "score.range",
      Effect.BLOCK,
      "得分 {value} 不在 0 至 100 之间。",
      "Score {value} lies outside 0 to 100."),
  /** A weight below 0. */
  SCORE_WEIGHT(
      "score.weight",
      Effect.BLOCK,
      "权重 {value} 小于零；请改正。",
      "Weight {value} is below zero; correct it."),
  /** Two assessments of one day, neither a part of the other. */
  SCORE_OVERLAP(
      "score.overlap",
      Effect.BLOCK,
      "考核期 {first} 与 {second} 重叠，同一时期只能有一次考核；请改正日期。",
      "Assessments {first} and {second} overlap; one period has one assessment, correct the dates."),
  /** Item weights that do not add up. */
  SCORE_WEIGHTS(
      "score.weights",
      Effect.BLOCK,
      "{period} 的考核权重合计为 {sum}，应为 1。",
      "The weights of the assessment of {period} add up to {sum}, not to 1."),
  /** A score without evidence. */
  SCORE_EVIDENCE(
      "score.evidence",
      Effect.NOTE,
      "考核项 {item} 没有证据编号。",
      "Assessment item {item} names no evidence."),
  /** No score for a period. */
  SCORE_MISSING(
      "score.missing",
      Effect.PROVISIONAL,
      "{period} 没有考核得分，暂按全额支付，待补评后清算。",
      "There is no score for {period}; the linked part is paid in full and trued up later."),
  /** No score for a period whose linked part waits for it. */
  SCORE_AWAITED(
      "score.awaited",
      Effect.NOTE,
      "{period} 没有考核得分，挂钩部分待评分后支付。",
      "There is no score for {period}; the linked part is paid once it is scored."),
  /** A veto item that was not assessed. */
  SCORE_VETO_MISSING(
      "score.veto-missing",
      Effect.PROVISIONAL,
      "{period} 的考核没有一票否决项 {item}，视为未触发。",
      "The assessment of {period} lacks the veto item {item}; it counts as passed."),
  /** A record without evidence. */
  RECORD_EVIDENCE(
      "record.evidence",
      Effect.PROVISIONAL,
      "记录 {item} 没有证据编号，按暂定处理。",
      "Record {item} names no evidence; it counts provisionally."),
  /** A count or amount that cannot be. */
  RECORD_VALUE(
      "record.value",
      Effect.BLOCK,
      "{value} 应大于零：次数为整数，金额最多两位小数。",
      "{value} must be above zero: a count whole, an amount with at most two decimals."),
  /** An incident outside the term. */
  RECORD_OUT_OF_TERM(
      "record.out-of-term",
      Effect.NOTE,
      "{file} 中 {date} 的记录 {item} 不在服务期 {term} 内，没有影响。",
      "Record {item} of {date} in {file} lies outside the term {term} and has no effect."),
  /** An incident that no clause knows. */
  INCIDENT_UNKNOWN(
      "incident.unknown-item",
      Effect.BLOCK,
      "{date} 的事项 {item} 不在扣减清单中；可用：{known}。",
      "Incident {item} of {date} is not among the agreed items: {known}."),
  /** A claim beyond what is held. */
  CLAIM_EXCEEDS(
      "claim.exceeds-retention",
      Effect.NOTE,
      "索赔 {item} 为 {claimed}，质保金余额只有 {held}，超出部分不能从质保金中扣除。",
      "Claim {item} is {claimed} but only {held} is held; the rest cannot be taken from retention.");

  private final String code;
  private final Effect effect;
  private final String zh;
  private final String en;

  EvidenceFileFinding(String code, Effect effect, String zh, String en) {
    this.code = code;
    this.effect = effect;
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Effect defaultEffect() {
    return effect;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }
}

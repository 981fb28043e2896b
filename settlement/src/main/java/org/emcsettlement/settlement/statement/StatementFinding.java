package org.emcsettlement.settlement.statement;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCode;

/** The catalogue of findings about statements that are read. */
public enum StatementFinding implements FindingCode {
  /** A statement that contradicts itself, as one that was altered does. */
  DOES_NOT_ADD_UP(
      "statement.does-not-add-up",
      Effect.BLOCK,
      "结算单自相矛盾：{ruleZh}。",
      "The statement contradicts itself: {rule}."),
  /** A member that does not have the form of a statement's. */
  FORM(
      "statement.form",
      Effect.BLOCK,
      "{found} 不符合结算单的格式；请对照其结构定义（emc schema statement）。",
      "{found} is not of the form of a statement; see its schema (emc schema statement).");

  private final String code;
  private final Effect effect;
  private final String zh;
  private final String en;

  StatementFinding(String code, Effect effect, String zh, String en) {
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

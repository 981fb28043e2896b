package org.emcsettlement.baseline.savings;

import org.emcsettlement.core.finding.Named;

/** Under which conditions savings are counted. */
public enum SavingsQuantity implements Named {
  /** Under those of the reporting period: adjusted baseline less measured use. */
  AVOIDED("avoided", "避免用量", "avoided use"),
  /** Under those of the baseline period: measured use less the reporting period's model. */
  BACKCAST("backcast", "回溯节约量", "backcast savings"),
  /** Under those of a normal year: the baseline's model less the reporting period's. */
  NORMALISED("normalised", "标准化节约量", "normalised savings"),
  /** Under those of a normal year, added up over steps between models. */
  CHAINED("chained", "链式节约量", "chained savings");

  private final String id;
  private final String zh;
  private final String en;

  SavingsQuantity(String id, String zh, String en) {
    this.id = id;
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String id() {
    return id;
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

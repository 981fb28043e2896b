package org.emcsettlement.settlement.statement;

/** How far the facts behind a statement are settled, in order of authority. */
public enum RunType {
  /** Some facts are missing, estimated, or not yet agreed. */
  PROVISIONAL("预结算", "provisional"),
  /** All facts of the period were read once. */
  INITIAL("初次结算", "initial");

  private final String zh;
  private final String en;

  RunType(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** {@return the name in both languages} */
  public Bilingual label() {
    return new Bilingual(zh, en);
  }
}

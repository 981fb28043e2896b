package org.emcsettlement.settlement.packages;

/** Whether a member has a statement in a package's period. */
public enum MemberState {
  /** It has one. */
  SETTLED("已结算", "settled"),
  /** Something blocks it. */
  BLOCKED("未能结算", "blocked"),
  /** Its own term has no day in the period: it has not joined yet, or has left. */
  OUTSIDE("本期不在合同内", "not in the package");

  private final String zh;
  private final String en;

  MemberState(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** {@return the Chinese name} */
  public String zh() {
    return zh;
  }

  /** {@return the English name} */
  public String en() {
    return en;
  }
}

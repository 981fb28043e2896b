package org.emcsettlement.baseline.explain;

/** Whether a fit may serve as a baseline. */
public enum Verdict {
  /** Every criterion is met and nothing makes it provisional. */
  ACCEPTABLE("可接受", "acceptable"),
  /** Every criterion is met, but the data leave something to settle. */
  PROVISIONAL("暂定", "provisional"),
  /** A criterion is missed, or a finding blocks. */
  NOT_ACCEPTABLE("不可接受", "not acceptable"),
  /** Nothing could be fitted. */
  NO_FIT("无法拟合", "no fit");

  private final String zh;
  private final String en;

  Verdict(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** {@return its Chinese name} */
  public String zh() {
    return zh;
  }

  /** {@return its English name} */
  public String en() {
    return en;
  }
}

package org.emcsettlement.settlement.indicator;

import org.emcsettlement.core.finding.Named;

/** The levels of quotas; what does not exceed a level deserves its verdict. */
public enum QuotaLevel implements Named {
  /** Guiding value of energy. */
  GUIDE("引导值", "guiding value", Verdict.ADVANCED),
  /** Advanced value of water. */
  ADVANCED("先进值", "advanced value", Verdict.ADVANCED),
  /** Reference value of energy. */
  REFERENCE("基准值", "reference value", Verdict.GOOD),
  /** Limit of energy. */
  LIMIT("约束值", "limit", Verdict.ACCEPTABLE),
  /** General value of water. */
  GENERAL("通用值", "general value", Verdict.ACCEPTABLE);

  /** What a comparison says. */
  public enum Verdict implements Named {
    /** Not above the strictest level. */
    ADVANCED("先进", "advanced"),
    /** Not above the reference. */
    GOOD("良好", "good"),
    /** Not above the limit, with potential. */
    ACCEPTABLE("合格，节能潜力较大", "acceptable, large potential"),
    /** Above the limit. */
    EXCEEDED("超定额", "exceeds the quota"),
    /** Stated on another basis of standard coal. */
    NOT_COMPARABLE("口径不同，不比较", "another basis, not compared");

    private final String zh;
    private final String en;

    Verdict(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    @Override
    public String id() {
      return name();
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

  private final String zh;
  private final String en;
  private final Verdict verdict;

  QuotaLevel(String zh, String en, Verdict verdict) {
    this.zh = zh;
    this.en = en;
    this.verdict = verdict;
  }

  @Override
  public String id() {
    return name();
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }

  /** {@return what a value deserves that does not exceed the level} */
  public Verdict verdict() {
    return verdict;
  }
}

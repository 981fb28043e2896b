package org.emcsettlement.settlement.contract;

/**
 * The stages of a settlement in their order (settlement-methods, section 4). Clauses are sorted by
 * stage and keep the contract's order within one; limits, performance and compensation (11 to 13)
 * keep the contract's order among all three.
 */
public enum Stage {
  /** Baseline quantity. */
  BASELINE(40, "基准量", "baseline quantity"),
  /** Routine adjustment: weather, occupancy, area, hours. */
  ROUTINE(50, "常规调整", "routine adjustment"),
  /** Non-routine adjustment: recorded events. */
  NON_ROUTINE(55, "非常规调整", "non-routine adjustment"),
  /** Actual and avoided quantity. */
  AVOIDED(60, "节约量", "avoided quantity"),
  /** Value by price. */
  PRICING(70, "计价", "pricing"),
  /** Eligibility and deadband. */
  VERIFICATION(80, "核定", "verification"),
  /** Carried deficits. */
  DEFICIT(90, "负节约结转", "carried deficit"),
  /** Fee, share or guarantee. */
  MECHANIC(100, "费用与分享", "fee and share"),
  /** Caps, floors, netting of utility bills. */
  LIMIT(110, "上下限与抵扣", "limits and netting"),
  /** Performance factor and deductions. */
  PERFORMANCE(110, "考核", "performance"),
  /** Compensation and excess. */
  COMPENSATION(110, "补偿与奖励", "compensation and excess"),
  /** What a package settled for all its members together. */
  PACKAGE(130, "打包分摊", "allocated by the package"),
  /** What is invoiced now. */
  BILLING(135, "应结算额", "billing"),
  /** Early termination: buy-out and penalties. */
  TERMINATION(136, "终止", "termination"),
  /** Interest on late payments. */
  INTEREST(137, "逾期利息", "late-payment interest"),
  /** Value added tax. */
  TAX(140, "增值税", "value added tax"),
  /** Retention and its release. */
  RETENTION(150, "质保金", "retention"),
  /** Advances offset. */
  ADVANCE(160, "预付抵扣", "advance offset"),
  /** Overpayments set off. */
  SET_OFF(170, "多付款抵扣", "overpayment set off"),
  /** The final account closes every balance. */
  FINAL_ACCOUNT(175, "最终结清", "final account"),
  /** Net payable. */
  NET(180, "应付净额", "net payable"),
  /** What is payable by building, meter and budget code. */
  ALLOCATION(190, "内部分摊", "allocation to cost centres");

  private final int order;
  private final String zh;
  private final String en;

  Stage(int order, String zh, String en) {
    this.order = order;
    this.zh = zh;
    this.en = en;
  }

  /** {@return the place in the order; equal for stages whose order the contract decides} */
  public int order() {
    return order;
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

package org.emcsettlement.settlement.statement;

/** The chart of accounts, seen from the service provider. */
public enum Account {
  /** What the institution owes. */
  RECEIVABLE("应收用能单位款", "receivable from institution"),
  /** Hosting and service fees. */
  SERVICE_REVENUE("服务收入", "service revenue"),
  /** Shares of savings, excess shares and bonuses. */
  SAVINGS_SHARE("节能效益分享收入", "savings share"),
  /** Compensation for missed guarantees. */
  COMPENSATION("差额补偿", "compensation payable"),
  /** The investment that the institution takes over. */
  ASSET_TRANSFER("投资转让收入", "transfer of the investment"),
  /** Penalties for ending a contract early. */
  PENALTY("违约金", "penalties"),
  /** Interest on late payments. */
  INTEREST("逾期利息", "late-payment interest"),
  /** Amounts withheld until a release event. */
  RETENTION("应收质保金", "retention receivable"),
  /** Advances received and not yet earned. */
  ADVANCE("预收款", "advance received"),
  /** Negative results carried into later statements. */
  CARRIED("结转余额", "carried balance"),
  /** Value added tax. */
  VAT("应交增值税", "VAT payable");

  private final String zh;
  private final String en;

  Account(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** {@return the name in both languages} */
  public Bilingual label() {
    return new Bilingual(zh, en);
  }
}

package org.emcsettlement.settlement.statement;

/** How value added tax applies to a line. */
public enum TaxStatus {
  /** At a rate. */
  TAXED("应税", "taxed"),
  /** At the rate zero, which still is a taxed supply. */
  ZERO_RATED("零税率", "zero-rated"),
  /** A taxed supply that a rule exempts. */
  EXEMPT("免税", "exempt"),
  /** No taxed supply at all, but part of the same document. */
  OUT_OF_SCOPE("不征税", "out of scope");

  private final String zh;
  private final String en;

  TaxStatus(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** {@return the name in both languages} */
  public Bilingual label() {
    return new Bilingual(zh, en);
  }
}

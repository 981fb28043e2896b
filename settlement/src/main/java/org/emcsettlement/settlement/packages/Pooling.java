package org.emcsettlement.settlement.packages;

/** What a package settles for its members together (settlement-methods, 5.12). */
public enum Pooling {
  /** Nothing but joint costs: every member is its own contract. */
  NONE("不合并", "not pooled"),
  /** The guarantee: all savings are compared with all guarantees. */
  POOLED_GUARANTEE("合并考核保证量", "pooled guarantee"),
  /** Sharing and guarantee work on all savings. */
  POOLED_ALL("合并核算", "all pooled");

  private final String zh;
  private final String en;

  Pooling(String zh, String en) {
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

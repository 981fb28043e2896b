package org.emcsettlement.settlement.savings;

import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.LineKind;

/** The lines that show quantities; they carry no amount and are never posted. */
public final class QuantityLines {

  /** The baseline before adjustment. */
  public static final LineKind BASELINE =
      LineKind.of("BASELINE", "基准量", "baseline", Account.RECEIVABLE);

  /** One adjustment of the baseline. */
  public static final LineKind ADJUSTMENT =
      LineKind.of("ADJUSTMENT", "基准调整", "adjustment", Account.RECEIVABLE);

  /** The adjusted baseline. */
  public static final LineKind ADJUSTED_BASELINE =
      LineKind.of("ADJUSTED_BASELINE", "调整后基准量", "adjusted baseline", Account.RECEIVABLE);

  /** What belongs to days that count on neither side. */
  public static final LineKind LEFT_OUT =
      LineKind.of("LEFT_OUT", "扣除不计入天数的基准", "baseline of days left out", Account.RECEIVABLE);

  /** The actual use. */
  public static final LineKind ACTUAL =
      LineKind.of("ACTUAL", "实际用量", "actual use", Account.RECEIVABLE);

  /** The avoided quantity. */
  public static final LineKind AVOIDED =
      LineKind.of("AVOIDED", "节约量（基准减实际）", "avoided quantity", Account.RECEIVABLE);

  private QuantityLines() {}
}

package org.emcsettlement.baseline.savings;

import java.time.LocalDate;
import org.emcsettlement.core.finding.Named;

/**
 * Days that neither side of a comparison counts.
 *
 * @param reason why
 * @param days how many [d]
 * @param first the first of them
 * @param last the last of them
 */
public record LeftOut(Reason reason, int days, LocalDate first, LocalDate last) {

  /** Why days are left out. */
  public enum Reason implements Named {
    /** The meter has no value for the day, or no bill covers it. */
    NO_USE("no-use", "没有用量", "use is missing"),
    /** A driver of the model is unknown on the day, or on another day of its bill. */
    NO_DRIVER("no-driver", "驱动因素未知", "a driver is unknown"),
    /** The meter stood still, was reset, or counted the use of other days too. */
    METER_FAULT("meter-fault", "表计故障", "the meter was at fault"),
    /** Water was lost on the day, which the end of a leak would turn into savings. */
    LOST_WATER("lost-water", "漏损或爆管", "water was lost"),
    /** The day's bill reaches beyond the period; bills are never split. */
    CUT_BILL("cut-bill", "账单跨越期间边界", "the bill reaches beyond the period");

    private final String id;
    private final String zh;
    private final String en;

    Reason(String id, String zh, String en) {
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
}

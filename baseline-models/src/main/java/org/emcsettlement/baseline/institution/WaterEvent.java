package org.emcsettlement.baseline.institution;

import java.util.Collection;
import org.emcsettlement.baseline.judge.Significant;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Named;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;

/**
 * A leak or a fault of a water meter.
 *
 * @param kind what happened
 * @param days its days; the end is the day after the last one
 * @param open whether it still runs on the last day of the data
 * @param ratePerDay use beyond the usual: of a leak the flow lost, of a burst or catch-up the
 *     excess, of a reset the negative reading, of a dead meter the standing reading less what was
 *     expected [canonical unit/d]
 * @param standardError the standard error of the rate [canonical unit/d]
 * @param silentDays the days without use before a catch-up [d]
 * @param expectedPerDay the use expected on its days [canonical unit/d]
 */
public record WaterEvent(
    Kind kind,
    Period days,
    boolean open,
    double ratePerDay,
    double standardError,
    int silentDays,
    double expectedPerDay) {

  /** What happens to water and meters. */
  public enum Kind implements Named {
    /** Water runs day and night for a week or more. */
    LEAK("漏损", "leak", WaterFinding.LEAK),
    /** A few days far above anything usual. */
    BURST("爆管或异常", "burst", WaterFinding.BURST),
    /** A day that holds the use of days before it. */
    CATCH_UP("补记", "catch-up", WaterFinding.CATCH_UP),
    /** Use below zero. */
    RESET("归零", "reset", WaterFinding.RESET),
    /** The reading stands still while the building uses water. */
    DEAD_METER("停走", "dead meter", WaterFinding.DEAD_METER);

    private final String zh;
    private final String en;
    private final WaterFinding finding;

    Kind(String zh, String en, WaterFinding finding) {
      this.zh = zh;
      this.en = en;
      this.finding = finding;
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

    /**
     * Whether what was read says nothing about use, so that its days count on neither side of a
     * comparison. Water lost to leaks and bursts was used: it stays, as a quantity of its own.
     *
     * @return true for faults of the meter
     */
    public boolean isMeterFault() {
      return this == CATCH_UP || this == RESET || this == DEAD_METER;
    }
  }

  private static final int SHOWN_DIGITS = 3;

  /** {@return the rate over all days [canonical unit]; of a leak or burst the water lost} */
  public double quantity() {
    return ratePerDay * days.days();
  }

  /** {@return the standard error of the quantity; the usual level errs on all days alike} */
  public double quantityError() {
    return standardError * days.days();
  }

  /** {@return the finding that tells a person of it, and what to do} */
  public Finding finding() {
    return Finding.of(
        open && kind == Kind.LEAK ? WaterFinding.LEAK_OPEN : kind.finding,
        Place.NOWHERE.during(days.toString()),
        "from",
        days.start(),
        "to",
        days.end(),
        "rate",
        shown(ratePerDay),
        "error",
        shown(standardError),
        "quantity",
        shown(quantity()),
        "times",
        shown(UnusualDays.BURST_DAYS),
        "silent",
        silentDays,
        "expected",
        shown(expectedPerDay),
        "value",
        shown(ratePerDay + expectedPerDay));
  }

  /**
   * The findings of events.
   *
   * @param events the events
   * @return one finding each, in order
   */
  public static Findings findings(Collection<WaterEvent> events) {
    return Findings.of(events.stream().map(WaterEvent::finding).toList());
  }

  private static String shown(double value) {
    return Double.isFinite(value) ? Significant.of(value, SHOWN_DIGITS).toPlainString() : "n/d";
  }
}

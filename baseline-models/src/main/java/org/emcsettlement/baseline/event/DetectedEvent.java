package org.emcsettlement.baseline.event;

import java.util.Collection;
import java.util.Optional;
import org.emcsettlement.baseline.judge.Significant;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Named;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;

/**
 * Something that happened to use beside what the baseline explains. It is reported; nothing is
 * removed from the data because of it.
 *
 * @param kind how it ran
 * @param days its days: of a level shift to the end of the baseline or reporting period, of a drift
 *     while it grows, of a unit change until readings return to the former unit or end
 * @param within the period it lies in
 * @param effectPerDay by how much use changed, positive if it went up; of a drift when it is
 *     complete [canonical unit/d]
 * @param standardError the standard error of the effect, with autocorrelation taken into account
 *     [canonical unit/d]
 * @param fraction the effect over the mean expected use of the series
 * @param statistic the effect over its standard error; of a unit change that of its logarithm
 * @param unit the ratio of readings, for a unit change
 */
public record DetectedEvent(
    Kind kind,
    Period days,
    Within within,
    double effectPerDay,
    double standardError,
    double fraction,
    double statistic,
    Optional<UnitStep> unit) {

  /**
   * By how much readings changed.
   *
   * @param units the units whose ratio it fits
   * @param measured readings over expected use in the event over those outside it
   */
  public record UnitStep(UnitRatio units, double measured) {}

  /** How an event runs. */
  public enum Kind {
    /** Use changes from one day to the next and stays changed. */
    LEVEL_SHIFT(EventFinding.LEVEL_SHIFT),
    /** Use changes for some time and returns. */
    TEMPORARY(EventFinding.TEMPORARY),
    /** Use changes little by little and stays changed. */
    DRIFT(EventFinding.DRIFT),
    /** Use changes by the ratio of two units, as after a new meter or a new export. */
    UNIT_CHANGE(EventFinding.UNIT_CHANGE);

    private final EventFinding finding;

    Kind(EventFinding finding) {
      this.finding = finding;
    }
  }

  /** The period in which an event lies. */
  public enum Within implements Named {
    /** The baseline period. */
    BASELINE("基期", "baseline period"),
    /** The reporting period. */
    REPORTING("报告期", "reporting period");

    private final String zh;
    private final String en;

    Within(String zh, String en) {
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

  private static final int SHOWN_DIGITS = 3;

  /** {@return the finding that tells a person of it} */
  public Finding finding() {
    return Finding.of(
        kind.finding,
        Place.NOWHERE.during(days.toString()),
        "within",
        within,
        "from",
        days.start(),
        "to",
        days.end(),
        "effect",
        shown(effectPerDay),
        "error",
        shown(standardError),
        "percent",
        shown(100 * fraction),
        "statistic",
        shown(statistic),
        "ratio",
        unit.map(step -> shown(step.measured())).orElse(""),
        "units",
        unit.<Object>map(UnitStep::units).orElse(""));
  }

  /**
   * The findings of events.
   *
   * @param events the events
   * @return one finding each, in order
   */
  public static Findings findings(Collection<DetectedEvent> events) {
    return Findings.of(events.stream().map(DetectedEvent::finding).toList());
  }

  private static String shown(double value) {
    return Double.isFinite(value) ? Significant.of(value, SHOWN_DIGITS).toPlainString() : "n/d";
  }
}

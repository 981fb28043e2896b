package org.emcsettlement.baseline.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyUse;

/**
 * An event measured by a meter of its own, such as chargers that the institution added.
 *
 * @param basis what it rests on
 * @param use the sub-meter's use by day
 * @param sign +1 if the measured use is new and raises the baseline, −1 if the baseline held it
 * @param relativeUncertainty the relative standard uncertainty of the meter, common to all its days
 */
public record SubMeter(Basis basis, DailyUse use, int sign, BigDecimal relativeUncertainty)
    implements Adjustment {

  /**
   * A measured event.
   *
   * @param basis what it rests on
   * @param use the sub-meter's use by day
   * @param sign +1 or −1
   * @param relativeUncertainty the relative standard uncertainty of the meter
   * @throws IllegalArgumentException if the sign is neither +1 nor −1 or the uncertainty is below 0
   */
  public SubMeter {
    if (Math.abs(sign) != 1) {
      throw new IllegalArgumentException("sign " + sign + " must be +1 or -1");
    }
    if (relativeUncertainty.signum() < 0) {
      throw new IllegalArgumentException(
          "relativeUncertainty " + relativeUncertainty + " must not be below 0");
    }
  }

  private Stream<LocalDate> days(Period period) {
    return basis.days().overlap(period).stream().flatMap(Period::dates);
  }

  @Override
  public BigDecimal quantity(Period period) {
    Rational sum =
        days(period).map(use::on).flatMap(Optional::stream).reduce(Rational.ZERO, Rational::plus);
    return Adjustment.decimal(sum.times(Rational.of(sign)));
  }

  @Override
  public BigDecimal standardUncertainty(Period period) {
    return Adjustment.decimal(
        Rational.of(quantity(period)).absolute().times(Rational.of(relativeUncertainty)));
  }

  /**
   * Days of the event without a reading. They add nothing to {@link #quantity}.
   *
   * @param period the days that are settled
   * @return a finding if there are any
   */
  public Findings gaps(Period period) {
    List<LocalDate> missing = days(period).filter(date -> use.on(date).isEmpty()).toList();
    FindingCollector findings = new FindingCollector();
    if (!missing.isEmpty()) {
      findings.add(
          EventFinding.SUB_METER_GAP,
          Place.NOWHERE.during(period.toString()),
          "id",
          basis.id(),
          "count",
          missing.size(),
          "first",
          missing.get(0),
          "last",
          missing.get(missing.size() - 1));
    }
    return findings.findings();
  }
}

package org.emcsettlement.settlement.evidence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.baseline.savings.MeasuredUse;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.BilledUse;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.HourlyUse;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.core.series.Quality;
import org.emcsettlement.core.series.Resolution;

/** The use of one commodity inside the boundary: the signed sum of its meters. */
public sealed interface BoundaryUse {

  /**
   * A meter with the sign it counts with.
   *
   * @param id its id
   * @param readings its readings
   * @param sign +1 or −1
   */
  record SignedMeter(String id, MeterReadings readings, int sign) {}

  /**
   * A meter read at least daily.
   *
   * @param id its id
   * @param readings its readings
   * @param use its use by day
   * @param sign +1 or −1
   */
  record DailyMeter(String id, MeterReadings readings, DailyUse use, int sign) {}

  /**
   * The use inside a period.
   *
   * @param quantity the exact use [canonical unit]
   * @param split whether a bill had to be split by days
   * @param missing the days without a value, in order
   */
  record Part(Rational quantity, boolean split, List<LocalDate> missing) {}

  /**
   * The use inside a period, days without a value passed over.
   *
   * @param period the period
   * @return the use and what is missing
   */
  Part in(Period period);

  /** {@return the days that all meters cover} */
  Period coverage();

  /** {@return the zone in which days are formed} */
  ZoneId zone();

  /**
   * The use as bills: those of a single billed meter as they are, else complete calendar months.
   *
   * @param period the period whose months are meant
   * @return the bills in order
   */
  default List<BilledUse.Bill> bills(Period period) {
    if (this instanceof Billed billed
        && billed.meters().size() == 1
        && billed.meters().get(0).sign() > 0) {
      return BilledUse.of(billed.meters().get(0).readings()).bills();
    }
    List<BilledUse.Bill> months = new ArrayList<>();
    for (Period month : period.months()) {
      Part part = in(month);
      if (part.missing().isEmpty()) {
        months.add(BilledUse.Bill.of(month, zone(), part.quantity(), Quality.ACTUAL));
      }
    }
    return months;
  }

  /**
   * The use of meters.
   *
   * @param meters the meters in contract order, at least one
   * @return by day if all meters are read at least daily, else by bill
   */
  static BoundaryUse of(List<SignedMeter> meters) {
    boolean daily =
        meters.stream().allMatch(meter -> meter.readings().resolution() != Resolution.BILLING);
    if (!daily) {
      return new Billed(meters);
    }
    List<DailyMeter> uses =
        meters.stream()
            .map(m -> new DailyMeter(m.id(), m.readings(), DailyUse.of(m.readings()), m.sign()))
            .toList();
    return new Daily(
        uses,
        DailyUse.sum(uses.stream().map(m -> new DailyUse.Signed(m.use(), m.sign())).toList()));
  }

  /**
   * Use known by day.
   *
   * @param meters the meters
   * @param use their signed sum by day
   */
  record Daily(List<DailyMeter> meters, DailyUse use) implements BoundaryUse {
    @Override
    public Part in(Period period) {
      return part(use, period);
    }

    static Part part(DailyUse use, Period period) {
      Rational sum = Rational.ZERO;
      List<LocalDate> missing = new ArrayList<>();
      for (LocalDate date : period.dates().toList()) {
        Optional<Rational> quantity = use.on(date);
        if (quantity.isPresent()) {
          sum = sum.plus(quantity.get());
        } else {
          missing.add(date);
        }
      }
      return new Part(sum, false, missing);
    }

    /** {@return the use by hour, absent unless every meter is read at least hourly} */
    public Optional<HourlyUse> hourly() {
      if (meters.stream().anyMatch(m -> m.readings().resolution() != Resolution.HOURLY)) {
        return Optional.empty();
      }
      return Optional.of(
          HourlyUse.sum(
              meters.stream()
                  .map(m -> new HourlyUse.Signed(HourlyUse.of(m.readings()), m.sign()))
                  .toList()));
    }

    /** {@return the same as savings are counted in, by hour too if it is known so finely} */
    public MeasuredUse measured() {
      return hourly().map(hours -> MeasuredUse.of(use, hours)).orElseGet(() -> MeasuredUse.of(use));
    }

    @Override
    public Period coverage() {
      return use.coverage();
    }

    @Override
    public ZoneId zone() {
      return use.zone();
    }
  }

  /**
   * Use known by bill, for at least one of the meters.
   *
   * @param meters the meters
   */
  record Billed(List<SignedMeter> meters) implements BoundaryUse {
    @Override
    public Part in(Period period) {
      Rational sum = Rational.ZERO;
      boolean split = false;
      Set<LocalDate> missing = new LinkedHashSet<>();
      for (SignedMeter meter : meters) {
        Part part = part(meter.readings(), period);
        sum = meter.sign() > 0 ? sum.plus(part.quantity()) : sum.minus(part.quantity());
        split |= part.split();
        missing.addAll(part.missing());
      }
      return new Part(sum, split, missing.stream().sorted().toList());
    }

    /**
     * The use of one meter inside a period.
     *
     * @param readings its readings
     * @param period the period
     * @return what it counted, and the days it did not
     */
    public static Part part(MeterReadings readings, Period period) {
      if (readings.resolution() == Resolution.BILLING) {
        BilledUse.Part part = BilledUse.of(readings).in(period);
        return new Part(part.quantity(), part.split(), part.missing());
      }
      return Daily.part(DailyUse.of(readings), period);
    }

    @Override
    public Period coverage() {
      Period coverage = meters.get(0).readings().coverage();
      for (SignedMeter meter : meters) {
        coverage =
            coverage
                .overlap(meter.readings().coverage())
                .orElse(Period.of(coverage.start(), coverage.start()));
      }
      return coverage;
    }

    @Override
    public ZoneId zone() {
      return meters.get(0).readings().format().zone();
    }
  }
}

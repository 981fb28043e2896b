package org.emcsettlement.core.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;

/**
 * Exact use by billing period, between the dates on which a meter was read. Bills are never scaled
 * and never spread over days for a fit; a settlement that needs a part of one splits it by days and
 * says so.
 */
public final class BilledUse {

  private final Commodity commodity;
  private final List<Bill> bills;

  /**
   * One billing period.
   *
   * @param period the local dates from reading to reading
   * @param from the first instant
   * @param until the instant after the last
   * @param quantity the exact use [canonical unit]; 0 if missing
   * @param quality where the value comes from
   */
  public record Bill(
      Period period, Instant from, Instant until, Rational quantity, Quality quality) {

    /**
     * A bill from midnight to midnight.
     *
     * @param period its local dates
     * @param zone the zone of the dates
     * @param quantity the exact use [canonical unit]
     * @param quality where the value comes from
     * @return the bill
     */
    public static Bill of(Period period, ZoneId zone, Rational quantity, Quality quality) {
      return new Bill(
          period,
          period.start().atStartOfDay(zone).toInstant(),
          period.end().atStartOfDay(zone).toInstant(),
          quantity,
          quality);
    }

    /** {@return whether there is no value} */
    public boolean isMissing() {
      return quality == Quality.MISSING;
    }
  }

  /**
   * The use inside a period.
   *
   * @param quantity the exact use [canonical unit], bills at the edges split by days
   * @param split whether any bill had to be split
   * @param missing the days that no bill covers, in order
   */
  public record Part(Rational quantity, boolean split, List<LocalDate> missing) {}

  private BilledUse(Commodity commodity, List<Bill> bills) {
    this.commodity = commodity;
    this.bills = bills;
  }

  /**
   * The bills of a meter.
   *
   * @param readings readings of any resolution
   * @return one bill per interval of at least one local day
   */
  public static BilledUse of(MeterReadings readings) {
    return readings.billed();
  }

  static BilledUse from(MeterReadings readings) {
    List<Bill> bills = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      Period period = Period.of(readings.series().startDate(i), readings.series().endDate(i));
      if (!period.isEmpty()) {
        bills.add(
            new Bill(
                period,
                readings.start(i),
                readings.end(i),
                readings.quantity(i),
                readings.quality(i)));
      }
    }
    return new BilledUse(readings.commodity(), List.copyOf(bills));
  }

  /** {@return what is used} */
  public Commodity commodity() {
    return commodity;
  }

  /** {@return the bills in time order} */
  public List<Bill> bills() {
    return bills;
  }

  /**
   * The use inside a period.
   *
   * @param period the period
   * @return the use, and what had to be split or is missing
   */
  public Part in(Period period) {
    Rational quantity = Rational.ZERO;
    boolean split = false;
    List<LocalDate> missing = new ArrayList<>();
    LocalDate covered = period.start();
    for (Bill bill : bills) {
      int days = bill.period().daysIn(period);
      if (days > 0 && !bill.isMissing()) {
        split |= days < bill.period().days();
        quantity = quantity.plus(bill.quantity().times(Rational.of(days, bill.period().days())));
        addDates(missing, covered, bill.period().start());
        covered = bill.period().end();
      }
    }
    addDates(missing, covered, period.end());
    return new Part(quantity, split, missing);
  }

  private static void addDates(List<LocalDate> dates, LocalDate from, LocalDate until) {
    for (LocalDate date = from; date.isBefore(until); date = date.plusDays(1)) {
      dates.add(date);
    }
  }
}

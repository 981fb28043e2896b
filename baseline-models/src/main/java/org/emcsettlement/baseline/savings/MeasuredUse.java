package org.emcsettlement.baseline.savings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.BilledUse;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.HourlyUse;

/** Measured use, day by day or bill by bill. */
public sealed interface MeasuredUse {

  /**
   * Days that count together or not at all.
   *
   * @param days the days
   * @param use the exact use [canonical unit], absent if they have none
   * @param reason why there is none, absent if there is one
   */
  record Portion(Period days, Optional<Rational> use, Optional<LeftOut.Reason> reason) {

    static Portion of(Period days, Rational use) {
      return new Portion(days, Optional.of(use), Optional.empty());
    }

    static Portion without(Period days, LeftOut.Reason reason) {
      return new Portion(days, Optional.empty(), Optional.of(reason));
    }
  }

  /** {@return what is used} */
  Commodity commodity();

  /**
   * The use of a period, portion by portion.
   *
   * @param period the period
   * @return its portions in order, which together are the period
   */
  List<Portion> portions(Period period);

  /**
   * Use by day.
   *
   * @param use the use
   * @return the same, one portion a day
   */
  static MeasuredUse of(DailyUse use) {
    return new ByDay(use, Optional.empty());
  }

  /**
   * Use by day of meters that are read by the hour. Leaks are found in the nights.
   *
   * @param use the use
   * @param hours the same by hour
   * @return the same, one portion a day
   */
  static MeasuredUse of(DailyUse use, HourlyUse hours) {
    return new ByDay(use, Optional.of(hours));
  }

  /**
   * Use by bill.
   *
   * @param commodity what is billed
   * @param bills the bills in any order, without overlap
   * @return the same, one portion a bill
   * @throws IllegalArgumentException if two bills overlap
   */
  static MeasuredUse of(Commodity commodity, List<BilledUse.Bill> bills) {
    List<BilledUse.Bill> ordered =
        bills.stream().sorted(Comparator.comparing(BilledUse.Bill::period)).toList();
    for (int i = 1; i < ordered.size(); i++) {
      Period before = ordered.get(i - 1).period();
      Period after = ordered.get(i).period();
      if (before.end().isAfter(after.start())) {
        throw new IllegalArgumentException("bills " + before + " and " + after + " overlap");
      }
    }
    return new ByBill(commodity, ordered);
  }

  /**
   * Use by day.
   *
   * @param use the use
   * @param hours the same by hour, if it is known so finely
   */
  record ByDay(DailyUse use, Optional<HourlyUse> hours) implements MeasuredUse {
    @Override
    public Commodity commodity() {
      return use.commodity();
    }

    @Override
    public List<Portion> portions(Period period) {
      return period.dates().map(this::portion).toList();
    }

    private Portion portion(LocalDate date) {
      Period day = Period.of(date, date.plusDays(1));
      return use.on(date)
          .map(quantity -> Portion.of(day, quantity))
          .orElseGet(() -> Portion.without(day, LeftOut.Reason.NO_USE));
    }
  }

  /**
   * Use by bill.
   *
   * @param commodity what is billed
   * @param bills the bills in time order
   */
  record ByBill(Commodity commodity, List<BilledUse.Bill> bills) implements MeasuredUse {
    @Override
    public List<Portion> portions(Period period) {
      List<Portion> portions = new ArrayList<>();
      LocalDate covered = period.start();
      for (BilledUse.Bill bill : bills) {
        Optional<Period> inside = bill.period().overlap(period);
        if (inside.isPresent()) {
          addGap(portions, covered, inside.get().start());
          portions.add(portion(bill, inside.get()));
          covered = inside.get().end();
        }
      }
      addGap(portions, covered, period.end());
      return portions;
    }

    private static Portion portion(BilledUse.Bill bill, Period inside) {
      if (bill.isMissing()) {
        return Portion.without(inside, LeftOut.Reason.NO_USE);
      }
      return inside.equals(bill.period())
          ? Portion.of(inside, bill.quantity())
          : Portion.without(inside, LeftOut.Reason.CUT_BILL);
    }

    private static void addGap(List<Portion> portions, LocalDate from, LocalDate until) {
      if (from.isBefore(until)) {
        portions.add(Portion.without(Period.of(from, until), LeftOut.Reason.NO_USE));
      }
    }
  }
}

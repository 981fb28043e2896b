package org.emcsettlement.settlement.savings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.BoundaryUse;

/**
 * Which days of a period are compared: those with true readings and, for a fitted baseline, with
 * all its drivers. The others are left out on both sides. Bills are never masked: all their days
 * count.
 *
 * @param counted days on both sides
 * @param unread days whose drivers are known but whose readings are missing
 * @param faulty days whose drivers are known but whose readings say nothing about use, because the
 *     meter stood still, was reset or counted the use of other days
 * @param undriven days whose drivers are unknown
 */
public record CountedDays(
    List<LocalDate> counted,
    List<LocalDate> unread,
    List<LocalDate> faulty,
    List<LocalDate> undriven) {

  /**
   * The days of a period.
   *
   * @param input the statement
   * @param commodity the commodity
   * @param period the period, inside that of the statement
   * @return which of its days count
   */
  public static CountedDays of(StatementInput input, Commodity commodity, Period period) {
    ResolvedContract resolved = input.resolved();
    Optional<FrozenBaseline> baseline = resolved.baseline(commodity);
    Optional<DailyDrivers> drivers = baseline.map(frozen -> resolved.drivers(frozen.station()));
    List<Regressor> regressors = baseline.map(FrozenBaseline::regressors).orElseGet(List::of);
    BoundaryUse use = resolved.use(commodity);
    List<LocalDate> counted = new ArrayList<>();
    List<LocalDate> unread = new ArrayList<>();
    Set<LocalDate> faults =
        input.water(commodity).map(water -> water.faults().keySet()).orElse(Set.of());
    List<LocalDate> faulty = new ArrayList<>();
    List<LocalDate> undriven = new ArrayList<>();
    for (LocalDate date : period.dates().toList()) {
      if (drivers.isPresent() && !driven(regressors, drivers.get(), date)) {
        undriven.add(date);
      } else if (use instanceof BoundaryUse.Daily daily && daily.use().on(date).isEmpty()) {
        unread.add(date);
      } else if (faults.contains(date)) {
        faulty.add(date);
      } else {
        counted.add(date);
      }
    }
    return new CountedDays(counted, unread, faulty, undriven);
  }

  private static boolean driven(List<Regressor> regressors, DailyDrivers drivers, LocalDate date) {
    for (Regressor regressor : regressors) {
      if (regressor.on(drivers, date).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** {@return the days whose drivers are known, read or not} */
  public List<LocalDate> driven() {
    return inOrder(counted, uncounted());
  }

  /** {@return the days whose drivers are known and that still do not count} */
  public List<LocalDate> uncounted() {
    return inOrder(unread, faulty);
  }

  private static List<LocalDate> inOrder(List<LocalDate> some, List<LocalDate> others) {
    return Stream.concat(some.stream(), others.stream()).sorted().toList();
  }
}

package org.emcsettlement.baseline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.emcsettlement.baseline.judge.DataCoverage;
import org.emcsettlement.baseline.judge.UseRow;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.BilledUse;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.HourlyTemperature;
import org.emcsettlement.core.series.Quality;
import org.emcsettlement.core.series.Resolution;

/** What was read of use and temperature in a baseline period, as sufficiency sets see it. */
final class UseCoverage {

  private UseCoverage() {}

  static DataCoverage of(DailyUse use, DailyDrivers drivers, Period period) {
    List<UseRow> rows = new ArrayList<>();
    for (LocalDate date : period.dates().toList()) {
      rows.add(
          new UseRow(
              date.atStartOfDay(use.zone()).toEpochSecond(),
              date.plusDays(1).atStartOfDay(use.zone()).toEpochSecond(),
              use.on(date).map(Rational::toDouble).orElse(Double.NaN),
              false));
    }
    return DataCoverage.of(
        use.commodity(), Resolution.DAILY, use.zone(), rows, known(drivers, use.zone()));
  }

  static DataCoverage of(
      Commodity commodity, List<BilledUse.Bill> bills, DailyDrivers drivers, Period period) {
    List<UseRow> rows = new ArrayList<>();
    ZoneId zone = ZoneOffset.UTC;
    for (BilledUse.Bill bill : bills) {
      if (period.encloses(bill.period())) {
        zone = zone(bill);
        rows.add(
            new UseRow(
                bill.from().getEpochSecond(),
                bill.until().getEpochSecond(),
                bill.isMissing() ? Double.NaN : bill.quantity().toDouble(),
                bill.quality() == Quality.ESTIMATED));
      }
    }
    return DataCoverage.of(commodity, Resolution.BILLING, zone, rows, known(drivers, zone));
  }

  /** The offset at which a bill starts on its date; bills know dates and instants, not the zone. */
  private static ZoneId zone(BilledUse.Bill bill) {
    long midnight = bill.period().start().toEpochDay() * 86_400;
    long ahead = midnight - bill.from().getEpochSecond();
    return ahead > -64_800 && ahead < 64_800
        ? ZoneOffset.ofTotalSeconds((int) ahead)
        : ZoneOffset.UTC;
  }

  private static LongPredicate known(DailyDrivers drivers, ZoneId zone) {
    Optional<HourlyTemperature> hours = drivers.temperature().flatMap(DailyTemperature::hours);
    if (hours.isPresent()) {
      return hour -> !Double.isNaN(hours.get().celsiusAt(hour));
    }
    return hour ->
        drivers.temperatureOn(Instant.ofEpochSecond(hour).atZone(zone).toLocalDate()).isPresent();
  }
}

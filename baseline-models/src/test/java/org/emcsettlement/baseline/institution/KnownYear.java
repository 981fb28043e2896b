package org.emcsettlement.baseline.institution;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.emcsettlement.baseline.model.DailySample;
import org.emcsettlement.baseline.model.GuardSet;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.Occupancy;

/** Two years of weather of a seed, and an institution whose use of the first is known. */
final class KnownYear {

  static final LocalDate START = LocalDate.of(2023, 1, 1);
  static final LocalDate END = LocalDate.of(2024, 1, 1);

  private final DailyDrivers drivers;

  KnownYear(long seed, String calendar) {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("date,celsius\n");
    double weather = 0;
    for (LocalDate date = START.minusDays(1);
        date.isBefore(END.plusYears(1));
        date = date.plusDays(1)) {
      weather = 0.7 * weather + 3 * random.nextGaussian();
      double season = -Math.cos(2 * Math.PI * (date.getDayOfYear() - 20) / 365.25);
      csv.append(date)
          .append(',')
          .append(String.format(Locale.ROOT, "%.2f%n", 13 + 14 * season + weather));
    }
    DailyTemperature temperature =
        DailyTemperature.read(
                TextSource.of("weather.csv", csv.toString()),
                ZoneId.of("Asia/Shanghai"),
                new FindingCollector())
            .orElseThrow();
    drivers =
        new DailyDrivers(Optional.of(temperature), Occupancy.none(), WorkCalendar.of(calendar));
  }

  /** The weighted temperature, HALF_UP to a hundredth, by integers [°C]. */
  double celsius(LocalDate date, int percentOfDayBefore) {
    int today = drivers.temperatureOn(date).orElseThrow();
    int before = drivers.temperatureOn(date.minusDays(1)).orElseThrow();
    long sum = (100L - percentOfDayBefore) * today + (long) percentOfDayBefore * before;
    return Math.floorDiv(sum + 50, 100) / 100.0;
  }

  boolean works(LocalDate date) {
    return drivers.calendar().isWorkingDay(date);
  }

  List<LocalDate> days() {
    return START.datesUntil(END).toList();
  }

  List<LocalDate> daysOfNextYear() {
    return END.datesUntil(END.plusYears(1)).toList();
  }

  ModelFit fit(ToDoubleFunction<LocalDate> use) {
    double[] values = days().stream().mapToDouble(use).toArray();
    DailySample sample = new DailySample(days(), values, List.of(), new double[0][], drivers);
    return InstitutionDaily.fit(sample, GuardSet.of(GuardSet.DEFAULT).daily()).orThrow();
  }

  double predict(ModelFit fit, LocalDate date) {
    double use = 0;
    List<Regressor> regressors = fit.regressors();
    for (int j = 0; j < regressors.size(); j++) {
      double value = regressors.get(j).on(drivers, date).orElseThrow().doubleValue();
      use += fit.linear().coefficient(j) * value;
    }
    return use;
  }
}

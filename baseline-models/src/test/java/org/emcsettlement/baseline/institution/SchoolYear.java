package org.emcsettlement.baseline.institution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.model.DailySample;
import org.emcsettlement.baseline.model.GuardSet;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.Occupancy;

/** A baseline year of a school and the year after it, on which the baseline is tried. */
record SchoolYear(School school, Period baseline, Period after) {

  static final String SCHOOL_DAY = "SCHOOLDAY";

  /** Terms as the data's README tells them: vacations, summers, closures of the pandemic. */
  private static final List<Period> CLOSED =
      List.of(
          Period.parse("2018-12-24/2019-01-08"),
          Period.parse("2019-04-20/2019-05-06"),
          Period.parse("2019-06-12/2019-09-12"),
          Period.parse("2019-12-24/2020-01-08"),
          Period.parse("2020-03-11/2020-06-01"),
          Period.parse("2020-06-12/2020-09-12"),
          Period.parse("2020-11-09/2021-01-11"),
          Period.parse("2021-02-08/2021-05-10"),
          Period.parse("2021-06-12/2021-09-12"),
          Period.parse("2021-12-24/2022-01-08"),
          Period.parse("2022-04-16/2022-05-02"),
          Period.parse("2022-06-12/2022-09-12"),
          Period.parse("2022-12-24/2023-01-08"));

  /** Every half year, as long as half a year follows. */
  static List<SchoolYear> of(School school) {
    List<SchoolYear> years = new ArrayList<>();
    Period all = school.use().coverage();
    LocalDate start = all.start();
    while (!start.plusDays(365 + 180).isAfter(all.end())) {
      LocalDate end = start.plusDays(365);
      LocalDate last = end.plusDays(365).isAfter(all.end()) ? all.end() : end.plusDays(365);
      years.add(new SchoolYear(school, Period.of(start, end), Period.of(end, last)));
      start = start.plusDays(182);
    }
    return years;
  }

  private static boolean isSchoolDay(LocalDate date) {
    return School.CALENDAR.isWorkingDay(date) && CLOSED.stream().noneMatch(p -> p.contains(date));
  }

  private DailyDrivers drivers() {
    StringBuilder csv = new StringBuilder("start,end,schoolDay\n");
    school
        .use()
        .coverage()
        .dates()
        .forEach(
            date ->
                csv.append(date)
                    .append(',')
                    .append(date.plusDays(1))
                    .append(',')
                    .append(isSchoolDay(date) ? 1 : 0)
                    .append('\n'));
    return new DailyDrivers(
        Optional.empty(),
        Occupancy.read(TextSource.of("occupancy.csv", csv.toString()), new FindingCollector())
            .orElseThrow(),
        School.CALENDAR);
  }

  DailySample sample(boolean schoolDays) {
    WaterDays days = WaterDays.of(school.use(), School.CALENDAR, baseline);
    double[] open = days.dates().stream().mapToDouble(d -> isSchoolDay(d) ? 1 : 0).toArray();
    return new DailySample(
        days.dates(),
        days.use(),
        schoolDays ? List.of(SCHOOL_DAY) : List.of(),
        schoolDays ? new double[][] {open} : new double[0][],
        drivers());
  }

  ModelFit fit(boolean schoolDays) {
    return InstitutionWater.fit(
            sample(schoolDays), GuardSet.of(GuardSet.DEFAULT).daily(), LeakDetection.standard())
        .orThrow();
  }

  /** The days of the year after on which nothing happened, by the whole history of the meter. */
  WaterDays tried() {
    WaterReview review = WaterReview.of(school.days(), LeakDetection.standard());
    WaterDays usual = school.days().only(review.usualRows());
    return usual.only(
        IntStream.range(0, usual.size())
            .filter(i -> after.contains(usual.dates().get(i)))
            .toArray());
  }

  double[] predicted(ModelFit fit, WaterDays days) {
    DailyDrivers drivers = drivers();
    return days.dates().stream()
        .mapToDouble(
            date ->
                IntStream.range(0, fit.regressors().size())
                    .mapToDouble(
                        j ->
                            fit.linear().coefficient(j)
                                * fit.regressors()
                                    .get(j)
                                    .on(drivers, date)
                                    .orElseThrow()
                                    .doubleValue())
                    .sum())
        .toArray();
  }

  /** The mean by month and weekday on the given days of the baseline year. */
  double[] monthByWeekday(ModelFit fit, WaterDays days) {
    DailySample sample = sample(false);
    Map<Object, double[]> sums = new HashMap<>();
    for (int row : fit.rows()) {
      LocalDate date = sample.date(row);
      for (Object cell : List.of(cell(date), date.getDayOfWeek())) {
        double[] sum = sums.computeIfAbsent(cell, c -> new double[2]);
        sum[0] += sample.use()[row];
        sum[1]++;
      }
    }
    return days.dates().stream()
        .map(date -> sums.getOrDefault(cell(date), sums.get(date.getDayOfWeek())))
        .mapToDouble(sum -> sum[0] / sum[1])
        .toArray();
  }

  private static String cell(LocalDate date) {
    return date.getMonth() + " " + date.getDayOfWeek();
  }

  static double cvRmse(double[] predicted, double[] use) {
    double squares = 0;
    double sum = 0;
    for (int i = 0; i < use.length; i++) {
      squares += (predicted[i] - use[i]) * (predicted[i] - use[i]);
      sum += use[i];
    }
    return Math.sqrt(squares / use.length) / (sum / use.length);
  }
}

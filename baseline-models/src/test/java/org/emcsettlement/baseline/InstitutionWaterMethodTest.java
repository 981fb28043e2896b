package org.emcsettlement.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.core.series.Resolution;
import org.junit.jupiter.api.Test;

/** An office with a constant headcount, 2 m³ a day and 12 m³ more on working days, and a leak. */
class InstitutionWaterMethodTest {

  private static final Period YEAR = Period.parse("2023-01-01/2024-01-01");
  private static final Period LEAK = Period.parse("2023-09-04/2023-10-09");
  private static final WorkCalendar CALENDAR = WorkCalendar.mainlandChina();

  private static final double[] NOISE = new Random(31).doubles(365, -0.5, 0.5).toArray();

  private static double use(LocalDate date) {
    double people = CALENDAR.isWorkingDay(date) ? 12 : 0;
    double noise = NOISE[date.getDayOfYear() - 1];
    return 2 + people + noise + (LEAK.contains(date) ? 9 : 0);
  }

  private static Observations observations(long order, double units) {
    List<LocalDate> dates = YEAR.dates().collect(Collectors.toList());
    if (order != 0) {
      Collections.shuffle(dates, new Random(order));
    }
    String rows =
        dates.stream()
            .map(date -> date + "," + units * use(date))
            .collect(Collectors.joining("\n"));
    MeterFormat format =
        MeterFormat.builder().commodity(Commodity.WATER).zone(ZoneId.of("Asia/Shanghai")).build();
    DailyUse use =
        DailyUse.of(
            MeterFile.read(
                    TextSource.of("meter.csv", "date,value_m3\n" + rows + "\n"),
                    format,
                    new FindingCollector())
                .orElseThrow());
    String people = "start,end,headcount\n2023-01-01,2024-01-01,400\n";
    DailyDrivers drivers =
        new DailyDrivers(
            Optional.empty(),
            Occupancy.read(TextSource.of("occupancy.csv", people), new FindingCollector())
                .orElseThrow(),
            CALENDAR);
    return Observations.daily(use, drivers, List.of(Driver.of("HEADCOUNT")), YEAR, List.of());
  }

  private static Checked<Baseline> fit(Observations observations) {
    return BaselineFitter.builder()
        .resolution(Resolution.DAILY)
        .method("institution-water")
        .build()
        .fit(observations);
  }

  /** 249 working days: 365·2 + 249·12 = 3718 m³, without the 315 m³ that were lost. */
  @Test
  void frozenBaselineHasNoLeakInIt() {
    Observations observations = observations(0, 1);
    Baseline baseline = fit(observations).orThrow();

    FrozenBaseline frozen = baseline.freeze("water", Optional.empty());

    assertThat(CALENDAR.workingDays(YEAR)).isEqualTo(249);
    List<Rational> sums =
        frozen.regressors().stream()
            .map(
                regressor ->
                    Rational.of(
                        regressor
                            .over(observations.drivers(), YEAR.dates().toList())
                            .orElseThrow()))
            .toList();
    assertThat(frozen.predict(sums).toDouble()).isCloseTo(3718, within(20.0));
    assertThat(baseline.form()).isEqualTo("INSTITUTION_WATER");
  }

  /** Of a constant headcount the fitter says that the constant says as much. */
  @Test
  void whatWasLeftOutIsSaid() {
    Checked<Baseline> fit = fit(observations(0, 1));

    assertThat(fit.findings().list().stream().map(Finding::code))
        .contains("water.leak", "water.days-left-out", "fit.constant-driver");
    Finding leak =
        fit.findings().list().stream()
            .filter(finding -> finding.code().equals("water.leak"))
            .findFirst()
            .orElseThrow();
    assertThat(leak.arguments())
        .containsEntry("from", LEAK.start().toString())
        .containsEntry("to", LEAK.end().toString());
    assertThat(Double.parseDouble(leak.arguments().get("quantity")))
        .isCloseTo(9 * 35, within(15.0));
  }

  @Test
  void orderOfRowsDoesNotMatter() {
    FrozenBaseline frozen = fit(observations(0, 1)).orThrow().freeze("water", Optional.empty());
    FrozenBaseline shuffled = fit(observations(5, 1)).orThrow().freeze("water", Optional.empty());

    assertThat(shuffled).isEqualTo(frozen);
  }

  @Test
  void findingsDoNotDependOnTheUnit() {
    assertThat(fit(observations(0, 1024)).findings().list())
        .extracting(Finding::code)
        .isEqualTo(fit(observations(0, 1)).findings().list().stream().map(Finding::code).toList());
  }
}

package org.emcsettlement.baseline.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.BaselineFitter;
import org.emcsettlement.baseline.Driver;
import org.emcsettlement.baseline.Observations;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.model.Score;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.Occupancy;
import org.junit.jupiter.api.Test;

/** Use of 100 kWh on days of rest, 500 on working days: all that can be said follows by hand. */
class FitExplanationTest {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final WorkCalendar WEEK = WorkCalendar.of(WorkCalendar.MONDAY_TO_FRIDAY);

  /** Without the days that are missing; temperatures, where wanted, do not matter to use. */
  private static Checked<Baseline> fit(
      int days, Predicate<LocalDate> metered, Predicate<LocalDate> measured, boolean people) {
    StringBuilder meter = new StringBuilder("date,value_kwh\n");
    StringBuilder weather = new StringBuilder("date,celsius\n");
    StringBuilder occupancy = new StringBuilder("start,end,headcount\n");
    Period period = Period.of(FIRST, FIRST.plusDays(days));
    period
        .dates()
        .forEach(
            date -> {
              int use = WEEK.isWorkingDay(date) ? 500 : 100;
              if (metered.test(date)) {
                meter.append(date).append(',').append(use).append('\n');
              }
              if (measured.test(date)) {
                weather.append(date).append(',').append(date.getDayOfYear() % 7).append('\n');
              }
              occupancy.append(date + "," + date.plusDays(1) + "," + use / 10 + "\n");
            });
    FindingCollector findings = new FindingCollector();
    MeterFormat format = MeterFormat.builder().commodity(Commodity.ELECTRICITY).zone(CHINA).build();
    Optional<DailyTemperature> outdoors =
        weather.length() > 20
            ? DailyTemperature.read(
                TextSource.of("weather.csv", weather.toString()), CHINA, findings)
            : Optional.empty();
    DailyDrivers drivers =
        new DailyDrivers(
            outdoors,
            people
                ? Occupancy.read(TextSource.of("occupancy.csv", occupancy.toString()), findings)
                    .orElseThrow()
                : Occupancy.none(),
            WEEK);
    DailyUse use =
        DailyUse.of(
            MeterFile.read(TextSource.of("meter.csv", meter.toString()), format, findings)
                .orElseThrow());
    return BaselineFitter.builder()
        .from(BaselineFitter.daily())
        .method("1P")
        .build()
        .fit(Observations.daily(use, drivers, List.<Driver>of(), period, List.of()));
  }

  private static FitExplanation explained(int days) {
    return FitExplanation.of(fit(days, date -> true, date -> false, false));
  }

  private static Remedy remedy(FitExplanation explanation, FitFinding finding, String word) {
    return explanation.remedies().stream()
        .filter(r -> r.finding().equals(finding.code()) && r.en().contains(word))
        .findFirst()
        .orElseThrow(() -> new AssertionError(word + " in " + explanation.remedies()));
  }

  /** 364 days are 52 weeks: mean (5·500 + 2·100)/7 = 2700/7, errors 800/7 and −2000/7. */
  @Test
  void theScoreOfTheOnlyFormIsItsCriterion() {
    FitExplanation explanation = explained(364);
    double squares = (5.0 * 800 * 800 + 2.0 * 2000 * 2000) / 49 / 7;
    Tried only = explanation.tried().get(0);
    assertThat(explanation.tried()).hasSize(1);
    assertThat(only.chosen()).isTrue();
    assertThat(only.score().map(Score::name)).contains("BIC");
    assertThat(only.score().orElseThrow().value())
        .isCloseTo(364 * Math.log(squares) + Math.log(364), within(1e-6));
  }

  /** √(squares·364/363)/mean = 0.470 against 0.25: 1 − (0.25/0.470)² = 71.7 %. */
  @Test
  void aMissedCriterionSaysHowFarAndWhichDriver() {
    FitExplanation explanation = explained(364);
    assertThat(explanation.verdict()).isEqualTo(Verdict.NOT_ACCEPTABLE);
    assertThat(explanation.missed()).hasSize(1);
    double squares = (5.0 * 800 * 800 + 2.0 * 2000 * 2000) / 49 / 7;
    double ratio = Math.sqrt(squares * 364 / 363) / (2700.0 / 7);
    assertThat(explanation.missed().get(0).value().orElseThrow().doubleValue())
        .isCloseTo(ratio, within(1e-6));
    String percent = Residuals.shown(100 * (1 - 0.0625 / (ratio * ratio))) + " %";
    Remedy shrink = remedy(explanation, FitFinding.CRITERION_MISSED, "shrink");
    assertThat(shrink.en()).contains(percent);
    assertThat(shrink.zh()).contains(percent);
    Remedy driver = remedy(explanation, FitFinding.CRITERION_MISSED, "WORKDAY");
    assertThat(driver.en()).contains("400 kWh/d above");
    assertThat(driver.zh()).contains("高 400 kWh/d");
  }

  /** Days of rest are off by −286; the first five of them are the largest errors. */
  @Test
  void theLargestErrorsAreNamedByDate() {
    Remedy largest = remedy(explained(364), FitFinding.CRITERION_MISSED, "largest errors");
    assertThat(largest.en())
        .contains("2024-01-06 (-286), 2024-01-07 (-286), 2024-01-13 (-286)")
        .contains("2024-01-20 (-286)");
  }

  @Test
  void aDriverOfTheEvidenceThatIsNotUsedIsProposed() {
    FitExplanation explanation = FitExplanation.of(fit(364, date -> true, date -> false, true));
    assertThat(remedy(explanation, FitFinding.CRITERION_MISSED, "HEADCOUNT").zh())
        .contains("HEADCOUNT");
  }

  /** 200 of 329 days: 129 more, before or after; 300 observations need 100 more. */
  @Test
  void aShortPeriodSaysHowManyDaysMore() {
    FitExplanation explanation = explained(200);
    Remedy longer = remedy(explanation, FitFinding.SHORT_PERIOD, "Lengthen");
    assertThat(longer.en()).contains("by 129 days").contains("2023-08-25");
    assertThat(longer.zh()).contains("129 天").contains(FIRST.plusDays(199 + 129).toString());
    assertThat(remedy(explanation, FitFinding.FEW_OBSERVATIONS, "Add").en()).contains("Add 100 ");
  }

  /** 364 days lack 20 of readings and 30 of temperatures: 0.9·364 = 327.6, so 14 are needed. */
  @Test
  void whatIsLeftOutIsCountedOnceByReason() {
    LocalDate gap = LocalDate.of(2024, 3, 1);
    LocalDate cold = LocalDate.of(2024, 6, 1);
    FitExplanation explanation =
        FitExplanation.of(
            fit(
                364,
                date -> date.isBefore(gap) || !date.isBefore(gap.plusDays(20)),
                date -> date.isBefore(cold) || !date.isBefore(cold.plusDays(30)),
                false));
    CountedData data = explanation.data().orElseThrow();
    assertThat(data.span()).isEqualTo(364);
    assertThat(data.counted()).isEqualTo(314);
    assertThat(data.leftOut())
        .extracting(LeftOutDays::reason)
        .containsExactly("USE", "TEMPERATURE");
    assertThat(data.leftOut()).extracting(LeftOutDays::count).containsExactly(20, 30);
    assertThat(data.leftOut().get(0).first()).isEqualTo(gap);
    assertThat(data.leftOut().get(0).last()).isEqualTo(gap.plusDays(19));
    assertThat(remedy(explanation, FitFinding.COVERAGE, "gaps").en())
        .contains("at least 14 more days")
        .contains("2024-06-01/2024-06-30 (30 d), 2024-03-01/2024-03-20 (20 d)");
  }

  @Test
  void theVerdictRestsOnTheFitAsWell() {
    Checked<Baseline> fit = fit(364, date -> true, date -> false, false);
    Baseline baseline = fit.value().orElseThrow();
    FitExplanation withoutFindings = FitExplanation.of(Optional.of(baseline), Findings.none());
    assertThat(withoutFindings.verdict()).isEqualTo(Verdict.NOT_ACCEPTABLE);
    assertThat(FitExplanation.of(Optional.empty(), fit.findings()).verdict())
        .isEqualTo(Verdict.NO_FIT);
  }
}

package org.emcsettlement.baseline.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.model.DailySample;
import org.emcsettlement.baseline.model.GuardSet;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.Occupancy;
import org.junit.jupiter.api.Test;

class InstitutionWaterTest {

  private static final Period YEAR = Period.parse("2023-01-01/2024-01-01");

  private static DailyDrivers drivers(String driver, ToDoubleFunction<LocalDate> value) {
    StringBuilder csv = new StringBuilder("start,end," + driver + "\n");
    YEAR.dates()
        .forEach(
            date ->
                csv.append(date)
                    .append(',')
                    .append(date.plusDays(1))
                    .append(',')
                    .append(value.applyAsDouble(date))
                    .append('\n'));
    return new DailyDrivers(
        Optional.empty(),
        Occupancy.read(TextSource.of("occupancy.csv", csv.toString()), new FindingCollector())
            .orElseThrow(),
        Campus.CALENDAR);
  }

  private static DailySample sample(Campus campus) {
    return new DailySample(
        campus.dates,
        campus.use,
        List.of(),
        new double[0][],
        new DailyDrivers(Optional.empty(), Occupancy.none(), Campus.CALENDAR));
  }

  private static DailySample sample(
      Campus campus, String column, String driver, ToDoubleFunction<LocalDate> value) {
    double[] values = campus.dates.stream().mapToDouble(value).toArray();
    return new DailySample(
        campus.dates, campus.use, List.of(driver), new double[][] {values}, drivers(column, value));
  }

  private static Checked<ModelFit> fit(DailySample sample) {
    return InstitutionWater.fit(
        sample, GuardSet.of(GuardSet.DEFAULT).daily(), LeakDetection.standard());
  }

  private static double year(ModelFit fit, DailySample sample) {
    return YEAR.dates()
        .mapToDouble(
            date ->
                IntStream.range(0, fit.regressors().size())
                    .mapToDouble(
                        j ->
                            fit.linear().coefficient(j)
                                * fit.regressors()
                                    .get(j)
                                    .on(sample.dailyDrivers(), date)
                                    .orElseThrow()
                                    .doubleValue())
                    .sum())
        .sum();
  }

  private static List<String> codes(Checked<ModelFit> fit) {
    return fit.findings().list().stream().map(Finding::code).toList();
  }

  /** 480 m³ are lost, a sixth of the year's use; the baseline moves by less than a fiftieth. */
  @Test
  void leakIsNoPartOfTheBaseline() {
    DailySample clean = sample(Campus.noisy(YEAR, 5, 0.2));
    DailySample leaking = sample(Campus.noisy(YEAR, 5, 0.2).leak("2023-04-03/2023-06-02", 8));

    Checked<ModelFit> fit = fit(leaking);

    double truth = Arrays.stream(clean.use()).sum();
    assertThat(truth).isBetween(2500.0, 3500.0);
    assertThat(year(fit.orThrow(), leaking)).isCloseTo(truth, within(truth / 50));
    assertThat(fit.orThrow().form()).isEqualTo("INSTITUTION_WATER");
    assertThat(fit.orThrow().rows()).hasSize(305);
    assertThat(codes(fit)).containsExactly("water.leak", "water.days-left-out");
    ModelFit daily = InstitutionDaily.fit(leaking, GuardSet.of(GuardSet.DEFAULT).daily()).orThrow();
    assertThat(year(daily, leaking)).as("with the leak").isGreaterThan(1.05 * truth);
  }

  @Test
  void withoutEventsItIsTheDailyModel() {
    DailySample sample = sample(Campus.noisy(YEAR, 7, 0.2));

    Checked<ModelFit> fit = fit(sample);
    ModelFit daily = InstitutionDaily.fit(sample, GuardSet.of(GuardSet.DEFAULT).daily()).orThrow();

    assertThat(fit.findings().list()).isEmpty();
    assertThat(fit.orThrow().regressors()).isEqualTo(daily.regressors());
    assertThat(fit.orThrow().linear().coefficients()).isEqualTo(daily.linear().coefficients());
    assertThat(fit.orThrow().rows()).isEqualTo(ModelFit.allRows(365));
  }

  /** Terms are known by a driver: zero in term is a dead meter, zero in the vacation is true. */
  @Test
  void deadMeterInTermIsLeftOutAndVacationKept() {
    Period vacation = Period.parse("2023-07-01/2023-09-01");
    Campus campus =
        Campus.noisy(YEAR, 9, 0.2)
            .closed(vacation.toString())
            .reads("2023-07-10/2023-08-20", 0)
            .reads("2023-04-03/2023-04-24", 0);
    DailySample sample =
        sample(
            campus,
            "schoolDay",
            "SCHOOLDAY",
            date -> Campus.CALENDAR.isWorkingDay(date) && !vacation.contains(date) ? 1 : 0);

    Checked<ModelFit> fit = fit(sample);

    assertThat(codes(fit)).containsExactly("water.dead-meter", "water.days-left-out");
    assertThat(fit.findings().list().get(0).arguments())
        .containsEntry("from", "2023-04-03")
        .containsEntry("to", "2023-04-24");
    assertThat(fit.orThrow().rows()).hasSize(365 - 21);
  }

  /** One year and no driver: nobody knows whether the building was closed, so zero stays. */
  @Test
  void zeroThatNothingSpeaksAgainstIsKept() {
    DailySample sample = sample(Campus.noisy(YEAR, 9, 0.2).reads("2023-04-01/2023-05-11", 0));

    Checked<ModelFit> fit = fit(sample);

    assertThat(codes(fit)).isEmpty();
    assertThat(fit.orThrow().rows()).hasSize(365);
  }

  /** 12 litres per person on working days and nothing else that varies with them. */
  @Test
  void litresPerPersonOnWorkingDays() {
    Random random = new Random(3);
    ToDoubleFunction<LocalDate> people = date -> 400 + 300 * (date.getMonthValue() % 3);
    Campus campus = Campus.exact(YEAR);
    for (int i = 0; i < campus.use.length; i++) {
      LocalDate date = campus.dates.get(i);
      double present = Campus.CALENDAR.isWorkingDay(date) ? people.applyAsDouble(date) : 0;
      campus.use[i] = 2 + 0.012 * present + 0.3 * random.nextGaussian();
    }

    Checked<ModelFit> fit = fit(sample(campus, "headcount", "HEADCOUNT", people));

    ModelFit model = fit.orThrow();
    int place = model.regressors().indexOf(Regressor.parse("DAYTYPE(WORKDAY)*HEADCOUNT_DAYS"));
    assertThat(place).isNotNegative();
    assertThat(model.regressors()).doesNotContain(Regressor.parse("HEADCOUNT_DAYS"));
    assertThat(model.linear().coefficient(place)).isCloseTo(0.012, within(0.0005));
    assertThat(model.rejected())
        .extracting(Rejection::form)
        .contains(InstitutionWater.FORM)
        .doesNotContain(InstitutionDaily.FORM);
    assertThat(model.rejected())
        .extracting(rejection -> rejection.form())
        .contains("INSTITUTION_WATER per person every day");
  }

  /** 80 litres per person every day: a dormitory. */
  @Test
  void litresPerPersonEveryDay() {
    Random random = new Random(4);
    ToDoubleFunction<LocalDate> people =
        date -> date.getMonthValue() == 2 || date.getMonthValue() == 8 ? 200 : 1000;
    Campus campus = Campus.exact(YEAR);
    for (int i = 0; i < campus.use.length; i++) {
      campus.use[i] = 5 + 0.08 * people.applyAsDouble(campus.dates.get(i)) + random.nextGaussian();
    }
    // as a flat series it would look like a leak of the terms; the level is that of the terms
    Checked<ModelFit> fit = fit(sample(campus, "headcount", "HEADCOUNT", people));

    ModelFit model = fit.orThrow();
    int place = model.regressors().indexOf(Regressor.parse("HEADCOUNT_DAYS"));
    assertThat(place).isNotNegative();
    assertThat(model.linear().coefficient(place)).isCloseTo(0.08, within(0.002));
  }

  /** A cooling tower draws 1.5 m³/d per degree above 22 °C every day: a season, not a leak. */
  @Test
  void coolingTowerIsNoLeak() {
    StringBuilder csv = new StringBuilder("date,celsius\n");
    Random random = new Random(6);
    Campus campus = Campus.noisy(YEAR, 13, 0.2);
    for (int i = 0; i < campus.use.length; i++) {
      double season = Math.cos(2 * Math.PI * (i - 200) / 365.0);
      long tenths = Math.round(10 * (15 + 13 * season + 2 * random.nextGaussian()));
      csv.append(campus.dates.get(i)).append(',').append(tenths / 10.0).append('\n');
      campus.use[i] += 1.5 * Math.max(0, tenths / 10.0 - 22);
    }
    DailyDrivers drivers =
        new DailyDrivers(
            DailyTemperature.read(
                TextSource.of("weather.csv", csv.toString()),
                ZoneId.of("Asia/Shanghai"),
                new FindingCollector()),
            Occupancy.none(),
            Campus.CALENDAR);
    DailySample warm =
        new DailySample(campus.dates, campus.use, List.of(), new double[0][], drivers);

    Checked<ModelFit> fit = fit(warm);

    assertThat(codes(fit(sample(campus)))).as("without temperatures").contains("water.leak");
    assertThat(codes(fit)).isEmpty();
    assertThat(fit.orThrow().coolingChangePoint().orElseThrow()).isCloseTo(22, within(1.5));
  }

  @Test
  void tooFewDaysBlock() {
    Campus campus = Campus.exact(Period.parse("2023-01-01/2023-01-04"));

    Checked<ModelFit> fit = fit(sample(campus));

    assertThat(fit.value()).isEmpty();
    assertThat(codes(fit)).containsExactly("fit.too-few-observations");
  }
}

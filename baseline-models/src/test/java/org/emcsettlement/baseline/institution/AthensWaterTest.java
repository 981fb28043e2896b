package org.emcsettlement.baseline.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.core.SharedData;
import org.emcsettlement.core.period.Period;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Schools in Attica: what the README of the data names is found, and a year ahead is predicted. */
class AthensWaterTest {

  /** Leaks named in the README: a period that must be leaking, and how many times the usual use. */
  private static final Map<String, Period> LEAKS =
      Map.of(
          "s0640", Period.parse("2022-10-01/2022-12-30"),
          "s1538", Period.parse("2022-05-01/2022-09-30"),
          "s1250", Period.parse("2022-06-13/2022-07-01"));

  private static WaterReview review(String school) {
    return WaterReview.of(School.read(school).days(), LeakDetection.standard());
  }

  @TestFactory
  Stream<DynamicTest> namedLeaksAreFound() {
    SharedData.folder(School.FOLDER);
    return LEAKS.entrySet().stream()
        .map(
            leak ->
                DynamicTest.dynamicTest(
                    leak.getKey(),
                    () -> {
                      WaterReview review = review(leak.getKey());
                      List<WaterEvent> found =
                          review.events(WaterEvent.Kind.LEAK).stream()
                              .filter(event -> event.days().encloses(leak.getValue()))
                              .toList();
                      assertThat(found).hasSize(1);
                      assertThat(found.get(0).ratePerDay())
                          .isGreaterThan(4 * review.level().occupied());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> namedResetsAreFound() {
    SharedData.folder(School.FOLDER);
    return Map.of("s0170", "2022-01-17", "s1337", "2020-03-10", "s1410", "2022-01-17")
        .entrySet()
        .stream()
        .map(
            reset ->
                DynamicTest.dynamicTest(
                    reset.getKey(),
                    () ->
                        assertThat(review(reset.getKey()).events(WaterEvent.Kind.RESET))
                            .extracting(event -> event.days().start().toString())
                            .containsExactly(reset.getValue())));
  }

  /**
   * The meter of s0707 reads zero in summers and at Easter, as the year before; in May 2020 it does
   * where the year before used water: dead, or closed by the pandemic, and no saving either way.
   */
  @Test
  void zerosThatTheYearBeforeDoesNotExplainAreFound() {
    SchoolYear year = SchoolYear.of(School.read("s0707")).get(0);
    WaterDays days = WaterDays.of(year.school().use(), School.CALENDAR, year.after());
    LeakDetection detection = LeakDetection.standard();
    WaterLevel level = detection.level(WaterDays.of(year.sample(false)));

    WaterReview review =
        WaterReview.of(days, year.predicted(year.fit(false), days), level, detection);

    List<Period> dead =
        review.events(WaterEvent.Kind.DEAD_METER).stream().map(WaterEvent::days).toList();
    assertThat(dead).contains(Period.parse("2020-05-09/2020-05-16"));
    assertThat(dead).noneMatch(period -> period.start().getMonthValue() == 8);
    assertThat(review.leftOutOfSavings()).containsAll(dead);
  }

  /** Five meters have a reading far too high right after a gap of more than a week. */
  @TestFactory
  Stream<DynamicTest> catchUpsAfterLongGapsAreFound() {
    SharedData.folder(School.FOLDER);
    return Map.of(
            "s0707", "2020-03-05",
            "s0772", "2021-03-07",
            "s0818", "2021-07-28",
            "s1191", "2020-11-17",
            "s1210", "2022-08-23")
        .entrySet()
        .stream()
        .map(
            day ->
                DynamicTest.dynamicTest(
                    day.getKey(),
                    () ->
                        assertThat(review(day.getKey()).events(WaterEvent.Kind.CATCH_UP))
                            .extracting(event -> event.days().start().toString())
                            .contains(day.getValue())));
  }

  /**
   * A year ahead, on the days of the next year on which nothing happened, for every baseline year
   * with leaks on less than a fifth of its days. Both models rest on the same days. The pandemic is
   * in most of the years, which is why errors are what they are.
   */
  @Test
  void yearAheadIsBetterThanTheMeanByMonthAndWeekday() {
    List<Double> means = new ArrayList<>();
    List<Double> models = new ArrayList<>();
    List<Double> withSchoolDays = new ArrayList<>();
    for (School school : School.all()) {
      for (SchoolYear year : SchoolYear.of(school)) {
        int size = year.sample(false).size();
        WaterDays tried = year.tried();
        if (WaterReview.of(WaterDays.of(year.sample(false)), LeakDetection.standard())
                    .usualRows()
                    .length
                >= 0.8 * size
            && size >= 300
            && tried.size() >= 120) {
          ModelFit fit = year.fit(false);
          means.add(SchoolYear.cvRmse(year.monthByWeekday(fit, tried), tried.use()));
          models.add(SchoolYear.cvRmse(year.predicted(fit, tried), tried.use()));
          withSchoolDays.add(SchoolYear.cvRmse(year.predicted(year.fit(true), tried), tried.use()));
        }
      }
    }
    System.out.println(
        models.size()
            + " pairs, median CV(RMSE): month by weekday "
            + median(means)
            + ", institution-water "
            + median(models)
            + ", with school days "
            + median(withSchoolDays));
    assertThat(models).hasSizeGreaterThan(50);
    assertThat(median(models)).isLessThan(median(means));
    assertThat(median(withSchoolDays)).isLessThan(0.9 * median(means));
    assertThat(wins(models, means)).isGreaterThan(0.75);
    assertThat(wins(withSchoolDays, means)).isGreaterThan(0.8);
  }

  private static double median(List<Double> values) {
    return Ranked.median(values.stream().mapToDouble(value -> value).toArray());
  }

  private static double wins(List<Double> ours, List<Double> others) {
    int wins = 0;
    for (int i = 0; i < ours.size(); i++) {
      wins += ours.get(i) < others.get(i) ? 1 : 0;
    }
    return (double) wins / ours.size();
  }
}

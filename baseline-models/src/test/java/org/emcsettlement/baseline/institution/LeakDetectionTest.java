package org.emcsettlement.baseline.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.emcsettlement.core.period.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeakDetectionTest {

  private static final Period YEAR = Period.parse("2023-01-01/2024-01-01");
  private static final LeakDetection STANDARD = LeakDetection.standard();

  private static List<WaterEvent> leaks(WaterDays days) {
    return STANDARD.leaks(days, STANDARD.level(days));
  }

  @Test
  void usualLevelOfAWeek() {
    WaterLevel level = STANDARD.level(Campus.exact(YEAR).days());

    assertThat(level).isEqualTo(new WaterLevel(1, 11, 1, 0, List.of()));
  }

  /** Without noise every first and last day of the week is found exactly, and so is the rate. */
  @ParameterizedTest
  @CsvSource({
    "2023-05-01/2023-05-22, 6", // Monday to Monday
    "2023-05-03/2023-05-26, 6", // Wednesday to Friday
    "2023-05-06/2023-05-21, 6", // Saturday to Sunday
    "2023-05-04/2023-05-13, 25",
    "2023-05-04/2023-11-10, 7.5"
  })
  void plantedLeakIsFoundToTheDay(String period, double rate) {
    List<WaterEvent> leaks = leaks(Campus.exact(YEAR).leak(period, rate).days());

    assertThat(leaks).hasSize(1);
    assertThat(leaks.get(0).days()).hasToString(period);
    assertThat(leaks.get(0).open()).isFalse();
    assertThat(leaks.get(0).ratePerDay()).isCloseTo(rate, within(1e-12));
    assertThat(leaks.get(0).quantity()).isCloseTo(rate * Period.parse(period).days(), within(1e-9));
  }

  /** Half of an occupied day, 11 m³, is the limit. */
  @Test
  void smallerLeaksAndShorterOnesAreNone() {
    assertThat(leaks(Campus.exact(YEAR).leak("2023-05-01/2023-06-01", 5.4).days())).isEmpty();
    assertThat(leaks(Campus.exact(YEAR).leak("2023-05-01/2023-06-01", 5.6).days())).hasSize(1);
    assertThat(leaks(Campus.exact(YEAR).leak("2023-05-03/2023-05-09", 20).days())).isEmpty();
  }

  /** A weekend with people in it looks like a leak to the indicator alone. */
  @Test
  void workedWeekendIsNoLeak() {
    Campus campus = Campus.exact(YEAR).leak("2023-05-06/2023-05-08", Campus.WORK);

    assertThat(leaks(campus.days())).isEmpty();
  }

  @Test
  void vacationIsNoLeakAndHidesNone() {
    Campus campus =
        Campus.exact(YEAR).closed("2023-07-01/2023-09-01").leak("2023-07-20/2023-08-15", 8);

    List<WaterEvent> leaks = leaks(campus.days());

    assertThat(leaks)
        .extracting(leak -> leak.days().toString())
        .containsExactly("2023-07-20/2023-08-15");
  }

  @Test
  void leakThatPausesForAFewDaysIsOne() {
    Campus campus =
        Campus.exact(YEAR).leak("2023-05-01/2023-05-15", 8).leak("2023-05-18/2023-06-01", 8);

    assertThat(leaks(campus.days()))
        .extracting(leak -> leak.days().toString())
        .containsExactly("2023-05-01/2023-06-01");
  }

  @Test
  void leakAtTheEndIsOpen() {
    WaterEvent leak = leaks(Campus.exact(YEAR).leak("2023-12-10/2024-01-01", 8).days()).get(0);

    assertThat(leak.open()).isTrue();
    assertThat(leak.finding().code()).isEqualTo("water.leak-open");
    assertThat(leak.finding().en()).contains("Since 2023-12-10", "8 a day more", "176 so far");
    assertThat(leak.finding().zh()).contains("2023-12-10", "8", "176", "漏损");
  }

  @Test
  void missingDaysInALeakAreDaysOfTheLeak() {
    WaterDays days =
        Campus.exact(YEAR).leak("2023-05-01/2023-05-22", 8).without("2023-05-09/2023-05-12");

    assertThat(leaks(days))
        .extracting(leak -> leak.days().toString())
        .containsExactly("2023-05-01/2023-05-22");
  }

  /** The whole reporting period leaks: only the baseline period knows that this is not usual. */
  @Test
  void levelOfTheBaselinePeriodShowsALeakThatNeverStops() {
    WaterLevel before = STANDARD.level(Campus.exact(YEAR).days());
    Period next = Period.parse("2024-01-01/2024-07-01");
    WaterDays days = Campus.exact(next).leak(next.toString(), 8).days();

    assertThat(leaks(days)).isEmpty();
    assertThat(STANDARD.leaks(days, before)).extracting(leak -> leak.days()).containsExactly(next);
  }

  /**
   * Day-to-day noise of a quarter, a leak of 8 m³ for 30 days from each of 100 days: always found,
   * ends within six days (the promise), on average within one, rate within a tenth.
   */
  @Test
  void noisyLeaksAreFoundWithinTheStatedBounds() {
    double off = 0;
    double rate = 0;
    int size = 100;
    for (int seed = 0; seed < size; seed++) {
      Period truth =
          Period.of(YEAR.start().plusDays(40 + 2L * seed), YEAR.start().plusDays(70 + 2L * seed));
      Campus campus = Campus.noisy(YEAR, seed, 0.25).leak(truth.toString(), 8);
      List<WaterEvent> leaks = leaks(campus.days());
      assertThat(leaks).as("seed %s", seed).hasSize(1);
      Period found = leaks.get(0).days();
      long start = Math.abs(found.start().toEpochDay() - truth.start().toEpochDay());
      long end = Math.abs(found.end().toEpochDay() - truth.end().toEpochDay());
      assertThat(Math.max(start, end)).as("seed %s: %s for %s", seed, found, truth).isLessThan(7);
      off += (start + end) / (2.0 * size);
      rate += leaks.get(0).ratePerDay() / size;
    }
    assertThat(off).isLessThan(1);
    assertThat(rate).isCloseTo(8, within(0.8));
  }

  /** 500 building years with noise of a quarter and a long vacation: not one alarm. */
  @Test
  void noLeakNoAlarm() {
    int alarms = 0;
    for (int seed = 0; seed < 500; seed++) {
      Campus campus = Campus.noisy(YEAR, seed, 0.25).closed("2023-07-01/2023-09-01");
      alarms += leaks(campus.days()).size();
    }
    assertThat(alarms).isZero();
  }

  /**
   * A campus with 0.1 m³ per resident every day, 1000 in term and 200 for 120 days of vacation. By
   * use alone every term is a leak; with the residents known a leak of 70 m³ in term is found.
   */
  @Test
  void residentsAreNoLeakIfTheyAreKnown() {
    List<Period> vacations =
        List.of(Period.parse("2023-01-15/2023-02-20"), Period.parse("2023-06-25/2023-09-17"));
    WaterDays plain = Campus.noisy(YEAR, 11, 0.25).leak("2023-10-11/2023-11-08", 70).days();
    double[] residents =
        plain.dates().stream()
            .mapToDouble(date -> vacations.stream().anyMatch(v -> v.contains(date)) ? 200 : 1000)
            .toArray();
    double[] use = plain.use().clone();
    for (int i = 0; i < use.length; i++) {
      use[i] += 0.1 * residents[i];
    }
    WaterDays unknown = new WaterDays(plain.dates(), use, plain.working(), new double[0][]);
    WaterDays known =
        new WaterDays(plain.dates(), use, plain.working(), new double[][] {residents});

    assertThat(leaks(unknown)).hasSizeGreaterThan(1);
    assertThat(STANDARD.level(known).perDriver().get(0)).isCloseTo(0.1, within(0.001));
    assertThat(leaks(known))
        .extracting(leak -> leak.days().toString())
        .containsExactly("2023-10-11/2023-11-08");
    assertThat(leaks(known).get(0).ratePerDay()).isCloseTo(70.0, within(2.0));
  }

  /** Ten pupils more in the months of the leak: they do not explain it. */
  @Test
  void smallChangeOfADriverExplainsNothing() {
    WaterDays plain = Campus.noisy(YEAR, 12, 0.25).leak("2023-08-01/2023-12-01", 8).days();
    double[] pupils =
        plain.dates().stream().mapToDouble(date -> date.getMonthValue() >= 8 ? 310 : 300).toArray();
    WaterDays days =
        new WaterDays(plain.dates(), plain.use(), plain.working(), new double[][] {pupils});

    assertThat(STANDARD.level(days).perDriver()).containsExactly(0.0);
    assertThat(leaks(days))
        .extracting(leak -> leak.days().toString())
        .containsExactly("2023-08-01/2023-12-01");
  }

  @Test
  void fewDaysSayNothing() {
    WaterDays days = Campus.exact(Period.parse("2023-05-01/2023-05-06")).days();

    assertThat(leaks(days)).isEmpty();
    assertThat(WaterReview.of(days, STANDARD).events()).isEmpty();
  }

  @Test
  void settingsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeakDetection.builder().minimumDays(6).build())
        .withMessage("minimumDays 6 must be 7, a week, or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeakDetection.builder().share(0).build())
        .withMessageContaining("share");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeakDetection.builder().nights(4).build())
        .withMessageContaining("nights");
  }
}

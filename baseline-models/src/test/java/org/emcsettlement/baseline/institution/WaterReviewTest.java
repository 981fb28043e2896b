package org.emcsettlement.baseline.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.period.Period;
import org.junit.jupiter.api.Test;

class WaterReviewTest {

  private static final Period YEAR = Period.parse("2023-01-01/2024-01-01");
  private static final LeakDetection STANDARD = LeakDetection.standard();

  /** What a model that knows the week and the vacation expects. */
  private static WaterReview expecting(Campus truth, WaterDays days) {
    WaterDays known = truth.days();
    double[] expected =
        days.dates().stream()
            .mapToDouble(date -> known.use()[known.dates().indexOf(date)])
            .toArray();
    return WaterReview.of(days, expected, STANDARD.level(known), STANDARD);
  }

  private static WaterEvent only(WaterReview review) {
    assertThat(review.events()).hasSize(1);
    return review.events().get(0);
  }

  @Test
  void zeroInTermIsADeadMeter() {
    Campus truth = Campus.exact(YEAR);
    WaterDays days = Campus.exact(YEAR).reads("2023-05-10/2023-06-01", 0).days();

    WaterReview review = expecting(truth, days);

    WaterEvent dead = only(review);
    assertThat(dead.kind()).isEqualTo(WaterEvent.Kind.DEAD_METER);
    assertThat(dead.days()).hasToString("2023-05-10/2023-06-01");
    // 16 of 22 days are worked
    assertThat(dead.expectedPerDay()).isCloseTo(1 + 10 * 16 / 22.0, within(1e-12));
    assertThat(review.leftOutOfSavings()).containsExactly(dead.days());
    assertThat(dead.finding().en()).contains("every reading is 0 where about 8.27 a day");
  }

  @Test
  void zeroInAVacationIsTrue() {
    Campus truth = Campus.exact(YEAR).closed("2023-07-01/2023-09-01");
    WaterDays days =
        Campus.exact(YEAR).closed("2023-07-01/2023-09-01").reads("2023-07-10/2023-08-20", 0).days();

    assertThat(expecting(truth, days).events()).isEmpty();
  }

  @Test
  void zeroOfUnknownExpectationIsKept() {
    WaterDays days = Campus.exact(YEAR).reads("2023-05-10/2023-06-01", 0).days();

    assertThat(WaterReview.of(days, STANDARD).events()).isEmpty();
  }

  @Test
  void readingThatRepeatsForTwoWeeksWasMadeUp() {
    WaterDays days = Campus.exact(YEAR).reads("2023-05-10/2023-05-24", 3.7).days();
    WaterDays shorter = Campus.exact(YEAR).reads("2023-05-10/2023-05-23", 3.7).days();

    assertThat(only(expecting(Campus.exact(YEAR), days)).kind())
        .isEqualTo(WaterEvent.Kind.DEAD_METER);
    assertThat(expecting(Campus.exact(YEAR), shorter).events()).isEmpty();
  }

  /** Ten days without a reading, and all of their use on the day after. */
  @Test
  void catchUpAfterAGap() {
    Campus campus = Campus.exact(YEAR);
    double all =
        Arrays.stream(
                campus.use,
                campus.dates.indexOf(Period.parse("2023-05-08/2023-05-09").start()),
                campus.dates.indexOf(Period.parse("2023-05-19/2023-05-20").start()))
            .sum();
    WaterDays days = campus.reads("2023-05-18/2023-05-19", all).without("2023-05-08/2023-05-18");

    WaterReview review = WaterReview.of(days, STANDARD);

    WaterEvent catchUp = only(review);
    assertThat(catchUp.kind()).isEqualTo(WaterEvent.Kind.CATCH_UP);
    assertThat(catchUp.days()).hasToString("2023-05-18/2023-05-19");
    assertThat(catchUp.silentDays()).isEqualTo(10);
    assertThat(catchUp.ratePerDay()).isCloseTo(all - 11, within(1e-12));
    assertThat(review.leftOutOfSavings()).containsExactly(catchUp.days());
  }

  @Test
  void gapWithoutCatchUpIsNoEvent() {
    assertThat(
            WaterReview.of(Campus.exact(YEAR).without("2023-05-08/2023-05-18"), STANDARD).events())
        .isEmpty();
  }

  @Test
  void catchUpAfterADeadMeter() {
    WaterDays days =
        Campus.exact(YEAR)
            .reads("2023-05-08/2023-05-18", 0)
            .reads("2023-05-18/2023-05-19", 93)
            .days();

    WaterReview review = expecting(Campus.exact(YEAR), days);

    assertThat(review.events())
        .extracting(WaterEvent::kind)
        .containsExactly(WaterEvent.Kind.DEAD_METER, WaterEvent.Kind.CATCH_UP);
  }

  /** More than ten occupied days of 11 m³ in a day. */
  @Test
  void burstIsUseAndStaysInTheSavings() {
    WaterReview review =
        WaterReview.of(Campus.exact(YEAR).leak("2023-05-09/2023-05-11", 120).days(), STANDARD);

    WaterEvent burst = only(review);
    assertThat(burst.kind()).isEqualTo(WaterEvent.Kind.BURST);
    assertThat(burst.days()).hasToString("2023-05-09/2023-05-11");
    assertThat(burst.quantity()).isCloseTo(240, within(1e-9));
    assertThat(review.leftOutOfSavings()).isEmpty();
    assertThat(review.usualRows()).hasSize(363);
    assertThat(
            WaterReview.of(Campus.exact(YEAR).leak("2023-05-09/2023-05-11", 90).days(), STANDARD)
                .events())
        .isEmpty();
  }

  @Test
  void negativeUseIsAReset() {
    WaterReview review =
        WaterReview.of(Campus.exact(YEAR).reads("2023-05-09/2023-05-10", -3741).days(), STANDARD);

    assertThat(only(review).kind()).isEqualTo(WaterEvent.Kind.RESET);
    assertThat(review.level()).isEqualTo(STANDARD.level(Campus.exact(YEAR).days()));
    assertThat(review.findings(true).list())
        .extracting(Finding::code)
        .containsExactly("water.reset", "water.days-left-out");
    assertThat(review.findings(false).list())
        .extracting(Finding::code)
        .containsExactly("water.reset");
  }

  @Test
  void moreThanHalfLeftOutIsSaid() {
    WaterReview review =
        WaterReview.of(Campus.exact(YEAR).leak("2023-03-01/2023-11-01", 9).days(), STANDARD);

    assertThat(review.events(WaterEvent.Kind.LEAK)).hasSize(1);
    Finding last = List.copyOf(review.findings(true).list()).get(2);
    assertThat(last.code()).isEqualTo("water.mostly-left-out");
    assertThat(last.arguments()).containsEntry("count", "245").containsEntry("size", "365");
  }

  @Test
  void lengthsMustAgree() {
    WaterDays days = Campus.exact(YEAR).days();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaterReview.of(days, new double[3], STANDARD.level(days), STANDARD))
        .withMessage("expected has 3 values, must have one for 365 days");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new WaterDays(days.dates(), new double[3], days.working(), new double[0][]))
        .withMessage("use has 3 days, working 365, dates 365; the numbers must be equal");
  }
}

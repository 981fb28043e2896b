package org.emcsettlement.baseline.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.ValidityRange;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.BilledUse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five days by hand, one without use and one without temperature. */
class AvoidedUseTest {

  private static final Period DAYS = Period.parse("2025-01-01/2025-01-06");

  /** 100 a day, 10 per kelvin below 15 °C, 2 per person. */
  private static final Map<String, String> COEFFICIENTS = new LinkedHashMap<>();

  static {
    COEFFICIENTS.put("DAYS", "100");
    COEFFICIENTS.put("DEGREES_BELOW(15.00)", "10");
    COEFFICIENTS.put("HEADCOUNT_DAYS", "2");
  }

  private static final FrozenBaseline MODEL =
      Site.model("office", Optional.of(Site.errors("3", "0", "0.04", "0")), COEFFICIENTS);

  private final Site site = new Site();

  @BeforeEach
  void fiveDays() {
    day(1, "5", "150");
    day(2, "10", "120");
    day(3, "20", "");
    day(4, "", "130");
    day(5, "15", "90");
  }

  private void day(int day, String celsius, String used) {
    LocalDate date = LocalDate.of(2025, 1, day);
    site.headcount.put(date, BigDecimal.valueOf(3));
    if (!celsius.isEmpty()) {
      site.temperature.put(date, new BigDecimal(celsius));
    }
    if (!used.isEmpty()) {
      site.use.put(date, new BigDecimal(used));
    }
  }

  private Checked<Savings> avoided(FrozenBaseline model) {
    return AvoidedUse.of(model, site.drivers(), site.measured(), DAYS);
  }

  /** 206 + 156 + 106 = 468 on days 1, 2 and 5; used 150 + 120 + 90 = 360. */
  @Test
  void onlyDaysOfBothSidesCount() {
    Savings savings = avoided(MODEL).orThrow();
    assertThat(savings.quantity()).isEqualTo(SavingsQuantity.AVOIDED);
    assertThat(savings.baselineUse()).isEqualTo(Rational.of(468));
    assertThat(savings.reportingUse()).isEqualTo(Rational.of(360));
    assertThat(savings.savings()).isEqualTo(Rational.of(108));
    assertThat(savings.fraction()).contains(new BigDecimal("0.230769230769"));
    assertThat(savings.days()).isEqualTo(3);
    LocalDate third = LocalDate.of(2025, 1, 3);
    assertThat(savings.leftOut())
        .containsExactly(
            new LeftOut(LeftOut.Reason.NO_USE, 1, third, third),
            new LeftOut(LeftOut.Reason.NO_DRIVER, 1, third.plusDays(1), third.plusDays(1)));
    assertThat(avoided(MODEL).findings().stream().map(Finding::code))
        .containsExactly(
            "quantity.days-left-out", "quantity.days-left-out", "quantity.regression-error-only");
    assertThat(avoided(MODEL).findings().list().get(1).zh()).contains("1 天").contains("驱动因素未知");
  }

  /**
   * Regression: X = (3, 15, 9), XᵀCX = 0.04·15² = 9, so 2·√(3·(9 + 3)) = 12. ASHRAE:
   * 2·1.26·0.1·468·√(1.08/3) = 70.7616.
   */
  @Test
  void intervalsAreThoseOfTheModel() {
    Savings savings = avoided(MODEL).orThrow();
    SavingsInterval regression = savings.interval(IntervalMethod.REGRESSION).orElseThrow();
    assertThat(regression.halfWidth()).isEqualByComparingTo("12");
    assertThat(regression.lower()).isEqualTo(Rational.of(96));
    assertThat(regression.upper()).isEqualTo(Rational.of(120));
    assertThat(regression.confidence()).isEqualByComparingTo("0.90");
    assertThat(regression.fractionalUncertainty()).contains(new BigDecimal("0.111111111111"));
    assertThat(regression.minimumDetectable(new BigDecimal("0.5"))).isEqualByComparingTo("24");
    assertThat(savings.interval(IntervalMethod.ASHRAE_14).orElseThrow().halfWidth())
        .isEqualByComparingTo("70.7616");
    assertThatThrownBy(() -> regression.minimumDetectable(BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fractionalUncertainty");
  }

  @Test
  void anAgreedModelHasNoInterval() {
    Checked<Savings> savings = avoided(Site.model("agreed", Optional.empty(), COEFFICIENTS));
    assertThat(savings.orThrow().intervals()).isEmpty();
    assertThat(savings.findings().stream().map(Finding::code)).contains("quantity.no-interval");
  }

  /** The range 6 to 26 °C widened by 2 K admits 5 °C, the range 10 to 20 °C does not. */
  @Test
  void conditionsBeyondTheModelsRangeAreFound() {
    assertThat(codes(within("6", "26"))).doesNotContain("quantity.out-of-range");
    Finding finding =
        avoided(within("10", "20")).findings().stream()
            .filter(f -> f.code().equals("quantity.out-of-range"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.arguments()).containsEntry("count", "1").containsEntry("value", "5.00");
  }

  private static FrozenBaseline within(String least, String greatest) {
    return FrozenBaseline.builder()
        .from(MODEL)
        .validity(
            List.of(
                new ValidityRange("TEMPERATURE", new BigDecimal(least), new BigDecimal(greatest))))
        .build();
  }

  private List<String> codes(FrozenBaseline model) {
    return avoided(model).findings().stream().map(Finding::code).toList();
  }

  /** −4 a day at 15 °C, 96 at 5 °C: not clamped, said once. */
  @Test
  void aNegativePredictionIsKeptAndFound() {
    Map<String, String> negative = new LinkedHashMap<>();
    negative.put("DAYS", "-4");
    negative.put("DEGREES_BELOW(15.00)", "10");
    Checked<Savings> savings = avoided(Site.model("n", Optional.empty(), negative));
    assertThat(savings.orThrow().baselineUse()).isEqualTo(Rational.of(96 + 46 - 4));
    assertThat(savings.findings().stream().map(Finding::en))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("1 times")
                    .contains("2025-01-05/2025-01-06")
                    .contains("-4.00"));
  }

  @Test
  void daysOfTheFitAreNoSavings() {
    FrozenBaseline fittedThen =
        FrozenBaseline.builder().from(MODEL).period(Period.parse("2024-01-05/2025-01-05")).build();
    assertThat(codes(fittedThen)).contains("quantity.periods-overlap");
  }

  @Test
  void nothingToCompareIsRefused() {
    site.use.clear();
    site.use.put(LocalDate.of(2026, 1, 1), BigDecimal.ONE);
    site.use.put(LocalDate.of(2026, 1, 2), BigDecimal.ONE);
    assertThat(avoided(MODEL).value()).isEmpty();
    assertThat(codes(MODEL)).contains("quantity.nothing-counted");
  }

  @Test
  void commoditiesMustAgree() {
    MeasuredUse water = MeasuredUse.of(Commodity.WATER, List.of());
    assertThatThrownBy(() -> AvoidedUse.of(MODEL, site.drivers(), water, DAYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("water")
        .hasMessageContaining("electricity");
  }

  /**
   * Bills are whole or out: only 01-01/01-03 counts (206 + 156 − 250 = 112); 01-03/01-05 has a day
   * without temperature, the last one reaches beyond the period.
   */
  @Test
  void billsCountWhole() {
    MeasuredUse bills =
        Site.bills(
            "2025-01-05,2025-01-07,200", "2025-01-01,2025-01-03,250", "2025-01-03,2025-01-05,220");
    Savings savings = AvoidedUse.of(MODEL, site.drivers(), bills, DAYS).orThrow();
    assertThat(savings.savings()).isEqualTo(Rational.of(112));
    assertThat(savings.leftOut().stream().map(LeftOut::reason))
        .containsExactly(LeftOut.Reason.NO_DRIVER, LeftOut.Reason.CUT_BILL);
    assertThat(savings.leftOut().stream().mapToInt(LeftOut::days)).containsExactly(2, 1);
  }

  @Test
  void aMissingBillAndAGapBetweenBillsHaveNoUse() {
    MeasuredUse bills = Site.bills("2025-01-01,2025-01-02,", "2025-01-05,2025-01-06,90");
    Savings savings = AvoidedUse.of(MODEL, site.drivers(), bills, DAYS).orThrow();
    assertThat(savings.savings()).isEqualTo(Rational.of(16));
    assertThat(savings.leftOut())
        .containsExactly(
            new LeftOut(
                LeftOut.Reason.NO_USE, 4, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 4)));
    assertThatThrownBy(() -> MeasuredUse.of(Commodity.ELECTRICITY, twice(bills)))
        .hasMessageContaining("overlap");
  }

  private static List<BilledUse.Bill> twice(MeasuredUse bills) {
    List<BilledUse.Bill> same = ((MeasuredUse.ByBill) bills).bills();
    return Stream.concat(same.stream(), same.stream()).toList();
  }

  /**
   * Measured 360 less the model's 468: the sign turns when the model is of the reporting period.
   */
  @Test
  void backcastIsTheOtherWayRound() {
    Savings savings = Backcast.of(MODEL, site.drivers(), site.measured(), DAYS).orThrow();
    assertThat(savings.quantity()).isEqualTo(SavingsQuantity.BACKCAST);
    assertThat(savings.baselineUse()).isEqualTo(Rational.of(360));
    assertThat(savings.savings()).isEqualTo(Rational.of(-108));
    assertThat(savings.fraction()).contains(new BigDecimal("-0.3"));
    assertThat(savings.interval(IntervalMethod.REGRESSION).orElseThrow().halfWidth())
        .isEqualByComparingTo("12");
  }
}

package org.emcsettlement.baseline.savings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An office that uses 14 m³ on working days and 2 m³ on others in 2024, and a fifth less in 2025:
 * 2.8 m³ of a working day and 0.4 m³ of a day of rest are saved.
 */
class WaterReviewedTest {

  private static final Period BEFORE = Period.parse("2024-01-01/2025-01-01");
  private static final Period AFTER = Period.parse("2025-01-01/2026-01-01");
  private static final WorkCalendar WEEK = WorkCalendar.of(WorkCalendar.MONDAY_TO_FRIDAY);

  private final Site site = new Site();

  @BeforeEach
  void twoYears() {
    for (LocalDate date : Period.of(BEFORE.start(), AFTER.end()).dates().toList()) {
      BigDecimal use = new BigDecimal(WEEK.isWorkingDay(date) ? "14" : "2");
      BigDecimal remaining = new BigDecimal(AFTER.contains(date) ? "0.8" : "1");
      site.use.put(date, use.multiply(remaining));
    }
  }

  private static FrozenBaseline model(String form, Period fitted, String rest, String work) {
    Map<String, String> coefficients = new LinkedHashMap<>();
    coefficients.put("DAYS", rest);
    coefficients.put("DAYTYPE(WORKDAY)", work);
    return FrozenBaseline.builder()
        .from(Site.model("water", Optional.empty(), coefficients))
        .commodity(Commodity.WATER)
        .form(form)
        .period(fitted)
        .build();
  }

  private static FrozenBaseline before(String form) {
    return model(form, BEFORE, "2", "12");
  }

  private MeasuredUse water() {
    return site.measured(Commodity.WATER, "m3", "1", new ArrayList<>(site.use.keySet()));
  }

  private Checked<Savings> avoided(FrozenBaseline model) {
    return AvoidedUse.of(model, site.drivers(), water(), AFTER);
  }

  private void reads(String period, String value) {
    Period.parse(period).dates().forEach(date -> site.use.put(date, new BigDecimal(value)));
  }

  private void leaks(String period, String perDay) {
    Period.parse(period)
        .dates()
        .forEach(date -> site.use.merge(date, new BigDecimal(perDay), BigDecimal::add));
  }

  private static Rational saved(int working, int resting) {
    return Rational.of(new BigDecimal("2.8"))
        .times(Rational.of(working))
        .plus(Rational.of(new BigDecimal("0.4")).times(Rational.of(resting)));
  }

  /** 2025 has 261 Mondays to Fridays; two weeks of a dead meter are ten of them and four others. */
  @Test
  void aDeadMeterSavesNothing() {
    reads("2025-05-05/2025-05-19", "0");
    Checked<Savings> savings = avoided(before("institution-water"));
    assertThat(savings.orThrow().savings()).isEqualTo(saved(261 - 10, 104 - 4));
    assertThat(savings.orThrow().leftOut())
        .containsExactly(
            new LeftOut(
                LeftOut.Reason.METER_FAULT,
                14,
                LocalDate.of(2025, 5, 5),
                LocalDate.of(2025, 5, 18)));
    assertThat(savings.findings().stream().map(Finding::code))
        .contains("water.dead-meter", "quantity.days-left-out");
  }

  /** A model that knows nothing of meters leaves the judgement to people. */
  @Test
  void otherModelsAreNotReviewed() {
    reads("2025-05-05/2025-05-19", "0");
    Checked<Savings> savings = avoided(before("5P"));
    assertThat(savings.orThrow().days()).isEqualTo(365);
    assertThat(savings.findings().stream().map(Finding::code))
        .noneMatch(code -> code.startsWith("water."));
  }

  @Test
  void aResetIsNoUse() {
    reads("2025-05-06/2025-05-07", "-812");
    assertThat(avoided(before("institution-water")).orThrow().savings())
        .isEqualTo(saved(261 - 1, 104));
  }

  /** 28 days of 10 m³ were paid for and lost; they lower the savings by 280 m³. */
  @Test
  void aLeakOfTheReportingPeriodIsUse() {
    leaks("2025-05-05/2025-06-02", "10");
    Checked<Savings> savings = avoided(before("institution-water"));
    assertThat(savings.orThrow().savings()).isEqualTo(saved(261, 104).minus(Rational.of(280)));
    assertThat(savings.orThrow().leftOut()).isEmpty();
    assertThat(savings.findings().stream().map(Finding::code)).contains("water.leak");
  }

  /** Backwards, a leak of the baseline year would be sold as saved: 20 and 8 days of it are out. */
  @Test
  void aLeakOfTheBaselineYearIsNoSaving() {
    leaks("2024-03-04/2024-04-01", "10");
    FrozenBaseline after = model("institution-water", AFTER, "1.6", "9.6");
    Savings savings = Backcast.of(after, site.drivers(), water(), BEFORE).orThrow();
    assertThat(savings.savings()).isEqualTo(saved(262 - 20, 104 - 8));
    assertThat(savings.leftOut())
        .containsExactly(
            new LeftOut(
                LeftOut.Reason.LOST_WATER,
                28,
                LocalDate.of(2024, 3, 4),
                LocalDate.of(2024, 3, 31)));
  }

  @Test
  void withoutTheBaselineYearThePeriodJudgesItself() {
    site.use.keySet().removeIf(BEFORE::contains);
    leaks("2025-05-05/2025-06-02", "10");
    assertThat(avoided(before("institution-water")).findings().stream().map(Finding::code))
        .contains("water.own-level", "water.leak");
  }
}

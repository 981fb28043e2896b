package org.emcsettlement.settlement.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.finding.CatalogueRules;
import org.emcsettlement.core.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables that ship, against values worked out in published sources. */
class PublishedTablesTest {

  @Test
  void catalogueIsWellFormed() {
    CatalogueRules.check(IndicatorFinding.values());
  }

  private static Optional<Rational> evaluate(String formula, Map<String, String> counts) {
    return HeadcountFormula.of(formula)
        .evaluate(name -> Optional.ofNullable(counts.get(name)).map(Rational::parse));
  }

  /** DB37/T 2673-2019 annex A; the source prints 7872.88, its own arithmetic gives 7874.88. */
  @Test
  void hospitalHeadcountIsThatOfItsFormula() {
    Map<String, String> counts =
        Map.of(
            "POST_STAFF", "1800",
            "NON_POST_STAFF", "2500",
            "INTERNS", "600",
            "INTERN_MONTHS", "11",
            "BEDS", "2600",
            "BED_OCCUPANCY", "0.95",
            "OUTPATIENT_VISITS", "202530");
    assertThat(evaluate("hospital-db37-2673", counts).orElseThrow().round(2, RoundingMode.HALF_UP))
        .isEqualByComparingTo("7874.88");
  }

  /** Half of the staff of a university counts; boarders of a school count twice. */
  @Test
  void personsForWater() {
    assertThat(
            evaluate(
                "water-university",
                Map.of(
                    "FULL_TIME_STUDENTS",
                    "20000",
                    "INTERNATIONAL_STUDENTS",
                    "300",
                    "STAFF",
                    "1500")))
        .contains(Rational.of(21050));
    assertThat(
            evaluate(
                "water-school", Map.of("DAY_STUDENTS", "400", "BOARDERS", "600", "STAFF", "90")))
        .contains(Rational.of(1690));
    assertThat(evaluate("water-school", Map.of("STAFF", "90"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "6.8, ADVANCED",
    "6.9, ADVANCED",
    "12.6, GOOD",
    "20.8, ACCEPTABLE",
    "20.81, EXCEEDED"
  })
  void whatDoesNotExceedALevelDeservesIt(String value, QuotaLevel.Verdict verdict) {
    Quota quota =
        Quota.standard().stream()
            .filter(q -> q.category().equals("shandong-agency-below-city-b"))
            .filter(q -> q.indicator() == Indicator.NON_HEATING_PER_AREA)
            .findFirst()
            .orElseThrow();
    assertThat(quota.judge(Rational.parse(value))).isEqualTo(verdict);
  }

  /** Levels fall from limit to guide, or from general to advanced, in every row. */
  @Test
  void strictestLevelIsTheLowest() {
    assertThat(Quota.standard().size()).isEqualTo(5 * 3 + 6 * 3 + 3 * 2 + 3 + 12);
    for (Quota quota : Quota.standard()) {
      List<BigDecimal> levels = List.copyOf(quota.levels().values());
      assertThat(levels)
          .as(quota.toString())
          .hasSizeBetween(2, 3)
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  /** 18.48, 329.56 and 21.53 of 2020 imply 17.56, 309.79 and 20.24 in 2025. */
  @ParameterizedTest
  @CsvSource({
    "ENERGY_PER_AREA, 18.48, 17.56",
    "ENERGY_PER_PERSON, 329.56, 309.79",
    "WATER_PER_PERSON, 21.53, 20.24"
  })
  void nationalTargets(Indicator indicator, BigDecimal base, BigDecimal target) {
    ReductionTarget own =
        ReductionTarget.planned("national-2025", indicator).orElseThrow().from(base);
    assertThat(own.allowed(2025).orElseThrow().round(2, RoundingMode.HALF_UP)).isEqualTo(target);
    assertThat(own.allowed(2031)).isEqualTo(own.allowed(2025));
    assertThat(own.allowed(2020)).isEmpty();
  }
}

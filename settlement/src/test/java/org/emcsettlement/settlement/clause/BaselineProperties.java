package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.MonthlyContract;

/** Laws 15 and 16 of settlement-methods section 8. */
class BaselineProperties {

  @Provide
  Arbitrary<BigDecimal> quantities() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ONE, BigDecimal.valueOf(10_000_000))
        .ofScale(3);
  }

  @Provide
  Arbitrary<BigDecimal> weights() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(3);
  }

  private static MonthlyContract following(
      BigDecimal quantity, BigDecimal weight, int reference, String occupancy) {
    return new MonthlyContract(List.of(), List.of())
        .baselineTerms(
            "{\"id\": \"b\", \"commodity\": \"electricity\", \"source\": \"DRIVER_RATIO\", \"period\":"
                + " \"2024-01-01/2025-01-01\", \"annual\": \""
                + quantity.toPlainString()
                + "\", \"ratios\": [{\"driver\": \"HEADCOUNT\", \"weight\": \""
                + weight.toPlainString()
                + "\", \"reference\": \""
                + reference
                + "\"}]}")
        .occupancy("start,end,headcount\n" + occupancy);
  }

  private static Rational adjusted(MonthlyContract contract, String period) {
    return contract
        .settle(period)
        .statement()
        .line("use.adjusted/electricity")
        .orElseThrow()
        .quantity()
        .orElseThrow();
  }

  @Property(tries = 100)
  void unchangedConditionsLeaveTheBaseline(
      @ForAll("quantities") BigDecimal quantity,
      @ForAll("weights") BigDecimal weight,
      @ForAll @IntRange(min = 1, max = 50_000) int heads) {
    MonthlyContract contract =
        following(quantity, weight, heads, "2025-01-01,2027-01-01," + heads + "\n")
            .schedule("{\"frequency\": \"ANNUAL\"}");
    assertThat(adjusted(contract, "Y1")).isEqualTo(Rational.of(quantity));
  }

  /** The parts of a quarter are its months, exactly, whenever in it the headcount changes. */
  @Property(tries = 50)
  void partsOfAPeriodAddUp(
      @ForAll("quantities") BigDecimal quantity,
      @ForAll("weights") BigDecimal weight,
      @ForAll @IntRange(min = 1, max = 50_000) int heads,
      @ForAll @IntRange(min = 1, max = 50_000) int later,
      @ForAll @IntRange(min = 1, max = 89) int day) {
    LocalDate change = LocalDate.of(2025, 1, 1).plusDays(day);
    String occupancy =
        "2025-01-01," + change + "," + heads + "\n" + change + ",2027-01-01," + later + "\n";
    Rational months = Rational.ZERO;
    for (String month : List.of("2025-01", "2025-02", "2025-03")) {
      months = months.plus(adjusted(following(quantity, weight, 300, occupancy), month));
    }
    MonthlyContract quarterly =
        following(quantity, weight, 300, occupancy).schedule("{\"frequency\": \"QUARTERLY\"}");
    assertThat(adjusted(quarterly, "2025-Q1")).isEqualTo(months);
  }
}

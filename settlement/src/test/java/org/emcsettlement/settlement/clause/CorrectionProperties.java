package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.settlement.LineDifference;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.statement.Statement;

/** Law 50 of settlement-methods section 8: a correction is worth what its service date says. */
class CorrectionProperties {

  private static final String SHARING =
      """
      {"id": "value", "kind": "savings-value"},
      {"id": "verified", "kind": "verified-savings"},
      {"id": "negative", "kind": "negative-savings", "policy": "CARRY_DEFICIT"},
      {"id": "sharing", "kind": "shared-savings",
       "ratios": [{"fromYear": 1, "ratio": "0.75"}, {"fromYear": 2, "ratio": "%s"}]}
      """;

  @Provide
  Arbitrary<BigDecimal> quantities() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.valueOf(400_000))
        .ofScale(1);
  }

  @Provide
  Arbitrary<BigDecimal> ratios() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(4);
  }

  private static Statement march(
      BigDecimal actual, BigDecimal laterPrice, BigDecimal laterRatio, BigDecimal laterRate) {
    BigDecimal zero = BigDecimal.ZERO;
    BigDecimal baseline = new BigDecimal("428600");
    return new MonthlyContract(List.of(zero, zero, baseline), List.of(zero, zero, actual))
        .priceTerms("{\"commodity\": \"electricity\", \"basis\": \"CURRENT\", \"file\": \"p\"}")
        .priceTable(
            "p",
            "from,price,unit\n2025-01-01,0.7012,CNY/kWh\n2025-04-01,"
                + laterPrice.toPlainString()
                + ",CNY/kWh\n")
        .clauses(SHARING.formatted(laterRatio.toPlainString()))
        .tax(
            "{\"mode\": \"INCLUSIVE\", \"rate\": [{\"from\": \"2025-01-01\", \"rate\": \"0.06\"},"
                + " {\"from\": \"2025-04-01\", \"rate\": \""
                + laterRate.toPlainString()
                + "\"}]}")
        .settle("2025-03")
        .statement();
  }

  @Property(tries = 40)
  void laterPricesRatiosAndRatesLeaveACorrectionUnchanged(
      @ForAll("quantities") BigDecimal read,
      @ForAll("quantities") BigDecimal corrected,
      @ForAll("ratios") BigDecimal price,
      @ForAll("ratios") BigDecimal ratio,
      @ForAll("ratios") BigDecimal rate) {
    BigDecimal usual = new BigDecimal("0.7355");
    List<LineDifference> before =
        LineDifference.between(
            march(read, usual, new BigDecimal("0.70"), new BigDecimal("0.06")),
            march(corrected, usual, new BigDecimal("0.70"), new BigDecimal("0.06")));
    List<LineDifference> after =
        LineDifference.between(
            march(read, price, ratio, rate), march(corrected, price, ratio, rate));
    assertThat(after.stream().map(CorrectionProperties::shown))
        .containsExactlyElementsOf(before.stream().map(CorrectionProperties::shown).toList());
  }

  private static String shown(LineDifference difference) {
    return difference.id() + " " + difference.change();
  }

  /** The change of a share is between rounded amounts, so the shares change as the whole does. */
  @Property(tries = 40)
  void theChangesOfTheSharesAddUp(
      @ForAll("quantities") BigDecimal read, @ForAll("quantities") BigDecimal corrected) {
    BigDecimal any = new BigDecimal("0.7355");
    List<LineDifference> changes =
        LineDifference.between(march(read, any, any, any), march(corrected, any, any, any));
    assertThat(change(changes, "sharing.provider").add(change(changes, "sharing.institution")))
        .isEqualByComparingTo(change(changes, "verified"));
  }

  private static BigDecimal change(List<LineDifference> changes, String id) {
    return changes.stream()
        .filter(difference -> difference.id().equals(id))
        .map(LineDifference::change)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

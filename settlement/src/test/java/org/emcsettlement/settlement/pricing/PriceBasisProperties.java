package org.emcsettlement.settlement.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.statement.Line;

/** Laws 23 and 24 of settlement-methods section 8, on whole settlements. */
class PriceBasisProperties {

  @Provide
  Arbitrary<BigDecimal> prices() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.0001"), new BigDecimal("9"))
        .ofScale(4);
  }

  /** The price and value of 12,345.678 kWh saved in a month. */
  private record Priced(Rational price, BigDecimal value) {}

  private static Priced priced(String terms, BigDecimal current, String month) {
    Line line =
        new MonthlyContract(
                Collections.nCopies(12, new BigDecimal("12345.678")),
                Collections.nCopies(12, BigDecimal.ZERO))
            .priceTerms("{\"commodity\": \"electricity\", " + terms + "}")
            .priceTable(
                "p", "from,price,unit\n2024-01-01," + current.toPlainString() + ",CNY/kWh\n")
            .priceTable("i", "from,price,unit\n2024-01-01," + current.toPlainString() + ",index\n")
            .clauses("{\"id\": \"value\", \"kind\": \"savings-value\"}")
            .settle(month)
            .statement()
            .line("value/electricity/" + month + "-01")
            .orElseThrow();
    return new Priced(line.unitPrice().orElseThrow(), line.amount().orElseThrow());
  }

  private static String fixed(BigDecimal reference) {
    return "\"basis\": \"FIXED\", \"reference\": \"" + reference.toPlainString() + "\"";
  }

  private static String of(String basis, BigDecimal reference, String more) {
    return "\"basis\": \""
        + basis
        + "\", \"reference\": \""
        + reference.toPlainString()
        + "\", "
        + more;
  }

  /** Law 23. */
  @Property(tries = 40)
  void basesWithoutEffectAreTheFixedPrice(
      @ForAll("prices") BigDecimal reference, @ForAll("prices") BigDecimal current) {
    String second = "2026-02"; // the second contract year
    Priced plain = priced(fixed(reference), current, second);
    assertThat(priced(of("ESCALATED", reference, "\"escalation\": \"0\""), current, second))
        .isEqualTo(plain);
    assertThat(priced(of("ESCALATED", reference, "\"escalation\": \"0.07\""), current, "2025-02"))
        .isEqualTo(plain);
    String index = "\"indexFile\": \"i\", \"indexBase\": \"" + current.toPlainString() + "\"";
    assertThat(priced(of("INDEXED", reference, index), current, second)).isEqualTo(plain);
    String blend = "\"file\": \"p\", \"weight\": \"";
    assertThat(priced(of("BLEND", reference, blend + "1\""), current, second)).isEqualTo(plain);
    assertThat(priced(of("BLEND", reference, blend + "0\""), current, second))
        .isEqualTo(priced("\"basis\": \"CURRENT\", \"file\": \"p\"", current, second));
  }

  /** Law 24. */
  @Property(tries = 40)
  void aFixedPriceIgnoresTheCurrentOneAndACollarKeepsItInside(
      @ForAll("prices") BigDecimal reference,
      @ForAll("prices") BigDecimal current,
      @ForAll("prices") BigDecimal other) {
    assertThat(priced(fixed(reference), current, "2025-02"))
        .isEqualTo(priced(fixed(reference), other, "2025-02"));
    BigDecimal least = reference.min(other);
    BigDecimal greatest = reference.max(other);
    String collar =
        "\"basis\": \"COLLAR\", \"file\": \"p\", \"least\": \""
            + least.toPlainString()
            + "\", \"greatest\": \""
            + greatest.toPlainString()
            + "\"";
    assertThat(priced(collar, current, "2025-02").price())
        .isBetween(Rational.of(least), Rational.of(greatest));
  }
}

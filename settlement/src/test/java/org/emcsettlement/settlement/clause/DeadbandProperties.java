package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.settlement.MonthlyContract;

/** Law 33 of settlement-methods section 8. */
class DeadbandProperties {

  private static final BigDecimal USE = BigDecimal.valueOf(1_000_000);

  @Provide
  Arbitrary<BigDecimal> savings() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals()
            .between(BigDecimal.valueOf(-5000), BigDecimal.valueOf(5000))
            .ofScale(2),
        Arbitraries.of("1000", "-1000", "1000.01", "0").map(BigDecimal::new));
  }

  private static BigDecimal verified(BigDecimal savings, String deadband, String form) {
    return MonthlyContract.ofJanuary(USE.add(savings), USE)
        .clauses(
            "{\"id\": \"value\", \"kind\": \"savings-value\"},"
                + "{\"id\": \"verified\", \"kind\": \"verified-savings\", \"deadband\": \""
                + deadband
                + "\", \"form\": \""
                + form
                + "\"}")
        .settle("2025-01")
        .statement()
        .line("verified")
        .orElseThrow()
        .amount()
        .orElseThrow();
  }

  @Property(tries = 100)
  void deadbandsAreOddAndNeverEnlarge(@ForAll("savings") BigDecimal v) {
    for (String form : new String[] {"HARD", "SOFT"}) {
      assertThat(verified(v.negate(), "1000", form))
          .isEqualByComparingTo(verified(v, "1000", form).negate());
    }
    BigDecimal hard = verified(v, "1000", "HARD").abs();
    assertThat(verified(v, "1000", "SOFT").abs()).isLessThanOrEqualTo(hard);
    assertThat(hard).isLessThanOrEqualTo(v.abs());
  }

  @Property(tries = 50)
  void aDeadbandOfZeroIsNone(@ForAll("savings") BigDecimal v) {
    assertThat(verified(v, "0", "HARD")).isEqualByComparingTo(v);
    assertThat(verified(v, "0", "SOFT")).isEqualByComparingTo(v);
  }

  @Property(tries = 100)
  void aSoftDeadbandIsContinuous(@ForAll("savings") BigDecimal v) {
    BigDecimal fen = new BigDecimal("0.01");
    BigDecimal step = verified(v.add(fen), "1000", "SOFT").subtract(verified(v, "1000", "SOFT"));
    assertThat(step).isBetween(BigDecimal.ZERO, fen);
  }

  /** 21.00 saved in 21 of the 31 days of January: a deadband of 30.99 is 20.99 if prorated. */
  @Example
  void theDeadbandOfAPartialStatementIsProratedIfAgreed() {
    assertThat(inTheLast21Days(true)).isEqualByComparingTo("21.00");
    assertThat(inTheLast21Days(false)).isEqualByComparingTo("0");
  }

  private static BigDecimal inTheLast21Days(boolean prorate) {
    return MonthlyContract.ofJanuary(BigDecimal.valueOf(31), BigDecimal.ZERO)
        .term("{\"start\": \"2025-01-11\", \"end\": \"2026-01-01\"}")
        .clauses(
            "{\"id\": \"value\", \"kind\": \"savings-value\"},"
                + "{\"id\": \"verified\", \"kind\": \"verified-savings\","
                + " \"deadband\": \"30.99\", \"prorate\": "
                + prorate
                + "}")
        .settle("2025-01")
        .statement()
        .line("verified")
        .orElseThrow()
        .amount()
        .orElseThrow();
  }
}

package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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
}

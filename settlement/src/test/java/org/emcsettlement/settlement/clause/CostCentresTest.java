package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.settlement.FeeContract;
import org.emcsettlement.settlement.statement.Line;
import org.junit.jupiter.api.Test;

/** 100.00 allocated to two buildings as 1 : 2, and the first to two budget codes, by hand. */
class CostCentresTest {

  private static String centre(String id, int weight, String more) {
    return """
        {"id": "%s", "name": "%s", "weights": [{"from": "2025-01-01", "weight": "%d"}]%s}
        """
        .formatted(id, id, weight, more);
  }

  private static List<BigDecimal> parts(String centres) {
    return new FeeContract()
            .clauses(
                """
            {"id": "fee", "kind": "service-fee", "amount": "100.00", "per": "STATEMENT"},
            {"id": "centres", "kind": "cost-centres", "centres": [%s]}
            """
                    .formatted(centres))
            .settle("2025-01")
            .lines()
            .stream()
            .filter(line -> line.clause().equals("centres"))
            .map(Line::amount)
            .map(amount -> amount.orElseThrow())
            .toList();
  }

  @Test
  void everyLevelAllocatesWhatItsParentGot() {
    String codes = ", \"centres\": [" + centre("x", 1, "") + ", " + centre("y", 1, "") + "]";
    assertThat(parts(centre("a", 1, codes) + ", " + centre("b", 2, "")))
        .containsExactlyInAnyOrder(
            new BigDecimal("33.33"),
            new BigDecimal("66.67"),
            new BigDecimal("16.67"),
            new BigDecimal("16.66"));
  }

  /** A fen is left between three equal centres: the first in the contract gets it. */
  @Test
  void ranksArePlacesInTheContract() {
    assertThat(parts(centre("a", 1, "") + ", " + centre("b", 1, "") + ", " + centre("c", 1, "")))
        .containsExactly(new BigDecimal("33.34"), new BigDecimal("33.33"), new BigDecimal("33.33"));
  }

  /** A centre without weight gets nothing, and takes nothing from the others. */
  @Test
  void aWeightOfZeroGetsNothing() {
    assertThat(parts(centre("a", 0, "") + ", " + centre("b", 5, "")))
        .contains(new BigDecimal("100.00"))
        .hasSizeLessThanOrEqualTo(2)
        .allSatisfy(part -> assertThat(part.signum()).isNotNegative());
  }
}

package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A corrected bill is settled again, and the differences are taken between the rounded statements:
 * case 5 of the worked settlement cases, and E10 of settlement-methods.
 */
class CorrectionTest {

  @TempDir Path temp;

  private Statement settle(String variant) throws IOException {
    return settle("case-2-shared", variant, "2025-Q3");
  }

  private Statement settle(String name, String variant, String period) throws IOException {
    Settlement settlement = WorkedCase.settlement(WorkedCase.named(name).assemble(temp, variant));
    return settlement.settle(settlement.period(period)).orThrow().statement();
  }

  /** E10: the price in force when the correction was made would have given −3,676.58. */
  @Test
  void aCorrectedReadingKeepsThePriceOfItsServicePeriod() throws IOException {
    List<LineDifference> differences =
        LineDifference.between(
            settle("e10-restatement", "", "2025-03"),
            settle("e10-restatement", "corrected", "2025-03"));
    assertThat(change(differences, "verified")).isEqualByComparingTo("-4673.50");
    assertThat(change(differences, "sharing.provider")).isEqualByComparingTo("-3505.12");
    assertThat(change(differences, "sharing.institution")).isEqualByComparingTo("-1168.38");
  }

  @Test
  void aCorrectedBillChangesTheSettledLinesByRoundedDifferences() throws IOException {
    List<LineDifference> differences = LineDifference.between(settle(""), settle("corrected"));
    Map<String, String> changes =
        differences.stream()
            .collect(
                Collectors.toMap(
                    LineDifference::id, difference -> difference.change().toPlainString()));
    assertThat(changes)
        .containsEntry("value/electricity/2025-07-01", "-1157.67")
        .containsEntry("verified", "-1157.67")
        .containsEntry("sharing.provider", "-810.37")
        .containsEntry("sharing.institution", "-347.30");
    assertThat(changes.keySet())
        .doesNotContain("value/electricity/2025-08-01", "value/electricity/2025-09-01");
  }

  @Test
  void theSameEvidenceHasNoDifferences() throws IOException {
    assertThat(LineDifference.between(settle(""), settle(""))).isEmpty();
  }

  @Test
  void changesOfSharesAddUpToTheChangeOfTheWhole() throws IOException {
    List<LineDifference> differences = LineDifference.between(settle(""), settle("corrected"));
    assertThat(
            change(differences, "sharing.provider").add(change(differences, "sharing.institution")))
        .isEqualByComparingTo(change(differences, "verified"));
  }

  private static BigDecimal change(List<LineDifference> differences, String id) {
    return differences.stream()
        .filter(difference -> difference.id().equals(id))
        .findFirst()
        .orElseThrow()
        .change();
  }
}

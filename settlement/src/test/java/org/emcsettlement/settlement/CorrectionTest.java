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
 * Case 5 of the worked settlement cases: a corrected bill is settled again, and the differences are
 * taken between the rounded statements: −1,157.67, −810.37, −347.30.
 */
class CorrectionTest {

  @TempDir Path temp;

  private Statement settle(String variant) throws IOException {
    Settlement settlement =
        WorkedCase.settlement(WorkedCase.named("case-2-shared").assemble(temp, variant));
    return settlement.settle(settlement.period("2025-Q3")).orThrow().statement();
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

package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;

/** What scores and their terms are refused for, and what is said of them. */
class PerformanceTermsTest {

  private static MonthlyContract contract(String terms) {
    return new MonthlyContract(List.of(), List.of())
        .clauses(
            "{\"id\": \"fee\", \"kind\": \"service-fee\", \"amount\": \"1000.00\", \"per\":"
                + " \"STATEMENT\"}, {\"id\": \"score\", \"kind\": \"performance\", \"linked\":"
                + " \"0.5\", "
                + terms
                + "}");
  }

  private static List<String> codes(Iterable<Finding> findings) {
    return StreamSupport.stream(findings.spliterator(), false).map(Finding::code).toList();
  }

  private static String line(String more, String... pieces) {
    return "\"form\": \"LINEAR_PIECEWISE\", \"pieces\": [" + String.join(", ", pieces) + "]" + more;
  }

  private static String piece(String from, String factor, String slope) {
    return "{\"from\": \"%s\", \"factor\": \"%s\", \"slope\": \"%s\"}"
        .formatted(from, factor, slope);
  }

  @Test
  void aFactorAboveOneNeedsABonus() {
    String rising = piece("0", "0.5", "0.0051");
    assertThat(codes(contract(line("", rising)).findings()))
        .containsExactly("contract.score-bonus");
    assertThat(codes(contract(line(", \"bonus\": true", rising)).findings())).isEmpty();
    assertThat(codes(contract(line("", piece("0", "0.5", "0.005"))).findings())).isEmpty();
  }

  @Test
  void anAgreedContinuousFactorDoesNotJump() {
    String continuous = ", \"continuous\": true";
    assertThat(
            codes(
                contract(line(continuous, piece("0", "0", "0.01"), piece("80", "0.8", "0")))
                    .findings()))
        .isEmpty();
    assertThat(
            contract(line(continuous, piece("0", "0", "0.01"), piece("80", "0.9", "0"))).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("contract.score-jump");
              assertThat(finding.effect()).isEqualTo(Effect.BLOCK);
              assertThat(finding.zh()).contains("80", "0.8", "0.9");
            });
  }

  private static List<Finding> read(String rows) {
    FindingCollector findings = new FindingCollector();
    Scorecard.read(
        TextSource.of("scorecard.csv", "start,end,item,weight,score,evidence\n" + rows), findings);
    return findings.findings().list();
  }

  @Test
  void scoresOutsideTheirRangeBlockAndMissingEvidenceIsSaid() {
    assertThat(read("2025-01-01,2025-02-01,all,1,100.01,x\n"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("score.range");
              assertThat(finding.effect()).isEqualTo(Effect.BLOCK);
              assertThat(finding.place().line()).hasValue(2);
            });
    assertThat(read("2025-01-01,2025-02-01,all,1,-1,x\n"))
        .extracting(Finding::code)
        .containsExactly("score.range");
    assertThat(read("2025-01-01,2025-02-01,all,1,90,\n"))
        .extracting(Finding::code, Finding::effect)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("score.evidence", Effect.NOTE));
  }

  private static List<String> settled(MonthlyContract contract) {
    Statement statement = contract.settle("2025-01").statement();
    return statement.findings().stream().map(Finding::code).toList();
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(settled(contract("\"form\": \"LINEAR\""))).contains("score.missing");
    assertThat(settled(contract("\"form\": \"LINEAR\", \"missingScore\": \"WITHHELD\"")))
        .contains("score.awaited")
        .doesNotContain("score.missing");
    String veto =
        "\"form\": \"LINEAR\", \"vetoes\": [{\"item\": \"safety\", \"below\": \"60\", \"factor\":"
            + " \"0\"}]";
    Scorecard scored =
        Scorecard.read(
                TextSource.of(
                    "scorecard.csv", "start,end,score,evidence\n2025-01-01,2025-02-01,90,x\n"),
                new FindingCollector())
            .orElseThrow();
    assertThat(settled(contract(veto).scorecard(scored))).contains("score.veto-missing");
  }
}

package org.emcsettlement.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.EvidenceFolder;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractReader;
import org.emcsettlement.settlement.evidence.Evidence;
import org.emcsettlement.settlement.report.StatementPage;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;

class ProcurementSystemTest {

  private static final String CAP =
      """
      {"id": "budget", "kind": "budget-cap", "reference": "第十二条", "appropriation": "80000.00"},
      """;

  private static String draft() throws IOException {
    return Files.readString(ExampleFolder.named("tianjin-office").resolve("contract.json"));
  }

  private static String withCap() throws IOException {
    return draft().replace("\"clauses\": [", "\"clauses\": [" + CAP);
  }

  /** A decimal comma and a misspelled clause: both are shown before signing, each at its place. */
  @Test
  void everyFaultOfADraftIsShownAtOnce() throws IOException {
    String faulty =
        draft()
            .replace("\"coefficient\": \"0.96\"", "\"coefficient\": \"0,96\"")
            .replace("\"kind\": \"performance\"", "\"kind\": \"performence\"");
    Checked<Contract> reviewed = ProcurementSystem.review(faulty);
    assertThat(reviewed.value()).isEmpty();
    assertThat(reviewed.findings().stream().map(finding -> finding.place().pointer().orElse("")))
        .contains("/preset/parameters/coefficient", "/clauses/2/kind");
    assertThat(ProcurementSystem.page(reviewed.findings()))
        .allMatch(text -> text.startsWith("BLOCK "));
  }

  @Test
  void aRiskThatNobodyBearsIsShown() throws IOException {
    Checked<Contract> reviewed =
        ProcurementSystem.review(draft().replace("\"weather\": \"INSTITUTION\", ", ""));
    assertThat(reviewed.value()).isEmpty();
    assertThat(reviewed.findings().stream().map(Finding::code))
        .containsOnly("contract.risk-missing");
    assertThat(ProcurementSystem.page(reviewed.findings()))
        .anyMatch(text -> text.startsWith("BLOCK /risks"));
  }

  /** The cap leaves 80,000.00 of the instalment; the true-up pays what waited. */
  @Test
  void anOwnClauseWorksLikeAnyOther() throws IOException {
    Contract capped = ProcurementSystem.review(withCap()).orThrow();
    Contract plain = ProcurementSystem.review(draft()).orThrow();
    assertThat(capped.digest()).isNotEqualTo(plain.digest());
    Evidence evidence =
        EvidenceFolder.read(ExampleFolder.named("tianjin-office"), ProcurementSystem.FORMAT)
            .orThrow()
            .evidence();

    Statement january = ProcurementSystem.rehearse(capped, evidence, "2025-01");
    BigDecimal instalment = amount(january, "fee");
    assertThat(instalment).isGreaterThan(new BigDecimal("80000.00"));
    assertThat(amount(january, "budget"))
        .isEqualTo(new BigDecimal("80000.00").subtract(instalment));
    assertThat(january.totals().netPayable()).isEqualTo("80000.00");
    assertThat(StatementPage.html(january)).contains("超当期预算部分");

    Statement year = ProcurementSystem.rehearse(capped, evidence, "Y1");
    Statement plainYear = ProcurementSystem.rehearse(plain, evidence, "Y1");
    assertThat(amount(year, "annual-true-up.invoiced")).isEqualTo("-960000.00");
    assertThat(amount(year, "annual-true-up.entitled"))
        .isEqualTo(amount(plainYear, "annual-true-up.entitled"));
  }

  @Test
  void aContractWithAnOwnClauseCanBeWrittenAndRead() throws IOException {
    Contract capped = ProcurementSystem.review(withCap()).orThrow();
    String expanded = ContractReader.write(capped);
    assertThat(ProcurementSystem.review(expanded).orThrow().digest()).isEqualTo(capped.digest());
  }

  private static BigDecimal amount(Statement statement, String line) {
    return statement.line(line).flatMap(Line::amount).orElseThrow();
  }
}

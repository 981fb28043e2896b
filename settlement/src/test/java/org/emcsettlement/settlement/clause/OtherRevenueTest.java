package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.evidence.DatedRecords;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;

/** Subsidies and other revenue stand beside savings; amounts computed by hand. */
class OtherRevenueTest {

  private static final String CSV =
      """
      date,item,amount,evidence
      2025-01-10,other,1000.01,a
      2025-01-20,other,234.50,b
      2025-02-01,other,9.99,c
      """;

  private static MonthlyContract contract(String receivedBy) {
    return new MonthlyContract(List.of(new BigDecimal("10000")), List.of(new BigDecimal("6000")))
        .clauses(
            """
            {"id": "value", "kind": "savings-value"},
            {"id": "verified", "kind": "verified-savings"},
            {"id": "negative", "kind": "negative-savings"},
            {"id": "sharing", "kind": "shared-savings", "ratios": [{"fromYear": 1, "ratio": "0.5"}]},
            {"id": "limit", "kind": "limit", "cap": "1500"},
            {"id": "other", "kind": "other-revenue", "source": "CERTIFICATE", "ratio": "0.3",
             "receivedBy": "%s"}
            """
                .formatted(receivedBy))
        .evidence(evidence -> evidence.receipts(receipts(CSV)));
  }

  private static DatedRecords receipts(String csv) {
    TextSource source = TextSource.of("receipts.csv", csv);
    return DatedRecords.read(source, DatedRecords.Use.RECEIPT, new FindingCollector())
        .orElseThrow();
  }

  private static String amount(Statement statement, String line) {
    return statement.line(line).orElseThrow().amount().orElseThrow().toPlainString();
  }

  /** 1,234.51 received, 0.3 of it are 370.353; the capped share of savings stays 1,500. */
  @Test
  void theInstitutionOwesTheServiceProvidersPart() {
    Statement statement = contract("INSTITUTION").settle("2025-01").statement();
    assertThat(amount(statement, "other.received")).isEqualTo("1234.51");
    assertThat(amount(statement, "other.provider")).isEqualTo("370.35");
    assertThat(amount(statement, "other.institution")).isEqualTo("864.16");
    assertThat(statement.line("other.institution").orElseThrow().role()).isEqualTo(LineRole.MEMO);
    assertThat(amount(statement, "verified")).isEqualTo("4000.00");
    assertThat(amount(statement, "limit.limited")).isEqualTo("1500.00");
    assertThat(statement.totals().gross()).isEqualByComparingTo("1870.35");
  }

  @Test
  void theServiceProviderOwesTheInstitutionsPart() {
    Statement statement = contract("SERVICE_PROVIDER").settle("2025-01").statement();
    assertThat(amount(statement, "other.institution")).isEqualTo("-864.16");
    assertThat(statement.totals().gross()).isEqualByComparingTo("635.84");
    assertThat(contract("INSTITUTION").settle("2025-03").statement().line("other.received"))
        .isEmpty();
  }

  /** 0.3 × 1,244.50 = 373.35 in the year, of which 370.35 and 3.00 were invoiced. */
  @Test
  void anAnnualStatementSharesTheReceiptsOfItsYear() {
    Statement year =
        contract("INSTITUTION")
            .clauses(
                "{\"id\": \"other\", \"kind\": \"other-revenue\", \"source\": \"SUBSIDY\","
                    + " \"ratio\": \"0.3\", \"receivedBy\": \"INSTITUTION\"}")
            .schedule("{\"frequency\": \"MONTHLY\", \"annualStatement\": true}")
            .settle("Y1")
            .statement();
    assertThat(amount(year, "other.provider")).isEqualTo("373.35");
    assertThat(amount(year, "annual-true-up")).isEqualTo("0.00");
  }

  @Test
  void aReceiptThatNobodySharesIsNotDropped() {
    for (String row : List.of("2025-01-10,unknown,5,a", "2024-12-31,other,5,a")) {
      MonthlyContract contract =
          contract("INSTITUTION")
              .evidence(
                  evidence ->
                      evidence.receipts(receipts("date,item,amount,evidence\n" + row + "\n")));
      assertThat(contract.resolve().findings().stream().map(Finding::code))
          .contains("contract.receipt-unused");
    }
  }

  @Test
  void aReceiptIsAnAmountInWholeFen() {
    FindingCollector findings = new FindingCollector();
    String csv = "date,item,amount,evidence\n2025-01-10,other,-5,a\n2025-01-10,other,0.005,b\n";
    TextSource source = TextSource.of("receipts.csv", csv);
    assertThat(DatedRecords.read(source, DatedRecords.Use.RECEIPT, findings)).isEmpty();
    assertThat(findings.findings().stream().map(Finding::code))
        .filteredOn("record.value"::equals)
        .hasSize(2);
  }
}

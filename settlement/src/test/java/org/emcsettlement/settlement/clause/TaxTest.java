package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.settlement.FeeContract;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineTax;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.TaxStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Value added tax by category, relief and treatment (settlement-methods, 5.10), all by hand. */
class TaxTest {

  /** 12,000.00 a year in twelve equal parts, 500 kWh a month at 0.80 resold inside. */
  private static final String RESOLD =
      """
      {"id": "fee", "kind": "hosting-fee", "basis": "FEE", "agreedBase": "12000.00",
       "spread": {"method": "EQUAL"}},
      {"id": "resold", "kind": "resold-utilities"}
      """;

  private static final String MIXED =
      """
      {"mode": "EXCLUSIVE", "rate": "0.06", "category": "合同能源管理服务",
       "categories": [{"id": "power", "name": "电力", "rate": "0.13", "commodities": ["electricity"]}]}
      """;

  private static MonthlyContract mixed(String schedule) {
    return new MonthlyContract(List.of(), Collections.nCopies(12, BigDecimal.valueOf(500)))
        .price("0.80")
        .clauses(RESOLD)
        .schedule(schedule)
        .tax(MIXED);
  }

  private static LineTax tax(Statement statement, String line) {
    return statement.line(line).orElseThrow().tax().orElseThrow();
  }

  private static String amount(Statement statement, String line) {
    return statement.line(line).flatMap(Line::amount).orElseThrow().toPlainString();
  }

  @Test
  void resoldUtilitiesAreTaxedAtTheirOwnRate() {
    Statement month = mixed("{\"frequency\": \"MONTHLY\"}").settle("2025-01").statement();
    assertThat(tax(month, "resold/electricity").tax()).isEqualByComparingTo("52.00");
    assertThat(tax(month, "resold/electricity").category()).contains("电力");
    assertThat(tax(month, "fee").tax()).isEqualByComparingTo("60.00");
    assertThat(tax(month, "resold.out-of-fee").tax()).isEqualByComparingTo("-24.00");
    assertThat(month.totals().net()).isEqualByComparingTo("1000.00");
    assertThat(month.totals().tax()).isEqualByComparingTo("88.00");
  }

  /** The year entitles to 4,800 of power and 7,200 of service, as the months have invoiced. */
  @Test
  void theTrueUpKeepsTheCategoriesApart() {
    Statement year =
        mixed("{\"frequency\": \"MONTHLY\", \"annualStatement\": true}").settle("Y1").statement();
    assertThat(amount(year, "annual-true-up.entitled")).isEqualTo("7200.00");
    assertThat(amount(year, "annual-true-up.entitled-power")).isEqualTo("4800.00");
    assertThat(amount(year, "annual-true-up.power")).isEqualTo("0.00");
    assertThat(amount(year, "annual-true-up")).isEqualTo("0.00");
    // 12 × (52 + 36) in documents, 0.13 × 4,800 + 0.06 × 7,200 at once
    assertThat(amount(year, "value-added-tax.annual-tax")).isEqualTo("1056.00");
    assertThat(year.line("value-added-tax.drift")).isEmpty();
  }

  @Test
  void aStatementEndsWhereTheRateOfAnyCategoryChanges() {
    MonthlyContract contract =
        mixed("{\"frequency\": \"MONTHLY\"}")
            .tax(
                MIXED.replace(
                    "\"rate\": \"0.13\"",
                    "\"rate\": [{\"from\": \"2020-01-01\", \"rate\": \"0.13\"}, {\"from\":"
                        + " \"2026-03-11\", \"rate\": \"0.09\"}]"))
            .clauses(RESOLD.replace("EQUAL", "CUMULATIVE_DAYS"));
    Statement before = contract.settle("2026-03-01/2026-03-11").statement();
    Statement after = contract.settle("2026-03-11/2026-04-01").statement();
    assertThat(tax(before, "resold/electricity").rate()).isEqualByComparingTo("0.13");
    assertThat(tax(after, "resold/electricity").rate()).isEqualByComparingTo("0.09");
    assertThat(tax(after, "fee").rate()).isEqualByComparingTo("0.06");
  }

  private static final String FEES =
      """
      {"id": "fee", "kind": "service-fee", "amount": "1000.00", "per": "STATEMENT"},
      {"id": "subsidy", "kind": "service-fee", "amount": "300.00", "per": "STATEMENT"}
      """;

  @ParameterizedTest
  @CsvSource({"ZERO_RATED", "EXEMPT", "OUT_OF_SCOPE"})
  void aReliefStandsOnTheLineWithItsReason(TaxStatus status) {
    Statement month =
        new FeeContract()
            .clauses(FEES)
            .tax(
                """
                {"mode": "EXCLUSIVE", "rate": "0.06",
                 "categories": [{"id": "subsidy", "status": "%s", "reason": "财政补贴",
                                 "document": "批复", "clauses": ["subsidy"]}]}
                """
                    .formatted(status))
            .attachments("{\"name\": \"批复\", \"sha256\": \"ab\"}")
            .settle("2025-01");
    assertThat(tax(month, "subsidy").status()).contains(status);
    assertThat(tax(month, "subsidy").reason()).contains("财政补贴；批复");
    assertThat(tax(month, "subsidy").gross()).isEqualByComparingTo("300.00");
    assertThat(month.totals().tax()).isEqualByComparingTo("60.00");
    assertThat(tax(month, "fee").status()).isEmpty();
  }

  private static FeeContract exempt(String attachments) {
    return new FeeContract()
        .clauses(FEES)
        .tax("{\"mode\": \"INCLUSIVE\", \"rate\": \"0.06\", \"exemption\": \"备案表\"}")
        .attachments(attachments);
  }

  /** The relief is a fact from its document, not a rate of zero. */
  @Test
  void anExemptionIsADocumentedFact() {
    FeeContract contract = exempt("{\"name\": \"备案表\", \"sha256\": \"cd\"}");
    assertThat(contract.findings()).isEmpty();
    var settled = contract.settlement().settle(contract.settlement().period("2025-01")).orThrow();
    assertThat(settled.statement().totals().tax()).isEqualByComparingTo("0");
    assertThat(tax(settled.statement(), "fee").status()).contains(TaxStatus.EXEMPT);
    assertThat(settled.trail().nodes())
        .filteredOn(node -> node.name().equals("tax-relief"))
        .singleElement()
        .satisfies(node -> assertThat(node.source()).isEqualTo("备案表#cd"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"''", "{\"name\": \"备案表\"}", "{\"name\": \"他\", \"sha256\": \"cd\"}"})
  void anExemptionWithoutItsDocumentIsProvisional(String attachments) {
    assertThat(codes(exempt(attachments).findings())).containsExactly("tax.undocumented");
    assertThat(exempt(attachments).findings().iterator().next().effect())
        .isEqualTo(Effect.PROVISIONAL);
  }

  /** (1 − 0.8) × 0.4 × 3,000 = 240 a quarter, deducted from the price, or beside it. */
  private static FeeContract scored(String treatment, String schedule) {
    return new FeeContract()
        .term(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1))
        .clauses(
            """
            {"id": "fee", "kind": "service-fee", "amount": "12000.00", "per": "CONTRACT_YEAR",
             "spread": {"method": "EQUAL"}},
            {"id": "score", "kind": "performance", "linked": "0.4", "form": "STEP",
             "pieces": [{"from": "0", "factor": "0.8"}]}
            """)
        .schedule(schedule)
        .tax(
            "{\"mode\": \"EXCLUSIVE\", \"rate\": \"0.06\", \"treatments\": {\"score\": \""
                + treatment
                + "\"}}")
        .scores(
            """
            2025-01-01,2025-04-01,all,1,70,a
            2025-04-01,2025-07-01,all,1,70,b
            2025-07-01,2025-10-01,all,1,70,c
            2025-10-01,2026-01-01,all,1,70,d
            """);
  }

  /**
   * A price reduction: 2,760 + 165.60. Damages: 3,000 + 180 − 240. A supply of the institution: 240
   * and its 14.40 of tax are deducted.
   */
  @ParameterizedTest
  @CsvSource({
    "PRICE_REDUCTION, 165.60, 2925.60",
    "DAMAGES, 180.00, 2940.00",
    "SEPARATE_SUPPLY, 180.00, 2925.60"
  })
  void aDeductionIsTreatedAsAgreed(String treatment, String tax, String net) {
    Statement quarter = scored(treatment, "{\"frequency\": \"QUARTERLY\"}").settle("2025-Q1");
    assertThat(quarter.totals().tax()).isEqualByComparingTo(tax);
    assertThat(quarter.totals().netPayable()).isEqualByComparingTo(net);
    assertThat(quarter.line("score").orElseThrow().tax().isPresent())
        .isEqualTo(treatment.equals("PRICE_REDUCTION"));
  }

  @Test
  void aSupplyOfTheOtherPartyCannotBeTruedUp() {
    String annual = "{\"frequency\": \"QUARTERLY\", \"annualStatement\": true}";
    assertThat(codes(scored("SEPARATE_SUPPLY", annual).findings()))
        .containsExactly("contract.tax-terms");
    assertThat(codes(scored("DAMAGES", annual).findings())).isEmpty();
  }

  /** Four quarters of 3,000 + 180 − 240, and a year that has nothing to add. */
  @Test
  void damagesAreNotOwedAgainByTheYear() {
    List<Statement> statements =
        scored("DAMAGES", "{\"frequency\": \"QUARTERLY\", \"annualStatement\": true}").all();
    Statement year = statements.get(4);
    assertThat(amount(year, "score")).isEqualTo("-960.00");
    assertThat(amount(year, "annual-true-up.settled-outside")).isEqualTo("960.00");
    assertThat(year.totals().netPayable()).isEqualByComparingTo("0.00");
    assertThat(year.balances()).allMatch(balance -> balance.closing().signum() == 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'\"rate\": [{\"rate\": \"0.06\"}]'; json.missing-key",
        "'\"rate\": [{\"from\": \"2025-02-01\", \"rate\": \"0.06\"}]'; contract.tax-rate-missing",
        "'\"rate\": [{\"from\": \"2020-01-01\", \"rate\": \"0.06\"}, {\"from\": \"2020-01-01\","
            + " \"rate\": \"0.09\"}]'; json.invalid-value",
        "'\"rate\": \"0.06\", \"categories\": [{\"id\": \"a\", \"clauses\": [\"fee\"]}]';"
            + " contract.tax-terms",
        "'\"rate\": \"0.06\", \"categories\": [{\"id\": \"a\", \"rate\": \"0.09\"}]';"
            + " contract.tax-terms",
        "'\"rate\": \"0.06\", \"categories\": [{\"id\": \"a\", \"status\": \"ZERO_RATED\","
            + " \"clauses\": [\"fee\"]}]'; contract.tax-terms",
        "'\"rate\": \"0.06\", \"categories\": [{\"id\": \"a\", \"rate\": [{\"from\": \"2026-01-01\","
            + " \"rate\": \"0.09\"}], \"clauses\": [\"fee\"]}]'; contract.tax-rate-missing",
        "'\"rate\": \"0.06\", \"treatments\": {\"nobody\": \"DAMAGES\"}'; contract.tax-terms",
        "'\"rate\": \"0.06\", \"categories\": [{\"id\": \"A\", \"rate\": \"0.09\", \"clauses\":"
            + " [\"fee\"]}]'; contract.id-form"
      })
  void taxTermsThatAreNotWholeAreRefused(String terms, String code) {
    FeeContract contract =
        new FeeContract().clauses(FEES).tax("{\"mode\": \"EXCLUSIVE\", " + terms + "}");
    assertThat(codes(contract.findings())).containsOnly(code);
  }

  private static List<String> codes(Findings findings) {
    return findings.stream().map(Finding::code).toList();
  }
}

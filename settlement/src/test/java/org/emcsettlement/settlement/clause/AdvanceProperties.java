package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.FeeContract;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;

/** Advances and overpayments (settlement-methods, 5.11): what is offset and when, and law 35. */
class AdvanceProperties {

  private static final LocalDate START = LocalDate.of(2025, 1, 1);

  @Provide
  Arbitrary<String> policies() {
    return Arbitraries.of("REFUND", "CREDIT_NEXT", "RETAIN_TO_FINAL");
  }

  private static FeeContract quarters(String fee, String advance) {
    return new FeeContract()
        .term(START, START.plusYears(1))
        .clauses(
            "{\"id\": \"fee\", \"kind\": \"service-fee\", \"per\": \"STATEMENT\", \"amount\": \""
                + fee
                + "\"}, {\"id\": \"advance\", \"kind\": \"advance\", \"advances\": [{\"date\":"
                + " \"2025-01-01\", \"amount\": \"4000.00\"}], "
                + advance
                + "}")
        .schedule("{\"frequency\": \"QUARTERLY\"}");
  }

  private static List<String> offsets(FeeContract contract) {
    return contract.all().stream()
        .map(
            statement ->
                statement
                    .line("advance")
                    .flatMap(Line::amount)
                    .map(BigDecimal::toPlainString)
                    .orElse("–"))
        .toList();
  }

  private static final String PLAN =
      "\"recovery\": [{\"date\": \"2025-06-30\", \"amount\": \"1500.00\"}, {\"date\":"
          + " \"2025-09-30\", \"amount\": \"1500.00\"}, {\"date\": \"2025-12-31\", \"amount\":"
          + " \"1000.00\"}]";

  @Test
  void aFixedScheduleRecoversWhatItSays() {
    assertThat(offsets(quarters("3000.00", PLAN)))
        .containsExactly("–", "-1500.00", "-1500.00", "-1000.00");
  }

  /** 1,000 a quarter is too little for 1,500: the rest is recovered as soon as there is room. */
  @Test
  void whatAStatementIsTooSmallForIsRecoveredByTheNext() {
    assertThat(offsets(quarters("1200.00", PLAN)))
        .containsExactly("–", "-1200.00", "-1200.00", "-1200.00");
  }

  @Test
  void aPartOfEveryStatement() {
    assertThat(offsets(quarters("3000.00", "\"part\": \"0.5\"")))
        .containsExactly("-1500.00", "-1500.00", "-1000.00", "–");
  }

  @Test
  void advancesBeyondTheirCeilingAreRefused() {
    assertThat(quarters("1.00", "\"ceiling\": \"4000.00\"").findings()).isEmpty();
    assertThat(quarters("1.00", "\"ceiling\": \"3999.99\"").findings())
        .extracting(Finding::code)
        .containsExactly("contract.advance-ceiling");
  }

  /** Instalments of a twelfth each against the year's fee, two years in a row. */
  private static FeeContract overpaid(BigDecimal fee, BigDecimal instalment, String overpayment) {
    String amounts = "\"" + instalment.toPlainString() + "\"";
    return new FeeContract()
        .term(START, START.plusYears(2))
        .clauses(
            "{\"id\": \"fee\", \"kind\": \"service-fee\", \"per\": \"CONTRACT_YEAR\", \"amount\": \""
                + fee.toPlainString()
                + "\", \"spread\": {\"method\": \"AMOUNT_TABLE\", \"amounts\": ["
                + String.join(", ", List.of(amounts, amounts, amounts, amounts))
                + "]}}, {\"id\": \"over\", \"kind\": \"overpayment\", "
                + overpayment
                + "}")
        .schedule("{\"frequency\": \"QUARTERLY\", \"annualStatement\": true}")
        .tax("{\"mode\": \"EXCLUSIVE\", \"rate\": \"0.06\"}");
  }

  /** Whatever is kept is paid in the end: all statements together come to the same. */
  @Property(tries = 30)
  void everyPolicyComesToTheSameInTheEnd(
      @ForAll("policies") String policy,
      @ForAll @IntRange(max = 1_000_000) int feeFen,
      @ForAll @IntRange(max = 1_000_000) int instalmentFen) {
    BigDecimal fee = BigDecimal.valueOf(feeFen, 2);
    BigDecimal instalment = BigDecimal.valueOf(instalmentFen, 2);
    List<Statement> kept = overpaid(fee, instalment, "\"policy\": \"" + policy + "\"").all();
    List<Statement> refunded = overpaid(fee, instalment, "\"policy\": \"REFUND\"").all();
    assertThat(paid(kept)).isEqualByComparingTo(paid(refunded));
    Statement last = kept.get(kept.size() - 1);
    assertThat(last.balances()).allMatch(balance -> balance.closing().signum() == 0);
    if (!policy.equals("REFUND")) {
      assertThat(kept.subList(0, kept.size() - 1))
          .allMatch(statement -> statement.totals().netPayable().signum() >= 0);
    }
  }

  private static BigDecimal paid(List<Statement> statements) {
    return statements.stream()
        .map(statement -> statement.totals().netPayable())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Y1 overpays 3,000 and its tax: 3,180 against invoices of 1,060, or all at once if agreed. */
  @Test
  void aCreditIsSetAgainstTheNextInvoicesInOrder() {
    BigDecimal fee = new BigDecimal("1000.00");
    List<Statement> inOrder = overpaid(fee, fee, "\"policy\": \"CREDIT_NEXT\"").all();
    assertThat(inOrder.subList(5, 8))
        .extracting(statement -> statement.line("over").flatMap(Line::amount).orElseThrow())
        .allMatch(amount -> amount.compareTo(new BigDecimal("-1060.00")) == 0);
    assertThat(inOrder.get(8).line("over")).isEmpty();
    List<Statement> atOnce =
        overpaid(fee, fee, "\"policy\": \"CREDIT_NEXT\", \"belowZero\": true").all();
    assertThat(atOnce.get(5).totals().netPayable()).isEqualByComparingTo("-2120.00");
  }
}

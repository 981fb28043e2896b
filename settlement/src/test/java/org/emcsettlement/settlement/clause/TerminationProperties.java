package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws 53 and 54 of settlement-methods section 8, and what follows from each cause. */
class TerminationProperties {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final LocalDate AGREED = LocalDate.of(2027, 1, 1);
  private static final int DAYS = 1096;

  /** Equal or rising amortisation in every form that is a formula. */
  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of(
        "\"method\": \"STRAIGHT_LINE_DAYS\"",
        "\"method\": \"STRAIGHT_LINE_MONTHS\"",
        "\"method\": \"ANNUITY\", \"monthlyRate\": \"0.004\"",
        "\"method\": \"TABLE\", \"table\": [{\"date\": \"2025-01-01\", \"unamortised\":"
            + " \"500000.00\"}, {\"date\": \"2026-03-15\", \"unamortised\": \"500000.00\"}]");
  }

  private static String termination(String method, String start, String cause) {
    return "{\"id\": \"termination\", \"kind\": \"termination\", \"agreedEnd\": \""
        + AGREED
        + "\", \"amortisation\": {"
        + method
        + ", \"start\": \""
        + start
        + "\", \"investment\": \"900000.00\", \"residual\": \"40000.00\"}, \"outcomes\": [{\"cause\":"
        + " \"CONVENIENCE\", \"buyOut\": \"0.9\", \"penalties\": [{\"base\": \"UNAMORTISED\","
        + " \"ratio\": \"0.1\"}]}]"
        + (cause.isEmpty() ? "" : ", \"cause\": \"" + cause + "\"")
        + "}";
  }

  private static BigDecimal unamortised(String method, LocalDate start, LocalDate end) {
    return amount(
        new FeeContract()
            .term(start.isEqual(end) ? end.minusDays(1) : start, end)
            .clauses(termination(method, start.toString(), "CONVENIENCE"))
            .schedule("{\"frequency\": \"ANNUAL\", \"alignment\": \"CALENDAR\"}")
            .last(),
        "termination.unamortised");
  }

  private static BigDecimal amount(Statement statement, String line) {
    return statement.line(line).flatMap(Line::amount).orElseThrow();
  }

  @Property(tries = 120)
  void theUnamortisedAmountNeverRises(
      @ForAll("methods") String method, @ForAll @IntRange(min = 1, max = DAYS - 1) int day) {
    BigDecimal now = unamortised(method, START, START.plusDays(day));
    BigDecimal next = unamortised(method, START, START.plusDays(day + 1L));
    assertThat(next).isLessThanOrEqualTo(now);
    assertThat(now).isBetween(new BigDecimal("40000.00"), new BigDecimal("900000.00"));
  }

  /** 53: the investment on the first day, the residual value on the last. */
  @Property(tries = 8)
  void itRunsFromTheInvestmentToTheResidualValue(@ForAll("methods") String method) {
    assertThat(unamortised(method, START, START)).isEqualByComparingTo("900000.00");
    assertThat(unamortised(method, START, AGREED)).isEqualByComparingTo("40000.00");
  }

  /** 54: everything that stands on the last statement is the same with a cause or without. */
  @Property(tries = 8)
  void terminatingOnTheLastDayIsExpiry(@ForAll("methods") String method) {
    Statement expired = ended(method, "");
    Statement terminated = ended(method, "CONVENIENCE");
    assertThat(terminated.lines().stream().map(TerminationProperties::shown))
        .containsExactlyElementsOf(
            expired.lines().stream().map(TerminationProperties::shown).toList());
    assertThat(terminated.totals()).isEqualTo(expired.totals());
    assertThat(terminated.postings()).isEqualTo(expired.postings());
    assertThat(terminated.balances()).isEqualTo(expired.balances());
  }

  private static String shown(Line line) {
    return line.id() + " " + line.role() + " " + line.amount() + " " + line.tax();
  }

  private static final String WITH_BALANCES =
      """
      {"id": "fee", "kind": "service-fee", "amount": "1000.00", "per": "STATEMENT"},
      {"id": "retention", "kind": "retention", "ratio": "0.05", "ceiling": "70.00"},
      {"id": "advance", "kind": "advance", "advances": [{"date": "2024-01-01", "amount": "5000.00"}],
       "recovery": [{"date": "2025-06-30", "amount": "600.00"}]},
      {"id": "final", "kind": "final-account",
       "claims": [{"amount": "12.34", "document": "SP-1"}]}
      """;

  private static Statement ended(String method, String cause) {
    return new FeeContract()
        .term(START, AGREED)
        .clauses(WITH_BALANCES + ", " + termination(method, START.toString(), cause))
        .schedule("{\"frequency\": \"HALF_YEARLY\"}")
        .last();
  }

  /** Whenever it ends, the last statement leaves no balance behind. */
  @Property(tries = 40)
  void everyBalanceClosesToZero(
      @ForAll("methods") String method, @ForAll @IntRange(min = 1, max = DAYS) int day) {
    LocalDate end = START.plusDays(day);
    List<Statement> all =
        new FeeContract()
            .term(START, end)
            .clauses(WITH_BALANCES + ", " + termination(method, START.toString(), "CONVENIENCE"))
            .schedule("{\"frequency\": \"HALF_YEARLY\"}")
            .all();
    Statement last = all.get(all.size() - 1);
    assertThat(last.balances()).isNotEmpty().allMatch(b -> b.closing().signum() == 0);
    // retained and released, paid in advance and offset or returned: over all statements nothing
    BigDecimal sum =
        all.stream()
            .flatMap(statement -> statement.lines().stream())
            .filter(
                line -> line.id().startsWith("retention") || line.id().equals("final.RETENTION"))
            .flatMap(line -> line.amount().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo("0");
    BigDecimal advances =
        all.stream()
            .flatMap(statement -> statement.lines().stream())
            .filter(line -> line.id().equals("advance") || line.id().equals("final.ADVANCE"))
            .flatMap(line -> line.amount().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(advances).isEqualByComparingTo("-5000.00");
    assertThat(last.balances()).extracting(Balance::name).contains("ADVANCE");
  }

  /** The annuity against the textbook: level payments from the value they discount to. */
  @Test
  void theAnnuityIsWhatLevelPaymentsLeave() {
    BigDecimal growth = new BigDecimal("1.004");
    BigDecimal payments = BigDecimal.ZERO;
    for (int month = 1; month <= 36; month++) {
      payments = payments.add(BigDecimal.ONE.divide(growth.pow(month), MathContext.DECIMAL128));
    }
    BigDecimal level = new BigDecimal("860000").divide(payments, MathContext.DECIMAL128);
    BigDecimal open = new BigDecimal("860000");
    for (int month = 1; month <= 20; month++) {
      open = open.multiply(growth).subtract(level);
    }
    assertThat(
            unamortised(
                "\"method\": \"ANNUITY\", \"monthlyRate\": \"0.004\"", START, START.plusMonths(20)))
        .isEqualByComparingTo(open.add(new BigDecimal("40000")).setScale(2, RoundingMode.HALF_UP));
  }

  /**
   * 800,000 by days over 2024 to 2026, ended on 2025-07-02 after 548 of 1,096 days: 400,000. The
   * time left is 183 ÷ 365 of 2025 and the whole of 2026: 1.50136…
   */
  @ParameterizedTest
  @CsvSource({
    "CONVENIENCE, 400000.00, 40000.00, 13512.33",
    "INSTITUTION_DEFAULT, 480000.00, 80000.00, 0.00",
    "PROVIDER_DEFAULT, 200000.00, -20000.00, -6005.48",
    "FORCE_MAJEURE, 300000.00, 0.00, 0.00"
  })
  void everyCauseHasItsConsequences(
      String cause, String buyOut, String ofUnamortised, String ofTimeLeft) {
    Statement last =
        new FeeContract()
            .term(START, LocalDate.of(2025, 7, 2))
            .clauses(
                """
                {"id": "termination", "kind": "termination", "agreedEnd": "2027-01-01",
                 "amortisation": {"method": "STRAIGHT_LINE_DAYS", "investment": "800000.00"},
                 "outcomes": [
                   {"cause": "CONVENIENCE", "buyOut": "1", "penalties": [
                     {"base": "UNAMORTISED", "ratio": "0.1"},
                     {"base": "REMAINING_FEES", "ratio": "0.05", "perYear": "180000.00"}]},
                   {"cause": "INSTITUTION_DEFAULT", "buyOut": "1.2", "penalties": [
                     {"base": "UNAMORTISED", "ratio": "0.2"}]},
                   {"cause": "PROVIDER_DEFAULT", "buyOut": "0.5", "penalties": [
                     {"base": "UNAMORTISED", "ratio": "0.05"},
                     {"base": "REMAINING_SAVINGS", "ratio": "0.02", "perYear": "200000.00"}]},
                   {"cause": "FORCE_MAJEURE", "buyOut": "0.75"}],
                 "cause": "%s"}
                """
                    .formatted(cause))
            .schedule("{\"frequency\": \"ANNUAL\"}")
            .last();
    assertThat(amount(last, "termination.buy-out")).isEqualByComparingTo(buyOut);
    assertThat(last.line("termination.penalty-1").flatMap(Line::amount).orElse(BigDecimal.ZERO))
        .isEqualByComparingTo(ofUnamortised);
    assertThat(last.line("termination.penalty-2").flatMap(Line::amount).orElse(BigDecimal.ZERO))
        .isEqualByComparingTo(ofTimeLeft);
  }

  @Test
  void anAppraisalIsTakenAsItStands() {
    Statement last =
        new FeeContract()
            .term(START, LocalDate.of(2025, 7, 2))
            .clauses(
                """
                {"id": "termination", "kind": "termination", "agreedEnd": "2027-01-01",
                 "amortisation": {"method": "APPRAISAL", "investment": "800000.00",
                   "appraisal": {"amount": "312345.67", "document": "评估报告"}},
                 "outcomes": [{"cause": "FORCE_MAJEURE", "buyOut": "0.5"}],
                 "cause": "FORCE_MAJEURE"}
                """)
            .schedule("{\"frequency\": \"ANNUAL\"}")
            .last();
    assertThat(amount(last, "termination.unamortised")).isEqualByComparingTo("312345.67");
    assertThat(amount(last, "termination.buy-out")).isEqualByComparingTo("156172.84");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, '', contract.termination-cause",
    "2026-01-01, PROVIDER_DEFAULT, contract.termination-cause",
    "2027-01-02, CONVENIENCE, contract.termination-dates"
  })
  void anEndThatDoesNotFitIsRefused(LocalDate end, String cause, String code) {
    assertThat(
            new FeeContract()
                .term(START, end)
                .clauses(termination("\"method\": \"STRAIGHT_LINE_DAYS\"", START.toString(), cause))
                .findings())
        .extracting(Finding::code)
        .containsExactly(code);
  }
}

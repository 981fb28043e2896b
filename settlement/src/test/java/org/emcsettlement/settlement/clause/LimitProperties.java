package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Statement;

/** Laws 34 and 35 of settlement-methods section 8, and what a floor and a cap over time come to. */
class LimitProperties {

  private static final BigDecimal USE = BigDecimal.valueOf(1_000_000);
  private static final String SIX_MONTHS = "{\"start\": \"2025-01-01\", \"end\": \"2025-07-01\"}";

  /** All savings are the service provider's, so that it earns what is given. */
  private static MonthlyContract earning(List<BigDecimal> earned, String clauses) {
    return new MonthlyContract(
            Collections.nCopies(earned.size(), USE), earned.stream().map(USE::subtract).toList())
        .clauses(
            "{\"id\": \"value\", \"kind\": \"savings-value\"},"
                + "{\"id\": \"verified\", \"kind\": \"verified-savings\"},"
                + "{\"id\": \"negative\", \"kind\": \"negative-savings\", \"policy\":"
                + " \"SHARE_LOSS\"}, {\"id\": \"sharing\", \"kind\": \"shared-savings\", \"ratios\":"
                + " [{\"fromYear\": 1, \"ratio\": \"1\"}]}, "
                + clauses)
        .term(SIX_MONTHS);
  }

  private static String limit(String terms) {
    return "{\"id\": \"limit\", \"kind\": \"limit\", " + terms + "}";
  }

  private static BigDecimal amount(Statement statement, String line) {
    return statement.line(line).flatMap(found -> found.amount()).orElse(BigDecimal.ZERO);
  }

  private static List<Statement> settled(MonthlyContract contract) {
    List<Statement> statements = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      statements.add(contract.settle("2025-0" + i).statement());
    }
    return statements;
  }

  private static BigDecimal sum(List<Statement> statements, String line) {
    return statements.stream()
        .map(statement -> amount(statement, line))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<String, Balance> bank(Statement statement) {
    Map<String, Balance> bank = new LinkedHashMap<>();
    statement.balances().stream()
        .filter(balance -> balance.name().startsWith("BANK/limit@"))
        .forEach(balance -> bank.put(balance.name(), balance));
    return bank;
  }

  @Provide
  Arbitrary<List<BigDecimal>> months() {
    return Arbitraries.oneOf(
            Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(3000)).ofScale(2),
            Arbitraries.of("0", "0.01", "1000", "1000.01", "2500").map(BigDecimal::new))
        .list()
        .ofSize(6);
  }

  /** Σ payable + bank + expired = Σ entitlement; payable ≤ cap; a plain queue gives the same. */
  @Property(tries = 15)
  void nothingBankedIsLostOrPaidTwice(
      @ForAll("months") List<BigDecimal> earned, @ForAll @IntRange(min = 1, max = 4) int periods) {
    BigDecimal cap = new BigDecimal("1000");
    List<Statement> statements =
        settled(
            earning(
                earned,
                limit(
                    "\"cap\": \"1000\", \"bank\": {\"periods\": "
                        + periods
                        + ", \"atEnd\": \"FORFEITED\"}")));
    BigDecimal[] stored = new BigDecimal[6];
    BigDecimal expired = BigDecimal.ZERO;
    for (int i = 0; i < 6; i++) {
      BigDecimal own = earned.get(i).min(cap);
      BigDecimal room = cap.subtract(own);
      BigDecimal payable = own;
      for (int j = 0; j < i; j++) {
        BigDecimal release = stored[j].min(room);
        stored[j] = stored[j].subtract(release);
        room = room.subtract(release);
        payable = payable.add(release);
      }
      stored[i] = earned.get(i).subtract(own);
      BigDecimal expiredNow = BigDecimal.ZERO;
      for (int j = 0; j <= i; j++) {
        if (i - j >= periods || i == 5) {
          expiredNow = expiredNow.add(stored[j]);
          stored[j] = BigDecimal.ZERO;
        }
      }
      expired = expired.add(expiredNow);
      Statement statement = statements.get(i);
      assertThat(amount(statement, "limit.expired")).isEqualByComparingTo(expiredNow);
      assertThat(amount(statement, "limit.limited")).isEqualByComparingTo(payable);
      assertThat(payable).isLessThanOrEqualTo(cap);
      assertThat(statement.totals().gross()).isEqualByComparingTo(payable);
    }
    assertThat(sum(statements, "limit.expired")).isEqualByComparingTo(expired);
    assertThat(sum(statements, "limit.limited").add(expired))
        .isEqualByComparingTo(earned.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    for (int i = 1; i < 6; i++) {
      Map<String, Balance> now = bank(statements.get(i));
      bank(statements.get(i - 1))
          .forEach(
              (name, before) -> {
                if (before.closing().signum() != 0) {
                  assertThat(Objects.requireNonNull(now.get(name)).opening())
                      .isEqualByComparingTo(before.closing());
                }
              });
    }
  }

  /** Cap 1,000: 1,500 and 1,400 bank 500 and 400; 300 then releases 500 and 200 of them. */
  @Example
  void theOldestIsReleasedFirst() {
    List<BigDecimal> earned =
        List.of(new BigDecimal("1500"), new BigDecimal("1400"), new BigDecimal("300"));
    Statement third =
        earning(earned, limit("\"cap\": \"1000\", \"bank\": {\"atEnd\": \"PAID\"}"))
            .settle("2025-03")
            .statement();
    Map<String, Balance> bank = bank(third);
    assertThat(Objects.requireNonNull(bank.get("BANK/limit@2025-01")).closing())
        .isEqualByComparingTo("0");
    assertThat(Objects.requireNonNull(bank.get("BANK/limit@2025-02")).closing())
        .isEqualByComparingTo("200");
    assertThat(Objects.requireNonNull(bank.get("BANK/limit@2025-02")).movements())
        .extracting(Movement::kind)
        .containsExactly(Movement.Kind.USE);
  }

  @Property(tries = 10)
  void aBankPaidAtTheEndPaysEverything(@ForAll("months") List<BigDecimal> earned) {
    List<Statement> statements =
        settled(earning(earned, limit("\"cap\": \"1000\", \"bank\": {\"atEnd\": \"PAID\"}")));
    assertThat(sum(statements, "limit.limited"))
        .isEqualByComparingTo(earned.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    assertThat(bank(statements.get(5)).values())
        .allSatisfy(balance -> assertThat(balance.closing()).isEqualByComparingTo("0"));
  }

  /** Statements are differences of the limited sum, so they add up to the limit of the sum. */
  @Property(tries = 10)
  void limitsOverTimeApplyToTheSum(
      @ForAll("months") List<BigDecimal> earned, @ForAll boolean ofYear) {
    String over = ofYear ? "YEAR_TO_DATE" : "LIFETIME";
    List<Statement> statements =
        settled(
            earning(
                earned,
                limit("\"over\": \"" + over + "\", \"cap\": \"5000\", \"floor\": \"4000\"")));
    BigDecimal total = earned.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum(statements, "limit.limited"))
        .isEqualByComparingTo(total.max(new BigDecimal("4000")).min(new BigDecimal("5000")));
  }

  /** What a bank releases counts under a cap over the year like what is earned. */
  @Property(tries = 10)
  void aBankDoesNotRaiseACapOverTheYear(@ForAll("months") List<BigDecimal> earned) {
    List<Statement> statements =
        settled(
            earning(
                earned,
                limit(
                    "\"over\": \"YEAR_TO_DATE\", \"cap\": \"5000\", \"bank\": {\"atEnd\":"
                        + " \"FORFEITED\"}")));
    BigDecimal total = earned.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum(statements, "limit.limited"))
        .isEqualByComparingTo(total.min(new BigDecimal("5000")));
    assertThat(sum(statements, "limit.expired"))
        .isEqualByComparingTo(total.subtract(new BigDecimal("5000")).max(BigDecimal.ZERO));
  }

  /** A later loss first meets what the cap had cut: 1,200 of 1,500 still reach the cap of 1,000. */
  @Example
  void aCumulativeCapTelescopesOverLosses() {
    List<BigDecimal> earned =
        List.of(new BigDecimal("900"), new BigDecimal("600"), new BigDecimal("-300"));
    MonthlyContract contract = earning(earned, limit("\"over\": \"LIFETIME\", \"cap\": \"1000\""));
    List<BigDecimal> limited =
        settled(contract).stream().map(statement -> amount(statement, "limit.limited")).toList();
    assertThat(limited.get(0)).isEqualByComparingTo("900");
    assertThat(limited.get(1)).isEqualByComparingTo("100");
    assertThat(limited.get(2)).isEqualByComparingTo("0");
    assertThat(limited.get(3)).isEqualByComparingTo("0");
  }

  /** 1,000 earned, capped at 600, half of it withheld: 300; the other way round: 500. */
  @Example
  void theContractDecidesTheOrderOfCapAndScore() {
    String cap = limit("\"cap\": \"600\"");
    String score =
        "{\"id\": \"score\", \"kind\": \"performance\", \"linked\": \"1\", \"form\": \"STEP\","
            + " \"pieces\": [{\"from\": \"0\", \"factor\": \"0.5\"}]}";
    List<BigDecimal> earned = List.of(new BigDecimal("1000"));
    assertThat(scored(earning(earned, cap + ", " + score))).isEqualByComparingTo("300");
    assertThat(scored(earning(earned, score + ", " + cap))).isEqualByComparingTo("500");
  }

  private static BigDecimal scored(MonthlyContract contract) {
    String csv = "start,end,score,evidence\n2025-01-01,2025-02-01,80,x\n";
    return contract
        .scorecard(
            Scorecard.read(TextSource.of("scorecard.csv", csv), new FindingCollector())
                .orElseThrow())
        .settle("2025-01")
        .statement()
        .totals()
        .gross();
  }

  /** 14 of 28 days of February: a floor of 1,000 is 500 if it is prorated. */
  @Example
  void limitsOfAPartialStatementAreProratedIfAgreed() {
    List<BigDecimal> nothing = List.of(BigDecimal.ZERO, BigDecimal.ZERO);
    String term = "{\"start\": \"2025-02-15\", \"end\": \"2025-07-01\"}";
    for (boolean prorate : new boolean[] {true, false}) {
      Statement statement =
          earning(nothing, limit("\"floor\": \"1000\", \"prorate\": " + prorate))
              .term(term)
              .settle("2025-02")
              .statement();
      assertThat(amount(statement, "limit.limited")).isEqualByComparingTo(prorate ? "500" : "1000");
    }
  }

  private static List<String> codes(MonthlyContract contract) {
    return contract.findings().stream().map(Finding::code).toList();
  }

  @Example
  void limitsThatCannotBeSettledAreRefused() {
    List<BigDecimal> nothing = List.of(BigDecimal.ZERO);
    String annual = "{\"frequency\": \"MONTHLY\", \"annualStatement\": true}";
    assertThat(codes(earning(nothing, limit("\"cap\": \"5\"")).schedule(annual)))
        .contains("contract.limit-of-year");
    assertThat(codes(earning(nothing, limit("\"cap\": \"5\", \"floor\": \"6\""))))
        .contains("contract.floor-above-cap");
  }
}

package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.Posting;
import org.emcsettlement.settlement.statement.Statement;

/** Laws 35, 44 and 52 of settlement-methods section 8, over the statements of two years. */
class PostingProperties {

  private static final String CLAUSES =
      """
      {"id": "fee", "kind": "hosting-fee", "basis": "FEE", "agreedBase": "12000.00"},
      {"id": "bills", "kind": "utility-bills", "negative": "CARRY"},
      {"id": "retention", "kind": "retention", "ratio": "0.07", "ceiling": "300.00",
       "releases": [{"date": "2025-08-01", "share": "0.5"}, {"date": "2026-08-01", "share": "1"}]},
      {"id": "advance", "kind": "advance", "advances": [{"date": "2025-02-01", "amount": "777.77"}]}
      """;

  @Provide
  Arbitrary<List<BigDecimal>> bills() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal("2500"))
        .ofScale(2)
        .list()
        .ofSize(12);
  }

  private static List<Statement> statements(List<BigDecimal> bills, boolean annual) {
    MonthlyContract contract =
        new MonthlyContract(List.of(), bills)
            .price("0.7134")
            .clauses(CLAUSES)
            .schedule("{\"frequency\": \"QUARTERLY\", \"annualStatement\": " + annual + "}");
    Settlement settlement = Settlement.of(contract.resolve().orThrow());
    List<Statement> statements = new ArrayList<>();
    for (StatementPeriod period : settlement.resolved().statements().periods()) {
      statements.add(settlement.settle(period).orThrow().statement());
    }
    return statements;
  }

  private static BigDecimal sum(Statement statement, boolean receivable) {
    return statement.postings().stream()
        .filter(posting -> !receivable || posting.account() == Account.RECEIVABLE)
        .map(Posting::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Property(tries = 30)
  void postingsBalanceAndTheReceivableIsWhatTheStatementsCameTo(
      @ForAll("bills") List<BigDecimal> bills, @ForAll boolean annual) {
    for (Statement statement : statements(bills, annual)) {
      assertThat(sum(statement, false)).isEqualByComparingTo("0");
      assertThat(sum(statement, true)).isEqualByComparingTo(statement.totals().netPayable());
    }
  }

  @Property(tries = 30)
  void everyBalanceOpensWhereItClosed(
      @ForAll("bills") List<BigDecimal> bills, @ForAll boolean annual) {
    Map<String, BigDecimal> closings = new TreeMap<>();
    for (Statement statement : statements(bills, annual)) {
      for (Balance balance : statement.balances()) {
        assertThat(balance.opening())
            .isEqualByComparingTo(closings.getOrDefault(balance.name(), BigDecimal.ZERO));
        closings.put(balance.name(), balance.closing());
      }
    }
  }

  /** What the year's statements come to together is the year's own result. */
  @Property(tries = 30)
  void aYearOfStatementsComesToTheYearsEntitlement(@ForAll("bills") List<BigDecimal> bills) {
    BigDecimal invoiced = BigDecimal.ZERO;
    for (Statement statement : statements(bills, true).subList(0, 5)) {
      invoiced = invoiced.add(statement.totals().gross());
      statement
          .line("annual-true-up.entitled")
          .ifPresent(
              entitled ->
                  assertThat(entitled.amount().orElseThrow())
                      .isBetween(BigDecimal.ZERO.setScale(2), new BigDecimal("12000.00")));
    }
    BigDecimal use =
        bills.stream().reduce(BigDecimal.ZERO, BigDecimal::add).multiply(new BigDecimal("0.7134"));
    BigDecimal net = new BigDecimal("12000").subtract(use);
    // the year's own result: fee less bills, nothing below zero, whatever the quarters carried
    assertThat(invoiced.subtract(net.max(BigDecimal.ZERO)).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.10"));
  }

  @Property(tries = 10)
  void settlingAgainGivesTheSameBytesAndBooksNothing(@ForAll("bills") List<BigDecimal> bills) {
    List<Statement> once = statements(bills, true);
    List<Statement> again = statements(bills, true);
    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i).canonical()).isEqualTo(once.get(i).canonical());
    }
    MonthlyContract contract =
        new MonthlyContract(List.of(), bills)
            .price("0.7134")
            .clauses(CLAUSES)
            .schedule("{\"frequency\": \"QUARTERLY\", \"annualStatement\": true}");
    Settlement settlement = Settlement.of(contract.resolve().orThrow());
    StatementPeriod last = settlement.period("2025-Q3");
    settlement.settle(last).orThrow();
    settlement.settle(settlement.period("2025-Q1")).orThrow();
    assertThat(settlement.settle(last).orThrow().statement().canonical())
        .isEqualTo(once.get(2).canonical());
  }
}

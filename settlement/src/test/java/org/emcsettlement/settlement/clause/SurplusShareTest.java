package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.statement.Posting;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BUDGET_SHARE, FEE_PLUS_SAVINGS and the surplus clause, with amounts computed by hand. */
class SurplusShareTest {

  /** 10,000 a month against a bill of the given amount. */
  private static MonthlyContract budget(String bill, String terms) {
    return new MonthlyContract(List.of(new BigDecimal("10000")), List.of(new BigDecimal(bill)))
        .clauses(
            "{\"id\": \"fee\", \"kind\": \"service-fee\", \"amount\": \"10000.00\", \"per\":"
                + " \"STATEMENT\"}, {\"id\": \"surplus\", \"kind\": \"surplus-share\", "
                + terms
                + "}");
  }

  private static BigDecimal payable(MonthlyContract contract) {
    Statement statement = contract.settle("2025-01").statement();
    BigDecimal posted =
        statement.postings().stream().map(Posting::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(posted).isEqualByComparingTo("0");
    return statement.totals().gross();
  }

  /**
   * F = 10,000. The institution pays the bills: the service provider gets 60 % of what they leave
   * and bears an overrun, or half of it.
   */
  @ParameterizedTest
  @CsvSource({
    "7999.99, 1, 1200.01",
    "10000, 1, 0",
    "11500, 1, -1500",
    "11500, 0.5, -750",
    "11500, 0, 0"
  })
  void aBudgetIsShared(String bill, String overrun, String expected) {
    String terms =
        "\"utilitiesPaidBy\": \"INSTITUTION\", \"ratio\": \"0.6\", \"overrunRatio\": \""
            + overrun
            + "\"";
    assertThat(payable(budget(bill, terms))).isEqualByComparingTo(expected);
  }

  /** 4,000 left: 1,000 at 0.8 and 3,000 at 0.5 are 2,300; all at 0.5 are 2,000. */
  @ParameterizedTest
  @CsvSource({"MARGINAL, 2300", "CLIFF, 2000"})
  void aBudgetIsSharedByBands(String mode, String expected) {
    String terms =
        "\"utilitiesPaidBy\": \"INSTITUTION\", \"bands\": [{\"upTo\": \"1000\", \"ratio\": \"0.8\"},"
            + " {\"ratio\": \"0.5\"}], \"bandMode\": \""
            + mode
            + "\"";
    assertThat(payable(budget("6000", terms))).isEqualByComparingTo(expected);
  }

  /** The service provider pays the bills out of the fee and keeps a surplus of up to 1,500. */
  @ParameterizedTest
  @CsvSource({"9000, 10000", "8500, 10000", "6000, 7500", "12000, 10000"})
  void aSurplusAboveTheAgreedOneIsReturned(String bill, String expected) {
    String terms = "\"utilitiesPaidBy\": \"SERVICE_PROVIDER\", \"returnAbove\": \"1500\"";
    assertThat(payable(budget(bill, terms))).isEqualByComparingTo(expected);
  }

  /** 4,000 left, of which the service provider keeps 70 % and returns 1,200. */
  @Test
  void aSurplusIsSharedOutOfTheFee() {
    String terms = "\"utilitiesPaidBy\": \"SERVICE_PROVIDER\", \"ratio\": \"0.7\"";
    assertThat(payable(budget("6000", terms))).isEqualByComparingTo("8800");
  }

  /** A fixed fee of 3,000 and 20 % of 4,000 saved: 3,800. */
  @Test
  void aFeeAndAShareOfSavingsStandSideBySide() {
    MonthlyContract contract =
        new MonthlyContract(List.of(new BigDecimal("10000")), List.of(new BigDecimal("6000")))
            .clauses(
                """
                {"id": "value", "kind": "savings-value"},
                {"id": "verified", "kind": "verified-savings"},
                {"id": "negative", "kind": "negative-savings"},
                {"id": "fee", "kind": "service-fee", "amount": "3000.00", "per": "STATEMENT"},
                {"id": "sharing", "kind": "shared-savings",
                 "ratios": [{"fromYear": 1, "ratio": "0.2"}]}
                """);
    assertThat(payable(contract)).isEqualByComparingTo("3800");
  }

  @Test
  void bandsMustFollowEachOther() {
    String terms =
        "\"utilitiesPaidBy\": \"INSTITUTION\", \"bands\": [{\"upTo\": \"1000\", \"ratio\": \"0.8\"}]";
    assertThat(budget("1", terms).findings().stream().map(Finding::code))
        .contains("contract.bands");
  }
}

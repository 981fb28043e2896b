package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.PriceTerms;

/** Whether the terms of a guarantee are complete, go together and fit their contract. */
final class GuaranteeCheck {

  private static final Place CLAUSES = Place.pointer("contract.json", "/clauses");

  private final Guarantee terms;
  private final Contract contract;
  private final FindingCollector findings = new FindingCollector();

  GuaranteeCheck(Guarantee terms, Contract contract) {
    this.terms = terms;
    this.contract = contract;
  }

  /** Checks what can be said of the terms alone. */
  static void complete(Guarantee terms) {
    int ways = terms.ofMembers() ? 1 : 0;
    for (Optional<BigDecimal> way : List.of(terms.amount(), terms.fraction(), terms.perPerson())) {
      ways += way.isPresent() ? 1 : 0;
    }
    require(
        ways == 1,
        terms,
        "需要且只能给出 amount、fraction、perPerson、ofMembers 之一",
        "needs one of amount, fraction, perPerson, ofMembers");
    require(
        !terms.ofMembers() || !terms.pooled(),
        terms,
        "ofMembers 不与 pooled 并用",
        "ofMembers and pooled exclude each other");
    require(
        switch (terms.unit()) {
          case QUANTITY -> terms.commodity().isPresent();
          case TCE -> terms.conversion().isPresent() && terms.price().isPresent();
          case MONEY -> terms.fraction().isEmpty() && terms.price().isEmpty();
        },
        terms,
        "QUANTITY 需要 commodity；TCE 需要 conversion 与 price；MONEY 只用金额，不带 price",
        "QUANTITY needs commodity; TCE needs conversion and price; MONEY takes an amount without"
            + " price");
    require(
        terms.monthly().isEmpty() || terms.amount().isPresent(),
        terms,
        "monthly 只能与 amount 一起使用",
        "monthly goes with amount");
    boolean averaged = terms.priceBasis().equals(Optional.of(Guarantee.PriceBasis.YEAR_AVERAGE));
    require(
        terms.debtService().isEmpty() || (terms.amount().isPresent() && !averaged),
        terms,
        "debtService 只能与 amount 及固定单价一起使用",
        "debtService goes with amount at a fixed price");
    require(
        !averaged || (terms.unit() == Guarantee.Unit.QUANTITY && terms.price().isEmpty()),
        terms,
        "YEAR_AVERAGE 只用于不带 price 的 QUANTITY",
        "YEAR_AVERAGE is for QUANTITY without price");
    require(
        terms.extensionPerDay().isEmpty()
            || terms.unrecovered() == Guarantee.Unrecovered.EXTENDS_TERM,
        terms,
        "extensionPerDay 只用于 EXTENDS_TERM",
        "extensionPerDay is for EXTENDS_TERM");
    together(terms, averaged);
  }

  private static void together(Guarantee terms, boolean averaged) {
    Guarantee.Test test = terms.test().orElse(Guarantee.Test.YEAR);
    boolean cumulative = test == Guarantee.Test.CUMULATIVE;
    require(
        !cumulative
            || (terms.excessShare().signum() == 0
                && terms.unrecovered() == Guarantee.Unrecovered.WAIVED
                && !averaged),
        terms,
        "CUMULATIVE 已逐年累计超额与未补偿部分：不带 excessShare、unrecovered 与 YEAR_AVERAGE",
        "CUMULATIVE keeps excess and open parts in its sum: no excessShare, unrecovered or"
            + " YEAR_AVERAGE");
    require(
        !terms.clawback() || cumulative,
        terms,
        "clawback 只用于 CUMULATIVE",
        "clawback is for CUMULATIVE");
    require(
        !terms.provisional()
            || (test == Guarantee.Test.YEAR
                && terms.capFractionOfFee().isEmpty()
                && !averaged
                && !terms.withheld()),
        terms,
        "provisional 只用于 YEAR，且不带 capFractionOfFee、YEAR_AVERAGE 与 withheld",
        "provisional is for YEAR without capFractionOfFee, YEAR_AVERAGE and withheld");
    require(
        terms.excessOffsetYears().isEmpty()
            || (terms.excessOffsetYears().get() > 0
                && test == Guarantee.Test.YEAR
                && terms.unrecovered() != Guarantee.Unrecovered.CARRIED),
        terms,
        "excessOffsetYears 至少为 1，只用于 YEAR，且不与 CARRIED 并用",
        "excessOffsetYears is at least 1, for YEAR, and not with CARRIED");
  }

  private static void require(boolean holds, Guarantee terms, String zh, String en) {
    if (!holds) {
      throw new RuleException(terms.id() + "：" + zh, "guarantee " + terms.id() + ": " + en);
    }
  }

  Findings findings() {
    findings.addAll(new GuaranteeMeasure(terms).check(contract));
    boolean needed = !terms.pooled() && !terms.test().equals(Optional.of(Guarantee.Test.PERIOD));
    if (needed && !DecidingStatement.existsForEveryYear(contract, terms.series())) {
      findings.add(ContractFinding.GUARANTEE_UNTESTED, CLAUSES, "clause", terms.id());
    }
    checkTable();
    checkDebtService();
    return findings.findings();
  }

  private void checkTable() {
    BigDecimal sum = terms.monthly().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal year = terms.amount().orElse(BigDecimal.ZERO);
    if (!terms.monthly().isEmpty() && sum.compareTo(year) != 0) {
      findings.add(
          ContractFinding.GUARANTEE_TABLE,
          CLAUSES,
          "clause",
          terms.id(),
          "sum",
          sum.toPlainString(),
          "year",
          year.toPlainString());
    }
  }

  private void checkDebtService() {
    if (terms.debtService().isEmpty()) {
      return;
    }
    BigDecimal price =
        terms.unit() == Guarantee.Unit.MONEY
            ? BigDecimal.ONE
            : terms
                .price()
                .or(
                    () ->
                        contract
                            .price(terms.commodity().orElseThrow())
                            .flatMap(PriceTerms::reference))
                .orElse(BigDecimal.ZERO);
    BigDecimal value = terms.amount().orElseThrow().multiply(price);
    if (value.compareTo(terms.debtService().get()) <= 0) {
      findings.add(
          ContractFinding.GUARANTEE_DEBT_SERVICE,
          CLAUSES,
          "clause",
          terms.id(),
          "value",
          value.stripTrailingZeros().toPlainString(),
          "debt",
          terms.debtService().get().toPlainString());
    }
  }
}

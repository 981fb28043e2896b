package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.DatedRecords;
import org.emcsettlement.settlement.evidence.EvidenceFileFinding;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/** Adds up what the incidents of a statement cost. */
final class DeductionCalculation {

  private final StatementInput input;
  private final ItemisedDeductions terms;
  private final Calculator calculator;
  private final Outcome.Builder outcome = Outcome.builder();

  DeductionCalculation(StatementInput input, ItemisedDeductions terms) {
    this.input = input;
    this.terms = terms;
    this.calculator = input.calculator();
  }

  Findings missing() {
    FindingCollector findings = new FindingCollector();
    List<String> known = terms.items().stream().map(ItemisedDeductions.Item::item).toList();
    Period term = input.contract().term().period();
    for (DatedRecords.Entry entry : input.evidence().incidents().in(term)) {
      if (!known.contains(entry.item())) {
        findings.add(
            EvidenceFileFinding.INCIDENT_UNKNOWN,
            Place.file(DatedRecords.Use.INCIDENT.file()).during(entry.date().toString()),
            "date",
            entry.date(),
            "item",
            entry.item(),
            "known",
            String.join(", ", known));
      }
    }
    findings.addAll(input.evidence().incidents().outside(term, DatedRecords.Use.INCIDENT));
    return findings.findings();
  }

  Outcome outcome() {
    if (terms.series() == SeriesScope.EVERY && input.period().series() == Series.ANNUAL) {
      return takenOver();
    }
    List<PostedAmount> amounts = new ArrayList<>();
    for (int i = 0; i < terms.items().size(); i++) {
      ItemisedDeductions.Item item = terms.items().get(i);
      List<DatedRecords.Entry> incidents =
          input.evidence().incidents().in(input.period().service()).stream()
              .filter(entry -> entry.item().equals(item.item()))
              .toList();
      if (!incidents.isEmpty()) {
        amounts.add(ofItem("item-" + (i + 1), item, incidents));
      }
    }
    if (!amounts.isEmpty()) {
      deduct(calculator.total("deductions", amounts));
    }
    return outcome.build();
  }

  private PostedAmount ofItem(
      String line, ItemisedDeductions.Item item, List<DatedRecords.Entry> incidents) {
    List<Figure> counts = new ArrayList<>();
    for (DatedRecords.Entry incident : incidents) {
      counts.add(calculator.fact("incidents", incident.value(), "", incident.origin()));
    }
    String currency = calculator.currencyCode();
    Figure count = calculator.sum("incidents", counts);
    Figure each = calculator.parameter("amount-of-incident", item.amount(), currency);
    PostedAmount uncapped =
        calculator.post(
            "deduction-of-item", calculator.times("deduction-of-item", currency, count, each));
    PostedAmount amount =
        item.cap()
            .map(cap -> calculator.smaller("deduction-of-item", uncapped, given(cap)))
            .orElse(uncapped);
    String evidence =
        String.join(", ", incidents.stream().map(DatedRecords.Entry::evidence).toList());
    String counted = item.item() + " × " + count.value();
    outcome.line(
        LineDraft.builder()
            .item(line)
            .kind(ItemisedDeductions.OF_ITEM)
            .amount(calculator.opposite("deduction-of-item", amount))
            .remark(new Bilingual(counted + "；证据 " + evidence, counted + "; evidence " + evidence))
            .build());
    return amount;
  }

  private PostedAmount given(BigDecimal cap) {
    return calculator.given(
        calculator.parameter("deduction-cap", cap.setScale(2), calculator.currencyCode()));
  }

  private void deduct(PostedAmount total) {
    PostedAmount amount = total;
    if (terms.cap().isPresent()) {
      amount = calculator.smaller("deductions", amount, given(terms.cap().get()));
    }
    if (terms.capFractionOfFee().isPresent()) {
      Figure fraction =
          calculator.parameter("cap-fraction-of-fee", terms.capFractionOfFee().get(), "");
      PostedAmount cap =
          calculator.post(
              "deduction-cap",
              calculator.times(
                  "deduction-cap",
                  calculator.currencyCode(),
                  input.get(Figures.FEE).figure(),
                  fraction));
      amount = calculator.smaller("deductions", amount, cap);
    }
    PostedAmount deducted = calculator.opposite("deductions", amount);
    boolean remembered =
        terms.series() == SeriesScope.EVERY
            && !terms.damages()
            && input.contract().schedule().annualStatement();
    if (remembered && !deducted.money().isZero()) {
      outcome.move(BalanceNames.DEDUCTIONS + terms.id(), Movement.Kind.ADDITION, deducted);
    }
    line(deducted, new Bilingual("按事项清单", "by the agreed items"));
  }

  /** The year's entitlement is less by what its statements deducted as a price reduction. */
  private Outcome takenOver() {
    String balance = BalanceNames.DEDUCTIONS + terms.id();
    if (input.open(balance).contains(balance)) {
      PostedAmount deducted = input.opening(balance);
      outcome.move(balance, Movement.Kind.USE, deducted);
      line(deducted, new Bilingual("各期逐项扣减合计", "deductions of the year's statements"));
    }
    return outcome.build();
  }

  private void line(PostedAmount deducted, Bilingual remark) {
    outcome.line(
        LineDraft.builder()
            .kind(ItemisedDeductions.DEDUCTION)
            .use(LineDraft.Use.ENTITLEMENT)
            .taxable(!terms.damages())
            .amount(deducted)
            .remark(remark)
            .build());
  }
}

package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emcsettlement.settlement.contract.Attachment;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.PlacedLine;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.TaxCategory;
import org.emcsettlement.settlement.contract.TaxTerms;
import org.emcsettlement.settlement.statement.TaxStatus;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/** The lines of one tax category at one rate in one document. */
final class TaxGroup {

  private final TaxTerms terms;
  private final Calculator calculator;
  private final TaxCategory category;
  private final Figure rate;
  private final List<PlacedLine> lines = new ArrayList<>();

  TaxGroup(StatementInput input, TaxCategory category, LocalDate taxPoint) {
    this.terms = input.contract().tax();
    this.calculator = input.calculator();
    this.category = category;
    this.rate =
        category.status() == TaxStatus.TAXED
            ? calculator.parameter("tax-rate", category.rateOn(taxPoint), "")
            : calculator.fact("tax-relief", BigDecimal.ZERO, "", source(input));
  }

  /** The tax point of a line: the last day of those it is about. */
  static LocalDate taxPoint(StatementInput input, PlacedLine line) {
    return line.draft().period().orElse(input.period().service()).end().minusDays(1);
  }

  /** The document of a relief with its digest, as far as they are known. */
  private String source(StatementInput input) {
    String document = category.document().orElse("contract.json#/tax");
    return input.contract().attachments().stream()
        .filter(attachment -> attachment.name().equals(document))
        .findFirst()
        .flatMap(Attachment::sha256)
        .map(digest -> document + "#" + digest)
        .orElse(document);
  }

  void add(PlacedLine line) {
    lines.add(line);
  }

  /** The tax of every line, by line id, at the level of the contract. */
  Map<String, LineDraft.Tax> taxes() {
    Map<String, LineDraft.Tax> taxes = new LinkedHashMap<>();
    if (terms.level() == TaxTerms.Level.PER_LINE) {
      lines.forEach(line -> taxes.put(line.id(), alone(amount(line))));
    } else if (!lines.isEmpty()) {
      together(taxes);
    }
    return taxes;
  }

  private static PostedAmount amount(PlacedLine line) {
    return line.draft().amount().orElseThrow();
  }

  /** The tax of one amount, rounded alone. */
  LineDraft.Tax alone(PostedAmount amount) {
    PostedAmount other = other(amount);
    return terms.mode() == TaxTerms.Mode.INCLUSIVE
        ? new LineDraft.Tax(
            category, rate, other, calculator.complement("tax", amount, other), amount)
        : new LineDraft.Tax(
            category, rate, amount, other, calculator.total("with-tax", List.of(amount, other)));
  }

  /** The net of a gross amount, or the tax of a net amount. */
  private PostedAmount other(PostedAmount amount) {
    if (terms.mode() == TaxTerms.Mode.INCLUSIVE) {
      Figure one = calculator.parameter("one", BigDecimal.ONE, "");
      Figure divisor = calculator.plus("one-plus-rate", one, rate);
      return calculator.post(
          "net-of-tax",
          calculator.over("net-of-tax", calculator.currencyCode(), amount.figure(), divisor));
    }
    return calculator.post(
        "tax", calculator.times("tax", calculator.currencyCode(), amount.figure(), rate));
  }

  /**
   * The tax of the sum, allocated to the lines by largest remainder. Weights are not negative, so
   * deductions are taxed as a group of their own and charges take the complement.
   */
  private void together(Map<String, LineDraft.Tax> taxes) {
    List<PlacedLine> charges = lines.stream().filter(line -> !isDeduction(line)).toList();
    List<PlacedLine> deductions = lines.stream().filter(TaxGroup::isDeduction).toList();
    PostedAmount whole = taxOf(lines);
    if (deductions.isEmpty() || charges.isEmpty()) {
      allocate(whole, lines, taxes);
    } else {
      PostedAmount ofDeductions = taxOf(deductions);
      allocate(calculator.complement("tax-of-charges", whole, ofDeductions), charges, taxes);
      allocate(ofDeductions, deductions, taxes);
    }
  }

  private static boolean isDeduction(PlacedLine line) {
    return amount(line).money().isNegative();
  }

  private PostedAmount taxOf(List<PlacedLine> group) {
    PostedAmount sum =
        calculator.total("group-total", group.stream().map(TaxGroup::amount).toList());
    PostedAmount other = other(sum);
    return terms.mode() == TaxTerms.Mode.INCLUSIVE
        ? calculator.complement("tax", sum, other)
        : other;
  }

  private void allocate(
      PostedAmount tax, List<PlacedLine> group, Map<String, LineDraft.Tax> taxes) {
    boolean nothing = group.stream().allMatch(line -> amount(line).money().isZero());
    List<PostedAmount> parts =
        nothing
            ? group.stream().map(line -> calculator.zero("tax-of-line")).toList()
            : calculator.allocate(
                "tax-of-line",
                tax,
                group.stream()
                    .map(line -> calculator.absolute("tax-weight", amount(line).figure()))
                    .toList());
    for (int i = 0; i < group.size(); i++) {
      taxes.put(group.get(i).id(), split(amount(group.get(i)), parts.get(i)));
    }
  }

  private LineDraft.Tax split(PostedAmount amount, PostedAmount tax) {
    return terms.mode() == TaxTerms.Mode.INCLUSIVE
        ? new LineDraft.Tax(
            category, rate, calculator.complement("net-of-tax", amount, tax), tax, amount)
        : new LineDraft.Tax(
            category, rate, amount, tax, calculator.total("with-tax", List.of(amount, tax)));
  }
}

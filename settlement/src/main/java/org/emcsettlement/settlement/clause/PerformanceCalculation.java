package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.EvidenceFileFinding;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/** Applies the score of a period to the linked part of the fee. */
final class PerformanceCalculation {

  private final StatementInput input;
  private final Performance terms;
  private final Calculator calculator;

  PerformanceCalculation(StatementInput input, Performance terms) {
    this.input = input;
    this.terms = terms;
    this.calculator = input.calculator();
  }

  Outcome outcome() {
    boolean everyStatement = terms.series() == SeriesScope.EVERY;
    if (everyStatement && input.period().series() == Series.ANNUAL) {
      return takenOver();
    }
    PostedAmount fee = Entitlements.earned(input);
    Figure part = calculator.parameter("linked-ratio", terms.linked(), "");
    PostedAmount linked =
        calculator.post(
            "linked-part",
            calculator.times("linked-part", calculator.currencyCode(), fee.figure(), part));
    Outcome.Builder outcome =
        Outcome.builder()
            .line(
                LineDraft.builder()
                    .item("linked")
                    .kind(Performance.LINKED)
                    .unitPrice(part)
                    .amount(linked)
                    .build());
    List<Scorecard.Item> items = input.evidence().scorecard().items(input.period().service());
    if (items.isEmpty()) {
      return outcome
          .finding(
              EvidenceFileFinding.SCORE_MISSING,
              Place.file("scorecard.csv").during(input.period().service().toString()),
              "period",
              input.period().service())
          .build();
    }
    Figure score = score(items);
    Figure factor = factor(score);
    PostedAmount earned =
        calculator.post(
            "linked-part-earned",
            calculator.times(
                "linked-part-earned", calculator.currencyCode(), linked.figure(), factor));
    PostedAmount deduction =
        calculator.opposite("score-deduction", calculator.complement("not-earned", linked, earned));
    String shown = "s = " + score.value() + "，φ = " + factor.value();
    if (everyStatement
        && input.contract().schedule().annualStatement()
        && !deduction.money().isZero()) {
      outcome.move(balance(), Movement.Kind.ADDITION, deduction);
    }
    return outcome
        .line(
            LineDraft.builder()
                .kind(Performance.DEDUCTION)
                .use(LineDraft.Use.ENTITLEMENT)
                .unitPrice(factor)
                .amount(deduction)
                .remark(new Bilingual("得分 " + shown, "score " + shown.replace("，", ", ")))
                .build())
        .build();
  }

  private String balance() {
    return BalanceNames.SCORE_DEDUCTION + terms.id();
  }

  /** The year's entitlement is less by what the scores of its statements deducted. */
  private Outcome takenOver() {
    PostedAmount deducted = input.opening(balance());
    Outcome.Builder outcome = Outcome.builder();
    if (!deducted.money().isZero()) {
      outcome.move(balance(), Movement.Kind.USE, deducted);
    }
    return outcome
        .line(
            LineDraft.builder()
                .kind(Performance.DEDUCTION)
                .use(LineDraft.Use.ENTITLEMENT)
                .amount(deducted)
                .remark(new Bilingual("各期考核扣减合计", "deductions of the year's statements"))
                .build())
        .build();
  }

  private Figure score(List<Scorecard.Item> items) {
    List<Figure> parts = new ArrayList<>();
    for (Scorecard.Item item : items) {
      Figure score = calculator.fact("score-of-item", item.score(), "", item.origin());
      Figure weight = calculator.fact("weight-of-item", item.weight(), "", item.origin());
      parts.add(calculator.times("weighted-score", "", weight, score));
    }
    return calculator.sum("score", parts);
  }

  private Figure factor(Figure score) {
    Figure factor = lookup("factor-of-piece", score, Performance.Piece::factor);
    if (terms.form() == Performance.Form.STEP) {
      return factor;
    }
    Figure from = lookup("piece-from", score, Performance.Piece::from);
    Figure slope = lookup("slope-of-piece", score, Performance.Piece::slope);
    Figure above = calculator.minus("score-above-piece", score, from);
    return calculator.plus("factor", factor, calculator.times("factor-rise", "", slope, above));
  }

  private Figure lookup(String name, Figure score, Function<Performance.Piece, BigDecimal> value) {
    List<Figure> table = new ArrayList<>();
    for (Performance.Piece piece : terms.pieces()) {
      table.add(calculator.parameter("piece-from", piece.from(), ""));
      table.add(calculator.parameter(name, value.apply(piece), ""));
    }
    return calculator.lookup(name, score, table);
  }
}

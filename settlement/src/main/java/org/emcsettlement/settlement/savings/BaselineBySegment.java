package org.emcsettlement.settlement.savings;

import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.BaselineTerms;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** Computes the baseline of one commodity in every segment, by how it was agreed. */
public abstract sealed class BaselineBySegment permits AgreedBySegment, FittedBySegment {

  private static final Bilingual CONDITIONS =
      new Bilingual(
          "按核算期的驱动因素（气候、人数等）计算", "at the drivers of the period: weather, headcount and the like");

  final StatementInput input;
  final Commodity commodity;
  final Calculator calculator;
  final String unit;

  BaselineBySegment(StatementInput input, Commodity commodity) {
    this.input = input;
    this.commodity = commodity;
    this.calculator = input.calculator().in(commodity.id());
    this.unit = commodity.unit().symbol();
  }

  /**
   * The baseline of a commodity in a statement.
   *
   * @param input the statement
   * @param commodity a commodity of the contract
   * @return its baseline
   */
  public static BaselineBySegment of(StatementInput input, Commodity commodity) {
    BaselineTerms terms = input.contract().baseline(commodity).orElseThrow();
    return terms instanceof BaselineTerms.Fitted
        ? new FittedBySegment(input, commodity)
        : new AgreedBySegment(input, commodity, terms);
  }

  /** {@return what the evidence lacks for this baseline} */
  public abstract Findings missing();

  /** Writes the figures of every segment, and hands them over for the lines. */
  abstract void compute(
      Outcome.Builder outcome, List<Figure> baselines, List<Figure> adjustedBaselines);

  /**
   * Writes the baseline of the contract year and of every segment, and the adjusted baseline as far
   * as the baseline itself adjusts.
   *
   * @param outcome takes figures, lines and findings
   */
  public void compute(Outcome.Builder outcome) {
    List<Figure> baselines = new ArrayList<>();
    List<Figure> adjusted = new ArrayList<>();
    compute(outcome, baselines, adjusted);
    // a fitted baseline has none for a calendar month that its period lacks
    if (baselines.size() < input.segments().size()) {
      return;
    }
    Figure baseline = calculator.sum("baseline", baselines);
    outcome.line(
        LineDraft.builder()
            .kind(QuantityLines.BASELINE)
            .commodity(commodity)
            .quantity(baseline)
            .build());
    if (!adjusted.equals(baselines)) {
      Figure total = calculator.sum("adjusted-baseline", adjusted);
      outcome.line(
          LineDraft.builder()
              .item("conditions")
              .kind(QuantityLines.ADJUSTMENT)
              .commodity(commodity)
              .quantity(calculator.minus("adjustment", total, baseline))
              .remark(CONDITIONS)
              .build());
    }
  }

  Calculator at(Segment segment) {
    return calculator.in(commodity.id() + "/" + segment.period().start());
  }

  Period yearOf(Segment segment) {
    return input.resolved().years().year(segment.contractYear());
  }
}

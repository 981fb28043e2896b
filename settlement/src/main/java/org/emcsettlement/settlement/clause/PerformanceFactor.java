package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.Relation;

/** The score of an assessment and the payment factor that it gives. */
final class PerformanceFactor {

  private final Performance terms;
  private final Calculator calculator;

  PerformanceFactor(Performance terms, Calculator calculator) {
    this.terms = terms;
    this.calculator = calculator;
  }

  /** s, the weighted sum of the items. */
  Figure score(List<Scorecard.Item> items) {
    List<Figure> parts = new ArrayList<>();
    for (Scorecard.Item item : items) {
      Figure score = calculator.fact("score-of-item", item.score(), "", item.origin());
      Figure weight = calculator.fact("weight-of-item", item.weight(), "", item.origin());
      parts.add(calculator.times("weighted-score", "", weight, score));
    }
    return calculator.sum("score", parts);
  }

  /** φ(s), and no more than a failed veto item leaves. */
  Figure factor(Figure score, List<Scorecard.Item> items) {
    Figure factor = ofScore(score);
    for (Performance.Veto veto : terms.vetoes()) {
      for (Scorecard.Item item : items) {
        if (item.item().equals(veto.item())) {
          factor = limited(factor, veto, item);
        }
      }
    }
    return factor;
  }

  /** The items whose score is below what a veto demands. */
  static List<Scorecard.Item> failed(Performance terms, List<Scorecard.Item> items) {
    return items.stream()
        .filter(
            item ->
                terms.vetoes().stream()
                    .anyMatch(
                        veto ->
                            veto.item().equals(item.item())
                                && item.score().compareTo(veto.below()) < 0))
        .toList();
  }

  private Figure limited(Figure factor, Performance.Veto veto, Scorecard.Item item) {
    Figure score = calculator.fact("score-of-item", item.score(), "", item.origin());
    Figure below = calculator.parameter("veto-below", veto.below(), "");
    Figure failed = calculator.compare("veto-item-failed", score, Relation.LESS, below);
    Figure stated = calculator.parameter("veto-factor", veto.factor(), "");
    Figure lower = calculator.min("veto-factor", factor, stated);
    return calculator.select("factor", failed, lower, factor);
  }

  private Figure ofScore(Figure score) {
    if (terms.form() == Performance.Form.LINEAR) {
      return calculator.over(
          "factor", "", score, calculator.parameter("full-score", BigDecimal.valueOf(100), ""));
    }
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

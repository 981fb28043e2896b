package org.emcsettlement.baseline.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.baseline.model.Score;

/**
 * A form that was tried.
 *
 * @param form its stable name
 * @param chosen whether it was chosen
 * @param score what it was compared by, absent if it did not come to that
 * @param zh why it was or was not chosen, in Chinese
 * @param en why it was or was not chosen, in English
 */
public record Tried(String form, boolean chosen, Optional<Score> score, String zh, String en) {

  /** The chosen form first, the others in the order they were tried. */
  static List<Tried> of(Baseline baseline) {
    List<Tried> tried = new ArrayList<>();
    tried.add(chosen(baseline));
    for (Rejection rejection : baseline.rejected()) {
      tried.add(
          new Tried(
              rejection.form(),
              false,
              rejection.score(),
              rejection.reasonZh(),
              rejection.reason()));
    }
    return tried;
  }

  private static Tried chosen(Baseline baseline) {
    String form = baseline.form();
    Optional<Score> score = baseline.score();
    if (baseline.rejected().isEmpty()) {
      return new Tried(form, true, score, "该方法只有这一种形式", "the only form of the method");
    }
    String name = score.map(Score::name).orElse("");
    return switch (name) {
      case Score.BIC ->
          new Tried(
              form,
              true,
              score,
              "BIC 最低，或与最低值相差不超过 2 且参数最少",
              "lowest BIC, or within 2 of it with the fewest parameters");
      case Score.ADJUSTED_R2 ->
          new Tried(
              form, true, score, "合格候选中调整 R² 最高", "highest adjusted R² of those that qualify");
      default -> new Tried(form, true, score, "按该方法的规则入选", "chosen by the rules of the method");
    };
  }
}

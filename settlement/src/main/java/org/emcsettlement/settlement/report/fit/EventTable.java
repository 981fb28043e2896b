package org.emcsettlement.settlement.report.fit;

import java.util.List;
import org.emcsettlement.baseline.event.DetectedEvent;
import org.emcsettlement.baseline.explain.EventCandidates;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;

/** What may have been a non-routine event, with dates, size and uncertainty. */
public final class EventTable {

  /** What is done about candidates: nothing. */
  public static final Bilingual NOTHING_REMOVED =
      new Bilingual(
          "以下仅为提示：未自动剔除、更正或调整任何数据，模型与统计量均包含这些天。",
          "These are pointed out only: no data were removed, corrected or adjusted automatically;"
              + " model and statistics include these days.");

  /** Nothing stood out. */
  public static final Bilingual NONE_FOUND =
      new Bilingual("在逐日残差中未检出非常规事件。", "No non-routine event shows in the daily residuals.");

  /** Billing periods, and a few days, are not searched. */
  public static final Bilingual NOT_SEARCHED =
      new Bilingual(
          "账期数据或天数过少，未检测非常规事件。",
          "Billing periods, or too few days: non-routine events were not looked for.");

  private static final int DIGITS = 3;

  private final EventCandidates candidates;
  private final String unit;

  EventTable(EventCandidates candidates, String unit) {
    this.candidates = candidates;
    this.unit = unit;
  }

  /**
   * What an event is called.
   *
   * @param kind its kind
   * @return its name
   */
  public static Bilingual name(DetectedEvent.Kind kind) {
    return switch (kind) {
      case LEVEL_SHIFT -> new Bilingual("水平变化", "level shift");
      case TEMPORARY -> new Bilingual("暂时变化", "temporary change");
      case DRIFT -> new Bilingual("逐渐漂移", "drift");
      case UNIT_CHANGE -> new Bilingual("计量单位变化", "change of unit");
    };
  }

  /**
   * What there is to say about candidates before they are listed.
   *
   * @param candidates the candidates
   * @return one of the three remarks
   */
  public static Bilingual remark(EventCandidates candidates) {
    if (!candidates.searched()) {
      return NOT_SEARCHED;
    }
    return candidates.events().isEmpty() ? NONE_FOUND : NOTHING_REMOVED;
  }

  void write(Markup page) {
    Bilingual remark = remark(candidates);
    page.open("p").both(remark.zh(), remark.en()).close("p");
    List<DetectedEvent> events = candidates.events();
    if (events.isEmpty()) {
      return;
    }
    Table table =
        new Table()
            .mark("图中编号", "in chart")
            .text("类型", "kind", 26)
            .text("首日 – 末日", "first – last day", 26)
            .number("天数", "days")
            .number("变化（" + unit + "）", "effect")
            .number("标准误", "s.e.")
            .number("占预期", "of expected")
            .number("t", "");
    for (int i = 0; i < events.size(); i++) {
      DetectedEvent event = events.get(i);
      table.row(
          Content.text(Integer.toString(i + 1)),
          kind(event),
          Content.days(event.days()),
          Content.text(Numbers.count(event.days().days())),
          signed(event.effectPerDay(), ""),
          Content.text(Numbers.significant(event.standardError(), DIGITS)),
          signed(100 * event.fraction(), " %"),
          Content.text(Numbers.significant(event.statistic(), DIGITS)));
    }
    table.write(page);
    page.open("p", "class", "caveat");
    page.both(
        "变化为事件内每日用量之差（漂移为其最终值）；标准误已计入残差自相关。",
        "The effect is the difference of use per day (of a drift, when it is complete); standard"
            + " errors take autocorrelation into account.");
    page.close("p");
  }

  private static Content kind(DetectedEvent event) {
    Content name = Content.data(name(event.kind()));
    return event
        .unit()
        .map(
            step ->
                name.then(
                    page -> {
                      page.open("div", "class", "remark");
                      page.text("× " + Numbers.significant(step.measured(), DIGITS) + " ");
                      page.data(new Bilingual(step.units().zh(), step.units().en())).close("div");
                    }))
        .orElse(name);
  }

  private static Content signed(double value, String unit) {
    return Content.text((value > 0 ? "+" : "") + Numbers.significant(value, DIGITS) + unit);
  }
}

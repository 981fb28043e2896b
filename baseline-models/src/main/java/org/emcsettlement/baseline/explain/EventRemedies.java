package org.emcsettlement.baseline.explain;

import java.util.List;
import java.util.Objects;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.event.EventFinding;
import org.emcsettlement.core.finding.Finding;

/** What helps where use in the baseline period may have changed for a reason of its own. */
final class EventRemedies {

  private EventRemedies() {}

  /** A change that stays: the days before and after it are two buildings. */
  static List<Remedy> chooseOneSide(Finding finding, Baseline baseline) {
    String from = argument(finding, "from");
    String to = argument(finding, "to");
    return List.of(
        new Remedy(
            finding.code(),
            "查明 "
                + from
                + " 起用量变化的原因：若属实且会持续，让基期从变化完成（"
                + settled(finding, from, to)
                + "）之后开始，或在 "
                + from
                + " 之前结束；若不会持续，登记到 events.json 并约定非常规调整；若读数有误，更正读数。",
            "Find out why use changed from "
                + from
                + " on: if it is real and will last, let the baseline period start after the change"
                + " is complete ("
                + settled(finding, from, to)
                + ") or end before "
                + from
                + "; if it will not last, record it in events.json and agree on a non-routine"
                + " adjustment; if readings are wrong, correct them."));
  }

  /** A drift ends when it is complete, a shift is complete when it begins. */
  private static String settled(Finding finding, String from, String to) {
    return finding.code().equals(EventFinding.DRIFT.code()) ? to : from;
  }

  static List<Remedy> recordEvent(Finding finding, Baseline baseline) {
    String days = argument(finding, "from") + "/" + argument(finding, "to");
    return List.of(
        new Remedy(
            finding.code(),
            "查明 " + days + "（末日不含）用量变化的原因：若属实，登记到 events.json 并约定非常规调整；若读数有误，更正读数。",
            "Find out why use differed in "
                + days
                + ", the end excluded: if it is real, record it in events.json and agree on a"
                + " non-routine adjustment; if readings are wrong, correct them."));
  }

  private static String argument(Finding finding, String name) {
    return Objects.requireNonNull(finding.arguments().get(name));
  }
}

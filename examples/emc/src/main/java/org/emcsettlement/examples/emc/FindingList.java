package org.emcsettlement.examples.emc;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;

/** Prints findings for people: the most serious first, each with its place, in both languages. */
final class FindingList {

  private FindingList() {}

  static void print(Findings findings, PrintWriter out) {
    List<Finding> serious =
        findings.stream().sorted(Comparator.comparing(Finding::effect)).toList();
    for (Finding finding : serious) {
      String place = finding.place().describe();
      out.println(
          "  "
              + effect(finding.effect())
              + "  "
              + finding.code()
              + (place.isEmpty() ? "" : "  " + place));
      out.println("      " + finding.zh());
      out.println("      " + finding.en());
    }
  }

  private static String effect(Effect effect) {
    return switch (effect) {
      case BLOCK -> "阻断 BLOCK";
      case PROVISIONAL -> "暂定 PROVISIONAL";
      case NOTE -> "提示 NOTE";
    };
  }
}
